import { listXml, queueXml } from '../support/client';
import { codeOf, emulator, list, startService } from './client';

startService({ queues: 25 });
const ids = (xml: string) => [...xml.matchAll(/<QueueId>([^<]*)<\/QueueId>/g)].map(([, id]) => id);
const idsOf = async (query = '') => ids((await list(query)).body);

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
  expect(await idsOf()).toEqual(all.slice(0, 10));
  const pages = [];
  for (const page of [1, 2, 3, 4]) pages.push(await idsOf(`?pageNumber=${page}&pageSize=7`));
  expect(pages.flat()).toEqual(all);
  const { body } = await list('?pageNumber=5&pageSize=7');
  expect(ids(body)).toEqual([]);
  expect(body).toContain('<TotalCount>25</TotalCount><PageNumber>5</PageNumber>');
});

it('lists by id without counts, in the requested order, each queue once', async () => {
  const [a, b] = emulator.queues.map(({ QueueId }) => QueueId);
  const { body } = await list(`?queueIds=${b},${a},${b}&state=Active`);
  expect(ids(body)).toEqual([b, a]);
  expect(body).not.toMatch(/<(TotalCount|PageNumber|PageSize|NonExistPIDs)/);
  expect(await idsOf(`?queueIds=${a}&state=Paused`)).toEqual([]);
});

it('lists by id with only the Url of NotifyConfig, if `sparse` is set', async () => {
  emulator.configure({ sparse: true });
  const { body } = await list(`?queueIds=${emulator.queues[1]?.QueueId}`);
  expect(body).toMatch(/<NotifyConfig><Url>https:[^<]+<\/Url><\/NotifyConfig>/);
  expect((await list()).body).toContain('<Event>TaskFinish,WorkflowFinish</Event>');
});

const WRONG = ['state=active', 'pageNumber=0', 'pageSize=1.5', 'pageSize=99999999999'];
it.each(WRONG)('refuses %s', async (query) => {
  expect(codeOf(await list(`?${query}`))).toBe('400 InvalidArgument');
});
