import { DocQueueState } from '../../src/index.js';
import {
  BUCKET,
  bodyXml,
  CALLBACK,
  LIST_URL,
  listXml,
  QUEUE,
  queueXml,
} from '../support/client.js';
import { cosWith, failureOf, list } from '../support/methods.js';

const EMPTY = listXml([]);

it.each<[object | undefined, object]>([
  [undefined, {}],
  [{ QueueIds: ['p1', 'p2'] }, { queueIds: 'p1,p2' }],
  [{ QueueIds: '  p1  ,  p_2-x \n' }, { queueIds: 'p1,p_2-x' }],
  [{ PageNumber: '999999999' }, { pageNumber: '999999999' }],
  [{ PageSize: 1 }, { pageSize: '1' }],
  [{ State: DocQueueState.Active }, { state: 'Active' }],
  [{ State: DocQueueState.Paused }, { state: 'Paused' }],
  [{ QueueIds: '', State: '', PageNumber: '', PageSize: '' }, {}],
  [{ QueueIds: null, State: null, PageNumber: null, PageSize: null }, {}],
])('a list with %j is a GET of docqueue with the query %j', async (params, Query) => {
  const cos = cosWith(EMPTY);
  await cos.describeDocProcessQueues(params);
  // With the bucket and the region, so that the SDK signs the host.
  const request = { Method: 'GET', ...BUCKET, Key: 'docqueue', Url: LIST_URL, Query };
  expect(cos.requests).toStrictEqual([{ ...request, RawBody: true }]);
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
    [{ 'X-COS-Request-Id': 'COS' }, 'COS', EMPTY],
    [{ 'x-cos-request-id': 'COS', 'X-CI-Request-Id': 'CI' }, 'CI', EMPTY],
    [{}, 'REQ', EMPTY],
    [{}, '', EMPTY.replace(/<RequestId>.*<.RequestId>/, '')],
  ])('takes the RequestId from the headers %j, else the body: %j', async (headers, id, Body) => {
    const response = { statusCode: 200, headers, Body };
    expect((await list((_, callback) => callback(null, response))).RequestId).toBe(id);
  });

  it.each<[string[], string[]]>([
    [[], []],
    [[''], []],
    [['<QueueID/>'], []],
    [['<QueueID>a</QueueID><QueueID>b</QueueID>'], ['a', 'b']],
    [['<QueueId>a</QueueId>'], ['a']],
    [
      ['a', '\n b\n', ' '],
      ['a', 'b'],
    ],
  ])('always has the missing ids as an array: %j', async (elements, ids) => {
    const missing = elements.map((content) => `<NonExistPIDs>${content}</NonExistPIDs>`);
    expect((await list(bodyXml(...missing))).Response.NonExistPIDs).toStrictEqual(ids);
  });

  const FEW = ['<QueueID> p1\n</QueueID>', '<QueueId>p1</QueueId><NotifyConfig>\n</NotifyConfig>'];
  it.each(FEW)('always has a QueueId and a NotifyConfig: %j', async (fields) => {
    const { Response } = await list(bodyXml(`<QueueList>${fields}</QueueList>`));
    expect(Response.QueueList).toStrictEqual([{ QueueId: 'p1', NotifyConfig: {} }]);
  });

  it('keeps unknown fields as they came', async () => {
    const names = ['FutureTime', 'ns:Mode', '队列', 'constructor', 'hasOwnProperty'];
    const fields = Object.fromEntries(names.map((name) => [name, ' 1+0800 ']));
    const xml = queueXml({ ...fields, Nested: '<A>1</A><A>2</A>' });
    const { Response } = await list(bodyXml(xml, '<Extra>x</Extra>'));
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
  ])('reads the time %j as %j, but leaves a name as it is', async (written, time) => {
    const queue = queueXml({ CreateTime: written, UpdateTime: written, Name: written });
    const [found] = (await list(bodyXml(queue))).Response.QueueList;
    expect(found).toMatchObject({ CreateTime: time, UpdateTime: time, Name: written });
  });

  it('drops white space around ids, states, times and counts, and keeps it around names', async () => {
    const xml = listXml([queueXml({ NotifyConfig: CALLBACK.replace(/http[^<]*/, 'u') })]);
    const { Response } = await list(xml.replace(/>([^<]+)</g, '>\n $1 <'));
    const callback = { Url: '\n u ', Type: '\n Url ', Event: '\n TaskFinish ', State: 'On' };
    const names = { Name: `\n ${QUEUE.Name} `, Category: `\n ${QUEUE.Category} ` };
    const queue = { ...QUEUE, ...names, NotifyConfig: callback };
    expect(Response).toMatchObject({ RequestId: 'REQ', TotalCount: 1, QueueList: [queue] });
  });

  it.each([
    ['0', { TotalCount: 0 }],
    [' ', {}],
    ['1.5', {}],
    ['9999999999999999', {}],
  ])('keeps the TotalCount %j only if it is a safe integer', async (TotalCount, count) => {
    const { Response } = await list(bodyXml(`<TotalCount>${TotalCount}</TotalCount>`));
    const empty = { RequestId: 'REQ', QueueList: [], NonExistPIDs: [] };
    expect(Response).toStrictEqual({ ...empty, ...count });
  });

  const NAMES = ['RequestId', 'TotalCount', 'PageSize', 'NonExistPIDs', 'QueueList'];
  it.each(NAMES)('is empty for a Response with only a blank %s', async (name) => {
    const { Response } = await list(`<Response><${name}> </${name}></Response>`);
    expect(Response).toMatchObject({ QueueList: [], NonExistPIDs: [] });
  });
});

describe('a response that is not the documented list', () => {
  it.each([
    ['another root', '<Foo><QueueList/></Foo>', '<Response> with child elements'],
    ['a root with text', '<Response>ok</Response>', '<Response> with child elements'],
    ['no list', bodyXml('<Foo/>'), 'a list'],
    ['an id behind it', '<Response><A/><RequestId>1</RequestId></Response>', 'a list'],
    ['a queue of text', bodyXml('<QueueList>ok</QueueList>'), '<QueueList> with child elements'],
    ['a queue without an id', bodyXml('<QueueList><Name>a</Name></QueueList>'), '<QueueId>'],
    ['a queue with an empty id', bodyXml(queueXml({ QueueId: ' ' })), '<QueueId> in <QueueList>'],
    ['a count twice', listXml(['<TotalCount>1</TotalCount>']), 'text in <TotalCount>'],
    ['elements in a name', bodyXml(queueXml({ Name: '<A/>' })), 'text in <Name>'],
    ['elements in a category', bodyXml(queueXml({ Category: '<A/>' })), 'text in <Category>'],
    ...['Url', 'Event', 'Type', 'ResultFormat'].map((name) => {
      const NotifyConfig = `<${name}><A/></${name}>`;
      return [`elements in ${name}`, bodyXml(queueXml({ NotifyConfig })), `text in <${name}>`];
    }),
    ['a callback of text', bodyXml(queueXml({ NotifyConfig: 'On' })), '<NotifyConfig> with child'],
    ['text', 'Service Unavailable', 'one whole XML document'],
    ['nothing', '', 'one whole XML document'],
  ])('is an InvalidResponse: %s', async (_, xml, reason) => {
    const error = await failureOf(xml);
    expect(error).toMatchObject({ kind: 'response', code: 'InvalidResponse', statusCode: 200 });
    expect(error).toMatchObject({ RequestId: 'REQ', method: 'GET', url: LIST_URL });
    expect(error.message).toContain(reason);
  });
});
