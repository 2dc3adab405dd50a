import type { Any } from '../support/any';
import { QUEUE } from '../support/client';
import { type Case, failure } from './fixture';
import { keyCases } from './key-cases';
import { isAtLeast } from './versions';

const AWKWARD_SETTINGS = {
  Name: '</Name>&amp;',
  State: 'Paused',
  NotifyConfig: {
    Url: 'https://a.cn/?a=1&b=<2>"\'',
    Event: ' 中\t文\r\n😀 ',
    Type: 'Url',
    State: 'On',
  },
};

const CASES: Case[] = [
  {
    name: 'lists queues, with true types',
    async run(fixture) {
      const { statusCode, headers, RequestId, Response } = await fixture.list();
      const { TotalCount, PageNumber, QueueList, NonExistPIDs } = Response;
      const isRequestId = RequestId !== '' && RequestId === headers['x-ci-request-id'];
      const time = new Date(QueueList[1].UpdateTime).toISOString();
      return [statusCode, isRequestId, TotalCount, PageNumber, QueueList[0], NonExistPIDs, time];
    },
    expected: [200, true, 5, 1, QUEUE, [], '2024-05-16T06:49:11.000Z'],
  },
  {
    name: 'filters and pages, with the names of the service on the wire, which are signed',
    async run(fixture) {
      const params = { State: 'Paused', PageNumber: 2, PageSize: 1 };
      const { Response } = await fixture.call('describeDocProcessQueues', params);
      const { url, headers } = fixture.emulator.requests[0] as Any;
      const signed = /q-url-param-list=[^&]*/.exec(headers.authorization)?.[0];
      return [Response.QueueList.map(({ Name }: Any) => Name), url, signed];
    },
    expected: [
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
      return [Response.QueueList.map(({ Name }: Any) => Name), Response.NonExistPIDs];
    },
    expected: [['invoice-preview'], ['p1', 'p2']],
  },
  {
    name: 'replaces settings, and keeps characters that need escaping',
    async run(fixture) {
      const params = { QueueId: fixture.queue.QueueId, ...AWKWARD_SETTINGS };
      const { Response } = await fixture.call('updateDocProcessQueue', params);
      const settings = ({ Name, State, NotifyConfig }: Any) => ({ Name, State, NotifyConfig });
      return [Response.Queue, fixture.queue].map(settings);
    },
    expected: [AWKWARD_SETTINGS, AWKWARD_SETTINGS],
  },
  {
    name: 'pauses and resumes a queue, and loses nothing of it, even of a record that is sparse by id',
    async run(fixture) {
      const { QueueId } = fixture.queue;
      const change = { MqMode: 'Queue', NotifyConfig: { ResultFormat: 'JSON' } };
      fixture.emulator.changeQueue(QueueId, change);
      const record = () => JSON.stringify({ ...fixture.queue, UpdateTime: '' });
      const before = record();
      const paused = await fixture.call('pauseDocProcessQueue', { QueueId });
      const isOnlyPaused = record() === before.replace('"Active"', '"Paused"');
      const again = await fixture.call('pauseDocProcessQueue', { QueueId });
      fixture.emulator.configure({ sparse: true });
      const resumed = await fixture.call('resumeDocProcessQueue', { QueueId });
      const states = [paused, again, resumed].map(({ Response }) => Response.Queue.State);
      return [states, isOnlyPaused, record() === before, fixture.sent];
    },
    expected: [['Paused', 'Paused', 'Active'], true, true, 'GET PUT GET GET GET PUT'],
  },
  {
    name: 'lists every queue, page after page',
    async run(fixture) {
      fixture.emulator.setQueues(250);
      const queues = await fixture.call('listAllDocProcessQueues');
      const pages = [];
      const params = { PageSize: 120 };
      for await (const { Response } of fixture.client().paginateDocProcessQueues(params)) {
        pages.push(Response.QueueList.length);
      }
      const ids = new Set(queues.map(({ QueueId }: Any) => QueueId));
      return [ids.size, pages, fixture.sent];
    },
    expected: [250, [120, 120, 10], 'GET GET GET GET GET GET'],
  },
  {
    name: 'fails with QueueNotFound for a queue that does not exist',
    run: async (fixture) => [
      await fixture.call('pauseDocProcessQueue', { QueueId: 'p1' }),
      await fixture.call('updateDocProcessQueue', { QueueId: 'p1', ...AWKWARD_SETTINGS }),
    ],
    expected: [
      failure('service', 'QueueNotFound', 200),
      failure('service', 'QueueNotFound', 404, 'PUT /docqueue/p1'),
    ],
  },
  {
    name: 'reports a dropped connection',
    run(fixture) {
      fixture.emulator.setFault({ drop: true });
      return fixture.list();
    },
    expected: failure('network', 'NetworkError', 0, 'GET /docqueue'),
  },
  {
    name: 'reports a timeout',
    run(fixture) {
      fixture.emulator.setFault({ delay: 2000 });
      return fixture.list(fixture.client({ Timeout: 60 }));
    },
    expected: failure('network', 'Timeout', 0, 'GET /docqueue'),
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
    const paused = await fixture.call('pauseDocProcessQueue', { QueueId }, cos);
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
