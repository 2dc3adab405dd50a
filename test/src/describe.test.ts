import { docQueue } from '../../src/index.js';
import {
  BUCKET,
  byIdXml,
  clientThatAnswers,
  listXml,
  QUEUE_ID,
  queueXml,
  rejection,
} from '../support/client.js';

const EMPTY = listXml([]);

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

  it('takes ids with commas, and numbers as text, as the documentation shows them', async () => {
    const params = { QueueIds: ' p1 , p2', PageNumber: '3', PageSize: '1' };
    expect((await asked(params))?.Query).toStrictEqual({
      queueIds: 'p1,p2',
      pageNumber: '3',
      pageSize: '1',
    });
  });

  it.each([[undefined], [null], ['']])('leaves out what is %j', async (nothing) => {
    const params = { QueueIds: nothing, State: nothing, PageNumber: nothing, PageSize: nothing };
    expect((await asked(params))?.Query).toStrictEqual({});
  });
});

describe('parameters that are refused', () => {
  it.each([
    [{ State: 'active' }, 'State must be Active or Paused, not "active"'],
    [{ State: 'All' }, 'State must be Active or Paused, not "All"'],
    [{ State: 1 }, 'State must be Active or Paused, not "1"'],
    [{ PageNumber: 0 }, 'PageNumber must be a whole number from 1, not "0"'],
    [{ PageNumber: -1 }, 'PageNumber must be a whole number from 1, not "-1"'],
    [{ PageNumber: 1.5 }, 'PageNumber must be a whole number from 1, not "1.5"'],
    [{ PageNumber: Number.NaN }, 'PageNumber must be a whole number from 1, not "NaN"'],
    [{ PageSize: '10; DROP' }, 'PageSize must be a whole number from 1, not "10; DROP"'],
    [{ PageSize: {} }, 'PageSize must be a whole number from 1, not Object'],
    [{ PageSize: true }, 'PageSize must be a whole number from 1, not Boolean'],
    [{ QueueIds: [] }, 'QueueIds must be the id of a queue, not ""'],
    [{ QueueIds: 'p1,,p2' }, 'QueueIds must be the id of a queue, not ""'],
    [{ QueueIds: ['../x'] }, 'QueueIds must be the id of a queue, not "../x"'],
    [{ QueueIds: {} }, 'QueueIds must be the id of a queue, not "[object Object]"'],
    [['p1'], 'The first parameter must be an object, not "Array"'],
    ['p1', 'The first parameter must be an object, not "String"'],
    [{ [Symbol.toStringTag]: 'NoObject' }, 'The first parameter must be an object, not "NoObject"'],
    [{ [Symbol.toStringTag]: 'Objects' }, 'The first parameter must be an object, not "Objects"'],
  ])('%j', async (params, message) => {
    const client = clientThatAnswers(EMPTY);
    const error = await rejection(
      docQueue(client, BUCKET).describeDocProcessQueues(params as object),
    );
    expect(error).toMatchObject({
      kind: 'param',
      code: 'InvalidParameter',
      message: expect.stringContaining(message),
    });
    expect(client.asked).toEqual([]);
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
    ['one on a line of its own', '<NonExistPIDs>\n  a\n</NonExistPIDs>', ['a']],
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

  it('reads numbers with white space around them', async () => {
    const { Response } = await list(byIdXml(queueXml({ MaxSize: ' 5\n' })));
    expect(Response.QueueList[0]?.MaxSize).toBe(5);
  });
});

describe('an answer that is not the documented one', () => {
  it.each([
    ['another root', '<Foo><QueueList/></Foo>', 'no fields'],
    ['a root with text', '<Response>ok</Response>', 'no fields'],
    ['a queue that is text', listXml(['<QueueList>ok</QueueList>']), 'no fields'],
    ['a queue without id', listXml(['<QueueList><Name>a</Name></QueueList>']), 'without QueueId'],
    ['a queue with an empty id', listXml([queueXml({ QueueId: '' })]), 'without QueueId'],
    ['a count that is none', listXml([], { TotalCount: Number.NaN }), 'a wrong TotalCount'],
    ['a count that is empty', listXml([queueXml({ MaxSize: '' })]), 'a wrong MaxSize'],
    [
      'a count that no number holds',
      listXml([]).replace('>0<', `>${'9'.repeat(400)}<`),
      'a wrong TotalCount',
    ],
    ['an id of the request twice', byIdXml('<RequestId>2</RequestId>'), 'a wrong RequestId'],
    ['a count twice', listXml(['<TotalCount>1</TotalCount>']), 'a wrong TotalCount'],
    [
      'a name twice',
      listXml([queueXml().replace('<State>', '<Name>b</Name><State>')]),
      'a wrong Name',
    ],
    ['a name with fields', listXml([queueXml({ Name: '<A/>' })]), 'a wrong Name'],
    [
      'a time twice',
      listXml([queueXml().replace('<Name>', '<CreateTime/><Name>')]),
      'a wrong CreateTime',
    ],
    ['a callback that is text', listXml([queueXml({ NotifyConfig: 'On' })]), 'no fields'],
    [
      'two callbacks',
      listXml([queueXml().replace('<Name>', '<NotifyConfig/><Name>')]),
      'no fields',
    ],
    [
      'a missing id with fields',
      byIdXml('<NonExistPIDs><A>1</A></NonExistPIDs>'),
      'a wrong NonExistPIDs',
    ],
    ['text', 'Service Unavailable', 'missing start tag'],
    ['JSON', '{"Response":{}}', 'missing start tag'],
    ['nothing', '', 'missing start tag'],
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
