import {
  bodyXml,
  CALLBACK,
  LIST_URL,
  listXml,
  QUEUE_ID,
  queueXml,
  rejection,
  requestsOf,
} from '../support/client.js';
import { call, cosWith, ID, list, METHODS } from '../support/methods.js';

const BY_ID = `GET {"queueIds":"${QUEUE_ID}"}`;
const PAGE_1 = 'GET {"pageNumber":"1","pageSize":"100"}';
const PAGE_2 = 'GET {"pageNumber":"2","pageSize":"100"}';
const OFF = '<Url/><Event/><Type/><State>Off</State>';
const without = (field: string) => CALLBACK.replace(RegExp(`<${field}>.*</${field}>`), '');

it.each([
  ['a callback', { NotifyConfig: CALLBACK, MqMode: 'Queue' }],
  ['a callback that was never set', { NotifyConfig: OFF }],
])('a get takes one request for a record with %s', async (_, fields) => {
  const xml = bodyXml(queueXml(fields));
  const cos = cosWith(xml);
  const { Response, ...result } = await list(xml);
  const expected = { RequestId: 'REQ', Queue: Response.QueueList[0] };
  expect(await cos.getDocProcessQueue(ID)).toStrictEqual({ ...result, Response: expected });
  expect(requestsOf(cos)).toEqual([BY_ID]);
});

const ALL = { Url: 'https://a.cn/?x=1&y=2', State: 'On', Type: 'Url', Event: 'TaskFinish' };
it.each<[string, string, string, object]>([
  ['nothing', '', CALLBACK, ALL],
  ['no address', without('Url'), CALLBACK, ALL],
  ['no event', without('Event'), CALLBACK, ALL],
  ['no type', without('Type'), CALLBACK, ALL],
  ['no state', without('State'), CALLBACK, ALL],
  ['another state', CALLBACK.replace('On', 'Half'), CALLBACK, ALL],
  ['empty fields', '<Url>u</Url><Event/><Type/><State/>', CALLBACK, ALL],
  ['a field that the list lacks', '<New>A</New>', CALLBACK, { New: 'A' }],
  ['an event that the list has empty', '<Event>E</Event>', OFF, { Event: 'E', State: 'Off' }],
  ['only an address, as the list', '<Url>u</Url>', '<Url>u</Url>', { Url: 'u' }],
])('a get merges the record of the list with one that has %s', async (_, byId, listed, merged) => {
  const record = queueXml({ NotifyConfig: byId, Extra: 'x' });
  const cos = cosWith(bodyXml(record), listXml([queueXml({ NotifyConfig: listed })]));
  const { Response } = await cos.getDocProcessQueue(ID);
  expect(Response.Queue).toMatchObject({ Extra: 'x', NotifyConfig: merged });
  expect(Object.keys(Response)).toEqual(['RequestId', 'Queue']);
  expect(requestsOf(cos)).toEqual([BY_ID, PAGE_1]);
});

it.each([
  ['is sparse', queueXml({ NotifyConfig: '' })],
  ['is about another queue', queueXml({ QueueId: 'p1' })],
  ['misses another id', '<NonExistPIDs>p1</NonExistPIDs>'],
])('a get reads the list up to the queue when the response by id %s', async (_, content) => {
  const pages = ['p1', QUEUE_ID].map((QueueId) =>
    listXml([queueXml({ QueueId, NotifyConfig: CALLBACK })], { TotalCount: 300 }),
  );
  const cos = cosWith(bodyXml(content), ...pages);
  const target = { Bucket: 'other-1', Region: 'ap-x' };
  const { Queue } = (await cos.getDocProcessQueue({ ...ID, ...target })).Response;
  expect(Queue).toMatchObject({ QueueId: QUEUE_ID, NotifyConfig: { State: 'On' } });
  expect(cos.requests).toMatchObject([target, target, target]);
  expect(requestsOf(cos)).toEqual([BY_ID, PAGE_1, PAGE_2]);
});

it('a get gives a sparse record as it is when the list does not have the queue', async () => {
  const cos = cosWith(bodyXml(queueXml({ NotifyConfig: '<Url>u</Url>' })), listXml([]));
  const { Queue } = (await cos.getDocProcessQueue(ID)).Response;
  expect(Queue).toMatchObject({ QueueId: QUEUE_ID, NotifyConfig: { Url: 'u' } });
});

const missing = '<NonExistPIDs><QueueID>p1</QueueID></NonExistPIDs>';
const other = queueXml({ QueueId: 'p2' });
it.each([
  ['the response names it as missing', [bodyXml(missing, other)]],
  ['neither the response nor the list names it', [bodyXml(), listXml([other])]],
])('every method that first reads the queue fails with QueueNotFound when %s', async (_, pages) => {
  for (const [method, params] of METHODS.filter(([name]) => /^(get|patch|pause|res)/.test(name))) {
    const cos = cosWith(...pages);
    const error = await rejection(call(cos, method, { ...params, QueueId: 'p1' }));
    expect(error).toMatchObject({ kind: 'service', code: 'QueueNotFound', statusCode: 200 });
    expect(error).toMatchObject({ method: 'GET', url: LIST_URL, RequestId: 'REQ' });
    expect(error.message).toContain('there is no queue p1');
    expect(cos.requests).toHaveLength(pages.length);
  }
});
