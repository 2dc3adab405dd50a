import { type DocQueueError, docQueue, type WithDocQueue } from '../../miniprogram_dist/index.js';
import type { Emulator, Fault } from '../../server/emulator/index';
import { BUCKET } from '../support/client';
import { asSdkKey } from '../support/keys';
import { describeDocProcessQueue, updateProcessQueue } from './snippet';

// biome-ignore lint/suspicious/noExplicitAny: the SDK has no types
type Any = any;
type Methods = WithDocQueue<Any>;
type Method = Exclude<keyof Methods & string, 'paginateDocProcessQueues' | 'request'>;

const CALLBACK = 'https://example.com/ci/callback?source=docqueue&env=prod';
const TEXT: Fault = { answer: { status: 200, format: 'text', message: 'Service Unavailable' } };

/** One SDK, one service, and what happened between them. */
export class Bench {
  /** Calls of a user's callback that were not the first of their call. */
  extraOutcomes = 0;

  constructor(
    readonly COS: Any,
    readonly emulator: Emulator,
  ) {}

  get options() {
    return { ...BUCKET, Domain: this.emulator.url };
  }

  client(options: object = {}, plugin: object = {}): Methods {
    const { secretId: SecretId, secretKey: SecretKey } = this.emulator.key;
    const cos = new this.COS({ SecretId, SecretKey, ...options });
    return docQueue(cos, { ...this.options, ...plugin });
  }

  /** The outcome of a call by callback, which may be called once. */
  call(cos: Methods, method: Method, params?: object): Promise<Any> {
    return new Promise((resolve) => {
      let outcomes = 0;
      (cos[method] as Any)(params, (error: DocQueueError | null, data: Any) => {
        outcomes += 1;
        if (outcomes > 1) this.extraOutcomes += 1;
        resolve(error ? short(error) : data);
      });
    });
  }

  /** The same by promise. */
  async promise(cos: Methods, method: Method, params?: object): Promise<Any> {
    return (cos[method] as Any)(params).catch(short);
  }

  /** How a call fails under a fault that stays, by callback and by promise. */
  async under(
    fault: Fault,
    cos = this.client(),
    method: Method = 'describeDocProcessQueues',
    params = {},
  ) {
    this.emulator.setFault(fault);
    const outcomes = await Promise.all([
      this.call(cos, method, params),
      this.promise(cos, method, params),
    ]);
    this.emulator.setFault([]);
    return outcomes;
  }

  /** A temporary key, as the app's key server gives it. */
  async fetchKey(): Promise<object> {
    return asSdkKey(this.emulator.issueKey());
  }

  get ids() {
    return this.emulator.queues.map(({ QueueId }) => QueueId);
  }

  /** The number of requests that reached the service, by method. */
  get sent() {
    return this.emulator.requests.map(({ method }) => method).join(' ');
  }
}

/** What every SDK must agree on about a failure. */
function short(error: DocQueueError) {
  const { name, kind, code, statusCode = 0, method = '', RequestId } = error;
  return { name, kind, code, statusCode, method, hasRequestId: Boolean(RequestId) };
}

const failure = (kind: string, code: string, statusCode = 0, more: object = {}) => ({
  name: 'DocQueueError',
  kind,
  code,
  statusCode,
  method: 'GET',
  hasRequestId: statusCode > 0,
  ...more,
});
const twice = (outcome: object) => [outcome, outcome];

interface Case {
  name: string;
  run(bench: Bench): Promise<unknown>;
  expected: unknown;
}

/** What our methods do, on every SDK alike. */
export const CASES: Case[] = [
  {
    name: 'lists queues, with true types',
    async run(bench) {
      const { statusCode, headers, RequestId, Response } = await bench.call(
        bench.client(),
        'describeDocProcessQueues',
      );
      const [first, second] = Response.QueueList;
      return {
        statusCode,
        ids:
          RequestId !== '' &&
          RequestId === headers['x-ci-request-id'] &&
          RequestId === Response.RequestId,
        counts: [
          Response.TotalCount,
          Response.PageNumber,
          Response.PageSize,
          Response.NonExistPIDs,
        ],
        first,
        url: second.NotifyConfig.Url,
        time: new Date(second.UpdateTime).toISOString(),
      };
    },
    expected: {
      statusCode: 200,
      ids: true,
      counts: [5, 1, 10, []],
      first: {
        QueueId: 'p2505d57bdf4c4329804b58a6a5fb1572',
        Name: 'queue-doc-process-1',
        State: 'Active',
        NotifyConfig: { Url: '', Event: '', Type: '', State: 'Off' },
        MaxSize: 10000,
        MaxConcurrent: 10,
        CreateTime: '2020-07-24T22:42:27+08:00',
        UpdateTime: '2020-07-24T22:42:27+08:00',
        BucketId: 'examplebucket-1250000000',
        Category: 'DocProcessing',
      },
      url: CALLBACK,
      time: '2024-05-16T06:49:11.000Z',
    },
  },
  {
    name: 'filters and pages',
    async run(bench) {
      const cos = bench.client();
      const params = { State: 'Paused', PageNumber: 2, PageSize: 1 };
      const { Response } = await bench.promise(cos, 'describeDocProcessQueues', params);
      return [
        Response.TotalCount,
        Response.PageNumber,
        Response.QueueList.map((queue: Any) => queue.Name),
      ];
    },
    expected: [2, 2, ['archive-nightly']],
  },
  {
    name: 'gives arrays, whether there are none, one or many',
    async run(bench) {
      const cos = bench.client();
      const count = async (queues: number) => {
        bench.emulator.setQueues(queues);
        return (await bench.call(cos, 'describeDocProcessQueues')).Response.QueueList.length;
      };
      return [await count(0), await count(1), await count(2)];
    },
    expected: [0, 1, 2],
  },
  {
    name: 'finds queues by id, and names the missing ones in both shapes',
    async run(bench) {
      const cos = bench.client();
      const params = { QueueIds: [bench.ids[2], 'p1', 'p2'] };
      const nested = await bench.call(cos, 'describeDocProcessQueues', params);
      bench.emulator.configure({ nonExist: 'flat' });
      const flat = await bench.call(cos, 'describeDocProcessQueues', {
        QueueIds: `${bench.ids[2]},p3`,
      });
      return [nested, flat].map(({ Response }) => [
        Response.QueueList.map((queue: Any) => queue.Name),
        Response.NonExistPIDs,
        'TotalCount' in Response,
      ]);
    },
    expected: [
      [['合同预览队列'], ['p1', 'p2'], false],
      [['合同预览队列'], ['p3'], false],
    ],
  },
  {
    name: 'replaces settings, with every character that XML can hold',
    async run(bench) {
      const NotifyConfig = {
        Url: 'https://a.cn/?a=1&b=<2>"\'',
        Event: ' 中\t文\r\n😀 ',
        Type: 'Url',
        State: 'On',
      };
      const params = { QueueId: bench.ids[0], Name: '</Name>&amp;', State: 'Paused', NotifyConfig };
      const { Response } = await bench.call(bench.client(), 'updateDocProcessQueue', params);
      const stored = bench.emulator.queues[0];
      return [Response.Queue, stored].map((queue) => [
        queue?.Name,
        queue?.State,
        queue?.NotifyConfig,
      ]);
    },
    expected: twice([
      '</Name>&amp;',
      'Paused',
      { Url: 'https://a.cn/?a=1&b=<2>"\'', Event: ' 中\t文\r\n😀 ', Type: 'Url', State: 'On' },
    ]),
  },
  {
    name: 'pauses and resumes a queue, and loses nothing of it',
    async run(bench) {
      const cos = bench.client();
      const [, QueueId] = bench.ids;
      bench.emulator.changeQueue(QueueId as string, {
        MqMode: 'Queue',
        NotifyConfig: { ResultFormat: 'JSON' },
      });
      const record = () => ({ ...bench.emulator.queues[1], UpdateTime: '' });
      const before = record();
      const paused = await bench.call(cos, 'pauseDocProcessQueue', { QueueId });
      const between = record();
      const again = await bench.promise(cos, 'pauseDocProcessQueue', { QueueId });
      const resumed = await bench.promise(cos, 'resumeDocProcessQueue', { QueueId });
      return {
        states: [paused, again, resumed].map(({ Response }) => Response.Queue.State),
        kept: [
          JSON.stringify(between) === JSON.stringify({ ...before, State: 'Paused' }),
          JSON.stringify(record()) === JSON.stringify(before),
        ],
        sent: bench.sent,
      };
    },
    expected: {
      states: ['Paused', 'Paused', 'Active'],
      kept: [true, true],
      sent: 'GET PUT GET GET PUT',
    },
  },
  {
    name: 'keeps the callback though an answer by id has only its address',
    async run(bench) {
      bench.emulator.configure({ sparse: true });
      const [, QueueId] = bench.ids;
      await bench.call(bench.client(), 'pauseDocProcessQueue', { QueueId });
      return [bench.emulator.queues[1]?.State, bench.emulator.queues[1]?.NotifyConfig, bench.sent];
    },
    expected: [
      'Paused',
      { Url: CALLBACK, Event: 'TaskFinish,WorkflowFinish', Type: 'Url', State: 'On' },
      'GET GET PUT',
    ],
  },
  {
    name: 'gets one queue, whole, and reads the list no further than it must',
    async run(bench) {
      bench.emulator.setQueues(250);
      bench.emulator.configure({ sparse: true });
      const QueueId = bench.ids[150];
      const { Response } = await bench.call(bench.client(), 'getDocProcessQueue', { QueueId });
      return [
        Response.Queue.QueueId === QueueId,
        Object.keys(Response.Queue.NotifyConfig),
        bench.sent,
      ];
    },
    expected: [true, ['Url', 'Event', 'Type', 'State'], 'GET GET GET'],
  },
  {
    name: 'patches what is given, and nothing else',
    async run(bench) {
      const cos = bench.client();
      const [, QueueId] = bench.ids;
      bench.emulator.changeQueue(QueueId as string, { NotifyConfig: { ResultFormat: 'JSON' } });
      const patch = { QueueId, Name: '新名称', NotifyConfig: { State: 'Off' } };
      await bench.call(cos, 'patchDocProcessQueue', patch);
      await bench.promise(cos, 'patchDocProcessQueue', patch);
      const { Name, State, NotifyConfig } = bench.emulator.queues[1] as Any;
      return [Name, State, NotifyConfig, bench.sent];
    },
    expected: [
      '新名称',
      'Active',
      {
        Url: CALLBACK,
        Event: 'TaskFinish,WorkflowFinish',
        Type: 'Url',
        State: 'Off',
        ResultFormat: 'JSON',
      },
      'GET PUT GET',
    ],
  },
  {
    name: 'lists every queue, page after page',
    async run(bench) {
      bench.emulator.setQueues(250);
      const cos = bench.client();
      const queues = await bench.call(cos, 'listAllDocProcessQueues');
      const pages = [];
      for await (const { Response } of cos.paginateDocProcessQueues({ PageSize: 120 })) {
        pages.push(Response.QueueList.length);
      }
      return [
        queues.length,
        new Set(queues.map((queue: Any) => queue.QueueId)).size,
        pages,
        bench.sent,
      ];
    },
    expected: [250, 250, [120, 120, 10], 'GET GET GET GET GET GET'],
  },
  {
    name: 'writes the names of the service on the wire, and signs them',
    async run(bench) {
      await bench.call(
        bench.client({}, { Domain: bench.emulator.url }),
        'describeDocProcessQueues',
        {
          State: 'Active',
          PageNumber: 1,
          PageSize: 2,
        },
      );
      const [request] = bench.emulator.requests;
      return [
        /[?&]pageNumber=(\d+)/.exec(request?.url ?? '')?.[1],
        /q-url-param-list=pagenumber;pagesize;state/.test(request?.headers.authorization ?? ''),
      ];
    },
    expected: ['1', true],
  },
  {
    name: 'has QueueNotFound for a queue that does not exist',
    async run(bench) {
      const cos = bench.client();
      return [
        await bench.call(cos, 'pauseDocProcessQueue', { QueueId: 'p1' }),
        await bench.call(cos, 'updateDocProcessQueue', {
          QueueId: 'p1',
          Name: 'a',
          State: 'Active',
          NotifyConfig: {},
        }),
      ];
    },
    expected: [
      failure('service', 'QueueNotFound', 200, { method: '' }),
      failure('service', 'QueueNotFound', 404, { method: 'PUT' }),
    ],
  },
  {
    name: 'has the code of the service for a wrong key',
    async run(bench) {
      return [
        await bench.call(bench.client({ SecretKey: 'wrong' }), 'describeDocProcessQueues'),
        await bench.call(bench.client({ SecretId: 'unknown' }), 'describeDocProcessQueues'),
      ];
    },
    expected: [
      failure('service', 'SignatureDoesNotMatch', 403),
      failure('service', 'SecretidNotExist', 401),
    ],
  },
  ...(
    [
      ['XML', { status: 403 }, 'AccessDenied'],
      ['XML and a 5xx', { status: 503 }, 'ServiceUnavailable'],
      ['JSON', { status: 429, format: 'json' }, 'SlowDown'],
      ['HTML', { status: 502, format: 'html' }, 'HttpError'],
      ['text', { status: 500, format: 'text' }, 'HttpError'],
      ['nothing', { status: 500, format: 'empty' }, 'HttpError'],
    ] as const
  ).map(
    ([what, answer, code]): Case => ({
      name: `reads a failure told in ${what}`,
      run: (bench) => bench.under({ answer }),
      expected: twice(failure('service', code, answer.status)),
    }),
  ),
  ...(
    [
      ['text', TEXT],
      ['HTML', { answer: { status: 200, format: 'html' } }],
      ['JSON', { answer: { status: 200, format: 'json' } }],
      ['nothing', { answer: { status: 200, format: 'empty' } }],
      ['another root', { answer: { status: 200, body: '<Foo><QueueList/></Foo>' } }],
      ['two roots', { answer: { status: 200, body: '<Response/><Response/>' } }],
      [
        'a document type',
        { answer: { status: 200, body: '<!DOCTYPE Response><Response><A/></Response>' } },
      ],
      ['an answer cut at half', { cut: { fraction: 0.5 } }],
      ['an answer cut at its end', { cut: { fraction: 0.99 } }],
    ] as [string, Fault][]
  ).map(
    ([what, fault]): Case => ({
      name: `refuses a 200 that is ${what}`,
      run: (bench) => bench.under(fault),
      expected: twice(failure('response', 'InvalidResponse', 200)),
    }),
  ),
  {
    name: 'refuses an update whose answer is text',
    run: (bench) =>
      bench.under({ ...TEXT, target: 'update' }, bench.client(), 'pauseDocProcessQueue', {
        QueueId: bench.ids[1],
      }),
    expected: twice(failure('response', 'InvalidResponse', 200, { method: 'PUT' })),
  },
  {
    name: 'tells a dropped connection',
    run: (bench) => bench.under({ drop: true }),
    expected: twice(failure('network', 'NetworkError')),
  },
  {
    name: 'tells a connection that drops in the middle of the answer',
    run: (bench) => bench.under({ drop: true, cut: { bytes: 100 } }),
    expected: twice(failure('network', 'NetworkError')),
  },
  {
    name: 'tells a timeout',
    run: (bench) => bench.under({ delay: 2000 }, bench.client({ Timeout: 60 })),
    expected: twice(failure('network', 'Timeout')),
  },
  {
    name: 'waits for a slow answer',
    async run(bench) {
      const outcomes = await bench.under({ delay: 100 });
      return outcomes.map(({ Response }) => Response.QueueList.length);
    },
    expected: [5, 5],
  },
  {
    name: 'works with temporary keys from getAuthorization',
    async run(bench) {
      const cos = bench.client({
        SecretId: undefined,
        SecretKey: undefined,
        getAuthorization: (_: unknown, callback: Any) => bench.fetchKey().then(callback),
      });
      const { Response } = await bench.call(cos, 'describeDocProcessQueues');
      const paused = await bench.call(cos, 'pauseDocProcessQueue', { QueueId: bench.ids[1] });
      return [Response.QueueList.length, paused.Response.Queue.State];
    },
    expected: [5, 'Paused'],
  },
  {
    name: 'tells a getAuthorization that has no key',
    async run(bench) {
      const failing = (getAuthorization: Any) =>
        bench.call(
          bench.client({ SecretId: undefined, SecretKey: undefined, getAuthorization }),
          'describeDocProcessQueues',
        );
      return [
        await failing((_: unknown, callback: Any) => callback({})),
        await failing((_: unknown, callback: Any) => setTimeout(callback, 5, {})),
        await failing(() => {
          throw new Error('key server down');
        }),
        bench.sent,
      ];
    },
    expected: [...Array(3).fill(failure('credential', 'InvalidCredential')), ''],
  },
  {
    name: 'waits for a key that takes longer than any answer may',
    async run(bench) {
      const cos = bench.client({
        SecretId: undefined,
        SecretKey: undefined,
        Timeout: 100,
        getAuthorization: (_: unknown, callback: Any) =>
          bench.fetchKey().then((key) => setTimeout(callback, 700, key)),
      });
      return (await bench.call(cos, 'describeDocProcessQueues')).statusCode;
    },
    expected: 200,
  },
  {
    name: 'has no shorter patience for a longer Timeout',
    async run(bench) {
      const cos = bench.client({ Timeout: 600_000_000 });
      return (await bench.call(cos, 'describeDocProcessQueues')).statusCode;
    },
    expected: 200,
  },
  {
    name: 'takes the outcome of a request that the app has wrapped into a promise',
    async run(bench) {
      const cos = bench.client();
      const { request } = cos;
      cos.request = (params: Any) =>
        new Promise((resolve, reject) => {
          request.call(cos, params, (error: Any, data: Any) =>
            error ? reject(error) : resolve(data),
          );
        });
      const { Response } = await bench.promise(cos, 'describeDocProcessQueues');
      const denied = await bench.under({ answer: { status: 403 } }, cos);
      return [Response.QueueList.length, denied];
    },
    expected: [5, twice(failure('service', 'AccessDenied', 403))],
  },
  {
    name: "tells an exception of the app's own for what it is",
    async run(bench) {
      const listening = bench.client();
      listening.on('before-send', () => {
        throw new TypeError('of the listener');
      });
      const wrapped = bench.client();
      wrapped.request = () => {
        throw new TypeError('of the wrapper');
      };
      const outcomes = [];
      for (const cos of [listening, wrapped]) {
        const error = await cos.describeDocProcessQueues().catch((reason: Any) => reason);
        outcomes.push([error.kind, error.code, /TypeError: of the \w+/.exec(error.message)?.[0]]);
      }
      return [...outcomes, bench.sent];
    },
    expected: [
      ['network', 'NetworkError', 'TypeError: of the listener'],
      ['network', 'NetworkError', 'TypeError: of the wrapper'],
      '',
    ],
  },
  {
    name: 'sends nothing with a wrong parameter',
    async run(bench) {
      const cos = bench.client();
      return [
        await bench.call(cos, 'describeDocProcessQueues', { Bucket: 'evil.com/-1' }),
        await bench.promise(cos, 'pauseDocProcessQueue', { QueueId: '../docqueue' }),
        bench.sent,
      ];
    },
    expected: [...Array(2).fill(failure('param', 'InvalidParameter', 0, { method: '' })), ''],
  },
];

/** `ForcePathStyle`, which SDKs up to 1.4.13 know: a list, a get and a patch arrive signed. */
export async function withForcePathStyle(bench: Bench): Promise<unknown> {
  const cos = bench.client({ ForcePathStyle: true });
  const { Response } = await bench.call(cos, 'describeDocProcessQueues');
  const [, QueueId] = bench.ids;
  const { Queue } = (await bench.call(cos, 'getDocProcessQueue', { QueueId })).Response;
  const paused = await bench.promise(cos, 'pauseDocProcessQueue', { QueueId });
  return [Response.QueueList.length, Queue.QueueId === QueueId, paused.Response.Queue.State];
}

/** What the documentation's snippet does with the same answers: the reasons for this package. */
export const SNIPPET = {
  /** A list of one queue is no array. */
  async oneQueue({ COS, emulator }: Bench) {
    emulator.setQueues(1);
    const cos = snippetClient(COS, emulator);
    const list = await first((callback) => describeDocProcessQueue(cos, emulator.url, callback));
    return {
      isArray: Array.isArray(list?.Response?.QueueList),
      count: typeof list?.Response?.TotalCount,
    };
  },
  /** `&` in a callback address: what the service says. */
  async ampersand({ COS, emulator }: Bench) {
    const cos = snippetClient(COS, emulator);
    const update = {
      Name: 'a',
      QueueID: emulator.queues[1]?.QueueId,
      State: 'Active',
      NotifyConfig: { Url: CALLBACK, State: 'On', Type: 'Url', Event: 'TaskFinish' },
    };
    const answer = await first((callback) =>
      updateProcessQueue(COS, cos, emulator.url, update, callback),
    );
    return (
      answer?.threw ?? answer?.error?.Code ?? emulator.queues[1]?.NotifyConfig.Url === CALLBACK
    );
  },
  /** Text where XML should be: what the callback is told, if it is called at all. */
  async text({ COS, emulator }: Bench) {
    emulator.setFault(TEXT);
    const cos = snippetClient(COS, emulator);
    const answer = await first((callback) => describeDocProcessQueue(cos, emulator.url, callback));
    return answer === undefined
      ? 'never called'
      : 'Response' in answer
        ? 'a Response'
        : 'no Response';
  },
};

function snippetClient(COS: Any, emulator: Emulator) {
  const { secretId: SecretId, secretKey: SecretKey } = emulator.key;
  return new COS({ SecretId, SecretKey });
}

/** The error or data of the first callback; nothing when it is not called for half a second. */
function first(start: (callback: Any) => void): Promise<Any> {
  return new Promise((resolve) => {
    setTimeout(resolve, 500, undefined);
    try {
      start((error: Any, data: Any) => resolve(error ?? data));
    } catch (error) {
      resolve({ threw: (error as Error).name });
    }
  });
}
