import {
  byIdXml,
  CALLBACK,
  calls,
  listXml,
  QUEUE_ID,
  queueXml,
  rejection,
} from '../support/client.js';
import { call, cosThatAnswers, list, METHODS } from '../support/methods.js';

const QUEUE = { QueueId: QUEUE_ID };

it.each([
  ['with a callback', { NotifyConfig: CALLBACK, MqMode: 'Queue' }],
  ['whose callback was never set', {}],
])('asks by its id, and returns the record as the list has it: %s', async (_, fields) => {
  const xml = byIdXml(queueXml(fields));
  const cos = cosThatAnswers(xml);
  const { Response, ...result } = await list(xml);
  const expected = { RequestId: 'REQ', Queue: Response.QueueList[0] };
  expect(await cos.getDocProcessQueue(QUEUE)).toStrictEqual({ ...result, Response: expected });
  expect(calls(cos)).toEqual([`GET {"queueIds":"${QUEUE_ID}"}`]);
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
    const cos = cosThatAnswers(
      byIdXml(queueXml(fields)),
      listXml([queueXml({ QueueId: 'p1' })], counts),
      listXml([queueXml({ NotifyConfig: CALLBACK })], counts),
    );
    const target = { Bucket: 'other-1', Region: 'ap-x' };
    const { Response, ...result } = await cos.getDocProcessQueue({ ...QUEUE, ...target });
    expect(cos.asked).toMatchObject([target, target, target]);
    expect(calls(cos).slice(1)).toEqual([
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

  it('a queue that the list does not hold is no whole answer', async () => {
    const cos = cosThatAnswers(
      byIdXml(queueXml({ NotifyConfig: '' })),
      listXml([queueXml({ QueueId: 'p1' })]),
    );
    expect(await rejection(cos.getDocProcessQueue(QUEUE))).toMatchObject({
      kind: 'response',
      code: 'InvalidResponse',
      message: `InvalidResponse: queue ${QUEUE_ID} is not in the list, and its own record is incomplete`,
      statusCode: 200,
      RequestId: 'REQ',
    });
  });
});

const OF_ONE = METHODS.filter(([method]) => /^(get|patch|pause|resume)/.test(method));
it.each(OF_ONE)('%s fails with QueueNotFound when there is no queue', async (method, params) => {
  // Whatever else the answer holds.
  const missing = '<NonExistPIDs><QueueID>p1</QueueID></NonExistPIDs>';
  const cos = cosThatAnswers(byIdXml(missing, queueXml()));
  expect(await rejection(call(cos, method, { ...params, QueueId: 'p1' }))).toMatchObject({
    kind: 'service',
    code: 'QueueNotFound',
    message: 'QueueNotFound: there is no queue p1',
    statusCode: 200,
    RequestId: 'REQ',
  });
  expect(cos.asked).toHaveLength(1);
});
