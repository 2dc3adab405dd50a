import type { ServerResponse } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, Handler } from 'hono';
import { type Answer, errorAnswer, newStamp, type Stamp } from './answer';
import { ServiceError } from './errors';
import { type CheckedFault, faultAnswer, type Target } from './faults';
import type { LoggedRequest } from './log';
import { type Received, rawPath, receive } from './received';
import type { State } from './state';

export type Env = { Bindings: HttpBindings };

/** Carries out one call. A `ServiceError` that it throws becomes the answer. */
export type Operation = (call: Call) => Answer | Promise<Answer>;

export interface Call {
  readonly context: Context<Env>;
  readonly received: Received;
  readonly stamp: Stamp;
  readonly logged: LoggedRequest;
}

/** Logs each request, then carries it out and answers it, or does what a fault says instead. */
export function serve(state: State, operation: Operation, target?: Target): Handler<Env> {
  return async (context) => {
    const stamp = newStamp(state.now());
    const logged = state.log.add(context.env.incoming);
    const fault = target && state.faults.take(target);

    let result: Answer | undefined;
    if (target && fault?.answer) result = faultAnswer(fault.answer, target, stamp);
    else if (!fault?.drop || fault.cut) result = await carryOut(operation, context, stamp, logged);

    if (fault?.delay) await wait(fault.delay, context.env.outgoing);
    return send(context, result, logged, fault ?? {});
  };
}

async function carryOut(
  operation: Operation,
  context: Context<Env>,
  stamp: Stamp,
  logged: LoggedRequest,
): Promise<Answer> {
  const { incoming } = context.env;
  try {
    return await operation({ context, received: receive(incoming), stamp, logged });
  } catch (error) {
    const path = rawPath(incoming.url ?? '/');
    if (error instanceof ServiceError) return errorAnswer(stamp, error, path);
    // An upload that broke off is the client's affair.
    if (!incoming.errored) console.error(error);
    return errorAnswer(stamp, new ServiceError('InternalError', 'An error of the emulator.'), path);
  }
}

/** Waits until the time has passed, or until there is nobody left to answer. */
function wait(milliseconds: number, outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      outgoing.off('close', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    outgoing.once('close', done);
    if (outgoing.closed) done();
  });
}

// A Response with one of these statuses may not have a body: https://fetch.spec.whatwg.org/#null-body-status
const WITHOUT_BODY = [204, 205, 304];

/** Sends the answer as the fault allows; without one, the connection drops. */
function send(
  context: Context<Env>,
  result: Answer | undefined,
  logged: LoggedRequest,
  { cut, drop }: Pick<CheckedFault, 'cut' | 'drop'>,
): Response {
  const { incoming, outgoing } = context.env;
  if (!result) incoming.socket.destroy();
  if (!result || outgoing.closed) return RESPONSE_ALREADY_SENT;

  const { status, headers, body } = result;
  logged.status = status;
  const whole = Buffer.from(body);
  const part = whole.subarray(0, cut && ('bytes' in cut ? cut.bytes : cut.fraction * whole.length));
  if (!drop) return new Response(WITHOUT_BODY.includes(status) ? null : part, { status, headers });

  // The headers promise the whole body.
  for (const [name, value] of [...context.res.headers, ...headers]) outgoing.setHeader(name, value);
  outgoing.writeHead(status, { 'Content-Length': whole.length });
  outgoing.flushHeaders();
  outgoing.write(part, () => incoming.socket.destroySoon());
  return RESPONSE_ALREADY_SENT;
}
