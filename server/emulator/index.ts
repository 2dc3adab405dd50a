import { createServer } from 'node:http';
import { type Listening, listen } from '../listen';
import type { Fault } from './faults';
import type { TemporaryKey } from './keys';
import { serve } from './serve';
import { type EmulatorOptions, State } from './state';

export type { EmulatorOptions, Fault, TemporaryKey };

/** The running service and its state. Its `url` is the value for the `Domain` option. */
export type Emulator = State & Listening;

/** Starts the doc-queue service of Cloud Infinite on this machine. Rejects if an option is wrong or the port is taken. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const state = new State(options);
  const server = createServer((incoming, outgoing) => {
    serve(state, incoming, outgoing).catch((error) => {
      console.error(error);
      outgoing.destroy();
    });
  });
  return Object.assign(state, await listen(server, options.port ?? 0));
}
