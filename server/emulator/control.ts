import type { IncomingMessage } from 'node:http';
import { type HttpResponse, jsonResponse } from '../respond';
import { ServiceError } from './errors';
import { decode, rawPath, readBody } from './request';
import { findRoute, overview } from './routes';
import type { State } from './state';

/** Carries out a request to the control API, `/_emulator`. */
export async function control(state: State, incoming: IncomingMessage): Promise<HttpResponse> {
  try {
    const { control, queueId } = findRoute(incoming);
    if (!control) {
      const error = `There is no ${incoming.method} ${rawPath(incoming)}. See GET /_emulator.`;
      return jsonResponse(404, { error });
    }
    const body = (control.bodies && (await readJson(incoming))) as never;
    const content = control.run(state, body, decode(queueId));
    return jsonResponse(200, content ?? overview(state));
  } catch (error) {
    const { status = 500, message } = error as Partial<ServiceError>;
    if (status === 500) console.error(error);
    return jsonResponse(status, { error: message });
  }
}

// A whole set of queues is larger than any body of the service.
const MAX_BODY = 1024 * 1024;

async function readJson(incoming: IncomingMessage): Promise<unknown> {
  const body = await readBody(incoming, MAX_BODY);
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new ServiceError('InvalidArgument', 'The body must be JSON.');
  }
}
