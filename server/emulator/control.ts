import type { IncomingMessage, ServerResponse } from 'node:http';
import { ZodError, z } from 'zod';
import { ServiceError } from './errors';
import { decode, rawPath, readBody } from './received';
import type { State } from './state';

interface Route {
  /** Bodies that it takes; a route without any takes none. */
  readonly bodies?: readonly unknown[];
  /**
   * @param body not checked yet: the state does that
   * @returns what to answer; nothing stands for the overview
   */
  run(state: State, body: never, id: string): unknown;
}

const ROUTES: Record<string, Route> = {
  'GET /_emulator': { run: overview },
  'PUT /_emulator/fault': {
    bodies: [
      { delay: 3000 },
      { times: 2, answer: { status: 503 } },
      { target: 'list', answer: { status: 403, code: 'AccessDenied', message: 'Access Denied.' } },
      { target: 'update', answer: { status: 200, body: 'nonsense', contentType: 'text/plain' } },
      { target: 'sts', answer: { status: 500, format: 'html' } },
      { cut: { fraction: 0.5 } },
      [{ times: 1, drop: true }, { delay: 500 }],
    ],
    run: (state, faults) => state.setFault(faults),
  },
  'DELETE /_emulator/fault': { run: (state) => state.setFault([]) },
  'PATCH /_emulator/settings': {
    bodies: [{ keySeconds: 60 }, { clockOffset: 3600 }, { sparse: true, nonExist: 'flat' }],
    run: (state, settings) => state.configure(settings),
  },
  'GET /_emulator/queues': { run: (state) => state.queues },
  'PUT /_emulator/queues': {
    bodies: [25, [{ Name: 'only', State: 'Paused' }]],
    run: (state, queues) => state.setQueues(queues),
  },
  'PATCH /_emulator/queues/<QueueId>': {
    bodies: [{ State: 'Paused', NotifyConfig: { State: 'Off' } }],
    run: (state, change, id) => state.changeQueue(id, change),
  },
  'DELETE /_emulator/queues/<QueueId>': { run: (state, _, id) => state.removeQueue(id) },
  'GET /_emulator/requests': { run: (state) => state.requests },
  'DELETE /_emulator/requests': { run: (state) => state.clearRequests() },
  'POST /_emulator/reset': { run: (state) => state.reset() },
};

const BODIES = Object.fromEntries(
  Object.entries(ROUTES).map(([route, { bodies = [] }]) => [route, bodies]),
);

function overview(state: State) {
  return {
    time: new Date(state.now()).toISOString(),
    settings: state.settings,
    faults: state.faults,
    queues: state.queues.length,
    requests: state.requests.length,
    routes: BODIES,
  };
}

/** What the real service has not: faults, settings and the request log, in JSON. */
export async function control(
  state: State,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  try {
    const path = rawPath(incoming);
    const [, id = ''] = /^\/_emulator\/queues\/([^/]+)$/.exec(path) ?? [];
    const name = id ? '/_emulator/queues/<QueueId>' : path;
    const route = ROUTES[`${incoming.method} ${name}`];
    if (!route) {
      const error = `There is no ${incoming.method} ${path}`;
      sendJson(outgoing, 404, { error, routes: BODIES });
      return;
    }
    const body = (route.bodies && (await readJson(incoming))) as never;
    sendJson(outgoing, 200, route.run(state, body, decode(id, 'InvalidUrl')) ?? overview(state));
  } catch (error) {
    if (error instanceof ZodError) {
      sendJson(outgoing, 400, { error: z.prettifyError(error) });
    } else {
      const { status = 500, message } = error as Partial<ServiceError>;
      if (status === 500) console.error(error);
      sendJson(outgoing, status, { error: message });
    }
  }
}

export function sendJson(outgoing: ServerResponse, status: number, content: unknown): void {
  outgoing.writeHead(status, { 'Content-Type': 'application/json' });
  outgoing.end(JSON.stringify(content, null, 2));
}

// A whole set of queues is larger than any body of the service.
const MAX_BODY = 1024 * 1024;
const MAX_DEPTH = 50;

async function readJson(incoming: IncomingMessage): Promise<unknown> {
  const body = await readBody(incoming, MAX_BODY);
  const value = parseJson(body.toString());
  if (isNestedAtMost(MAX_DEPTH, value)) return value;
  throw new ServiceError('InvalidArgument', `The JSON is nested more than ${MAX_DEPTH} deep.`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ServiceError('InvalidArgument', 'The body must be JSON.');
  }
}

function isNestedAtMost(depth: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((child) => isNestedAtMost(depth - 1, child));
}
