import { docQueue } from '../../src/index.js';
import {
  BUCKET,
  byIdXml,
  CALLBACK,
  calls,
  clientThatAnswers,
  listXml,
  QUEUE_ID,
  queueXml,
  rejection,
} from '../support/client.js';
import { list } from '../support/methods.js';

function get(client: ReturnType<typeof clientThatAnswers>, params: object = { QueueId: QUEUE_ID }) {
  return docQueue(client, BUCKET).getDocProcessQueue(params as { QueueId: string });
}

it('asks for the queue by its id, and returns its record as the list has it', async () => {
  const xml = byIdXml(queueXml({ NotifyConfig: CALLBACK, MqMode: 'Queue' }));
  const client = clientThatAnswers(xml);
  const { Response, ...result } = await list(xml);
  const expected = { RequestId: 'REQ', Queue: Response.QueueList[0] };
  expect(await get(client)).toStrictEqual({ ...result, Response: expected });
  expect(calls(client)).toEqual([`GET {"queueIds":"${QUEUE_ID}"}`]);
});

it('takes a record whose callback was never set for a whole one', async () => {
  const client = clientThatAnswers(byIdXml(queueXml()));
  await get(client);
  expect(client.asked).toHaveLength(1);
});

describe('when the answer by id holds only a part of the record', () => {
  it.each([
    ['no callback', { NotifyConfig: '' }],
    ['only the address of the callback, as its sample', { NotifyConfig: '<Url>u</Url>' }],
    ['no address', { NotifyConfig: CALLBACK.replace(/<Url>.*<.Url>/, '') }],
    ['no event', { NotifyConfig: CALLBACK.replace(/<Event>.*<.Event>/, '') }],
    ['no type', { NotifyConfig: CALLBACK.replace(/<Type>.*<.Type>/, '') }],
    ['no switch', { NotifyConfig: CALLBACK.replace(/<State>.*<.State>/, '') }],
    ['no name', { Name: undefined }],
    ['no state', { State: undefined }],
  ])('the list is read until the queue is found, and no further: %s', async (_, fields) => {
    const counts = { TotalCount: 300, PageSize: 1 };
    const client = clientThatAnswers(
      byIdXml(queueXml(fields)),
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
      Queue: { QueueId: QUEUE_ID, NotifyConfig: { Type: 'Url', State: 'On' } },
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
