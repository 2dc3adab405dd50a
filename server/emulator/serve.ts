import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, answer, errorAnswer, newStamp, resultAnswer, type Stamp } from './answer';
import { ServiceError } from './errors';
import { type CheckedFault, faultAnswer, type Target } from './faults';
import { stsAnswer } from './keys';
import { listQueues } from './list';
import type { LoggedRequest } from './log';
import { type Received, rawPath, readBody, receive } from './received';
import { verifySignature } from './signature';
import type { State } from './state';
import { readSettings } from './update';

/** One call to the service. */
interface Call {
  readonly state: State;
  readonly incoming: IncomingMessage;
  readonly stamp: Stamp;
  readonly logged: LoggedRequest;
}

interface Route {
  readonly method: string;
  /** As it is sent, not decoded. */
  readonly path: RegExp;
  /** The name by which a fault can be meant for it. */
  readonly target: Target;
  /** Carries out a call. A `ServiceError` that it throws becomes the answer. */
  operation(call: Call, request: Received): Answer | Promise<Answer>;
}

// Each path has one method.
const ROUTES: readonly Route[] = [
  { method: 'GET', path: /^\/docqueue$/, target: 'list', operation: list },
  { method: 'PUT', path: /^\/docqueue\/[^/]+$/, target: 'update', operation: update },
  { method: 'GET', path: /^\/sts$/, target: 'sts', operation: sts },
];

/** Logs a request, then carries it out and answers it, or does what a fault says instead. */
export async function serve(
  state: State,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const { method = 'GET' } = incoming;
  const path = rawPath(incoming);
  const stamp = newStamp(state.now(), path);
  const logged = state.logRequest(incoming);
  const route = ROUTES.find((each) => each.path.test(path));
  const fault = route?.method === method ? state.takeFault(route.target) : undefined;

  let result: Answer | undefined;
  if (route && fault?.answer) {
    result = faultAnswer(fault.answer, route.target, stamp);
  } else if (!fault?.drop || fault.cut) {
    result = await carryOut({ state, incoming, stamp, logged }, route);
  }

  if (fault?.delay) await wait(fault.delay, undefined, { ref: false });
  if (result && !outgoing.closed) logged.status = result.status;
  send(outgoing, result, fault);
}

async function carryOut(call: Call, route: Route | undefined): Promise<Answer> {
  const { incoming, stamp } = call;
  try {
    const request = receive(incoming);
    const { method, path } = request;
    if (!route) throw new ServiceError('InvalidUrl', `${path} is not a URL of this service.`);
    if (route.method !== method) {
      throw new ServiceError('MethodNotAllowed', `${method} is not a method of this URL.`);
    }
    return await route.operation(call, request);
  } catch (error) {
    if (error instanceof ServiceError) return errorAnswer(stamp, error);
    // An upload that broke off is the client's affair.
    if (!incoming.errored) console.error(error);
    return errorAnswer(stamp, new ServiceError('InternalError', 'An error of the emulator.'));
  }
}

function list({ state, stamp }: Call, request: Received): Answer {
  verifySignature(request, state.keys, stamp.now);
  return resultAnswer(stamp, listQueues(state, request.query));
}

// A body of this service is about 1 KB.
const MAX_BODY = 64 * 1024;

async function update(
  { state, incoming, stamp, logged }: Call,
  request: Received,
): Promise<Answer> {
  verifySignature(request, state.keys, stamp.now);
  const body = await readBody(incoming, MAX_BODY);
  logged.body = body.toString();
  const settings = readSettings(body, incoming.headers['content-type']);
  const record = state.updateQueue(request.path.slice('/docqueue/'.length), settings);
  return resultAnswer(stamp, { Queue: record });
}

/** The key server of an app, which the mini program asks before it calls the service. */
function sts({ state, stamp }: Call): Answer {
  const content = stsAnswer(state.issueKey(), stamp.requestId);
  return answer(stamp, 200, 'application/json', JSON.stringify(content));
}

/** Sends the answer as the fault allows; without one, the connection drops. */
function send(
  outgoing: ServerResponse,
  result: Answer | undefined,
  { cut, drop }: Pick<CheckedFault, 'cut' | 'drop'> = {},
): void {
  const { socket } = outgoing;
  if (!result || !socket) {
    socket?.destroy();
    return;
  }
  const whole = Buffer.from(result.body);
  const part = whole.subarray(0, cut && cut.fraction * whole.length);
  outgoing.statusCode = result.status;
  for (const [name, value] of Object.entries(result.headers)) outgoing.setHeader(name, value);
  if (!drop) {
    outgoing.end(part);
    return;
  }
  // The headers promise the whole body.
  outgoing.setHeader('Content-Length', whole.length);
  outgoing.flushHeaders();
  outgoing.write(part, () => socket.destroySoon());
}
