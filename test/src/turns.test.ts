import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { docQueue } from '../../src/index.js';
import {
  BUCKET,
  byIdXml,
  QUEUE_ID,
  queueXml,
  type RequestParams,
  type Responder,
  StubCos,
  updatedXml,
} from '../support/client.js';
import { call, cosWith, type Method, SETTINGS } from '../support/methods.js';

const QUEUE = { QueueId: QUEUE_ID };

/** A service that keeps its queues, and takes a moment for each request. */
class Service {
  readonly log: string[] = [];
  /** Ends the request that is held, which until then has no outcome. */
  release = () => {};
  private readonly settings = new Map<string, { Name: string; State: string }>();

  constructor(private readonly outcomes: (number | 'held')[] = []) {}

  private read({ Url, Query, Body = '' }: RequestParams): string {
    const QueueId = Query.queueIds || Url.replace(/.*\//, '');
    const textOf = (name: string) => RegExp(`<${name}>(.*?)</${name}>`).exec(Body)?.[1] ?? '';
    const written = { Name: textOf('Name'), State: textOf('State') };
    const found = this.settings.get(QueueId) ?? { Name: 'old', State: 'Active' };
    this.settings.set(QueueId, Body ? written : found);
    const fields = { QueueId, ...this.settings.get(QueueId) };
    return Body ? updatedXml(fields) : byIdXml(queueXml(fields));
  }

  readonly respond: Responder = (params, callback) => {
    this.log.push(`${params.Method} begins`);
    const outcome = this.outcomes.shift() ?? 200;
    const end = () => {
      this.log.push(`${params.Method} ends`);
      if (outcome === 403 || outcome === 500) callback({ statusCode: outcome, error: {} });
      else callback(null, { statusCode: 200, headers: {}, Body: this.read(params) });
    };
    if (outcome === 'held') this.release = end;
    else setTimeout(end, 2);
  };

  client() {
    return docQueue(new StubCos([this.respond]), BUCKET);
  }
}

it.each([
  ['patchDocProcessQueue', 1],
  ['patchDocProcessQueue', 2],
  ['updateDocProcessQueue', 1],
  ['updateDocProcessQueue', 2],
] as const)('%s and a pause at once are both kept, clients: %d', async (method, clients) => {
  const service = new Service();
  const cos = service.client();
  const other = clients === 1 ? cos : service.client();
  const changes = [cos[method]({ ...SETTINGS, Name: 'new' }), other.pauseDocProcessQueue(QUEUE)];
  await Promise.all(changes);
  const { Queue } = (await cos.getDocProcessQueue(QUEUE)).Response;
  expect(Queue).toMatchObject({ Name: 'new', State: 'Paused' });
});

it('each change begins when the one before it has its outcome, in the order of the calls', async () => {
  const service = new Service();
  const cos = service.client();
  const names = ['a', 'b', 'c'];
  const results = await Promise.all(
    names.map((Name) => cos.patchDocProcessQueue({ ...QUEUE, Name })),
  );
  expect(results.map(({ Response }) => Response.Queue.Name)).toEqual(names);
  const turn = ['GET begins', 'GET ends', 'PUT begins', 'PUT ends'];
  expect(service.log).toEqual([...turn, ...turn, ...turn]);
});

it.each([
  ['is refused by the service', [200, 403]],
  ['cannot read the queue', [500]],
])('a change that %s lets the next one go', async (_, outcomes) => {
  const cos = new Service(outcomes).client();
  const [failed, next] = await Promise.allSettled([
    cos.patchDocProcessQueue({ ...QUEUE, Name: 'new' }),
    cos.pauseDocProcessQueue(QUEUE),
  ]);
  expect(failed).toMatchObject({ reason: { kind: 'service' } });
  expect(next).toMatchObject({ value: { Response: { Queue: { Name: 'old', State: 'Paused' } } } });
});

it('a change that has no outcome in time lets the next one go', async () => {
  const cos = docQueue(new StubCos([new Service(['held']).respond]), { ...BUCKET, Timeout: 20 });
  const [late, next] = await Promise.allSettled([
    cos.pauseDocProcessQueue(QUEUE),
    cos.pauseDocProcessQueue(QUEUE),
  ]);
  expect(late).toMatchObject({ reason: { code: 'Timeout' } });
  expect(next).toMatchObject({ status: 'fulfilled' });
});

const OTHERS: [string, Method, object, object][] = [
  ['a change of another queue', 'pauseDocProcessQueue', { QueueId: 'p1' }, { statusCode: 200 }],
  ['a change in another bucket', 'pauseDocProcessQueue', { Bucket: 'b-1' }, { statusCode: 200 }],
  ['a get of the same queue', 'getDocProcessQueue', {}, { statusCode: 200 }],
  ['a change with wrong parameters', 'patchDocProcessQueue', { Name: '' }, { kind: 'param' }],
];
it.each(OTHERS)('%s does not wait', async (_, method, params, expected) => {
  const service = new Service(['held']);
  const cos = service.client();
  const changes = [cos.pauseDocProcessQueue(QUEUE), cos.resumeDocProcessQueue(QUEUE)];
  await new Promise(setImmediate);
  expect(service.log).toEqual(['GET begins']);
  const outcome = await call(cos, method, { ...QUEUE, ...params }).catch((error) => error);
  expect(outcome).toMatchObject(expected);
  service.release();
  await Promise.all(changes);
});

it('3,000 changes at once take no more than their requests', async () => {
  const respond: Responder = (params, callback) => {
    const QueueId = params.Query.queueIds || params.Url.replace(/.*\//, '');
    const Body = params.Body ? updatedXml({ QueueId }) : byIdXml(queueXml({ QueueId }));
    callback(null, { statusCode: 200, headers: {}, Body });
  };
  const cos = cosWith(respond);
  const start = performance.now();
  const ids = Array.from({ length: 3000 }, (_, index) => (index % 2 ? `p${index}` : QUEUE_ID));
  await Promise.all(ids.map((QueueId) => cos.pauseDocProcessQueue({ QueueId })));
  expect(cos.requests).toHaveLength(6000);
  // It takes a second. What grows with the number of calls took two minutes.
  expect(performance.now() - start).toBeLessThan(15_000);
}, 20_000);

it('nothing is kept of a change that is over', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc');
  const service = new Service([200, 200, 200, 500]);
  const cos = service.client();
  const kept = await Promise.allSettled([
    cos.pauseDocProcessQueue({ QueueId: 'p1' }),
    cos.pauseDocProcessQueue({ QueueId: 'p2' }),
  ]).then((outcomes) =>
    outcomes.map((outcome) => new WeakRef('value' in outcome ? outcome.value : outcome.reason)),
  );
  await new Promise((resolve) => setTimeout(resolve, 10));
  collectGarbage();
  expect(kept.map((outcome) => outcome.deref())).toEqual([undefined, undefined]);
});
