import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { listen } from '../listen';
import { isLocal, NOT_LOCAL } from '../local';
import { errorAnswer, newStamp } from './answer';
import { control, sendJson } from './control';
import { ServiceError } from './errors';
import type { Fault } from './faults';
import { FIXED_KEY, type TemporaryKey } from './keys';
import type { LoggedRequest } from './log';
import type { QueueChange, QueueRecord } from './queues';
import { rawPath } from './received';
import { serve } from './serve';
import { type EmulatorOptions, type Settings, State } from './state';

export type { EmulatorOptions, Fault, TemporaryKey };

export type Emulator = Awaited<ReturnType<typeof startEmulator>>;

/**
 * Starts the doc-queue service of Cloud Infinite on this machine: the two operations of 460/46946 and
 * 460/46947 with signatures verified, temporary keys, and faults on request. Its `url`, to be used as the
 * `Domain`, is `http://127.0.0.1:<port>`.
 *
 * @throws (rejects) when an option is wrong, or with `EADDRINUSE` when the port is taken
 */
export async function startEmulator(options: EmulatorOptions = {}) {
  const state = new State(options);
  const listening = await listen(serverOf(state), options.port ?? 0);

  return {
    ...listening,
    /** The pair that is always accepted, without a token. */
    key: FIXED_KEY,
    /** A copy of the queues as they are now. */
    get queues(): QueueRecord[] {
      return state.queues.all();
    },
    /** A copy of the last 1000 requests to the service, oldest first. */
    get requests(): LoggedRequest[] {
      return state.log.all;
    },
    /** The faults that are still to come. */
    get faults(): Fault[] {
      return state.faults.all;
    },
    get settings(): Settings {
      return state.settings;
    },

    /** Switches faults on, in place of those that are. The first of several that fits a call hits it. */
    setFault: (fault: Fault | readonly Fault[]): void => state.faults.set(fault),
    /** Switches all faults off and forgets the requests. */
    clear(): void {
      state.faults.set([]);
      state.log.clear();
    },
    configure: (settings: Partial<Settings>): void => state.configure(settings),
    /** These queues, or so many, in place of those that are. */
    setQueues: (queues: number | readonly QueueChange[]) => state.setQueues(queues),
    /** Changes one queue behind its users' back. */
    changeQueue: (id: string, change: QueueChange): QueueRecord => state.queues.change(id, change),
    removeQueue: (id: string) => state.queues.remove(id),
    /** What `GET /sts` gives. */
    issueKey: (): TemporaryKey => state.keys.issue(state.now(), state.settings.keySeconds),
    /** Back to the options it was started with. */
    reset: (): void => state.reset(),
  };
}

function serverOf(state: State): Server {
  // A missing host has an answer of the service's own.
  const server = createServer({ requireHostHeader: false }, (incoming, outgoing) => {
    handle(state, incoming, outgoing).catch((error) => {
      console.error(error);
      outgoing.destroy();
    });
  });
  server.on('clientError', (error, socket) => refuse(state, error, socket as Socket));
  return server;
}

async function handle(
  state: State,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const isControl = /^\/_emulator(\/|$)/.test(rawPath(incoming));
  if (isControl && !isLocal(incoming)) {
    sendJson(outgoing, 403, { error: NOT_LOCAL });
    return;
  }
  allowAnyOrigin(incoming, outgoing);
  if (incoming.method === 'OPTIONS') outgoing.writeHead(204).end();
  else if (isControl) await control(state, incoming, outgoing);
  else await serve(state, incoming, outgoing);
}

/** A preview in a browser comes from another origin, with headers that the SDK chooses. */
function allowAnyOrigin({ method, headers }: IncomingMessage, outgoing: ServerResponse): void {
  outgoing.setHeader('Access-Control-Allow-Origin', '*');
  outgoing.setHeader(
    'Access-Control-Expose-Headers',
    'x-ci-request-id, Content-Length, Date, Server',
  );
  if (method !== 'OPTIONS') return;
  outgoing.setHeader('Access-Control-Allow-Methods', 'GET, PUT, POST, PATCH, DELETE');
  outgoing.setHeader(
    'Access-Control-Allow-Headers',
    headers['access-control-request-headers'] ?? '*',
  );
  outgoing.setHeader('Access-Control-Max-Age', 600);
}

/** Answers what is not even HTTP. */
function refuse(state: State, { message }: Error, socket: Socket): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const error = new ServiceError('InvalidArgument', message);
  const { headers, body } = errorAnswer(newStamp(state.now(), '/'), error);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 400 Bad Request\r\n${lines.join('')}Connection: close\r\n\r\n${body}`);
}
