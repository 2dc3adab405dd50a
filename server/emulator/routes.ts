import type { IncomingMessage } from 'node:http';
import { type Answer, answer, resultAnswer, type Stamp } from './answer';
import { ServiceError } from './errors';
import type { Target } from './faults';
import { stsAnswer } from './keys';
import { listQueues } from './list';
import { beginningOf, type LoggedRequest } from './log';
import { bucketOf, type Received, readBody } from './received';
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

export interface Route {
  readonly method: string;
  /** As it is sent, not decoded. */
  readonly path: RegExp;
  /** The name by which a fault can be meant for it. */
  readonly target: Target;
  /** Carries out a call. A `ServiceError` that it throws becomes the answer. */
  operation(state: State, call: Call): Answer | Promise<Answer>;
}

const ROUTES: readonly Route[] = [
  { method: 'GET', path: /^\/docqueue$/, target: 'list', operation: list },
  { method: 'PUT', path: /^\/docqueue\/[^/]+$/, target: 'update', operation: update },
  { method: 'GET', path: /^\/sts$/, target: 'sts', operation: sts },
];

const routesOf = (path: string) => ROUTES.filter((route) => route.path.test(path));

export function routeOf(method: string | undefined, path: string): Route | undefined {
  return routesOf(path).find((route) => route.method === method);
}

/** What to answer when there is no such route. */
export function noRoute({ method, path }: Received, { resource }: Stamp): ServiceError {
  return routesOf(resource).length > 0
    ? new ServiceError('MethodNotAllowed', `${method} is not a method of this URL.`)
    : new ServiceError('InvalidUrl', `${path} is not a URL of this service.`);
}

function list(state: State, { incoming, received, stamp }: Call): Answer {
  verifySignature(received, state.keys, stamp.now);
  return resultAnswer(stamp, listQueues(state, received.query, bucketOf(incoming)));
}

// A body of this service is about 1 KB.
const MAX_BODY = 64 * 1024;

async function update(state: State, { incoming, received, stamp, logged }: Call): Promise<Answer> {
  verifySignature(received, state.keys, stamp.now);
  const body = await readBody(incoming, MAX_BODY);
  logged.body = beginningOf(body);
  const settings = readSettings(body, incoming.headers['content-type']);
  const record = state.updateQueue(received.path.slice('/docqueue/'.length), settings);
  const BucketId = bucketOf(incoming) ?? record.BucketId;
  return resultAnswer(stamp, { Queue: { ...record, BucketId } });
}

/** The key server of an app, which the mini program asks before it calls the service. */
function sts(state: State, { stamp }: Call): Answer {
  const content = stsAnswer(state.issueKey(), stamp.requestId);
  return answer(stamp, 200, 'application/json', JSON.stringify(content));
}
