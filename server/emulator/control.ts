import type { IncomingMessage } from 'node:http';
import { ZodError, z } from 'zod';
import { type HttpResponse, jsonResponse } from '../respond';
import { ServiceError } from './errors';
import { decode, rawPath, readBody } from './request';
import { DESCRIPTIONS, findRoute, overview } from './routes';
import type { State } from './state';

/** Carries out a request to the control API, `/_emulator`. */
export async function control(state: State, incoming: IncomingMessage): Promise<HttpResponse> {
  try {
    const { route, queueId } = findRoute(incoming);
    if (!route || !('run' in route)) {
      const error = `There is no ${incoming.method} ${rawPath(incoming)}`;
      return jsonResponse(404, { error, routes: DESCRIPTIONS });
    }
    const body = (route.bodies && (await readJson(incoming))) as never;
    const content = route.run(state, body, decode(queueId, 'InvalidUrl'));
    return jsonResponse(200, content ?? overview(state));
  } catch (error) {
    if (error instanceof ZodError) return jsonResponse(400, { error: z.prettifyError(error) });
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
