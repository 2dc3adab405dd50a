import type { IncomingMessage } from 'node:http';
import type { Target } from './faults';
import { toStsContent } from './keys';
import { listQueues } from './list';
import type { LoggedRequest } from './log';
import { parseRequest, rawPath, readBody } from './request';
import type { Stamp } from './response';
import { verifySignature } from './signature';
import type { State } from './state';
import { readSettings } from './update';

/** What a route gets of a request. */
export interface Call {
  readonly state: State;
  readonly incoming: IncomingMessage;
  readonly stamp: Stamp;
  /** Requests to the control API are not logged. */
  readonly logged: LoggedRequest | undefined;
  /** The id in the path, as it was sent. */
  readonly queueId: string;
  /** The body if the route has `bodies`, not checked yet: the state does that. */
  readonly body: never;
}

export interface Route {
  readonly does: string;
  /** The name by which a fault is aimed at this route. The control API has none. */
  readonly target?: Target;
  /** Examples of a JSON body, by what each does. */
  readonly bodies?: Readonly<Record<string, unknown>>;
  /**
   * @returns the content of the response: elements for the service itself, JSON for the others
   * @throws ServiceError which becomes the response
   */
  run(call: Call): unknown;
}

/** The service itself, an app's key server, and the control API, which the real service does not have. */
const ROUTES: Readonly<Record<string, Route>> = {
  'GET /docqueue': {
    does: 'DescribeDocProcessQueues (460/46946): lists queues. It must be signed.',
    target: 'list',
    run: list,
  },
  'PUT /docqueue/<QueueId>': {
    does: 'UpdateDocProcessQueue (460/46947): replaces the settings of a queue. It must be signed.',
    target: 'update',
    run: update,
  },
  'GET /sts': {
    does: 'Gives a temporary key, as the key server of an app does.',
    target: 'sts',
    run: ({ state, stamp }) => toStsContent(state.issueKey(), stamp.requestId),
  },
  'GET /_emulator': { does: 'Shows the state of this service, and this list.', run: overview },
  'PUT /_emulator/fault': {
    does:
      'Makes calls go wrong: those of "target" (list, update, sts, or an array of them), or all; the next ' +
      '"times" calls, or every one. Of several faults, a call meets the first that is meant for it.',
    bodies: {
      'Every response is 3 seconds late.': { delay: 3000 },
      'Two calls fail.': { times: 2, answer: { status: 503 } },
      'Lists are refused, with this code.': {
        target: 'list',
        answer: { status: 403, code: 'X', message: 'Y' },
      },
      'Updates succeed, with this text.': { target: 'update', answer: { status: 200, body: '…' } },
      'The key server fails with a page of HTML (or xml, json, text, empty).': {
        target: 'sts',
        answer: { status: 502, format: 'html' },
      },
      'One connection drops, then only half of each response comes.': [
        { times: 1, drop: true },
        { cut: { fraction: 0.5 } },
      ],
    },
    run: ({ state, body }) => state.setFault(body),
  },
  'DELETE /_emulator/fault': { does: 'Ends all faults.', run: ({ state }) => state.setFault([]) },
  'PATCH /_emulator/settings': {
    does: 'Changes how this service behaves.',
    bodies: {
      'New temporary keys live a minute.': { keySeconds: 60 },
      'Its clock is an hour ahead.': { clockOffset: 3600 },
      'Lists by id hold only the Url of NotifyConfig.': { sparse: true },
    },
    run: ({ state, body }) => state.configure(body),
  },
  'GET /_emulator/queues': { does: 'Shows all queues.', run: ({ state }) => state.queues },
  'PUT /_emulator/queues': {
    does: 'Replaces all queues.',
    bodies: {
      'There are 25, of all kinds.': 25,
      'There is one. What is left out gets a plausible value.': [{ Name: 'only', State: 'Paused' }],
    },
    run: ({ state, body }) => state.setQueues(body),
  },
  'PATCH /_emulator/queues/<QueueId>': {
    does: 'Changes a queue behind the back of its users, as a colleague in the console would.',
    bodies: { 'Its callback is off.': { NotifyConfig: { State: 'Off' } } },
    run: ({ state, queueId, body }) => state.changeQueue(queueId, body),
  },
  'DELETE /_emulator/queues/<QueueId>': {
    does: 'Removes a queue.',
    run: ({ state, queueId }) => state.removeQueue(queueId),
  },
  'GET /_emulator/requests': {
    does: 'Shows the last 1000 requests, without tokens and signatures.',
    run: ({ state }) => state.requests,
  },
  'POST /_emulator/reset': {
    does: 'Sets everything back to how it was at the start. Keys stay valid.',
    run: ({ state }) => state.reset(),
  },
};

/** Finds the route of a request, and the id in its path. */
export function findRoute(incoming: IncomingMessage) {
  const [, parent, queueId = ''] =
    /^(\/docqueue|\/_emulator\/queues)\/([^/]+)$/.exec(rawPath(incoming)) ?? [];
  const path = parent ? `${parent}/<QueueId>` : rawPath(incoming);
  return { route: ROUTES[`${incoming.method} ${path}`], queueId };
}

export function overview({ state }: Call) {
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

function list({ state, incoming, stamp }: Call) {
  const request = parseRequest(incoming);
  verifySignature(request, state.keys, stamp.now);
  return listQueues(state, request.query);
}

// A body of this service is about 1 KB.
const MAX_BODY = 64 * 1024;

async function update({ state, incoming, stamp, logged }: Call) {
  const request = parseRequest(incoming);
  verifySignature(request, state.keys, stamp.now);
  const body = await readBody(incoming, MAX_BODY);
  if (logged) logged.body = body.toString();
  const settings = readSettings(body, incoming.headers['content-type']);
  return { Queue: state.updateQueue(request.path.slice('/docqueue/'.length), settings) };
}
