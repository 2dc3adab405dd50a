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

export interface ServiceRoute {
  readonly does: string;
  /** The name by which a fault is aimed at it. */
  readonly target: Target;
  /** Carries out a call. A `ServiceError` that it throws becomes the response. */
  operation(call: Call): HttpResponse | Promise<HttpResponse>;
}

/** What the real service has not: faults, settings and the request log, in JSON. */
export interface ControlRoute {
  readonly does: string;
  /** Example bodies, each by what it does. A route without any takes no body. */
  readonly bodies?: Readonly<Record<string, unknown>>;
  /**
   * @param body not checked yet: the state does that
   * @returns the content of the response; nothing stands for the overview
   */
  run(state: State, body: never, queueId: string): unknown;
}

export const ROUTES: Readonly<Record<string, ServiceRoute | ControlRoute>> = {
  'GET /docqueue': {
    does: 'DescribeDocProcessQueues (460/46946): lists queues. Must be signed, as to the real service.',
    target: 'list',
    operation: list,
  },
  'PUT /docqueue/<QueueId>': {
    does: 'UpdateDocProcessQueue (460/46947): replaces the settings of a queue. Must be signed.',
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
      'Makes calls go wrong, in place of the faults that are on. Of a list of faults, each call meets the first that ' +
      'is for it. "target" (list, update, sts, or several in an array) limits a fault to these calls, "times" to so many.',
    bodies: {
      'Every response comes three seconds late.': { delay: 3000 },
      'Two calls fail with 503.': { times: 2, answer: { status: 503 } },
      'Every list is refused with a code and a message.': {
        target: 'list',
        answer: { status: 403, code: 'AccessDenied', message: 'Access Denied.' },
      },
      'Every update succeeds with exactly this body, and changes nothing.': {
        target: 'update',
        answer: { status: 200, body: 'nonsense', contentType: 'text/plain' },
      },
      'The key server fails as a proxy does ("format": xml, json, html, text or empty).': {
        target: 'sts',
        answer: { status: 500, format: 'html' },
      },
      'Only the first half of each response comes.': { cut: { fraction: 0.5 } },
      'One connection drops without a response, then all are half a second late.': [
        { times: 1, drop: true },
        { delay: 500 },
      ],
    },
    run: (state, faults) => state.setFault(faults),
  },
  'DELETE /_emulator/fault': {
    does: 'Switches all faults off.',
    run: (state) => state.setFault([]),
  },
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
      'There are 25 queues, of every kind.': 25,
      'There is one queue. What is left out gets a plausible value.': [
        { Name: 'only', State: 'Paused' },
      ],
    },
    run: (state, queues) => state.setQueues(queues),
  },
  'PATCH /_emulator/queues/<QueueId>': {
    does: 'Changes a queue behind the back of its users, as a colleague in the console would.',
    bodies: {
      'The queue is paused, and its callback off.': {
        State: 'Paused',
        NotifyConfig: { State: 'Off' },
      },
    },
    run: (state, change, queueId) => state.changeQueue(queueId, change),
  },
  'DELETE /_emulator/queues/<QueueId>': {
    does: 'Removes a queue.',
    run: (state, _, queueId) => state.removeQueue(queueId),
  },
  'GET /_emulator/requests': {
    does: 'Shows the last 1000 requests, without keys and signatures.',
    run: (state) => state.requests,
  },
  'DELETE /_emulator/requests': {
    does: 'Forgets the requests.',
    run: (state) => state.clearRequests(),
  },
  'POST /_emulator/reset': {
    does: 'Sets everything back to how it was at the start. Keys stay valid.',
    run: (state) => state.reset(),
  },
};

/** What the table says, without what it runs. */
export const DESCRIPTIONS = Object.fromEntries(
  Object.entries(ROUTES).map(([name, route]) => {
    const bodies = 'bodies' in route && { bodies: route.bodies };
    return [name, { does: route.does, ...bodies }];
  }),
);

/** @returns no route when there is none for this path, or only for other methods of it */
export function findRoute(incoming: IncomingMessage) {
  const [, parent, queueId = ''] =
    /^(\/docqueue|\/_emulator\/queues)\/([^/]+)$/.exec(rawPath(incoming)) ?? [];
  const path = parent ? `${parent}/<QueueId>` : rawPath(incoming);
  return {
    route: ROUTES[`${incoming.method} ${path}`],
    queueId,
    hasOtherMethods: Object.keys(ROUTES).some((name) => name.endsWith(` ${path}`)),
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
  const { headers, ...response } = jsonResponse(
    200,
    toStsContent(state.issueKey(), stamp.requestId),
  );
  return { ...response, headers: { ...headers, 'Cache-Control': 'no-store' } };
}

export function overview(state: State) {
  return {
    time: new Date(state.now()).toISOString(),
    settings: state.settings,
    faults: state.faults,
    queues: state.queues.length,
    requests: state.requests.length,
    routes: DESCRIPTIONS,
  };
}
