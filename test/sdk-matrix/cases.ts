import { type DocQueueError, docQueue, type WithDocQueue } from '../../miniprogram_dist/index.js';
import type { Emulator, Fault } from '../../server/emulator/index';
import type { Any } from '../support/any';
import { BUCKET, QUEUE } from '../support/client';
import { asSdkKey } from '../support/keys';
import { isAtLeast } from './versions';

type Methods = WithDocQueue<Any>;
type Method = Exclude<keyof Methods & string, 'paginateDocProcessQueues' | 'request'>;

/** One SDK, one service, and what happened between them. */
export class Bench {
  /** Calls of a user's callback that were not the first of their call. */
  extraOutcomes = 0;

  constructor(
    readonly COS: Any,
    readonly emulator: Emulator,
  ) {}

  /** A client with the fixed key, or with the keys of an own `getAuthorization`. */
  client(options: object = {}): Methods {
    const { secretId: SecretId, secretKey: SecretKey } = this.emulator.key;
    const keys = 'getAuthorization' in options ? {} : { SecretId, SecretKey };
    const cos = new this.COS({ ...keys, ...options });
    return docQueue(cos, { ...BUCKET, Domain: this.emulator.url });
  }

  /** The outcome of a call by callback, which may be called once. */
  call(method: Method, params: object = {}, cos = this.client()): Promise<Any> {
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
  async promise(method: Method, params: object = {}, cos = this.client()): Promise<Any> {
    return (cos[method] as Any)(params).catch(short);
  }

  list(cos?: Methods): Promise<Any> {
    return this.call('describeDocProcessQueues', {}, cos);
  }

  /** A call under a fault that stays, by callback and by promise. */
  under(
    fault: Fault,
    cos = this.client(),
    method: Method = 'describeDocProcessQueues',
    params = {},
  ): Promise<Any[]> {
    this.emulator.setFault(fault);
    return Promise.all([this.call(method, params, cos), this.promise(method, params, cos)]);
  }

  /** A `getAuthorization` that gives a temporary key, as the app's key server has it, a while later. */
  keyAfter(milliseconds: number) {
    return (_: unknown, callback: (key: object) => void) => {
      setTimeout(callback, milliseconds, asSdkKey(this.emulator.issueKey()));
    };
  }

  /** The queue that is changed: active, with a callback. */
  get queue(): Any {
    return this.emulator.queues[1];
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

export const failure = (kind: string, code: string, statusCode = 0, method = 'GET') => ({
  name: 'DocQueueError',
  kind,
  code,
  statusCode,
  method,
  hasRequestId: statusCode > 0,
});
const REFUSED = failure('response', 'InvalidResponse', 200);
const LOST = failure('network', 'NetworkError');

const CALLBACK = {
  Url: 'https://example.com/ci/callback?source=docqueue&env=prod',
  Event: 'TaskFinish,WorkflowFinish',
  Type: 'Url',
  State: 'On',
};
const EVERY_CHARACTER = {
  Name: '</Name>&amp;',
  State: 'Paused',
  NotifyConfig: {
    Url: 'https://a.cn/?a=1&b=<2>"\'',
    Event: ' 中\t文\r\n😀 ',
    Type: 'Url',
    State: 'On',
  },
};

interface Case {
  name: string;
  run(bench: Bench): Promise<unknown>;
  expected: unknown;
}

/** A list that fails in the same way by callback and by promise. */
const fails = (name: string, fault: Fault, expected: object, options: object = {}): Case => ({
  name,
  run: (bench) => bench.under(fault, bench.client(options)),
  expected: [expected, expected],
});

const FAILED_ANSWERS = [
  ['XML', { status: 403 }, 'AccessDenied'],
  ['XML and a 5xx', { status: 503 }, 'ServiceUnavailable'],
  ['JSON', { status: 429, format: 'json' }, 'SlowDown'],
  ['HTML', { status: 502, format: 'html' }, 'HttpError'],
  ['text', { status: 500, format: 'text' }, 'HttpError'],
  ['nothing', { status: 500, format: 'empty' }, 'HttpError'],
] as const;

const CASES: Case[] = [
  {
    name: 'lists queues, with true types',
    async run(bench) {
      const { statusCode, headers, RequestId, Response } = await bench.list();
      const { QueueList, ...rest } = Response;
      const [first, second] = QueueList;
      return {
        statusCode,
        ...rest,
        RequestId:
          RequestId !== '' &&
          RequestId === headers['x-ci-request-id'] &&
          RequestId === Response.RequestId,
        first,
        callback: second.NotifyConfig,
        time: new Date(second.UpdateTime).toISOString(),
      };
    },
    expected: {
      statusCode: 200,
      RequestId: true,
      TotalCount: 5,
      PageNumber: 1,
      PageSize: 10,
      NonExistPIDs: [],
      first: QUEUE,
      callback: CALLBACK,
      time: '2024-05-16T06:49:11.000Z',
    },
  },
  {
    name: 'filters and pages, with the names of the service on the wire, which are signed',
    async run(bench) {
      const params = { State: 'Paused', PageNumber: 2, PageSize: 1 };
      const { Response } = await bench.promise('describeDocProcessQueues', params);
      const { TotalCount, PageNumber, QueueList } = Response;
      const { url, headers } = bench.emulator.requests[0] as Any;
      const signed = /q-url-param-list=[^&]*/.exec(headers.authorization)?.[0];
      return [TotalCount, PageNumber, QueueList.map(({ Name }: Any) => Name), url, signed];
    },
    expected: [
      2,
      2,
      ['archive-nightly'],
      '/docqueue?pageNumber=2&pageSize=1&state=Paused',
      'q-url-param-list=pagenumber;pagesize;state',
    ],
  },
  {
    name: 'finds queues by id, and names the missing ones',
    async run(bench) {
      const params = { QueueIds: [bench.queue.QueueId, 'p1', 'p2'] };
      const { Response } = await bench.call('describeDocProcessQueues', params);
      const names = Response.QueueList.map(({ Name }: Any) => Name);
      return [names, Response.NonExistPIDs, 'TotalCount' in Response];
    },
    expected: [['invoice-preview'], ['p1', 'p2'], false],
  },
  {
    name: 'replaces settings, with every character that XML can hold',
    async run(bench) {
      const params = { QueueId: bench.queue.QueueId, ...EVERY_CHARACTER };
      const { Response } = await bench.call('updateDocProcessQueue', params);
      return [Response.Queue, bench.queue].map(({ Name, State, NotifyConfig }) => ({
        Name,
        State,
        NotifyConfig,
      }));
    },
    expected: [EVERY_CHARACTER, EVERY_CHARACTER],
  },
  {
    name: 'pauses and resumes a queue, and loses nothing of it',
    async run(bench) {
      const { QueueId } = bench.queue;
      const change = { MqMode: 'Queue', NotifyConfig: { ResultFormat: 'JSON' } };
      bench.emulator.changeQueue(QueueId, change);
      const record = () => JSON.stringify({ ...bench.queue, UpdateTime: '' });
      const before = record();
      const paused = await bench.call('pauseDocProcessQueue', { QueueId });
      const between = record();
      const again = await bench.promise('pauseDocProcessQueue', { QueueId });
      const resumed = await bench.promise('resumeDocProcessQueue', { QueueId });
      return {
        states: [paused, again, resumed].map(({ Response }) => Response.Queue.State),
        kept: [between === before.replace('"Active"', '"Paused"'), record() === before],
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
    name: 'patches what is given, and nothing else',
    async run(bench) {
      const { QueueId } = bench.queue;
      bench.emulator.changeQueue(QueueId, { NotifyConfig: { ResultFormat: 'JSON' } });
      const patch = { QueueId, Name: '新名称', NotifyConfig: { State: 'Off' } };
      await bench.call('patchDocProcessQueue', patch);
      await bench.promise('patchDocProcessQueue', patch);
      const { Response } = await bench.call('getDocProcessQueue', { QueueId });
      const { Name, State, NotifyConfig } = Response.Queue;
      return [Name, State, NotifyConfig, bench.sent];
    },
    expected: [
      '新名称',
      'Active',
      { ...CALLBACK, State: 'Off', ResultFormat: 'JSON' },
      'GET PUT GET GET',
    ],
  },
  {
    name: 'lists every queue, page after page',
    async run(bench) {
      bench.emulator.setQueues(250);
      const queues = await bench.call('listAllDocProcessQueues');
      const pages = [];
      for await (const { Response } of bench.client().paginateDocProcessQueues({ PageSize: 120 })) {
        pages.push(Response.QueueList.length);
      }
      const ids = new Set(queues.map(({ QueueId }: Any) => QueueId));
      return [queues.length, ids.size, pages, bench.sent];
    },
    expected: [250, 250, [120, 120, 10], 'GET GET GET GET GET GET'],
  },
  {
    name: 'has QueueNotFound for a queue that does not exist',
    run: async (bench) => [
      await bench.call('pauseDocProcessQueue', { QueueId: 'p1' }),
      await bench.call('updateDocProcessQueue', { QueueId: 'p1', ...EVERY_CHARACTER }),
    ],
    expected: [
      failure('service', 'QueueNotFound', 200, ''),
      failure('service', 'QueueNotFound', 404, 'PUT'),
    ],
  },
  {
    name: 'has the code of the service for a wrong key',
    run: async (bench) => [
      await bench.list(bench.client({ SecretKey: 'wrong' })),
      await bench.list(bench.client({ SecretId: 'unknown' })),
    ],
    expected: [
      failure('service', 'SignatureDoesNotMatch', 403),
      failure('service', 'SecretidNotExist', 401),
    ],
  },
  ...FAILED_ANSWERS.map(([what, answer, code]) =>
    fails(`reads a failure told in ${what}`, { answer }, failure('service', code, answer.status)),
  ),
  ...(['text', 'html', 'json', 'empty'] as const).map((format) =>
    fails(`refuses a 200 that is ${format}`, { answer: { status: 200, format } }, REFUSED),
  ),
  ...[0.5, 0.99].map((fraction) =>
    fails(`refuses a 200 that is cut at ${fraction} of its length`, { cut: { fraction } }, REFUSED),
  ),
  {
    name: 'refuses an update whose answer is text',
    run(bench) {
      const fault: Fault = { answer: { status: 200, format: 'text' }, target: 'update' };
      const { QueueId } = bench.queue;
      return bench.under(fault, bench.client(), 'pauseDocProcessQueue', { QueueId });
    },
    expected: Array(2).fill({ ...REFUSED, method: 'PUT' }),
  },
  fails('tells a dropped connection', { drop: true }, LOST),
  fails('tells a connection that drops in an answer', { drop: true, cut: { fraction: 0.5 } }, LOST),
  fails('tells a timeout', { delay: 2000 }, failure('network', 'Timeout'), { Timeout: 60 }),
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
      const cos = bench.client({ getAuthorization: bench.keyAfter(0) });
      const { Response } = await bench.list(cos);
      const { QueueId } = bench.queue;
      const paused = await bench.call('pauseDocProcessQueue', { QueueId }, cos);
      return [Response.QueueList.length, paused.Response.Queue.State];
    },
    expected: [5, 'Paused'],
  },
  {
    name: 'waits for a key that takes longer than any answer may',
    async run(bench) {
      const options = { Timeout: 100, getAuthorization: bench.keyAfter(700) };
      return (await bench.list(bench.client(options))).statusCode;
    },
    expected: 200,
  },
  {
    name: 'has no shorter patience for a longer Timeout',
    run: async (bench) => (await bench.list(bench.client({ Timeout: 600_000_000 }))).statusCode,
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
      const { Response } = await bench.promise('describeDocProcessQueues', {}, cos);
      return [Response.QueueList.length, ...(await bench.under({ answer: { status: 403 } }, cos))];
    },
    expected: [5, ...Array(2).fill(failure('service', 'AccessDenied', 403))],
  },
  {
    name: "tells an exception of the app's own for what it is",
    async run(bench) {
      const cos = bench.client();
      cos.on('before-send', () => {
        throw new TypeError('of the listener');
      });
      const error = await cos.describeDocProcessQueues().catch((reason: Any) => reason);
      const isTold = error.message.includes('TypeError: of the listener');
      return [error.kind, error.code, isTold, bench.sent];
    },
    expected: ['network', 'NetworkError', true, ''],
  },
];

/** A list, a get and a patch arrive signed. SDKs since 1.6.2 refuse the option. */
const FORCE_PATH_STYLE: Case = {
  name: 'works with ForcePathStyle',
  async run(bench) {
    const cos = bench.client({ ForcePathStyle: true });
    const { Response } = await bench.list(cos);
    const { QueueId } = bench.queue;
    const found = await bench.call('getDocProcessQueue', { QueueId }, cos);
    const paused = await bench.promise('pauseDocProcessQueue', { QueueId }, cos);
    return [Response.QueueList.length, ...[found, paused].map((data) => data.Response.Queue.State)];
  },
  expected: [5, 'Active', 'Paused'],
};

/** What our methods do, on every SDK alike. */
export const casesOf = (version: string): Case[] =>
  isAtLeast(version, '1.6.2') ? CASES : [...CASES, FORCE_PATH_STYLE];
