import type { IncomingMessage } from 'node:http';
import type { Target } from './faults';
import { toStsContent } from './keys';
import { listQueues } from './list';
import { parseRequest, rawPath, readBody, type ServiceRequest } from './request';
import { verifySignature } from './signature';
import type { State } from './state';
import { readSettings } from './update';

/** A request, as a route handles it. */
export interface Call {
  readonly state: State;
  readonly incoming: IncomingMessage;
  /** The id in the path, still percent-encoded. */
  readonly queueId: string;
  /** The JSON body if the route has `bodies`. The state validates it. */
  readonly body: never;
}

interface Route {
  readonly does: string;
  /** The name by which a fault selects this route. The control API has no faults. */
  readonly target?: Target;
  /** Examples of a JSON body, each under the effect it has. */
  readonly bodies?: Readonly<Record<string, unknown>>;
  /** Returns the content of the response: elements for XML, otherwise JSON. Nothing means the overview. */
  run(call: Call): unknown;
}

/** The service, an app's key server, and a control API, which the real service does not have. */
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
    does: "Issues a temporary key, as an app's key server does.",
    target: 'sts',
    run: ({ state }) => toStsContent(state.issueKey()),
  },
  'GET /_emulator': { does: 'Shows the state of this service and this list.', run() {} },
  'PUT /_emulator/fault': {
    does:
      'Affects calls: those that "target" names (list, update, sts, or an array of these) or all of them; the ' +
      'next "times" calls or every call. If several faults are given, the first one that matches a call applies.',
    bodies: {
      'Every response takes 3 seconds longer.': { delay: 3000 },
      'The next two calls fail.': { times: 2, answer: { status: 503 } },
      'Lists are refused with this code.': {
        target: 'list',
        answer: { status: 403, code: 'X', message: 'Y' },
      },
      'Every response is a web page ("format" can also be xml, json, text or empty).': {
        answer: { status: 200, format: 'html' },
      },
      'One connection drops, then only half of each response comes.': [
        { times: 1, drop: true },
        { cut: { fraction: 0.5 } },
      ],
    },
    run: ({ state, body }) => state.setFault(body),
  },
  'DELETE /_emulator/fault': {
    does: 'Removes all faults.',
    run: ({ state }) => state.setFault([]),
  },
  'PATCH /_emulator/settings': {
    does: 'Changes how this service behaves.',
    bodies: {
      'New temporary keys expire after a minute.': { keySeconds: 60 },
      'The clock of this service is an hour ahead.': { clockOffset: 3600 },
      'In a list by id, NotifyConfig holds only Url.': { sparse: true },
    },
    run: ({ state, body }) => state.configure(body),
  },
  'PUT /_emulator/queues': {
    does: 'Replaces all queues.',
    bodies: {
      'There are 25 queues of all kinds.': 25,
      'There is one queue. Fields left out get plausible values.': [
        { Name: 'only', State: 'Paused' },
      ],
    },
    run: ({ state, body }) => state.setQueues(body),
  },
  'PATCH /_emulator/queues/<QueueId>': {
    does: 'Changes some fields of a queue, as if a colleague had done so in the console.',
    bodies: { 'The callback is off.': { NotifyConfig: { State: 'Off' } } },
    run: ({ state, queueId, body }) => state.changeQueue(queueId, body),
  },
  'DELETE /_emulator/queues/<QueueId>': {
    does: 'Removes a queue.',
    run: ({ state, queueId }) => state.removeQueue(queueId),
  },
  'POST /_emulator/reset': {
    does: 'Resets this service to its state at the start. Keys stay valid.',
    run: ({ state }) => state.reset(),
  },
};

/** Finds the route of a request and the id in its path. */
export function findRoute(incoming: IncomingMessage) {
  const [, parent, queueId = ''] =
    /^(\/docqueue|\/_emulator\/queues)\/([^/]+)$/.exec(rawPath(incoming)) ?? [];
  const path = parent ? `${parent}/<QueueId>` : rawPath(incoming);
  return { route: ROUTES[`${incoming.method} ${path}`], queueId };
}

export function overview(state: State) {
  return {
    time: new Date(state.now()).toISOString(),
    settings: state.settings,
    faults: state.faults,
    queues: state.queues.length,
    requests: state.requests.length,
    // JSON leaves out the functions.
    routes: ROUTES,
  };
}

function list({ state, incoming }: Call) {
  return listQueues(state, verifyRequest(state, incoming).query);
}

async function update({ state, incoming }: Call) {
  const { path } = verifyRequest(state, incoming);
  const settings = readSettings(await readBody(incoming), incoming.headers['content-type']);
  return { Queue: state.updateQueue(path.slice('/docqueue/'.length), settings) };
}

function verifyRequest(state: State, incoming: IncomingMessage): ServiceRequest {
  const request = parseRequest(incoming);
  verifySignature(request, state.keys, state.now());
  return request;
}
