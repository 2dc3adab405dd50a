import { type DocQueue, docQueue } from '../../src/index.js';
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

const CALLBACK =
  '<Url>https://a.cn/?x=1&amp;y=2</Url><Event>TaskFinish</Event><Type>Url</Type><State>On</State>';
const WRITTEN =
  '<NotifyConfig><Url>https://a.cn/?x=1&amp;y=2</Url><State>On</State><Type>Url</Type>' +
  '<Event>TaskFinish</Event></NotifyConfig>';

/** The calls a client was asked for, as `GET query` and `PUT body`. */
function calls(client: ReturnType<typeof clientThatAnswers>) {
  return client.asked.map(
    ({ Method, Query, Body }) => `${Method} ${Body ?? JSON.stringify(Query)}`,
  );
}

describe.each([
  ['pauseDocProcessQueue', 'Active', 'Paused'],
  ['resumeDocProcessQueue', 'Paused', 'Active'],
] as const)('%s', (method, from, to) => {
  it('reads the queue and writes it back with nothing but another state', async () => {
    const queue = queueXml({
      State: from,
      NotifyConfig: CALLBACK,
      ResultFormat: 'JSON',
      Name: ' 中 文 ',
    });
    const client = clientThatAnswers(byIdXml(queue), updatedXml({ State: to }));
    const { Response, RequestId } = await docQueue(client, BUCKET)[method]({ QueueId: QUEUE_ID });
    expect(calls(client)).toEqual([
      `GET {"queueIds":"${QUEUE_ID}"}`,
      `PUT <Request><Name> 中 文 </Name><QueueID>${QUEUE_ID}</QueueID><State>${to}</State>${WRITTEN}` +
        '<ResultFormat>JSON</ResultFormat></Request>',
    ]);
    expect(Response.Queue.State).toBe(to);
    expect(RequestId).toBe('REQ');
  });

  it('writes nothing when the queue is in that state already, and gives what was read', async () => {
    const client = clientThatAnswers(byIdXml(queueXml({ State: to })));
    const result = await docQueue(client, BUCKET)[method]({ QueueId: QUEUE_ID });
    expect(client.asked).toHaveLength(1);
    expect(result).toMatchObject({
      statusCode: 200,
      RequestId: 'REQ',
      Response: { RequestId: 'REQ', Queue: { QueueId: QUEUE_ID, State: to } },
    });
    expect(Object.keys(result.Response)).toEqual(['RequestId', 'Queue']);
  });

  it('takes the whole record from the list when the answer by id has only a part', async () => {
    const part = queueXml({ State: from, NotifyConfig: '<Url>https://a.cn/?x=1&amp;y=2</Url>' });
    const whole = queueXml({ State: from, NotifyConfig: CALLBACK });
    const client = clientThatAnswers(
      byIdXml(part),
      listXml([queueXml({ QueueId: 'p1' })], { TotalCount: 2, PageSize: 1 }),
      listXml([whole], { TotalCount: 2, PageNumber: 2, PageSize: 1 }),
      updatedXml({ State: to }),
    );
    await docQueue(client, BUCKET)[method]({ QueueId: QUEUE_ID });
    expect(calls(client).slice(1)).toEqual([
      'GET {"pageNumber":"1","pageSize":"100"}',
      'GET {"pageNumber":"2","pageSize":"100"}',
      expect.stringContaining(WRITTEN),
    ]);
  });

  it('spares the read for an item of a list', async () => {
    const client = clientThatAnswers(
      listXml([queueXml({ State: from, NotifyConfig: CALLBACK })]),
      updatedXml({ State: to }),
    );
    const cos = docQueue(client, BUCKET);
    const [Queue] = (await cos.describeDocProcessQueues()).Response.QueueList;
    const before = JSON.stringify(Queue);
    await cos[method]({ Queue: Queue as DocQueue });
    expect(calls(client)).toEqual([
      'GET {}',
      expect.stringContaining(`<State>${to}</State>${WRITTEN}`),
    ]);
    expect(JSON.stringify(Queue)).toBe(before);
  });

  it('asks nothing for an item that is in that state already', async () => {
    const client = clientThatAnswers(listXml([queueXml({ State: to })]));
    const cos = docQueue(client, BUCKET);
    const [Queue] = (await cos.describeDocProcessQueues()).Response.QueueList;
    const result = await cos[method]({ Queue: Queue as DocQueue });
    expect(client.asked).toHaveLength(1);
    expect(result).toStrictEqual({
      statusCode: 200,
      headers: {},
      RequestId: '',
      Response: { Queue },
    });
  });

  it.each([
    ['without a callback', { QueueId: QUEUE_ID, State: from }],
    [
      'of an answer by id',
      { QueueId: QUEUE_ID, Name: 'a', State: from, NotifyConfig: { Url: 'u' } },
    ],
    [
      'without a name',
      { QueueId: QUEUE_ID, State: from, NotifyConfig: { Url: '', Event: '', Type: '', State: '' } },
    ],
  ])('completes an item %s from the list', async (_, Queue) => {
    const client = clientThatAnswers(
      listXml([queueXml({ State: from, NotifyConfig: CALLBACK })]),
      updatedXml({ State: to }),
    );
    await docQueue(client, BUCKET)[method]({ Queue: Queue as DocQueue });
    expect(calls(client)).toEqual([
      expect.stringMatching(/^GET/),
      expect.stringContaining(WRITTEN),
    ]);
  });
});

it('goes to the bucket of the call, every time', async () => {
  const target = { Bucket: 'other-1', Region: 'ap-x' };
  const part = queueXml({ NotifyConfig: '' });
  const client = clientThatAnswers(byIdXml(part), listXml([part]), updatedXml());
  await docQueue(client, BUCKET).pauseDocProcessQueue({ QueueId: QUEUE_ID, ...target });
  expect(client.asked).toHaveLength(3);
  for (const asked of client.asked) expect(asked).toMatchObject(target);
});

it('fails with QueueNotFound for a queue that does not exist', async () => {
  const missing = '<NonExistPIDs><QueueID>p1</QueueID></NonExistPIDs>';
  // An answer that holds another queue than was asked for does not make it exist.
  const client = clientThatAnswers(byIdXml(missing, queueXml()));
  const error = await rejection(docQueue(client, BUCKET).pauseDocProcessQueue({ QueueId: 'p1' }));
  expect(error).toMatchObject({
    kind: 'service',
    code: 'QueueNotFound',
    message: 'QueueNotFound: there is no queue p1; 200',
    statusCode: 200,
    RequestId: 'REQ',
  });
  expect(client.asked).toHaveLength(1);
});

it('changes nothing when the whole record cannot be had', async () => {
  const part = queueXml({ NotifyConfig: '<Url>u</Url>' });
  const client = clientThatAnswers(byIdXml(part), listXml([queueXml({ QueueId: 'p1' })]));
  const error = await rejection(
    docQueue(client, BUCKET).pauseDocProcessQueue({ QueueId: QUEUE_ID }),
  );
  expect(error).toMatchObject({ kind: 'response', code: 'InvalidResponse' });
  expect(error.message).toContain(`only a part of queue ${QUEUE_ID}`);
  expect(client.asked.map(({ Method }) => Method)).toEqual(['GET', 'GET']);
});

it.each([
  [undefined, 'QueueId must be the id of a queue, not Undefined'],
  [{}, 'QueueId must be the id of a queue, not Undefined'],
  [{ QueueId: '../x' }, 'QueueId must be the id of a queue, not "../x"'],
  [{ Queue: {} }, 'QueueId must be the id of a queue, not Undefined'],
  [{ Queue: 'p1' }, 'QueueId must be the id of a queue, not Undefined'],
])('refuses %j', async (params, message) => {
  const client = clientThatAnswers(byIdXml());
  const error = await rejection(docQueue(client, BUCKET).pauseDocProcessQueue(params as never));
  expect(error).toMatchObject({ kind: 'param', code: 'InvalidParameter' });
  expect(error.message).toContain(message);
  expect(client.asked).toEqual([]);
});
