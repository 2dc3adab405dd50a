import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { closeUnlessRead, type HttpResponse } from '../respond';
import { ServiceError } from './errors';
import { type CheckedFault, faultResponse } from './faults';
import { rawPath } from './request';
import { errorResponse, newStamp } from './response';
import { type Call, findRoute } from './routes';
import type { State } from './state';

/** Serves a call of the service or of the key server: logs it, then carries it out, or does what a fault says. */
export async function serve(
  state: State,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const stamp = newStamp(state.now(), rawPath(incoming));
  const logged = state.logRequest(incoming);
  const { service } = findRoute(incoming);
  const fault = service && state.takeFault(service.target);

  let response: HttpResponse | undefined;
  if (service && fault?.answer) {
    response = faultResponse(fault.answer, service.target, stamp);
  } else if (!fault?.drop || fault.cut) {
    response = await carryOut({ state, incoming, stamp, logged });
  }
  if (fault?.delay) await wait(fault.delay, undefined, { ref: false });
  if (response && !outgoing.closed) logged.status = response.status;
  send(outgoing, response, fault);
}

async function carryOut(call: Call): Promise<HttpResponse> {
  const { incoming, stamp } = call;
  try {
    const { service } = findRoute(incoming);
    if (service) return await service.operation(call);
    throw new ServiceError('InvalidUrl', `There is no ${incoming.method} ${stamp.resource}.`);
  } catch (error) {
    if (error instanceof ServiceError) return errorResponse(stamp, error);
    // An upload that broke off is the client's affair.
    if (!incoming.errored) console.error(error);
    return errorResponse(stamp, new ServiceError('InternalError', 'An error of the emulator.'));
  }
}

/** Sends a response as the fault allows; without a response, the connection drops. */
function send(
  outgoing: ServerResponse,
  response: HttpResponse | undefined,
  { cut, drop }: Pick<CheckedFault, 'cut' | 'drop'> = {},
): void {
  const { socket } = outgoing;
  if (!response || !socket) {
    socket?.destroy();
    return;
  }
  const whole = Buffer.from(response.body);
  const part = whole.subarray(0, cut && cut.fraction * whole.length);
  closeUnlessRead(outgoing);
  // When the connection drops, the headers have promised the whole body.
  const length = drop ? whole.length : part.length;
  outgoing.writeHead(response.status, { ...response.headers, 'Content-Length': length });
  if (drop) outgoing.write(part, () => socket.destroySoon());
  else outgoing.end(part);
}
