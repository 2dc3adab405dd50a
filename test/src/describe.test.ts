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
import { cosThatAnswers, failureOf, list } from '../support/methods.js';

const EMPTY = listXml([]);
const missing = (...contents: string[]) =>
  contents.map((content) => `<NonExistPIDs>${content}</NonExistPIDs>`).join('');

describe('what is asked', () => {
  async function asked(params?: object) {
    const cos = cosThatAnswers(EMPTY);
    await cos.describeDocProcessQueues(params);
    return cos.asked[0];
  }

  it('is a GET of docqueue, of the raw answer, with bucket and region so that the host is signed', async () => {
    expect(await asked()).toStrictEqual({
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
    expect((await asked({ [name]: value }))?.Query).toStrictEqual(query);
  });

  it('takes millions of ids', async () => {
    const ids = `${'p1,'.repeat(2_000_000)}p1`;
    expect((await asked({ QueueIds: ids }))?.Query?.queueIds).toBe(ids);
  });

  it.each([undefined, null, ''])('leaves out what is %j', async (nothing) => {
    const params = { QueueIds: nothing, State: nothing, PageNumber: nothing, PageSize: nothing };
    expect((await asked(params))?.Query).toStrictEqual({});
  });
});

describe('what is given', () => {
  it('is what the documentation of the SDK promises', async () => {
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

  it('has the id of the request from the headers, or the answer, or none', async () => {
    const idOf = async (headers: object, Body: string) => {
      const answer = { statusCode: 200, headers, Body };
      return (await list((_, callback) => callback(null, answer))).RequestId;
    };
    expect(await idOf({ 'x-cos-request-id': 'COS' }, EMPTY)).toBe('COS');
    expect(await idOf({}, EMPTY)).toBe('REQ');
    expect(await idOf({}, EMPTY.replace(/<RequestId>.*<.RequestId>/, ''))).toBe('');
  });

  it.each([
    ['none', '', []],
    ['an empty element', '<NonExistPIDs/>', []],
    ['an empty id', missing('<QueueID/>'), []],
    ['one nested', missing('<QueueID>a</QueueID>'), ['a']],
    ['two nested', missing('<QueueID>a</QueueID><QueueID>b</QueueID>'), ['a', 'b']],
    ['the other spelling', missing('<QueueId>a</QueueId>'), ['a']],
    ['one flat', missing('a'), ['a']],
    ['two flat', missing('a', 'b'), ['a', 'b']],
    ['blanks around them', missing('\n a\n', ' '), ['a']],
  ])('has the missing ids as an array of texts: %s', async (_, element, ids) => {
    expect((await list(byIdXml(element))).Response.NonExistPIDs).toStrictEqual(ids);
  });

  it.each([
    ['', {}],
    ['\n', {}],
    ['<Url>http://a.cn</Url>', { Url: 'http://a.cn' }],
  ])('has an object for a NotifyConfig with %j', async (content, config) => {
    const { Response } = await list(byIdXml(queueXml({ NotifyConfig: content })));
    expect(Response.QueueList[0]?.NotifyConfig).toStrictEqual(config);
  });

  it.each(['QueueId', 'QueueID'])('has QueueId and NotifyConfig of a bare %s', async (name) => {
    const { Response } = await list(byIdXml(`<QueueList><${name}>p1</${name}></QueueList>`));
    expect(Response.QueueList).toStrictEqual([{ QueueId: 'p1', NotifyConfig: {} }]);
  });

  it('keeps unknown fields as they came', async () => {
    const fields = { MqMode: 'Queue', FutureTime: '1+0800', MaxFoo: '7' };
    const xml = queueXml({ ...fields, Nested: '<A>1</A><A>2</A>' });
    const { Response } = await list(byIdXml(xml, '<Extra>x</Extra>'));
    expect(Response.QueueList[0]).toMatchObject({ ...fields, Nested: { A: ['1', '2'] } });
    expect(Response).toMatchObject({ Extra: 'x' });
  });

  it.each([
    ['2020-07-24T22:42:27+0800', '2020-07-24T22:42:27+08:00'],
    ['2020-07-24T22:42:27-0330', '2020-07-24T22:42:27-03:30'],
    ['2020-07-24T22:42:27+08:00', '2020-07-24T22:42:27+08:00'],
    ['2020-07-24T14:42:27Z', '2020-07-24T14:42:27Z'],
    ['2020-07-24', '2020-07-24'],
    // What we do not know is not rewritten.
    ['Fri Jul 24 2020 22:42:27 GMT+0800 (CST)', 'Fri Jul 24 2020 22:42:27 GMT+0800 (CST)'],
    ['', ''],
  ])('has the time %j as %j, and a name as it is', async (written, read) => {
    const fields = { CreateTime: written, UpdateTime: written, Name: written };
    const { Response } = await list(byIdXml(queueXml(fields)));
    const expected = { CreateTime: read, UpdateTime: read, Name: written };
    expect(Response.QueueList[0]).toMatchObject(expected);
  });

  it('has no white space around ids, states, times and counts, but around names and callbacks', async () => {
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
    ['999999999999999', 999999999999999],
    ['', undefined],
    [' ', undefined],
    ['-', undefined],
    ['1.5', undefined],
    ['1e3', 1000],
    ['many', undefined],
    ['9999999999999999', undefined],
  ])('reads the count %j as %p: an odd one does not cost the list', async (written, read) => {
    const counts = { TotalCount: written, PageNumber: written, PageSize: written };
    const sizes = { MaxSize: written, MaxConcurrent: written };
    const { Response } = await list(listXml([queueXml(sizes)], counts));
    const { TotalCount, PageNumber, PageSize, QueueList } = Response;
    expect([TotalCount, PageNumber, PageSize]).toEqual([read, read, read]);
    expect([QueueList[0]?.MaxSize, QueueList[0]?.MaxConcurrent]).toEqual([read, read]);
    expect('TotalCount' in Response).toBe(read !== undefined);
  });

  it.each([
    ['nothing but an id of the request', '', {}],
    ['counts alone', '<TotalCount>0</TotalCount><New/>', { TotalCount: 0, New: '' }],
    ['missing ids alone', '<NonExistPIDs/><New/>', { New: '' }],
    ['an empty element', '<QueueList/><New/>', { New: '' }],
    ['an element with white space', '<QueueList>\n</QueueList>', {}],
  ])('is an empty list for %s', async (_, elements, fields) => {
    const empty = { RequestId: 'REQ', QueueList: [], NonExistPIDs: [], ...fields };
    expect((await list(byIdXml(elements))).Response).toEqual(empty);
  });

  it('has elements with a colon, in Chinese, or named like what every object has', async () => {
    const names = ['ns:Mode', '队列', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
    const xml = queueXml(Object.fromEntries(names.map((name) => [name, 'x'])));
    const [queue] = (await list(listXml([xml]))).Response.QueueList;
    for (const name of names) expect(queue?.[name]).toBe('x');
  });
});

describe('an answer that is not the documented one', () => {
  const NO_LIST = 'not a list of queues';
  const NO_CHILDREN = 'of the answer is not one element with children';
  const NO_XML = 'not one whole XML document';
  const inQueue = (element: string) => byIdXml(queueXml().replace('<State>', `${element}<State>`));
  const inCallback = (content: string) => byIdXml(queueXml({ NotifyConfig: content }));
  it.each([
    ['another root', '<Foo><QueueList/></Foo>', 'no <Response> element, but <Foo>'],
    ['something else than a list', byIdXml('<Foo/>'), NO_LIST],
    ['that alone', '<Response><Foo/></Response>', NO_LIST],
    ['the answer of an update', updatedXml(), NO_LIST],
    ['a root with text', '<Response>ok</Response>', `<Response> ${NO_CHILDREN}`],
    ['an empty root', '<Response/>', `<Response> ${NO_CHILDREN}`],
    ['a queue of text', byIdXml('<QueueList>ok</QueueList>'), `<QueueList> ${NO_CHILDREN}`],
    ['a queue without id', byIdXml('<QueueList><Name>a</Name></QueueList>'), 'no <QueueId>'],
    ['a queue with an empty id', byIdXml(queueXml({ QueueId: ' ' })), 'no <QueueId>'],
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
  ])('is refused: %s', async (_, xml, reason) => {
    const error = await failureOf(xml);
    expect(error).toMatchObject({
      kind: 'response',
      code: 'InvalidResponse',
      statusCode: 200,
      RequestId: 'REQ',
      method: 'GET',
      url: LIST_URL,
      error: xml.slice(0, 1024),
    });
    expect(error.message).toContain(reason);
  });
});
