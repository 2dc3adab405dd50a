import type { IncomingMessage } from 'node:http';
import { type Answer, answer, resultAnswer, type Stamp } from './answer';
import { ServiceError } from './errors';
import type { Target } from './faults';
import { stsAnswer } from './keys';
import { listQueues } from './list';
import type { LoggedRequest } from './log';
import { bucketOf, type Received, readBody, valuesOf } from './received';
import { verifySignature } from './signature';
import type { State } from './state';
import { readSettings } from './update';

/** One call to the service. */
export interface Call {
  readonly incoming: IncomingMessage;
  readonly received: Received;
  readonly stamp: Stamp;
  readonly logged: LoggedRequest;
}

/** Carries out a call. A `ServiceError` that it throws becomes the answer. */
type Operation = (state: State, call: Call) => Answer | Promise<Answer>;

export interface Route {
  /** The name by which a fault can be meant for it. */
  readonly target?: Target;
  readonly operation: Operation;
}

const ROUTES: readonly (Route & { method: string; path: RegExp })[] = [
  { method: 'GET', path: /^\/docqueue$/, target: 'list', operation: list },
  { method: 'PUT', path: /^\/docqueue\/[^/]+$/, target: 'update', operation: update },
  { method: 'GET', path: /^\/sts$/, target: 'sts', operation: sts },
];

/** @param path as it was sent, not decoded */
export function routeOf(method: string | undefined, path: string): Route {
  const routes = ROUTES.filter((route) => route.path.test(path));
  const route = routes.find((other) => other.method === method);
  return route ?? { operation: routes.length > 0 ? wrongMethod : wrongUrl };
}

function list(state: State, { received, stamp }: Call): Answer {
  verifySignature(received, state.keys, stamp.now);
  const shape = { ...state.settings, bucket: bucketOf(received.headers) };
  return resultAnswer(stamp, listQueues(state.queues, received.query, shape));
}

// A body of this service is about 1 KB.
const MAX_BODY = 64 * 1024;

async function update(state: State, { incoming, received, stamp, logged }: Call): Promise<Answer> {
  verifySignature(received, state.keys, stamp.now);
  const body = await readBody(incoming, MAX_BODY);
  state.log.addBody(logged, body);
  const settings = readSettings(body, valuesOf(received.headers, 'content-type')[0]);
  const id = received.path.slice('/docqueue/'.length);
  const record = state.queues.update(id, settings, stamp.now);
  const BucketId = bucketOf(received.headers) ?? record.BucketId;
  return resultAnswer(stamp, { Queue: { ...record, BucketId } });
}

/** The key server of an app, which the mini program asks before it calls the service. */
function sts(state: State, { stamp }: Call): Answer {
  const key = state.keys.issue(stamp.now, state.settings.keySeconds);
  return answer(stamp, 200, 'application/json', JSON.stringify(stsAnswer(key, stamp.requestId)));
}

function wrongMethod(_: State, { received }: Call): never {
  throw new ServiceError('MethodNotAllowed', `${received.method} is not a method of this URL.`);
}

function wrongUrl(_: State, { received }: Call): never {
  throw new ServiceError('InvalidUrl', `${received.path} is not a URL of this service.`);
}
