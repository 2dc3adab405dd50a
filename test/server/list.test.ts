import { State } from '../../server/emulator/state';
import { listXml, queueXml } from '../support/client';
import { codeOf, emulator, list, startService, textOf } from './client';

startService({ queues: 25 });
const ids = (xml: string) => [...xml.matchAll(/<QueueId>([^<]*)<\/QueueId>/g)].map(([, id]) => id);

it('responds exactly as in the recorded response', async () => {
  const { status, headers, body } = await list('?pageSize=1');
  const requestId = headers['x-ci-request-id'];
  expect(status).toBe(200);
  expect(headers).toMatchObject({ 'content-type': 'application/xml', server: 'tencent-ci' });
  expect(requestId).toMatch(/^[\w+/]{20,}=*$/);
  const expected = listXml([queueXml()], { TotalCount: 25, PageSize: 1 });
  expect(body).toBe(expected.replace('REQ', `${requestId}`));
});

it('lists ten queues by default, and each queue once over all pages', async () => {
  const all = emulator.queues.map(({ QueueId }) => QueueId);
  expect(ids((await list()).body)).toEqual(all.slice(0, 10));
  const pages = await Promise.all(
    [1, 2, 3, 4].map((page) => list(`?pageNumber=${page}&pageSize=7`)),
  );
  expect(pages.flatMap(({ body }) => ids(body))).toEqual(all);
  const beyond = await list('?pageNumber=5&pageSize=7');
  expect(ids(beyond.body)).toEqual([]);
  expect(beyond.body).toContain('<TotalCount>25</TotalCount><PageNumber>5</PageNumber>');
});

it('filters by state, and counts only the queues in that state', async () => {
  for (const state of ['Active', 'Paused']) {
    const matching = emulator.queues.filter((queue) => queue.State === state);
    const { body } = await list(`?state=${state}&pageSize=100`);
    expect(matching.length).toBeGreaterThan(1);
    expect(ids(body)).toEqual(matching.map(({ QueueId }) => QueueId));
    expect(textOf(body, 'TotalCount')).toBe(String(matching.length));
  }
  expect(ids((await list('?state=All&pageSize=100')).body)).toHaveLength(25);
});

it('lists by id without counts, in the requested order, each queue once', async () => {
  const [a, b] = emulator.queues.map(({ QueueId }) => QueueId);
  const { body } = await list(`?queueIds=${b},none,${a},nil,${b}`);
  expect(ids(body)).toEqual([b, a]);
  expect(body).not.toMatch(/<(TotalCount|PageNumber|PageSize)/);
  const known = await list(`?queueIds=${a}&state=Active`);
  expect(ids(known.body)).toEqual([a]);
  expect(known.body).not.toContain('NonExistPIDs');
  expect(ids((await list(`?queueIds=${a}&state=Paused`)).body)).toEqual([]);
});

it('lists missing ids as the documentation does, and reads + as a space as Go and Python send it', async () => {
  const { body } = await list('?queueIds=none,a+b%2Bc');
  const ids = '<QueueID>none</QueueID><QueueID>a b+c</QueueID>';
  expect(body).toContain(`<NonExistPIDs>${ids}</NonExistPIDs></Response>`);
});

it('lists by id with only the Url of NotifyConfig, if `sparse` is set', async () => {
  emulator.configure({ sparse: true });
  const { body } = await list(`?queueIds=${emulator.queues[1]?.QueueId}`);
  expect(body).toMatch(/<NotifyConfig><Url>https:[^<]+<\/Url><\/NotifyConfig>/);
  expect((await list()).body).toContain('<Event>TaskFinish,WorkflowFinish</Event>');
});

it('ignores empty values and unknown names', async () => {
  const { body } = await list('?queueIds=&state=&pageNumber=&pageSize=');
  expect(ids(body)).toHaveLength(10);
  // What SDK 1.1.1 writes on the wire.
  expect(ids((await list('?pagenumber=2&pagesize=3')).body)).toEqual(ids(body));
});

it.each(['state=active', 'pageNumber=0', 'pageSize=1.5', 'pageSize=99999999999'])(
  'refuses %s',
  async (query) => {
    expect(codeOf(await list(`?${query}`))).toBe('400 InvalidArgument');
  },
);

it('starts with one queue of each kind, and creates the same queues for the same number each time', () => {
  const { queues } = new State();
  expect(queues.map(({ Name }) => Name)).toContain('合同预览队列');
  const kinds = queues.map(({ State, NotifyConfig }) => `${State} ${NotifyConfig.State}`);
  expect(new Set(kinds)).toEqual(new Set(['Active Off', 'Active On', 'Paused On', 'Paused Off']));

  const many = emulator.setQueues(500);
  expect(emulator.setQueues(500)).toEqual(many);
  expect(new Set(many.map(({ QueueId }) => QueueId)).size).toBe(500);
  expect(emulator.setQueues(0)).toEqual([]);
});
