import type { Fault } from '../../server/emulator/index';
import type { Any } from '../support/any';
import { QUEUE } from '../support/client';
import { type Case, failure } from './fixture';
import { keyCases } from './key-cases';
import { isAtLeast } from './versions';

const REFUSED = failure('response', 'InvalidResponse', 200);
const LOST = failure('network', 'NetworkError', 0, 'GET /docqueue');

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

/** A list that fails in the same way by callback and by promise. */
const fails = (name: string, fault: Fault, expected: object, options: object = {}): Case => ({
  name,
  run: (fixture) => fixture.under(fault, fixture.client(options)),
  expected: [expected, expected],
});

const FAILED_RESPONSES = [
  ['XML', { status: 403 }, 'AccessDenied'],
  ['XML and a 5xx', { status: 503 }, 'ServiceUnavailable'],
  ['JSON', { status: 429, format: 'json' }, 'SlowDown'],
  ['HTML', { status: 502, format: 'html' }, 'HttpError'],
  ['nothing', { status: 500, format: 'empty' }, 'HttpError'],
] as const;

const CASES: Case[] = [
  {
    name: 'lists queues, with true types',
    async run(fixture) {
      const { statusCode, headers, RequestId, Response } = await fixture.list();
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
    async run(fixture) {
      const params = { State: 'Paused', PageNumber: 2, PageSize: 1 };
      const { Response } = await fixture.promise('describeDocProcessQueues', params);
      const { TotalCount, PageNumber, QueueList } = Response;
      const { url, headers } = fixture.emulator.requests[0] as Any;
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
    async run(fixture) {
      const params = { QueueIds: [fixture.queue.QueueId, 'p1', 'p2'] };
      const { Response } = await fixture.call('describeDocProcessQueues', params);
      const names = Response.QueueList.map(({ Name }: Any) => Name);
      return [names, Response.NonExistPIDs, 'TotalCount' in Response];
    },
    expected: [['invoice-preview'], ['p1', 'p2'], false],
  },
  {
    name: 'replaces settings, with every character that XML can hold',
    async run(fixture) {
      const params = { QueueId: fixture.queue.QueueId, ...EVERY_CHARACTER };
      const { Response } = await fixture.call('updateDocProcessQueue', params);
      return [Response.Queue, fixture.queue].map(({ Name, State, NotifyConfig }) => ({
        Name,
        State,
        NotifyConfig,
      }));
    },
    expected: [EVERY_CHARACTER, EVERY_CHARACTER],
  },
  {
    name: 'pauses and resumes a queue, and loses nothing of it',
    async run(fixture) {
      const { QueueId } = fixture.queue;
      const change = { MqMode: 'Queue', NotifyConfig: { ResultFormat: 'JSON' } };
      fixture.emulator.changeQueue(QueueId, change);
      const record = () => JSON.stringify({ ...fixture.queue, UpdateTime: '' });
      const before = record();
      const paused = await fixture.call('pauseDocProcessQueue', { QueueId });
      const between = record();
      const again = await fixture.promise('pauseDocProcessQueue', { QueueId });
      const resumed = await fixture.promise('resumeDocProcessQueue', { QueueId });
      return {
        states: [paused, again, resumed].map(({ Response }) => Response.Queue.State),
        kept: [between === before.replace('"Active"', '"Paused"'), record() === before],
        sent: fixture.sent,
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
    async run(fixture) {
      const { QueueId } = fixture.queue;
      fixture.emulator.changeQueue(QueueId, { NotifyConfig: { ResultFormat: 'JSON' } });
      const patch = { QueueId, Name: '新名称', NotifyConfig: { State: 'Off' } };
      await fixture.call('patchDocProcessQueue', patch);
      await fixture.promise('patchDocProcessQueue', patch);
      const { Response } = await fixture.call('getDocProcessQueue', { QueueId });
      const { Name, State, NotifyConfig } = Response.Queue;
      return [Name, State, NotifyConfig, fixture.sent];
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
    async run(fixture) {
      fixture.emulator.setQueues(250);
      const queues = await fixture.call('listAllDocProcessQueues');
      const pages = [];
      for await (const { Response } of fixture
        .client()
        .paginateDocProcessQueues({ PageSize: 120 })) {
        pages.push(Response.QueueList.length);
      }
      const ids = new Set(queues.map(({ QueueId }: Any) => QueueId));
      return [queues.length, ids.size, pages, fixture.sent];
    },
    expected: [250, 250, [120, 120, 10], 'GET GET GET GET GET GET'],
  },
  {
    name: 'has QueueNotFound for a queue that does not exist',
    run: async (fixture) => [
      await fixture.call('pauseDocProcessQueue', { QueueId: 'p1' }),
      await fixture.call('updateDocProcessQueue', { QueueId: 'p1', ...EVERY_CHARACTER }),
    ],
    expected: [
      failure('service', 'QueueNotFound', 200),
      failure('service', 'QueueNotFound', 404, 'PUT /docqueue/p1'),
    ],
  },
  {
    name: 'has the code of the service for a wrong key',
    run: async (fixture) => [
      await fixture.list(fixture.client({ SecretKey: 'wrong' })),
      await fixture.list(fixture.client({ SecretId: 'unknown' })),
    ],
    expected: [
      failure('service', 'SignatureDoesNotMatch', 403),
      failure('service', 'SecretidNotExist', 401),
    ],
  },
  ...FAILED_RESPONSES.map(([what, answer, code]) =>
    fails(`reads a failure in ${what}`, { answer }, failure('service', code, answer.status)),
  ),
  ...(['text', 'html', 'json', 'empty'] as const).map((format) =>
    fails(`refuses a 200 that is ${format}`, { answer: { status: 200, format } }, REFUSED),
  ),
  ...[0.5, 0.99].map((fraction) =>
    fails(`refuses a 200 that is cut at ${fraction} of its length`, { cut: { fraction } }, REFUSED),
  ),
  {
    name: 'refuses an update whose response is text',
    run(fixture) {
      const fault: Fault = { answer: { status: 200, format: 'text' }, target: 'update' };
      const { QueueId } = QUEUE;
      return fixture.under(fault, fixture.client(), 'pauseDocProcessQueue', { QueueId });
    },
    expected: Array(2).fill({ ...REFUSED, request: `PUT /docqueue/${QUEUE.QueueId}` }),
  },
  fails('reports a dropped connection', { drop: true }, LOST),
  fails(
    'reports a connection that drops in a response',
    { drop: true, cut: { fraction: 0.5 } },
    LOST,
  ),
  fails('reports a timeout', { delay: 2000 }, failure('network', 'Timeout', 0, 'GET /docqueue'), {
    Timeout: 60,
  }),
  {
    name: 'takes the outcome of a request that the app has wrapped into a promise',
    async run(fixture) {
      const cos = fixture.client();
      const { request } = cos;
      cos.request = (params: Any) =>
        new Promise((resolve, reject) => {
          request.call(cos, params, (error: Any, data: Any) =>
            error ? reject(error) : resolve(data),
          );
        });
      const { Response } = await fixture.promise('describeDocProcessQueues', {}, cos);
      return [
        Response.QueueList.length,
        ...(await fixture.under({ answer: { status: 403 } }, cos)),
      ];
    },
    expected: [5, ...Array(2).fill(failure('service', 'AccessDenied', 403))],
  },
];

/** A list, a get and a patch arrive signed. SDKs since 1.6.2 refuse the option. */
const FORCE_PATH_STYLE: Case = {
  name: 'works with ForcePathStyle',
  async run(fixture) {
    const cos = fixture.client({ ForcePathStyle: true });
    const { Response } = await fixture.list(cos);
    const { QueueId } = fixture.queue;
    const found = await fixture.call('getDocProcessQueue', { QueueId }, cos);
    const paused = await fixture.promise('pauseDocProcessQueue', { QueueId }, cos);
    return [Response.QueueList.length, ...[found, paused].map((data) => data.Response.Queue.State)];
  },
  expected: [5, 'Active', 'Paused'],
};

/** What our methods do, on every SDK alike. */
export const casesOf = (version: string): Case[] => [
  ...CASES,
  ...(isAtLeast(version, '1.6.2') ? [] : [FORCE_PATH_STYLE]),
  ...keyCases(version),
];
