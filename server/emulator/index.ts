import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Listening, listen } from '../listen';
import { isLocal, NOT_LOCAL } from '../local';
import { jsonResponse, respond } from '../respond';
import { control } from './control';
import type { Fault } from './faults';
import type { TemporaryKey } from './keys';
import { rawPath } from './request';
import { serve } from './serve';
import { type EmulatorOptions, State } from './state';

export type { EmulatorOptions, Fault, TemporaryKey };

/** The service: its state, and how to change it. Its `url` is what `Domain` has to be. */
export type Emulator = State & Listening;

/**
 * Starts the doc-queue service of Cloud Infinite on this machine, with signatures verified, temporary keys, and
 * faults on request.
 *
 * @throws (rejects) when an option is wrong, or with `EADDRINUSE` when the port is taken
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const state = new State(options);
  const server = createServer((incoming, outgoing) => {
    handle(state, incoming, outgoing).catch((error) => {
      console.error(error);
      outgoing.destroy();
    });
  });
  return Object.assign(state, await listen(server, options.port ?? 0));
}

async function handle(
  state: State,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const isControl = /^\/_emulator(\/|$)/.test(rawPath(incoming));
  if (isControl && !isLocal(incoming)) {
    respond(outgoing, jsonResponse(403, { error: NOT_LOCAL }));
    return;
  }
  outgoing.setHeaders(CORS_HEADERS);
  if (incoming.method === 'OPTIONS') respond(outgoing, preflightResponse(incoming));
  else if (isControl) respond(outgoing, await control(state, incoming));
  else await serve(state, incoming, outgoing);
}

/** A preview in a browser comes from another origin. */
const CORS_HEADERS = new Headers({
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'x-ci-request-id, Content-Length, Date, Server',
});

/** Lets a page send what it asks for: the SDK chooses its headers. */
function preflightResponse({ headers }: IncomingMessage) {
  const allowed = {
    'Access-Control-Allow-Methods': 'GET, PUT, POST, PATCH, DELETE',
    'Access-Control-Allow-Headers': headers['access-control-request-headers'] ?? '*',
    'Access-Control-Max-Age': '600',
  };
  return { status: 204, headers: allowed, body: '' };
}
