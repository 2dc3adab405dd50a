import {
  byIdXml,
  CALLBACK,
  calls,
  listXml,
  QUEUE_ID,
  queueXml,
  rejection,
  updatedXml,
} from '../support/client.js';
import { cosThatAnswers, refusal } from '../support/methods.js';

/** The queue that a patch finds. */
const QUEUE = byIdXml(queueXml({ Name: ' 中 文 ', NotifyConfig: CALLBACK }));
/** The body that leaves it as it is. */
const BODY =
  `<Request><Name> 中 文 </Name><QueueID>${QUEUE_ID}</QueueID><State>Active</State>` +
  `<NotifyConfig>${CALLBACK}</NotifyConfig></Request>`;

async function patch(changes: object, ...answers: string[]) {
  const cos = cosThatAnswers(...answers, updatedXml({ Name: 'now' }));
  const result = await cos.patchDocProcessQueue({ QueueId: QUEUE_ID, ...changes });
  return { calls: calls(cos), result };
}

describe('patchDocProcessQueue', () => {
  it.each([
    ['the name', { Name: 'a & b' }, BODY.replace(' 中 文 ', 'a &amp; b')],
    ['the state', { State: 'Paused' }, BODY.replace('Active', 'Paused')],
    ['an address', { NotifyConfig: { Url: 'u' } }, BODY.replace(/https[^<]+/, 'u')],
    ['an address to none', { NotifyConfig: { Url: '' } }, BODY.replace(/https[^<]+/, '')],
    ['the switch', { NotifyConfig: { State: 'Off' } }, BODY.replace('>On<', '>Off<')],
    ['events', { NotifyConfig: { Event: ['A', 'B'] } }, BODY.replace('TaskFinish', 'A,B')],
    ['a new field', { NotifyConfig: { New: 'a' } }, BODY.replace('</Not', '<New>a</New></Not')],
    ['a new setting', { New: 'a' }, BODY.replace('</Request>', '<New>a</New></Request>')],
    [
      'several at once',
      { Name: 'b', State: 'Paused', NotifyConfig: { Type: 'T', Url: undefined } },
      BODY.replace(' 中 文 ', 'b').replace('Active', 'Paused').replace('>Url<', '>T<'),
    ],
  ])('gets the queue, and writes it back with %s changed', async (_, changes, body) => {
    const { calls, result } = await patch(changes, QUEUE);
    expect(calls).toEqual([`GET {"queueIds":"${QUEUE_ID}"}`, `PUT ${body}`]);
    expect(body).not.toBe(BODY);
    expect(result.Response.Queue.Name).toBe('now');
  });

  it('writes everything else back in its place, also fields that this package does not know', async () => {
    const before = '<New>1</New><Nested><队列>2</队列><队列>&amp;</队列></Nested><Empty/>';
    const after = '<MqMode>Queue</MqMode><ns:a>&lt;</ns:a>';
    const unknown = '<First/><Url>u</Url><MaxSize>10MB</MaxSize><Event/><Type/><State>Off</State>';
    const queue = queueXml({ NotifyConfig: unknown })
      .replace('<NotifyConfig>', `${before}<NotifyConfig>`)
      .replace('</QueueList>', `<BucketName>b</BucketName>${after}</QueueList>`);
    const { calls } = await patch({ Name: 'b' }, byIdXml(queue));
    expect(calls[1]).toBe(
      `PUT <Request><Name>b</Name><QueueID>${QUEUE_ID}</QueueID><State>Active</State>` +
        `${before.replace('<Empty/>', '<Empty></Empty>')}<NotifyConfig><Url>u</Url><State>Off</State><Type></Type>` +
        `<First></First><MaxSize>10MB</MaxSize><Event></Event></NotifyConfig>${after}</Request>`,
    );
  });

  it.each([
    [{ Name: ' 中 文 ' }],
    [{ State: 'Active' }],
    [{ NotifyConfig: { Url: 'https://a.cn/?x=1&y=2', Event: ['TaskFinish'] } }],
    [{ Name: ' 中 文 ', State: 'Active', NotifyConfig: { State: 'On' } }],
  ])('writes nothing when nothing differs, and returns what it read: %j', async (changes) => {
    const { calls, result } = await patch(changes, QUEUE);
    expect(calls).toHaveLength(1);
    expect(result).toMatchObject({
      statusCode: 200,
      RequestId: 'REQ',
      Response: { RequestId: 'REQ', Queue: { QueueId: QUEUE_ID, Name: ' 中 文 ' } },
    });
  });

  it.each([
    [{}],
    [{ NotifyConfig: {} }],
    [{ Name: undefined, NotifyConfig: { Url: undefined } }],
    [{ Bucket: 'a-1', MaxSize: 5, BucketName: 'a', Category: 'b' }],
  ])('refuses %j, as there is nothing to change', async (changes) => {
    expect(await refusal('patchDocProcessQueue', { QueueId: QUEUE_ID, ...changes })).toBe(
      'there is nothing to change: give Name, State or a field of NotifyConfig',
    );
  });

  it.each(['Name', 'State'])('does not write a record without its %s', async (name) => {
    const part = queueXml({ [name]: undefined });
    const cos = cosThatAnswers(byIdXml(part), listXml([part]));
    const params = { QueueId: QUEUE_ID, NotifyConfig: { Url: 'u' } };
    expect(await rejection(cos.patchDocProcessQueue(params))).toMatchObject({
      kind: 'response',
      code: 'InvalidResponse',
      message: `InvalidResponse: queue ${QUEUE_ID} cannot be written back without its Name and State`,
    });
    expect(cos.asked).toHaveLength(2);
  });
});

it.each([
  ['pauseDocProcessQueue', 'Active', 'Paused'],
  ['resumeDocProcessQueue', 'Paused', 'Active'],
] as const)('%s is a patch of the state, which writes only a change', async (method, from, to) => {
  const found = (State: string) => byIdXml(queueXml({ State, NotifyConfig: CALLBACK }));
  const cos = cosThatAnswers(found(from), updatedXml({ State: to }), found(to));
  const target = { Bucket: 'other-1', Region: 'ap-x' };
  for (let times = 0; times < 2; times++) {
    const { Response } = await cos[method]({ QueueId: QUEUE_ID, ...target });
    expect(Response.Queue.State).toBe(to);
  }
  const get = `GET {"queueIds":"${QUEUE_ID}"}`;
  const put =
    `PUT <Request><Name>queue-doc-process-1</Name><QueueID>${QUEUE_ID}</QueueID>` +
    `<State>${to}</State><NotifyConfig>${CALLBACK}</NotifyConfig></Request>`;
  expect(calls(cos)).toEqual([get, put, get]);
  expect(cos.asked).toMatchObject([target, target, target]);
});
