import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { answer, resultAnswer } from './answer';
import { control } from './control';
import { ServiceError } from './errors';
import { stsAnswer } from './keys';
import { listQueues } from './list';
import { bucketOf, rawPath, readBody, valuesOf } from './received';
import { type Env, type Operation, serve } from './serve';
import { verifySignature } from './signature';
import type { State } from './state';
import { readSettings } from './update';

export function createApp(state: State): Hono<Env> {
  // Routes match the path as it was sent and signed; Hono's own would be that of a tidied-up URL.
  const getPath = (_: Request, options?: { env?: HttpBindings }) =>
    rawPath(options?.env?.incoming.url ?? '/');
  const app = new Hono<Env>({ getPath });

  // A preview in a browser comes from another origin, with headers that the SDK chooses.
  const exposeHeaders = ['x-ci-request-id', 'Content-Length', 'Date', 'Server'];
  app.use(cors({ origin: '*', exposeHeaders, maxAge: 600 }));
  app.route('/_emulator', control(state));

  app.get('/docqueue', serve(state, list(state), 'list'));
  app.put('/docqueue/:id', serve(state, update(state), 'update'));
  app.get('/sts', serve(state, sts(state), 'sts'));
  for (const path of ['/docqueue', '/docqueue/:id', '/sts']) {
    app.all(path, serve(state, wrongMethod));
  }
  app.all('*', serve(state, wrongUrl));
  return app;
}

const list =
  (state: State): Operation =>
  ({ received, stamp }) => {
    verifySignature(received, state.keys, stamp.now);
    const shape = { ...state.settings, bucket: bucketOf(received.headers) };
    return resultAnswer(stamp, listQueues(state.queues, received.query, shape));
  };

const update =
  (state: State): Operation =>
  async ({ context, received, stamp, logged }) => {
    verifySignature(received, state.keys, stamp.now);
    const body = await readBody(context.env.incoming);
    logged.body = body.toString();
    const settings = readSettings(body, valuesOf(received.headers, 'content-type')[0]);
    const id = received.path.slice('/docqueue/'.length);
    const record = state.queues.update(id, settings, stamp.now);
    const BucketId = bucketOf(received.headers) ?? record.BucketId;
    return resultAnswer(stamp, { Queue: { ...record, BucketId } });
  };

// The key server of an app, which the mini program asks before it calls the service.
const sts =
  (state: State): Operation =>
  ({ stamp }) => {
    const key = state.keys.issue(stamp.now, state.settings.keySeconds);
    return answer(stamp, 200, 'application/json', JSON.stringify(stsAnswer(key, stamp.requestId)));
  };

const wrongMethod: Operation = ({ received }) => {
  throw new ServiceError('MethodNotAllowed', `${received.method} is not a method of this URL.`);
};

const wrongUrl: Operation = ({ received }) => {
  throw new ServiceError('InvalidUrl', `${received.path} is not a URL of this service.`);
};
