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
    expect(await requestFor()).toStrictEqual({
      Method: 'GET',
      ...BUCKET,
      Key: 'docqueue',
      Url: LIST_URL,
      Query: {},
      RawBody: true,
    });
  });

  it.each<[string, unknown, object]>([
    ['QueueIds', ['p1', 'p2'], { queueIds: 'p1,p2' }],
    ['QueueIds', '  p1  ,  p_2-x \n', { queueIds: 'p1,p_2-x' }],
    ['State', 'Active', { state: 'Active' }],
    ['PageNumber', 2, { pageNumber: '2' }],
    ['PageNumber', '999999999', { pageNumber: '999999999' }],
    ['PageSize', 50, { pageSize: '50' }],
    ['PageSize', '1', { pageSize: '1' }],
  ])("has the service's name for %s: %j", async (name, value, query) => {
    expect((await requestFor({ [name]: value }))?.Query).toStrictEqual(query);
  });

  it('takes millions of ids', async () => {
    const ids = `${'p1,'.repeat(2_000_000)}p1`;
    expect((await requestFor({ QueueIds: ids }))?.Query?.queueIds).toBe(ids);
  });

  it.each([undefined, null, ''])('leaves out parameters that are %j', async (nothing) => {
    const params = { QueueIds: nothing, State: nothing, PageNumber: nothing, PageSize: nothing };
    expect((await requestFor(params))?.Query).toStrictEqual({});
  });
});

describe('the result of a list', () => {
  it("has the shape that the SDK's documentation promises", async () => {
    expect(await list(listXml([queueXml()]))).toStrictEqual({
      statusCode: 200,
      headers: { 'x-ci-request-id': 'REQ' },
      RequestId: 'REQ',
      Response: {
        RequestId: 'REQ',
        TotalCount: 1,
        PageNumber: 1,
        PageSize: 10,
        QueueList: [QUEUE],
        NonExistPIDs: [],
      },
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
    ['none', '', []],
    ['an empty element', '<NonExistPIDs/>', []],
    ['an empty id', missing('<QueueID/>'), []],
    ['one nested id', missing('<QueueID>a</QueueID>'), ['a']],
    ['two nested ids', missing('<QueueID>a</QueueID><QueueID>b</QueueID>'), ['a', 'b']],
    ['the other spelling', missing('<QueueId>a</QueueId>'), ['a']],
    ['one flat id', missing('a'), ['a']],
    ['two flat ids', missing('a', 'b'), ['a', 'b']],
    ['blanks around ids', missing('\n a\n', ' '), ['a']],
  ])('always has the missing ids as an array: %s', async (_, element, ids) => {
    expect((await list(byIdXml(element))).Response.NonExistPIDs).toStrictEqual(ids);
  });

  it.each([
    ['', {}],
    ['\n', {}],
    ['<Url>http://a.cn</Url>', { Url: 'http://a.cn' }],
  ])('always has an object as NotifyConfig: %j', async (content, config) => {
    const { Response } = await list(byIdXml(queueXml({ NotifyConfig: content })));
    expect(Response.QueueList[0]?.NotifyConfig).toStrictEqual(config);
  });

  it.each(['QueueId', 'QueueID'])('has QueueId and NotifyConfig of a bare %s', async (name) => {
    const { Response } = await list(byIdXml(`<QueueList><${name}>p1</${name}></QueueList>`));
    expect(Response.QueueList).toStrictEqual([{ QueueId: 'p1', NotifyConfig: {} }]);
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
    ['2020-07-24T22:42:27+08:00', '2020-07-24T22:42:27+08:00'],
    ['2020-07-24T14:42:27Z', '2020-07-24T14:42:27Z'],
    // What is not known is not rewritten.
    ['2020-07-24', '2020-07-24'],
    ['24-07-2020', '24-07-2020'],
    ['T1+0800x', 'T1+0800x'],
    ['Fri Jul 24 2020 22:42:27 GMT+0800 (CST)', 'Fri Jul 24 2020 22:42:27 GMT+0800 (CST)'],
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
    ['007', 7],
    ['1e3', 1000],
    ['999999999999999', 999999999999999],
    ['', undefined],
    [' ', undefined],
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
    ['only the id of the request', '', {}],
    ['only counts', '<TotalCount>0</TotalCount><New/>', { TotalCount: 0, New: '' }],
    ['only a page size', '<PageSize>5</PageSize><New/>', { PageSize: 5, New: '' }],
    ['only missing ids', '<NonExistPIDs/><New/>', { New: '' }],
    ['an empty element', '<QueueList/><New/>', { New: '' }],
    ['an element with white space', '<QueueList>\n</QueueList>', {}],
  ])('is an empty list for %s', async (_, elements, fields) => {
    const empty = { RequestId: 'REQ', QueueList: [], NonExistPIDs: [], ...fields };
    expect((await list(byIdXml(elements))).Response).toEqual(empty);
  });
});

describe('a response that is not the documented list', () => {
  const NO_CHILDREN = 'with child elements';
  const NO_XML = 'one whole XML document';
  const inQueue = (element: string) => byIdXml(queueXml().replace('<State>', `${element}<State>`));
  const inCallback = (content: string) => byIdXml(queueXml({ NotifyConfig: content }));
  it.each([
    ['another root', '<Foo><QueueList/></Foo>', `<Response> ${NO_CHILDREN}`],
    ['no list', byIdXml('<Foo/>'), 'a list'],
    ['only an unknown element', '<Response><Foo/></Response>', 'a list'],
    ['the response to an update', updatedXml(), 'a list'],
    ['a root with text', '<Response>ok</Response>', `<Response> ${NO_CHILDREN}`],
    ['an empty root', '<Response/>', `<Response> ${NO_CHILDREN}`],
    ['a queue of text', byIdXml('<QueueList>ok</QueueList>'), `<QueueList> ${NO_CHILDREN}`],
    ['a queue without an id', byIdXml('<QueueList><Name>a</Name></QueueList>'), '<QueueId>'],
    ['a queue with an empty id', byIdXml(queueXml({ QueueId: ' ' })), '<QueueId> in <QueueList>'],
    ['two ids of the request', byIdXml('<RequestId>2</RequestId>'), '<RequestId> in <Response>'],
    ['a count twice', listXml(['<TotalCount>1</TotalCount>']), '<TotalCount> in <Response>'],
    ['a name twice', inQueue('<Name>b</Name>'), '<Name> in <QueueList>'],
    ['a name with elements', byIdXml(queueXml({ Name: '<A/>' })), '<Name> in <QueueList>'],
    ['an address with elements', inCallback('<Url><A/></Url>'), '<Url> in <NotifyConfig>'],
    ['a callback that is text', inCallback('On'), `<NotifyConfig> ${NO_CHILDREN}`],
    ['two callbacks', inQueue('<NotifyConfig/>'), `<NotifyConfig> ${NO_CHILDREN}`],
    ['missing ids of another name', byIdXml(missing('<A>a</A>')), '<NonExistPIDs>'],
    ['a missing id with elements', byIdXml(missing('<QueueID><A/></QueueID>')), '<NonExistPIDs>'],
    ['text', 'Service Unavailable', NO_XML],
    ['nothing', '', NO_XML],
  ])('is an InvalidResponse: %s', async (_, xml, reason) => {
    const error = await failureOf(xml);
    expect(error).toMatchObject({
      kind: 'response',
      code: 'InvalidResponse',
      statusCode: 200,
      RequestId: 'REQ',
      method: 'GET',
      url: LIST_URL,
    });
    expect(error.message).toContain(reason);
  });

  it.each([
    [EMPTY.slice(0, -3), 'text/xml', `text/xml, ${EMPTY.length - 3} characters, <Response`],
    ['ok', undefined, 'no content type, 2 characters, no element'],
  ])('is described, not quoted: %j', async (Body, type, error) => {
    const headers = { 'Content-Type': type };
    const response = { statusCode: 200, headers: type ? headers : {}, Body };
    expect(await failureOf((_, callback) => callback(null, response))).toMatchObject({ error });
  });
});
