import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { isLocal, NOT_LOCAL } from '../local';
import { closeUnlessRead, type HttpResponse, jsonResponse, respond } from '../respond';
import { ServiceError } from './errors';
import { type CheckedFault, faultResponse } from './faults';
import { rawPath, readBody } from './request';
import { errorXml, newStamp, resultResponse, type Stamp, serviceResponse } from './response';
import { findRoute, overview } from './routes';
import type { State } from './state';
import type { XmlFields } from './xml';

const isControl = (incoming: IncomingMessage) => /^\/_emulator(\/|$)/.test(rawPath(incoming));

/** Carries out a request and sends the response, unless a fault changes that. */
export async function serve(
  state: State,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  if (isControl(incoming) && !isLocal(incoming)) {
    respond(outgoing, jsonResponse(403, { error: NOT_LOCAL }));
    return;
  }
  outgoing.setHeaders(CORS_HEADERS);
  if (incoming.method === 'OPTIONS') {
    respond(outgoing, preflightResponse(incoming));
    return;
  }
  const { target } = findRoute(incoming).route ?? {};
  const stamp = newStamp(state.now(), rawPath(incoming));
  if (!isControl(incoming)) state.logRequest(incoming);
  const fault = target && state.takeFault(target);

  let response: HttpResponse | undefined;
  if (target && fault?.answer) {
    response = faultResponse(fault.answer, target, stamp);
  } else if (!fault?.drop || fault.cut) {
    response = await carryOut(state, incoming, stamp);
  }
  if (fault?.delay) await wait(fault.delay, undefined, { ref: false });
  send(outgoing, response, fault);
}

async function carryOut(
  state: State,
  incoming: IncomingMessage,
  stamp: Stamp,
): Promise<HttpResponse> {
  const { route, queueId } = findRoute(incoming);
  try {
    if (!route) {
      throw new ServiceError('InvalidUrl', `There is no ${incoming.method} ${stamp.resource}.`);
    }
    const body = (route.bodies && (await readJson(incoming))) as never;
    const content = await route.run({ state, incoming, queueId, body });
    const isXml = route.target === 'list' || route.target === 'update';
    return isXml
      ? resultResponse(stamp, content as XmlFields)
      : jsonResponse(200, content ?? overview(state));
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return isControl(incoming)
      ? jsonResponse(error.status, { error: error.message })
      : serviceResponse(stamp, error.status, errorXml(stamp, error));
  }
}

async function readJson(incoming: IncomingMessage): Promise<unknown> {
  const body = await readBody(incoming);
  try {
    return JSON.parse(body);
  } catch {
    throw new ServiceError('InvalidArgument', 'The body must be JSON.');
  }
}

/** Sends a response, cut short if the fault says so. Without a response, it drops the connection. */
function send(
  outgoing: ServerResponse,
  response: HttpResponse | undefined,
  { cut, drop }: Pick<CheckedFault, 'cut' | 'drop'> = {},
): void {
  if (!response) {
    outgoing.destroy();
    return;
  }
  const whole = Buffer.from(response.body);
  const part = whole.subarray(0, cut && cut.fraction * whole.length);
  closeUnlessRead(outgoing);
  // If the connection drops within the body, the Content-Length is still that of the whole body.
  const length = drop ? whole.length : part.length;
  outgoing.writeHead(response.status, { ...response.headers, 'Content-Length': length });
  if (drop) outgoing.write(part, () => outgoing.socket?.destroySoon());
  else outgoing.end(part);
}

/** The preview runs in a browser, on another origin. */
const CORS_HEADERS = new Headers({
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'x-ci-request-id, Content-Length, Date, Server',
});

/** Allows all the headers that a page wants to send: the SDK chooses them. */
function preflightResponse({ headers }: IncomingMessage): HttpResponse {
  const allowed = {
    'Access-Control-Allow-Methods': 'GET, PUT, POST, PATCH, DELETE',
    'Access-Control-Allow-Headers': headers['access-control-request-headers'] ?? '*',
    'Access-Control-Max-Age': '600',
  };
  return { status: 204, headers: allowed, body: '' };
}
