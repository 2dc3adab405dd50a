import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, errorAnswer, newStamp, type Stamp } from './answer';
import { ServiceError } from './errors';
import { type CheckedFault, faultAnswer } from './faults';
import type { LoggedRequest } from './log';
import { rawPath, receive } from './received';
import { noRoute, type Route, routeOf } from './routes';
import type { State } from './state';

/** Logs a request, then carries it out and answers it, or does what a fault says instead. */
export async function serve(
  state: State,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const path = rawPath(incoming);
  const stamp = newStamp(state.now(), path);
  const logged = state.logRequest(incoming);
  const route = routeOf(incoming.method, path);
  const fault = route && state.takeFault(route.target);

  let result: Answer | undefined;
  if (route && fault?.answer) {
    result = faultAnswer(fault.answer, route.target, stamp);
  } else if (!fault?.drop || fault.cut) {
    result = await carryOut(state, route, incoming, stamp, logged);
  }

  if (fault?.delay) {
    const delay = wait(fault.delay, undefined, { ref: false });
    await Promise.race([delay, once(outgoing, 'close')]);
  }
  if (result && !outgoing.closed) logged.status = result.status;
  send(outgoing, result, fault);
}

async function carryOut(
  state: State,
  route: Route | undefined,
  incoming: IncomingMessage,
  stamp: Stamp,
  logged: LoggedRequest,
): Promise<Answer> {
  try {
    const received = receive(incoming);
    if (!route) throw noRoute(received, stamp);
    return await route.operation(state, { incoming, received, stamp, logged });
  } catch (error) {
    if (error instanceof ServiceError) return errorAnswer(stamp, error);
    // An upload that broke off is the client's affair.
    if (!incoming.errored) console.error(error);
    return errorAnswer(stamp, new ServiceError('InternalError', 'An error of the emulator.'));
  }
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
  const part = whole.subarray(0, cut && ('bytes' in cut ? cut.bytes : cut.fraction * whole.length));
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
