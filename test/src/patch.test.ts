import {
  bodyXml,
  CALLBACK,
  listXml,
  QUEUE_ID,
  queueXml,
  rejection,
  requestsOf,
  updatedXml,
} from '../support/client.js';
import { cosWith, refusal } from '../support/methods.js';

/** The queue that a patch finds. */
const QUEUE = bodyXml(queueXml({ Name: ' 中 文 ', NotifyConfig: CALLBACK }));
/** The body that leaves it as it is. */
const BODY =
  `<Request><Name> 中 文 </Name><QueueID>${QUEUE_ID}</QueueID><State>Active</State>` +
  `<NotifyConfig>${CALLBACK}</NotifyConfig></Request>`;

async function patch(changes: object, ...responses: string[]) {
  const cos = cosWith(...responses, updatedXml({ Name: 'now' }));
  const result = await cos.patchDocProcessQueue({ QueueId: QUEUE_ID, ...changes });
  return { requests: requestsOf(cos), result };
}

describe('patchDocProcessQueue', () => {
  it.each([
    ['the address removed', { NotifyConfig: { Url: '' } }, BODY.replace(/https[^<]+/, '')],
    ['a new field', { NotifyConfig: { New: 'a' } }, BODY.replace('</Not', '<New>a</New></Not')],
    ['a new setting', { New: 'a' }, BODY.replace('</Request>', '<New>a</New></Request>')],
    [
      'several settings changed',
      { name: 'b', State: 'Paused', notifyConfig: { Type: 'T', Url: undefined } },
      BODY.replace(' 中 文 ', 'b').replace('Active', 'Paused').replace('>Url<', '>T<'),
    ],
  ])('gets the queue, and writes it back with %s', async (_, changes, body) => {
    const { requests, result } = await patch(changes, QUEUE);
    expect(requests).toEqual([`GET {"queueIds":"${QUEUE_ID}"}`, `PUT ${body}`]);
    expect(result.Response.Queue).toMatchObject({ Name: 'now', MaxSize: 10000 });
  });

  it('writes everything else back as it was, also fields that this package does not know', async () => {
    const unknown =
      '<MqMode>Queue</MqMode><ns:a>&lt;</ns:a><Nested><队列>2</队列><队列>&amp;</队列></Nested><Empty></Empty>';
    const callback = `${CALLBACK}<First>1</First>`;
    const found = queueXml({ NotifyConfig: callback, BucketName: 'b' });
    const queue = found.replace('</QueueList>', `${unknown}</QueueList>`);
    const { requests } = await patch({ Name: 'b' }, bodyXml(queue));
    expect(requests[1]).toBe(
      `PUT <Request><Name>b</Name><QueueID>${QUEUE_ID}</QueueID><State>Active</State>` +
        `<NotifyConfig>${callback}</NotifyConfig>${unknown}</Request>`,
    );
  });

  it('changes only one setting when a record is spread into it', async () => {
    const { Queue } = (await cosWith(QUEUE).getDocProcessQueue({ QueueId: QUEUE_ID })).Response;
    const { requests } = await patch({ ...Queue, Name: 'b' }, QUEUE);
    expect(requests[1]).toBe(`PUT ${BODY.replace(' 中 文 ', 'b')}`);
  });

  it.each([
    [{ State: 'Active' }],
    [{ NotifyConfig: { Url: 'https://a.cn/?x=1&y=2', Event: ['TaskFinish'] } }],
    [{ Name: ' 中 文 ', State: 'Active', NotifyConfig: { State: 'On' } }],
  ])('writes nothing when nothing differs, and returns what it read: %j', async (changes) => {
    const { requests, result } = await patch(changes, QUEUE);
    expect(requests).toHaveLength(1);
    const Queue = { QueueId: QUEUE_ID, Name: ' 中 文 ' };
    expect(result).toMatchObject({ statusCode: 200, Response: { RequestId: 'REQ', Queue } });
  });

  it.each([
    [{ NotifyConfig: {} }],
    [{ Bucket: 'a-1', MaxSize: 5, BucketName: 'a', Category: 'b' }],
  ])('refuses %j, as there is nothing to change', async (changes) => {
    const message = await refusal('patchDocProcessQueue', { QueueId: QUEUE_ID, ...changes });
    expect(message).toContain('nothing to change');
  });
});

describe('a change of a queue whose response leaves settings out', () => {
  /** The responses by id and of the list, which say the same of the queue. */
  const responsesWith = (fields: Record<string, string | undefined>) => [
    bodyXml(queueXml(fields)),
    listXml([queueXml(fields)]),
  ];

  it.each([
    [{ NotifyConfig: '<Url>u</Url>' }],
    [{ NotifyConfig: CALLBACK.replace('On', 'X') }],
    [{ Name: undefined }],
    [{ State: '' }],
  ])('is not written where it could lose one: %p', async (fields) => {
    const cos = cosWith(...responsesWith(fields), updatedXml());
    const change = { QueueId: QUEUE_ID, NotifyConfig: { ResultFormat: 'a' } };
    const error = await rejection(cos.patchDocProcessQueue(change));
    expect(error).toMatchObject({ kind: 'response', code: 'InvalidResponse', statusCode: 200 });
    expect(error.error).toBe(
      'the service left out Name, State or NotifyConfig.State: give it in a patch',
    );
    expect(requestsOf(cos).join()).not.toContain('PUT');
  });

  it.each([
    ['there is no address', { Name: 'b' }, '<Event>E</Event>', '<Event>E</Event>'],
    ['it gives the state', { NotifyConfig: { State: 'On' } }, '<Url>u</Url>', '<State>On</State>'],
  ])('is written when %s', async (_, change, NotifyConfig, written) => {
    const { requests } = await patch(change, ...responsesWith({ NotifyConfig }));
    expect(requests[2]).toContain(`${written}</NotifyConfig>`);
  });
});

it.each([
  ['pauseDocProcessQueue', 'Active', 'Paused'],
  ['resumeDocProcessQueue', 'Paused', 'Active'],
] as const)('%s reads the queue, and writes its state if it differs', async (method, from, to) => {
  const found = (State: string) => bodyXml(queueXml({ State, NotifyConfig: CALLBACK }));
  const cos = cosWith(found(from), updatedXml({ State: to }), found(to));
  const target = { Bucket: 'other-1', Region: 'ap-x' };
  const params = { QueueId: QUEUE_ID, ...target };
  const results = [await cos[method](params), await cos[method](params)];
  expect(results.map(({ Response }) => Response.Queue.State)).toEqual([to, to]);
  const get = `GET {"queueIds":"${QUEUE_ID}"}`;
  const put = `PUT ${BODY.replace(' 中 文 ', 'queue-doc-process-1').replace('Active', to)}`;
  expect(requestsOf(cos)).toEqual([get, put, get]);
  expect(cos.requests).toMatchObject([target, target, target]);
});
