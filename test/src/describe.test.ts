import type { DocQueue } from '../../src/index.js';
import {
  BUCKET,
  byIdXml,
  CALLBACK,
  LIST_URL,
  listXml,
  QUEUE,
  queueXml,
  updatedXml,
} from '../support/client.js';
import { cosWith, failureOf, list } from '../support/methods.js';

const EMPTY = listXml([]);
const missing = (...contents: string[]) =>
  contents.map((content) => `<NonExistPIDs>${content}</NonExistPIDs>`).join('');

describe('the request of a list', () => {
  async function requestFor(params?: object) {
    const cos = cosWith(EMPTY);
    await cos.describeDocProcessQueues(params);
    return cos.requests[0];
  }

  it('is a GET of docqueue, with the bucket and the region so that the SDK signs the host', async () => {
    const request = { Method: 'GET', ...BUCKET, Key: 'docqueue', Url: LIST_URL, Query: {} };
    expect(await requestFor()).toStrictEqual({ ...request, RawBody: true });
  });

  it.each<[string, unknown, object]>([
    ['QueueIds', ['p1', 'p2'], { queueIds: 'p1,p2' }],
    ['QueueIds', '  p1  ,  p_2-x \n', { queueIds: 'p1,p_2-x' }],
    ['State', 'Active', { state: 'Active' }],
    ['PageNumber', '999999999', { pageNumber: '999999999' }],
    ['PageSize', 1, { pageSize: '1' }],
  ])("has the service's name for %s: %j", async (name, value, query) => {
    expect((await requestFor({ [name]: value }))?.Query).toStrictEqual(query);
  });

  it.each([undefined, null, ''])('leaves out parameters that are %j', async (nothing) => {
    const params = { QueueIds: nothing, State: nothing, PageNumber: nothing, PageSize: nothing };
    expect((await requestFor(params))?.Query).toStrictEqual({});
  });
});

describe('the result of a list', () => {
  it("has the shape that the SDK's documentation promises", async () => {
    const counts = { TotalCount: 1, PageNumber: 1, PageSize: 10 };
    expect(await list(listXml([queueXml()]))).toStrictEqual({
      statusCode: 200,
      headers: { 'x-ci-request-id': 'REQ' },
      RequestId: 'REQ',
      Response: { RequestId: 'REQ', ...counts, QueueList: [QUEUE], NonExistPIDs: [] },
    });
  });

  it.each([
    [{ 'X-COS-Request-Id': 'COS' }, EMPTY, 'COS'],
    [{ 'x-cos-request-id': 'COS', 'X-CI-Request-Id': 'CI' }, EMPTY, 'CI'],
    [{}, EMPTY, 'REQ'],
    [{}, EMPTY.replace(/<RequestId>.*<.RequestId>/, ''), ''],
  ])('takes the id of the request from the headers %j first', async (headers, Body, id) => {
    const response = { statusCode: 200, headers, Body };
    expect((await list((_, callback) => callback(null, response))).RequestId).toBe(id);
  });

  it.each([
    ['', []],
    ['<NonExistPIDs/>', []],
    [missing('<QueueID/>'), []],
    [missing('<QueueID>a</QueueID><QueueID>b</QueueID>'), ['a', 'b']],
    [missing('<QueueId>a</QueueId>'), ['a']],
    [missing('a'), ['a']],
    [missing('a', 'b'), ['a', 'b']],
    [missing('\n a\n', ' '), ['a']],
  ])('always has the missing ids as an array: %s', async (element, ids) => {
    expect((await list(byIdXml(element))).Response.NonExistPIDs).toStrictEqual(ids);
  });

  it.each([
    ['<QueueId>p1</QueueId>', {}],
    ['<QueueID>p1</QueueID>', {}],
    ['<QueueId>p1</QueueId><NotifyConfig>\n</NotifyConfig>', {}],
    ['<QueueId>p1</QueueId><NotifyConfig><Url>u</Url></NotifyConfig>', { Url: 'u' }],
  ])('always has a QueueId and a NotifyConfig: %j', async (fields, NotifyConfig) => {
    const { Response } = await list(byIdXml(`<QueueList>${fields}</QueueList>`));
    expect(Response.QueueList).toStrictEqual([{ QueueId: 'p1', NotifyConfig }]);
  });

  it('keeps unknown fields as they came', async () => {
    const names = ['MqMode', 'FutureTime', 'ns:Mode', '队列', 'constructor', 'hasOwnProperty'];
    const fields = Object.fromEntries(names.map((name) => [name, ' 1+0800 ']));
    const xml = queueXml({ ...fields, Nested: '<A>1</A><A>2</A>' });
    const { Response } = await list(byIdXml(xml, '<Extra>x</Extra>'));
    expect(Response.QueueList[0]).toMatchObject({ ...fields, Nested: { A: ['1', '2'] } });
    expect(Response).toMatchObject({ Extra: 'x' });
  });

  it.each([
    ['2020-07-24T22:42:27+0800', '2020-07-24T22:42:27+08:00'],
    ['2020-07-24T22:42:27.123-0330', '2020-07-24T22:42:27.123-03:30'],
    ['2020-07-24T14:42:27Z', '2020-07-24T14:42:27Z'],
    // What is not known is not rewritten.
    ['24-07-2020', '24-07-2020'],
    ['2020-07-24T22:42:27+08', '2020-07-24T22:42:27+08'],
    ['2020-07-24T22:42:27+0800x', '2020-07-24T22:42:27+0800x'],
    ['2020-07-24T22:42:27+08000', '2020-07-24T22:42:27+08000'],
    ['Fri Jul 24 2020 22:42:27 GMT+0800', 'Fri Jul 24 2020 22:42:27 GMT+0800'],
    ['', ''],
  ])('has the time %j as %j, and leaves a name as it is', async (written, time) => {
    const fields = { CreateTime: written, UpdateTime: written, Name: written };
    const { Response } = await list(byIdXml(queueXml(fields)));
    const expected = { CreateTime: time, UpdateTime: time, Name: written };
    expect(Response.QueueList[0]).toMatchObject(expected);
  });

  it('drops white space around ids, states, times and counts, and keeps it around names', async () => {
    const xml = listXml([queueXml({ NotifyConfig: CALLBACK })]);
    const { QueueList, ...fields } = (await list(xml)).Response;
    const [{ Name, Category, NotifyConfig, ...queue }] = QueueList as [DocQueue];
    const { Url, Type, Event, State } = NotifyConfig;
    const padded = (text?: string) => `\n ${text} `;
    const texts = { Url: padded(Url), Type: padded(Type), Event: padded(Event), State };
    const expected = { Name: padded(Name), Category: padded(Category), NotifyConfig: texts };
    const { Response } = await list(xml.replace(/>([^<]+)</g, '>\n $1 <'));
    expect(Response).toEqual({ ...fields, QueueList: [{ ...queue, ...expected }] });
  });

  it.each([
    ['0', 0],
    ['-1', -1],
    ['999999999999999', 999999999999999],
    ['', undefined],
    ['1.5', undefined],
    ['many', undefined],
    ['9999999999999999', undefined],
  ])('has the count %j as %p: an odd one does not cost the list', async (written, count) => {
    const counts = { TotalCount: written, PageNumber: written, PageSize: written };
    const sizes = { MaxSize: written, MaxConcurrent: written };
    const { Response } = await list(listXml([queueXml(sizes)], counts));
    const { TotalCount, PageNumber, PageSize, QueueList } = Response;
    expect([TotalCount, PageNumber, PageSize]).toEqual([count, count, count]);
    expect([QueueList[0]?.MaxSize, QueueList[0]?.MaxConcurrent]).toEqual([count, count]);
    expect('TotalCount' in Response).toBe(count !== undefined);
  });

  it.each([
    ['', {}],
    ['<TotalCount>0</TotalCount><New/>', { TotalCount: 0, New: '' }],
    ['<PageSize>5</PageSize><New/>', { PageSize: 5, New: '' }],
    ['<NonExistPIDs/><New/>', { New: '' }],
    ['<QueueList/><New/>', { New: '' }],
    ['<QueueList>\n</QueueList>', {}],
  ])('is an empty list for a Response with only %j and a RequestId', async (elements, fields) => {
    const empty = { RequestId: 'REQ', QueueList: [], NonExistPIDs: [], ...fields };
    expect((await list(byIdXml(elements))).Response).toEqual(empty);
  });
});

describe('a response that is not the documented list', () => {
  const inQueue = (element: string) => byIdXml(queueXml().replace('<State>', `${element}<State>`));
  const inCallback = (content: string) => byIdXml(queueXml({ NotifyConfig: content }));
  it.each([
    ['another root', '<Foo><QueueList/></Foo>', '<Response> with child elements'],
    ['a root with text', '<Response>ok</Response>', '<Response> with child elements'],
    ['an empty root', '<Response/>', '<Response> with child elements'],
    ['no list', byIdXml('<Foo/>'), 'a list'],
    ['only an unknown element', '<Response><Foo/></Response>', 'a list'],
    ['an id behind it', '<Response><A/><RequestId>1</RequestId></Response>', 'a list'],
    ['the response to an update', updatedXml(), 'a list'],
    ['a queue of text', byIdXml('<QueueList>ok</QueueList>'), '<QueueList> with child elements'],
    ['a queue without an id', byIdXml('<QueueList><Name>a</Name></QueueList>'), '<QueueId>'],
    ['a queue with an empty id', byIdXml(queueXml({ QueueId: ' ' })), '<QueueId> in <QueueList>'],
    ['two ids of the request', byIdXml('<RequestId>2</RequestId>'), 'text as <RequestId>'],
    ['a count twice', listXml(['<TotalCount>1</TotalCount>']), 'text as <TotalCount>'],
    ['a name with elements', byIdXml(queueXml({ Name: '<A/>' })), 'text as <Name>'],
    ['an address with elements', inCallback('<Url><A/></Url>'), 'text as <Url>'],
    ['a callback that is text', inCallback('On'), '<NotifyConfig> with child elements'],
    ['two callbacks', inQueue('<NotifyConfig/>'), '<NotifyConfig> with child elements'],
    ['text', 'Service Unavailable', 'one whole XML document'],
    ['nothing', '', 'one whole XML document'],
  ])('is an InvalidResponse: %s', async (_, xml, reason) => {
    const error = await failureOf(xml);
    expect(error).toMatchObject({ kind: 'response', code: 'InvalidResponse', statusCode: 200 });
    expect(error).toMatchObject({ RequestId: 'REQ', method: 'GET', url: LIST_URL });
    expect(error.message).toContain(reason);
  });

  it.each([
    [{ 'Content-Type': 'text/xml' }, '<Response><Foo', 'text/xml, 14 characters, <Response'],
    [{}, 'ok < 5', 'no type, 6 characters, no element'],
  ])('is described, not quoted: %j', async (headers, Body, error) => {
    const response = { statusCode: 200, headers, Body };
    expect(await failureOf((_, callback) => callback(null, response))).toMatchObject({ error });
  });
});
