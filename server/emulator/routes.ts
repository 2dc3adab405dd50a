import type { IncomingMessage } from 'node:http';
import { type HttpResponse, jsonResponse } from '../respond';
import type { Target } from './faults';
import { toStsContent } from './keys';
import { listQueues } from './list';
import type { LoggedRequest } from './log';
import { parseRequest, rawPath, readBody } from './request';
import { resultResponse, type Stamp } from './response';
import { verifySignature } from './signature';
import type { State } from './state';
import { readSettings } from './update';

/** A call of the service or of the key server. */
export interface Call {
  readonly state: State;
  readonly incoming: IncomingMessage;
  readonly stamp: Stamp;
  readonly logged: LoggedRequest;
}

interface ServiceRoute {
  readonly does: string;
  /** The name by which a fault is aimed at it. */
  readonly target: Target;
  /** Carries out a call. A `ServiceError` that it throws becomes the response. */
  operation(call: Call): HttpResponse | Promise<HttpResponse>;
}

/** What the real service has not: faults, settings and the request log, in JSON. */
interface ControlRoute {
  readonly does: string;
  /** Examples by what each does. A route without any takes no body. */
  readonly bodies?: Readonly<Record<string, unknown>>;
  /**
   * @param body not checked yet: the state does that
   * @returns the content of the response; nothing stands for the overview
   */
  run(state: State, body: never, queueId: string): unknown;
}

const ROUTES: Readonly<Record<string, ServiceRoute | ControlRoute>> = {
  'GET /docqueue': {
    does: 'DescribeDocProcessQueues (460/46946): lists queues. It must be signed.',
    target: 'list',
    operation: list,
  },
  'PUT /docqueue/<QueueId>': {
    does: 'UpdateDocProcessQueue (460/46947): replaces the settings of a queue. It must be signed.',
    target: 'update',
    operation: update,
  },
  'GET /sts': {
    does: 'Gives a temporary key, as the key server of an app does.',
    target: 'sts',
    operation: sts,
  },
  'GET /_emulator': { does: 'Shows the state of this service, and this list.', run: overview },
  'PUT /_emulator/fault': {
    does:
      'Makes calls go wrong until told otherwise, or so many "times". "target" is the call: list, ' +
      'update, sts, or several in an array. Of several faults, a call meets the first that is for it.',
    bodies: {
      'Every response is 3 seconds late.': { delay: 3000 },
      'Two calls fail.': { times: 2, answer: { status: 503 } },
      'Lists are refused.': { target: 'list', answer: { status: 403, code: 'X', message: 'Y' } },
      'Updates succeed with any text.': { target: 'update', answer: { status: 200, body: '…' } },
      'The key server fails as a proxy does; it may also be xml, json, text or empty.': {
        target: 'sts',
        answer: { status: 502, format: 'html' },
      },
      'First a connection drops, then responses are cut.': [
        { times: 1, drop: true },
        { cut: { fraction: 0.5 } },
      ],
    },
    run: (state, faults) => state.setFault(faults),
  },
  'DELETE /_emulator/fault': { does: 'Ends all faults.', run: (state) => state.setFault([]) },
  'PATCH /_emulator/settings': {
    does: 'Changes how this service behaves.',
    bodies: {
      'New temporary keys live a minute.': { keySeconds: 60 },
      'Its clock is an hour ahead.': { clockOffset: 3600 },
      'Lists by id hold only the Url of NotifyConfig.': { sparse: true },
    },
    run: (state, settings) => state.configure(settings),
  },
  'GET /_emulator/queues': { does: 'Shows all queues.', run: (state) => state.queues },
  'PUT /_emulator/queues': {
    does: 'Replaces all queues.',
    bodies: {
      'There are 25 of all kinds.': 25,
      'There is one. What is left out gets a plausible value.': [{ Name: 'only', State: 'Paused' }],
    },
    run: (state, queues) => state.setQueues(queues),
  },
  'PATCH /_emulator/queues/<QueueId>': {
    does: 'Changes a queue behind the back of its users, as a colleague in the console would.',
    bodies: { 'Its callback is off.': { NotifyConfig: { State: 'Off' } } },
    run: (state, change, queueId) => state.changeQueue(queueId, change),
  },
  'DELETE /_emulator/queues/<QueueId>': {
    does: 'Removes a queue.',
    run: (state, _, queueId) => state.removeQueue(queueId),
  },
  'GET /_emulator/requests': {
    does: 'Shows the last 1000 requests, without tokens and signatures.',
    run: (state) => state.requests,
  },
  'POST /_emulator/reset': {
    does: 'Sets everything back to how it was at the start. Keys stay valid.',
    run: (state) => state.reset(),
  },
};

/** Finds the route of a request, and the id of the queue in its path as it was sent. */
export function findRoute(incoming: IncomingMessage) {
  const [, parent, queueId = ''] =
    /^(\/docqueue|\/_emulator\/queues)\/([^/]+)$/.exec(rawPath(incoming)) ?? [];
  const path = parent ? `${parent}/<QueueId>` : rawPath(incoming);
  const route = ROUTES[`${incoming.method} ${path}`];
  return {
    service: route && 'target' in route ? route : undefined,
    control: route && 'run' in route ? route : undefined,
    queueId,
  };
}

export function overview(state: State) {
  return {
    time: new Date(state.now()).toISOString(),
    settings: state.settings,
    faults: state.faults,
    queues: state.queues.length,
    requests: state.requests.length,
    // As JSON, it lacks the functions.
    routes: ROUTES,
  };
}

function list({ state, incoming, stamp }: Call): HttpResponse {
  const request = parseRequest(incoming);
  verifySignature(request, state.keys, stamp.now);
  return resultResponse(stamp, listQueues(state, request.query));
}

// A body of this service is about 1 KB.
const MAX_BODY = 64 * 1024;

async function update({ state, incoming, stamp, logged }: Call): Promise<HttpResponse> {
  const request = parseRequest(incoming);
  verifySignature(request, state.keys, stamp.now);
  const body = await readBody(incoming, MAX_BODY);
  logged.body = body.toString();
  const settings = readSettings(body, incoming.headers['content-type']);
  const Queue = state.updateQueue(request.path.slice('/docqueue/'.length), settings);
  return resultResponse(stamp, { Queue });
}

function sts({ state, stamp }: Call): HttpResponse {
  return jsonResponse(200, toStsContent(state.issueKey(), stamp.requestId));
}
