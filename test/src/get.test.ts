import { docQueue } from '../../src/index.js';
import {
  BUCKET,
  byIdXml,
  calls,
  clientThatAnswers,
  listXml,
  QUEUE_ID,
  queueXml,
  rejection,
} from '../support/client.js';
import { refusal } from '../support/methods.js';

const CALLBACK =
  '<Url>https://a.cn/</Url><Event>TaskFinish</Event><Type>Url</Type><State>On</State>';

function get(client: ReturnType<typeof clientThatAnswers>, params: object = { QueueId: QUEUE_ID }) {
  return docQueue(client, BUCKET).getDocProcessQueue(params as { QueueId: string });
}

it('asks for the queue by its id, and returns its record', async () => {
  const client = clientThatAnswers(byIdXml(queueXml({ NotifyConfig: CALLBACK, MqMode: 'Queue' })));
  expect(await get(client)).toStrictEqual({
    statusCode: 200,
    headers: { 'x-ci-request-id': 'REQ' },
    RequestId: 'REQ',
    Response: {
      RequestId: 'REQ',
      Queue: {
        QueueId: QUEUE_ID,
        Name: 'queue-doc-process-1',
        State: 'Active',
        NotifyConfig: { Url: 'https://a.cn/', Event: 'TaskFinish', Type: 'Url', State: 'On' },
        MaxSize: 10000,
        MaxConcurrent: 10,
        CreateTime: '2020-07-24T22:42:27+08:00',
        UpdateTime: '2020-07-24T22:42:27+08:00',
        BucketId: 'examplebucket-1250000000',
        Category: 'DocProcessing',
        MqMode: 'Queue',
      },
    },
  });
  expect(calls(client)).toEqual([`GET {"queueIds":"${QUEUE_ID}"}`]);
});

it('takes a record whose callback was never set for a whole one', async () => {
  const client = clientThatAnswers(byIdXml(queueXml()));
  await get(client);
  expect(client.asked).toHaveLength(1);
});

describe('when the answer by id holds only a part of the record', () => {
  const without = (name: string) =>
    queueXml({ NotifyConfig: CALLBACK }).replace(new RegExp(`<${name}>[^<]*</${name}>`), '');
  it.each([
    ['no callback', queueXml({ NotifyConfig: '' })],
    ['only the address of the callback, as its sample', queueXml({ NotifyConfig: '<Url>u</Url>' })],
    ['no address', without('Url')],
    ['no event', without('Event')],
    ['no type', without('Type')],
    ['no switch', queueXml({ NotifyConfig: CALLBACK.replace('<State>On</State>', '') })],
    ['no name', without('Name')],
    ['no state', without('State')],
  ])('the list is read until the queue is found, and no further: %s', async (_, part) => {
    const counts = { TotalCount: 300, PageSize: 1 };
    const client = clientThatAnswers(
      byIdXml(part),
      listXml([queueXml({ QueueId: 'p1' })], counts),
      listXml([queueXml({ NotifyConfig: CALLBACK })], counts),
    );
    const { Response, ...result } = await get(client);
    expect(calls(client).slice(1)).toEqual([
      'GET {"pageNumber":"1","pageSize":"100"}',
      'GET {"pageNumber":"2","pageSize":"100"}',
    ]);
    expect(result).toMatchObject({ statusCode: 200, RequestId: 'REQ' });
    expect(Response).toMatchObject({
      RequestId: 'REQ',
      Queue: { QueueId: QUEUE_ID, NotifyConfig: { Url: 'https://a.cn/', State: 'On' } },
    });
    expect(Object.keys(Response)).toEqual(['RequestId', 'Queue']);
  });

  it('what the list holds is the record, however little it is', async () => {
    const part = queueXml({ NotifyConfig: '<Url>u</Url>' });
    const { Response } = await get(clientThatAnswers(byIdXml(part), listXml([part])));
    expect(Response.Queue.NotifyConfig).toEqual({ Url: 'u' });
  });

  it('a queue that the list does not hold is no whole answer', async () => {
    const client = clientThatAnswers(
      byIdXml(queueXml({ NotifyConfig: '' })),
      listXml([queueXml({ QueueId: 'p1' })]),
    );
    expect(await rejection(get(client))).toMatchObject({
      kind: 'response',
      code: 'InvalidResponse',
      message: `InvalidResponse: queue ${QUEUE_ID} is not in the list, and its own record is incomplete`,
      statusCode: 200,
      RequestId: 'REQ',
    });
  });

  it('every request goes to the bucket of the call', async () => {
    const target = { Bucket: 'other-1', Region: 'ap-x' };
    const part = queueXml({ NotifyConfig: '' });
    const client = clientThatAnswers(byIdXml(part), listXml([part]));
    await get(client, { QueueId: QUEUE_ID, ...target });
    expect(client.asked).toMatchObject([target, target]);
  });
});

it('fails with QueueNotFound when there is no such queue, whatever else the answer holds', async () => {
  const missing = '<NonExistPIDs><QueueID>p1</QueueID></NonExistPIDs>';
  const client = clientThatAnswers(byIdXml(missing, queueXml()));
  expect(await rejection(get(client, { QueueId: 'p1' }))).toMatchObject({
    kind: 'service',
    code: 'QueueNotFound',
    message: 'QueueNotFound: there is no queue p1',
    statusCode: 200,
    RequestId: 'REQ',
  });
  expect(client.asked).toHaveLength(1);
});

it.each([
  [undefined, 'QueueId is missing'],
  [{}, 'QueueId is missing'],
  [{ QueueId: '' }, 'QueueId is missing'],
  [{ QueueId: null }, 'QueueId must be a queue id, not Null'],
  [{ QueueId: '../x' }, 'QueueId must be a queue id, not "../x"'],
  [{ QueueId: 'p1,p2' }, 'QueueId must be a queue id, not "p1,p2"'],
  [{ QueueId: ['p1', 'p2'] }, 'QueueId must be a queue id, not Array'],
])('refuses %j', async (params, message) => {
  expect(await refusal('getDocProcessQueue', params)).toBe(message);
});
