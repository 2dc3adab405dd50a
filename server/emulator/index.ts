import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { type Answer, errorAnswer, newStamp } from './answer';
import { createApp } from './app';
import { type ErrorCode, ServiceError } from './errors';
import type { CheckedFault, Fault } from './faults';
import { FIXED_KEY, type Key, type TemporaryKey } from './keys';
import { type Listening, listen } from './listen';
import type { LoggedRequest } from './log';
import type { QueueChange, QueueRecord } from './queues';
import { type EmulatorOptions, type Settings, State } from './state';

export type {
  EmulatorOptions,
  Fault,
  Key,
  LoggedRequest,
  QueueChange,
  QueueRecord,
  Settings,
  TemporaryKey,
};

/** Its `url` is `http://127.0.0.1:<port>`, to be used as the `Domain`. */
export interface Emulator extends Listening {
  /** The pair that is always accepted, without a token. */
  readonly key: Key;
  /** A copy of the queues as they are now. */
  readonly queues: QueueRecord[];
  /** A copy of the last 1000 requests to the service, oldest first. */
  readonly requests: LoggedRequest[];
  /** The faults that are still to come. */
  readonly faults: CheckedFault[];
  readonly settings: Settings;

  /** Switches faults on, in place of those that are. The first of several that fits a call hits it. */
  setFault(fault: Fault | readonly Fault[]): void;
  /** Switches all faults off and forgets the requests. */
  clear(): void;
  configure(settings: Partial<Settings>): void;
  /** These queues, or so many, in place of those that are. */
  setQueues(queues: number | readonly QueueChange[]): void;
  /** Changes one queue behind its users' back. */
  changeQueue(id: string, change: QueueChange): QueueRecord;
  removeQueue(id: string): void;
  /** What `GET /sts` gives. */
  issueKey(): TemporaryKey;
  /** Back to the options it was started with. */
  reset(): void;
}

/**
 * Starts the doc-queue service of Cloud Infinite on this machine: the two operations of 460/46946 and
 * 460/46947 with signatures verified, temporary keys, and faults on request.
 *
 * @throws (rejects) when an option is wrong, or with `EADDRINUSE` when the port is taken
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const state = new State(options);
  const listening = await listen(serverOf(state), options.port ?? 0);

  return {
    ...listening,
    key: FIXED_KEY,
    get queues() {
      return state.queues.all();
    },
    get requests() {
      return state.log.all;
    },
    get faults() {
      return state.faults.all;
    },
    get settings() {
      return state.settings;
    },
    setFault: (fault) => state.faults.set(fault),
    clear() {
      state.faults.set([]);
      state.log.clear();
    },
    configure: (settings) => state.configure(settings),
    setQueues: (queues) => state.setQueues(queues),
    changeQueue: (id, change) => state.queues.change(id, change),
    removeQueue: (id) => state.queues.remove(id),
    issueKey: () => state.keys.issue(state.now(), state.settings.keySeconds),
    reset: () => state.reset(),
  };
}

function serverOf(state: State): Server {
  const listener = getRequestListener(createApp(state).fetch, {
    // Tests share their process with this server.
    overrideGlobalObjects: false,
    // What no URL can be made of, such as a host with a space.
    errorHandler: (error) => {
      const { status, headers, body } = refusal(state, 'InvalidHost', error);
      return new Response(body, { status, headers });
    },
  });
  const server = createServer({ requireHostHeader: false }, listener);
  server.on('clientError', (error, socket) => refuse(state, error, socket as Socket));
  return server;
}

/** Answers what is not even HTTP. */
function refuse(state: State, error: Error, socket: Socket): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const { headers, body } = refusal(state, 'InvalidArgument', error);
  const lines = [...headers].map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 400 Bad Request\r\n${lines.join('')}Connection: close\r\n\r\n${body}`);
}

function refusal(state: State, code: ErrorCode, error: unknown): Answer {
  const message = error instanceof Error ? error.message : String(error);
  return errorAnswer(newStamp(state.now()), new ServiceError(code, message), '');
}
