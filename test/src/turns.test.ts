import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { docQueue } from '../../src/index.js';
import {
  BUCKET,
  bodyXml,
  QUEUE_ID,
  queueXml,
  type RequestParams,
  type Responder,
  StubCos,
  updatedXml,
} from '../support/client.js';
import { call, ID, type Method, SETTINGS } from '../support/methods.js';

/** A service that keeps its queues, and takes a moment for each request. */
class Service {
  readonly log: string[] = [];
  /** Ends the request that is held, which until then has no outcome. */
  release = () => {};
  private readonly settings = new Map<string, { Name: string; State: string }>();

  constructor(private readonly outcomes: (200 | 403 | 'held')[] = []) {}

  private read({ Url, Query, Body = '' }: RequestParams): string {
    const QueueId = Query.queueIds || Url.replace(/.*\//, '');
    const textOf = (name: string) => RegExp(`<${name}>(.*?)</${name}>`).exec(Body)?.[1] ?? '';
    if (Body) this.settings.set(QueueId, { Name: textOf('Name'), State: textOf('State') });
    const settings = this.settings.get(QueueId) ?? { Name: 'old', State: 'Active' };
    const fields = { QueueId, ...settings };
    return Body ? updatedXml(fields) : bodyXml(queueXml(fields));
  }

  readonly respond: Responder = (params, callback) => {
    this.log.push(`${params.Method} begins`);
    const outcome = this.outcomes.shift() ?? 200;
    const end = () => {
      this.log.push(`${params.Method} ends`);
      if (outcome === 403) callback({ statusCode: 403, error: {} });
      else callback(null, { statusCode: 200, headers: {}, Body: this.read(params) });
    };
    if (outcome === 'held') this.release = end;
    else setImmediate(end);
  };

  client(options?: object) {
    return docQueue(new StubCos([this.respond]), { ...BUCKET, ...options });
  }
}

const CHANGES = ['patchDocProcessQueue', 'updateDocProcessQueue'] as const;
it.each(CHANGES)('%s and a concurrent pause by another client both apply', async (method) => {
  const service = new Service();
  const cos = service.client();
  const change = cos[method]({ ...SETTINGS, Name: 'new' });
  await Promise.all([change, service.client().pauseDocProcessQueue(ID)]);
  const { Queue } = (await cos.getDocProcessQueue(ID)).Response;
  expect(Queue).toMatchObject({ Name: 'new', State: 'Paused' });
});

it('each change begins when the one before it has its outcome, in the order of the calls', async () => {
  const service = new Service();
  const cos = service.client();
  const change = (Name: string) => cos.patchDocProcessQueue({ ...ID, Name });
  const [first, second] = [change('a'), change('b')];
  await first;
  const results = await Promise.all([first, second, change('c')]);
  expect(results.map(({ Response }) => Response.Queue.Name)).toEqual(['a', 'b', 'c']);
  const turn = ['GET begins', 'GET ends', 'PUT begins', 'PUT ends'];
  expect(service.log).toEqual([...turn, ...turn, ...turn]);
});

it.each<[string, (200 | 403 | 'held')[], string]>([
  ['cannot write the queue', [200, 403], 'HttpError'],
  ['cannot read the queue', [403], 'HttpError'],
  ['has no outcome in time', ['held'], 'Timeout'],
])('a change that %s does not block the next one', async (_, outcomes, code) => {
  const cos = new Service(outcomes).client({ Timeout: 50 });
  const [failed, next] = await Promise.allSettled([
    cos.patchDocProcessQueue({ ...ID, Name: 'new' }),
    cos.pauseDocProcessQueue(ID),
  ]);
  expect(failed).toMatchObject({ reason: { code } });
  expect(next).toMatchObject({ value: { Response: { Queue: { Name: 'old', State: 'Paused' } } } });
});

it.each<[string, Method, object, object]>([
  ['a change of another queue', 'pauseDocProcessQueue', { QueueId: 'p1' }, { statusCode: 200 }],
  ['a change in another bucket', 'pauseDocProcessQueue', { Bucket: 'b-1' }, { statusCode: 200 }],
  ['a get of the same queue', 'getDocProcessQueue', {}, { statusCode: 200 }],
  ['a change with wrong parameters', 'patchDocProcessQueue', { Name: '' }, { kind: 'param' }],
])('%s does not wait', async (_, method, params, expected) => {
  const service = new Service(['held']);
  const cos = service.client();
  const changes = [cos.pauseDocProcessQueue(ID), cos.resumeDocProcessQueue(ID)];
  await new Promise(setImmediate);
  expect(service.log).toEqual(['GET begins']);
  const outcome = await call(cos, method, { ...ID, ...params }).catch((error) => error);
  expect(outcome).toMatchObject(expected);
  service.release();
  await Promise.all(changes);
});

it('3,000 changes at once send no extra requests and take linear time', async () => {
  const cos = new Service().client();
  const start = performance.now();
  const ids = Array.from({ length: 3000 }, (_, index) => (index % 2 ? `p${index}` : QUEUE_ID));
  await Promise.all(ids.map((QueueId) => cos.pauseDocProcessQueue({ QueueId })));
  // Each reads its queue, and the first of each queue writes it.
  expect(cos.requests).toHaveLength(3000 + 1501);
  // It takes a second. What grows with the number of pending calls took two minutes.
  expect(performance.now() - start).toBeLessThan(15_000);
}, 20_000);

it('a finished change is not kept in memory', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc');
  const cos = new Service([200, 200, 200, 403]).client();
  const changes = ['p1', 'p2'].map((QueueId) => cos.pauseDocProcessQueue({ QueueId }));
  const kept = (await Promise.allSettled(changes.splice(0))).map(
    (outcome) => new WeakRef('value' in outcome ? outcome.value : outcome.reason),
  );
  await new Promise((resolve) => setTimeout(resolve, 10));
  collectGarbage();
  expect(kept.map((outcome) => outcome.deref())).toEqual([undefined, undefined]);
});
