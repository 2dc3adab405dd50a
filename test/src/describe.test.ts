import { docQueue } from '../../src/index.js';
import {
  BUCKET,
  byIdXml,
  clientThatAnswers,
  listXml,
  QUEUE_ID,
  queueXml,
  rejection,
  updatedXml,
} from '../support/client.js';
import { refusal } from '../support/methods.js';

const EMPTY = listXml([]);
const QUEUE_IDS = 'QueueIds must be comma-separated queue ids';

function list(xml: string) {
  return docQueue(clientThatAnswers(xml), BUCKET).describeDocProcessQueues();
}

describe('what is asked', () => {
  async function asked(params?: object) {
    const client = clientThatAnswers(EMPTY);
    await docQueue(client, BUCKET).describeDocProcessQueues(params);
    return client.asked[0];
  }

  it('is a GET of docqueue, of the raw answer, with bucket and region so that the host is signed', async () => {
    expect(await asked()).toStrictEqual({
      Method: 'GET',
      ...BUCKET,
      Key: 'docqueue',
      Url: 'https://examplebucket-1250000000.ci.ap-beijing.myqcloud.com/docqueue',
      Query: {},
      RawBody: true,
    });
  });

  it("has the service's names for the parameters", async () => {
    const params = { QueueIds: ['p1', 'p2'], State: 'Active', PageNumber: 2, PageSize: 50 };
    expect((await asked(params))?.Query).toStrictEqual({
      queueIds: 'p1,p2',
      state: 'Active',
      pageNumber: '2',
      pageSize: '50',
    });
  });

  it('takes millions of ids', async () => {
    const ids = `${'p1,'.repeat(2_000_000)}p1`;
    expect((await asked({ QueueIds: ids }))?.Query?.queueIds).toBe(ids);
  });

  it('takes ids with commas, and numbers as text, as the documentation shows them', async () => {
    const params = { QueueIds: '  p1  ,  p_2-x \n', PageNumber: '999999999', PageSize: '1' };
    expect((await asked(params))?.Query).toStrictEqual({
      queueIds: 'p1,p_2-x',
      pageNumber: '999999999',
      pageSize: '1',
    });
  });

  it.each([[undefined], [null], ['']])('leaves out what is %j', async (nothing) => {
    const params = { QueueIds: nothing, State: nothing, PageNumber: nothing, PageSize: nothing };
    expect((await asked(params))?.Query).toStrictEqual({});
  });
});

it.each([
  [{ State: 'active' }, 'State must be Active or Paused, not "active"'],
  [{ State: 'All' }, 'State must be Active or Paused, not "All"'],
  [{ State: 'Actively' }, 'State must be Active or Paused, not "Actively"'],
  [{ State: ['Active', 'Paused'] }, 'State must be Active or Paused, not Array'],
  [{ State: 1 }, 'State must be Active or Paused, not "1"'],
  [{ PageNumber: 0 }, 'PageNumber must be a whole number from 1, not "0"'],
  [{ PageNumber: -1 }, 'PageNumber must be a whole number from 1, not "-1"'],
  [{ PageNumber: 1.5 }, 'PageNumber must be a whole number from 1, not "1.5"'],
  [{ PageNumber: 1e9 }, 'PageNumber must be a whole number from 1, not "1000000000"'],
  [{ PageNumber: Number.NaN }, 'PageNumber must be a whole number from 1, not "NaN"'],
  [{ PageSize: Infinity }, 'PageSize must be a whole number from 1, not "Infinity"'],
  [{ PageSize: '10; DROP' }, 'PageSize must be a whole number from 1, not "10; DROP"'],
  [{ PageSize: {} }, 'PageSize must be a whole number from 1, not Object'],
  [{ PageSize: true }, 'PageSize must be a whole number from 1, not Boolean'],
  [{ QueueIds: [] }, `${QUEUE_IDS}, not Array`],
  [{ QueueIds: ['p1', 2] }, `${QUEUE_IDS}, not Array`],
  [{ QueueIds: 'p1,,p2' }, `${QUEUE_IDS}, not "p1,,p2"`],
  [{ QueueIds: 'p1 p2' }, `${QUEUE_IDS}, not "p1 p2"`],
  [{ QueueIds: ',p1' }, `${QUEUE_IDS}, not ",p1"`],
  [{ QueueIds: ['../x'] }, `${QUEUE_IDS}, not "../x"`],
  [{ QueueIds: {} }, `${QUEUE_IDS}, not Object`],
])('refuses %j', async (params, message) => {
  expect(await refusal('describeDocProcessQueues', params)).toBe(message);
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
        QueueList: [
          {
            QueueId: QUEUE_ID,
            Name: 'queue-doc-process-1',
            State: 'Active',
            NotifyConfig: { Url: '', Event: '', Type: '', State: 'Off' },
            MaxSize: 10000,
            MaxConcurrent: 10,
            CreateTime: '2020-07-24T22:42:27+08:00',
            UpdateTime: '2020-07-24T22:42:27+08:00',
            BucketId: 'examplebucket-1250000000',
            Category: 'DocProcessing',
          },
        ],
        NonExistPIDs: [],
      },
    });
  });

  it('has the id of the request from the headers, or the answer, or none', async () => {
    const ids = async (headers: object, xml: string) => {
      const client = clientThatAnswers((_, callback) =>
        callback(null, { statusCode: 200, headers, Body: xml }),
      );
      return (await docQueue(client, BUCKET).describeDocProcessQueues()).RequestId;
    };
    expect(await ids({ 'x-cos-request-id': 'COS' }, EMPTY)).toBe('COS');
    expect(await ids({}, EMPTY)).toBe('REQ');
    expect(await ids({}, EMPTY.replace(/<RequestId>.*<.RequestId>/, ''))).toBe('');
  });

  it('is plain data, fit for setData', async () => {
    const { Response } = await list(listXml([queueXml()]));
    expect(JSON.parse(JSON.stringify(Response))).toStrictEqual(Response);
  });

  it.each([
    ['no queue', [], 0],
    ['one queue', [queueXml()], 1],
    ['two queues', [queueXml(), queueXml({ QueueId: 'p2' })], 2],
    ['an empty element', ['<QueueList/>'], 0],
    ['an element with white space', ['<QueueList>\n</QueueList>'], 0],
  ])('is an array for %s', async (_, queues, length) => {
    expect((await list(listXml(queues))).Response.QueueList).toHaveLength(length);
  });

  it.each([
    ['none', '', []],
    ['an empty element', '<NonExistPIDs/>', []],
    ['an empty id', '<NonExistPIDs><QueueID/></NonExistPIDs>', []],
    ['one nested', '<NonExistPIDs><QueueID>a</QueueID></NonExistPIDs>', ['a']],
    [
      'two nested',
      '<NonExistPIDs><QueueID>a</QueueID><QueueID>b</QueueID></NonExistPIDs>',
      ['a', 'b'],
    ],
    ['the other spelling', '<NonExistPIDs><QueueId>a</QueueId></NonExistPIDs>', ['a']],
    ['one flat', '<NonExistPIDs>a</NonExistPIDs>', ['a']],
    [
      'blanks around them',
      '<NonExistPIDs>\n a\n</NonExistPIDs><NonExistPIDs> </NonExistPIDs>',
      ['a'],
    ],
    ['two flat', '<NonExistPIDs>a</NonExistPIDs><NonExistPIDs>b</NonExistPIDs>', ['a', 'b']],
  ])('has the missing ids as an array of texts: %s', async (_, element, ids) => {
    expect((await list(byIdXml(element))).Response.NonExistPIDs).toStrictEqual(ids);
  });

  it('has no counts for given ids, as the service gives none', async () => {
    const { Response } = await list(byIdXml(queueXml()));
    expect(Object.keys(Response).sort()).toEqual(['NonExistPIDs', 'QueueList', 'RequestId']);
  });

  it('has an object for NotifyConfig, whatever the service left out of it', async () => {
    for (const [xml, config] of [
      ['', {}],
      ['\n', {}],
      ['<Url>http://a.cn</Url>', { Url: 'http://a.cn' }],
    ] as const) {
      const { Response } = await list(byIdXml(queueXml({ NotifyConfig: xml })));
      expect(Response.QueueList[0]?.NotifyConfig).toStrictEqual(config);
    }
    const bare = await list(byIdXml('<QueueList><QueueId>p1</QueueId></QueueList>'));
    expect(bare.Response.QueueList).toStrictEqual([{ QueueId: 'p1', NotifyConfig: {} }]);
  });

  it('has QueueId, also where the service spells QueueID', async () => {
    const { Response } = await list(byIdXml('<QueueList><QueueID>p1</QueueID></QueueList>'));
    expect(Response.QueueList).toStrictEqual([{ QueueId: 'p1', NotifyConfig: {} }]);
  });

  it('keeps unknown fields as they came', async () => {
    const xml = queueXml({
      MqMode: 'Queue',
      Nested: '<A>1</A><A>2</A>',
      FutureTime: '1+0800',
      MaxFoo: '7',
    });
    const { Response } = await list(byIdXml(xml, '<Extra>x</Extra>'));
    expect(Response.QueueList[0]).toMatchObject({
      MqMode: 'Queue',
      Nested: { A: ['1', '2'] },
      FutureTime: '1+0800',
      MaxFoo: '7',
    });
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
  ])('has the time %j as %j', async (written, read) => {
    const { Response } = await list(
      byIdXml(queueXml({ CreateTime: written, UpdateTime: written })),
    );
    expect(Response.QueueList[0]).toMatchObject({ CreateTime: read, UpdateTime: read });
  });

  it('changes nothing in a name that looks like a time', async () => {
    const { Response } = await list(byIdXml(queueXml({ Name: 'T+0800' })));
    expect(Response.QueueList[0]?.Name).toBe('T+0800');
  });

  it('has no white space around ids, states, times and counts, but around names and callbacks', async () => {
    const padded = (text: string) => `\n ${text} `;
    const xml = listXml([
      queueXml({
        QueueId: padded('p1'),
        State: padded('Paused'),
        CreateTime: padded('2020-07-24T22:42:27+0800'),
        MaxSize: padded('5'),
        BucketId: padded('a-1'),
        Name: padded('a'),
        Category: padded('b'),
        NotifyConfig: `<Url>${padded('u')}</Url><State>${padded('On')}</State>`,
      }),
    ]);
    const { Response } = await list(xml.replace('REQ', padded('REQ')));
    expect(Response).toMatchObject({ RequestId: 'REQ' });
    expect(Response.QueueList[0]).toMatchObject({
      QueueId: 'p1',
      State: 'Paused',
      CreateTime: '2020-07-24T22:42:27+08:00',
      MaxSize: 5,
      BucketId: 'a-1',
      Name: padded('a'),
      Category: padded('b'),
      NotifyConfig: { Url: padded('u'), State: 'On' },
    });
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
  const WHOLE = 'the answer is not one whole XML document: it is wrong';
  it.each([
    ['another root', '<Foo><QueueList/></Foo>', 'the answer has no <Response> element, but <Foo>'],
    ['something else than a list', byIdXml('<Foo/>'), 'the answer is not a list of queues'],
    ['that alone', '<Response><Foo/></Response>', 'the answer is not a list of queues'],
    ['the answer of an update', updatedXml(), 'the answer is not a list of queues'],
    [
      'a root with text',
      '<Response>ok</Response>',
      '<Response> of the answer is not one element with children',
    ],
    ['an empty root', '<Response/>', '<Response> of the answer is not one element with children'],
    [
      'a queue that is text',
      listXml(['<QueueList>ok</QueueList>']),
      '<QueueList> of the answer is not one element with children',
    ],
    [
      'a queue without id',
      listXml(['<QueueList><Name>a</Name></QueueList>']),
      '<QueueList> of the answer has no <QueueId>',
    ],
    [
      'a queue with an empty id',
      listXml([queueXml({ QueueId: ' ' })]),
      '<QueueList> of the answer has no <QueueId>',
    ],
    [
      'an id of the request twice',
      byIdXml('<RequestId>2</RequestId>'),
      '<RequestId> in <Response> of the answer is not one string',
    ],
    [
      'a count twice',
      listXml(['<TotalCount>1</TotalCount>']),
      '<TotalCount> in <Response> of the answer is not one string',
    ],
    [
      'a name twice',
      listXml([queueXml().replace('<State>', '<Name>b</Name><State>')]),
      '<Name> in <QueueList> of the answer is not one string',
    ],
    [
      'a name with elements',
      listXml([queueXml({ Name: '<A/>' })]),
      '<Name> in <QueueList> of the answer is not one string',
    ],
    [
      'an address with elements',
      listXml([queueXml({ NotifyConfig: '<Url><A/></Url>' })]),
      '<Url> in <NotifyConfig> of the answer is not one string',
    ],
    [
      'a callback that is text',
      listXml([queueXml({ NotifyConfig: 'On' })]),
      '<NotifyConfig> of the answer is not one element with children',
    ],
    [
      'two callbacks',
      listXml([queueXml().replace('<Name>', '<NotifyConfig/><Name>')]),
      '<NotifyConfig> of the answer is not one element with children',
    ],
    [
      'a missing id of another name',
      byIdXml('<NonExistPIDs><A>a</A></NonExistPIDs>'),
      '<NonExistPIDs> of the answer does not hold ids',
    ],
    [
      'a missing id with elements',
      byIdXml('<NonExistPIDs><QueueID><A/></QueueID></NonExistPIDs>'),
      '<NonExistPIDs> of the answer does not hold ids',
    ],
    ['text', 'Service Unavailable', `${WHOLE} at character 0`],
    ['JSON', '{"Response":{}}', `${WHOLE} at character 0`],
    ['nothing', '', `${WHOLE} at its end`],
  ])('is refused: %s', async (_, xml, reason) => {
    const error = await rejection(list(xml));
    expect(error).toMatchObject({
      kind: 'response',
      code: 'InvalidResponse',
      statusCode: 200,
      RequestId: 'REQ',
      method: 'GET',
      url: 'https://examplebucket-1250000000.ci.ap-beijing.myqcloud.com/docqueue',
      error: xml.slice(0, 1024),
    });
    expect(error.message).toContain(reason);
  });

  it('is refused wherever it was cut', async () => {
    const xml = listXml([queueXml()]);
    for (let length = 0; length < xml.length; length++) {
      expect(await rejection(list(xml.slice(0, length)))).toMatchObject({
        code: 'InvalidResponse',
      });
    }
  });
});
