import { type Context, Hono } from 'hono';
import { prettyJSON } from 'hono/pretty-json';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { ZodError, z } from 'zod';
import { ServiceError } from './errors';
import { readBody } from './received';
import type { Env } from './serve';
import type { State } from './state';

/** Every route, with bodies that it takes. */
const ROUTES = {
  'GET /_emulator': [],
  'PUT /_emulator/fault': [
    { delay: 3000 },
    { times: 2, answer: { status: 503 } },
    { target: 'list', answer: { status: 403, code: 'AccessDenied', message: 'Access Denied.' } },
    { target: 'update', answer: { status: 200, body: 'nonsense', contentType: 'text/plain' } },
    { target: 'sts', answer: { status: 500, format: 'html' } },
    { cut: { fraction: 0.5 } },
    [{ times: 1, drop: true }, { delay: 500 }],
  ],
  'DELETE /_emulator/fault': [],
  'PATCH /_emulator/settings': [
    { keySeconds: 60 },
    { clockOffset: 3600 },
    { sparse: true, nonExist: 'flat' },
  ],
  'GET /_emulator/queues': [],
  'PUT /_emulator/queues': [25, [{ Name: 'only', State: 'Paused' }]],
  'PATCH /_emulator/queues/<QueueId>': [{ State: 'Paused', NotifyConfig: { State: 'Off' } }],
  'DELETE /_emulator/queues/<QueueId>': [],
  'GET /_emulator/requests': [],
  'DELETE /_emulator/requests': [],
  'POST /_emulator/reset': [],
};

/** What the real service has not: faults, settings and the request log, in JSON. */
export function control(state: State): Hono<Env> {
  const app = new Hono<Env>();
  app.use(prettyJSON({ force: true }));
  const overview = (c: Context<Env>) =>
    c.json({
      time: new Date(state.now()).toISOString(),
      settings: state.settings,
      faults: state.faults.all,
      queues: state.queues.size,
      requests: state.log.all.length,
      routes: ROUTES,
    });

  app.get('/', overview);
  app.put('/fault', async (c) => {
    state.faults.set(await readJson(c));
    return overview(c);
  });
  app.delete('/fault', (c) => {
    state.faults.set([]);
    return overview(c);
  });
  app.patch('/settings', async (c) => {
    state.configure(await readJson(c));
    return overview(c);
  });
  app.post('/reset', (c) => {
    state.reset();
    return overview(c);
  });

  app.get('/queues', (c) => c.json(state.queues.all()));
  app.put('/queues', async (c) => {
    state.setQueues(await readJson(c));
    return c.json(state.queues.all());
  });
  app.patch('/queues/:id', async (c) =>
    c.json(state.queues.change(c.req.param('id'), await readJson(c))),
  );
  app.delete('/queues/:id', (c) => {
    state.queues.remove(c.req.param('id'));
    return c.json(state.queues.all());
  });

  app.get('/requests', (c) => c.json(state.log.all));
  app.delete('/requests', (c) => {
    state.log.clear();
    return c.json([]);
  });

  app.all('*', (c) =>
    c.json({ error: `There is no ${c.req.method} ${c.req.path}`, routes: ROUTES }, 404),
  );
  app.onError((error, c) => {
    if (error instanceof ZodError) return c.json({ error: z.prettifyError(error) }, 400);
    if (error instanceof ServiceError) {
      return c.json({ error: error.message }, error.status as ContentfulStatusCode);
    }
    console.error(error);
    return c.json({ error: error.message }, 500);
  });
  return app;
}

async function readJson(c: Context<Env>): Promise<unknown> {
  const text = (await readBody(c.env.incoming)).toString();
  try {
    return JSON.parse(text);
  } catch {
    throw new ServiceError('InvalidArgument', 'The body must be JSON.');
  }
}
