import {
  byIdXml,
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
const QUEUE = byIdXml(queueXml({ Name: ' 中 文 ', NotifyConfig: CALLBACK }));
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
    ['the name', { Name: 'a & b' }, BODY.replace(' 中 文 ', 'a &amp; b')],
    ['the state', { State: 'Paused' }, BODY.replace('Active', 'Paused')],
    ['an address', { NotifyConfig: { Url: 'u' } }, BODY.replace(/https[^<]+/, 'u')],
    ['an address to none', { NotifyConfig: { Url: '' } }, BODY.replace(/https[^<]+/, '')],
    ['the switch', { NotifyConfig: { State: 'Off' } }, BODY.replace('>On<', '>Off<')],
    ['events', { NotifyConfig: { Event: ['A', 'B'] } }, BODY.replace('TaskFinish', 'A,B')],
    ['a new field', { NotifyConfig: { New: 'a' } }, BODY.replace('</Not', '<New>a</New></Not')],
    ['a new setting', { New: 'a' }, BODY.replace('</Request>', '<New>a</New></Request>')],
    [
      'several settings at once',
      { name: 'b', State: 'Paused', notifyConfig: { Type: 'T', Url: undefined } },
      BODY.replace(' 中 文 ', 'b').replace('Active', 'Paused').replace('>Url<', '>T<'),
    ],
  ])('gets the queue, and writes it back with %s changed', async (_, changes, body) => {
    const { requests, result } = await patch(changes, QUEUE);
    expect(requests).toEqual([`GET {"queueIds":"${QUEUE_ID}"}`, `PUT ${body}`]);
    expect(body).not.toBe(BODY);
    expect(result.Response.Queue.Name).toBe('now');
  });

  it('writes everything else back as it was, also fields that this package does not know', async () => {
    const before = '<New>1</New><Nested><队列>2</队列><队列>&amp;</队列></Nested><Empty/>';
    const after = '<MqMode>Queue</MqMode><ns:a>&lt;</ns:a>';
    const unknown = '<First/><Url>u</Url><Event/><Type/><State>Off</State>';
    const queue = queueXml({ NotifyConfig: unknown })
      .replace('<NotifyConfig>', `${before}<NotifyConfig>`)
      .replace('</QueueList>', `<BucketName>b</BucketName>${after}</QueueList>`);
    const { requests } = await patch({ Name: 'b' }, byIdXml(queue));
    const body =
      `<Request><Name>b</Name><QueueID>${QUEUE_ID}</QueueID><State>Active</State>${before}${after}` +
      `<NotifyConfig>${unknown}</NotifyConfig></Request>`;
    const ends = (xml = '') => xml.replace(/<(\w+)\/>/g, '<$1></$1>').split(/(?=<)/);
    // In whichever order.
    expect(ends(requests[1]?.slice(4)).sort()).toEqual(ends(body).sort());
  });

  it('changes only one setting when a record is spread into it', async () => {
    const { Queue } = (await cosWith(QUEUE).getDocProcessQueue({ QueueId: QUEUE_ID })).Response;
    const { requests } = await patch({ ...Queue, Name: 'b' }, QUEUE);
    expect(requests[1]).toBe(`PUT ${BODY.replace(' 中 文 ', 'b')}`);
  });

  it.each([
    [{ Name: ' 中 文 ' }],
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
    [{}],
    [{ NotifyConfig: {} }],
    [{ Name: undefined, NotifyConfig: { Url: undefined } }],
    [{ Bucket: 'a-1', MaxSize: 5, BucketName: 'a', Category: 'b' }],
  ])('refuses %j, as there is nothing to change', async (changes) => {
    const message = await refusal('patchDocProcessQueue', { QueueId: QUEUE_ID, ...changes });
    expect(message).toContain('nothing to change');
  });
});

describe('a change that would lose a setting', () => {
  /** The service tells no more of the queue, neither by id nor in the list. */
  const told = (fields: Record<string, string | undefined>) => [
    byIdXml(queueXml(fields)),
    listXml([queueXml(fields)]),
  ];

  it.each([
    [{ NotifyConfig: '<Url>u</Url>' }],
    [{ NotifyConfig: '<Url>u</Url><Event/><Type/><State/>' }],
    [{ NotifyConfig: CALLBACK.replace('On', 'X') }],
    [{ Name: undefined }],
    [{ Name: '' }],
    [{ State: undefined }],
    [{ State: '' }],
  ])('is not written: %p', async (fields) => {
    const cos = cosWith(...told(fields), updatedXml());
    const change = { QueueId: QUEUE_ID, NotifyConfig: { ResultFormat: 'a' } };
    const error = await rejection(cos.patchDocProcessQueue(change));
    expect(error).toMatchObject({ kind: 'response', code: 'InvalidResponse', statusCode: 200 });
    expect(error.message).toContain('would lose');
    expect(requestsOf(cos).filter((request) => request.startsWith('PUT'))).toEqual([]);
  });

  it.each([
    ['there is no address', { Name: 'b' }, '<Event>E</Event>', '<Event>E</Event>'],
    ['it tells the state', { NotifyConfig: { State: 'On' } }, '<Url>u</Url>', '<State>On</State>'],
  ])('is written when %s', async (_, change, NotifyConfig, written) => {
    const { requests } = await patch(change, ...told({ NotifyConfig }));
    expect(requests[2]).toContain(`${written}</NotifyConfig>`);
  });

  it('is written with what only one of two records has', async () => {
    const byId = queueXml({ NotifyConfig: '<Url>u</Url><ResultFormat>XML</ResultFormat>' });
    const listed = listXml([queueXml({ NotifyConfig: CALLBACK })]);
    const { requests } = await patch({ Name: 'b' }, byIdXml(byId), listed);
    const written = `${CALLBACK}<ResultFormat>XML</ResultFormat>`;
    expect(requests[2]).toContain(`<NotifyConfig>${written}</NotifyConfig>`);
  });
});

it.each([
  ['pauseDocProcessQueue', 'Active', 'Paused'],
  ['resumeDocProcessQueue', 'Paused', 'Active'],
] as const)('%s is a patch of the state, which writes only a change', async (method, from, to) => {
  const found = (State: string) => byIdXml(queueXml({ State, NotifyConfig: CALLBACK }));
  const cos = cosWith(found(from), updatedXml({ State: to }), found(to));
  const target = { Bucket: 'other-1', Region: 'ap-x' };
  for (let times = 0; times < 2; times++) {
    const { Response } = await cos[method]({ QueueId: QUEUE_ID, ...target });
    expect(Response.Queue.State).toBe(to);
  }
  const get = `GET {"queueIds":"${QUEUE_ID}"}`;
  const put =
    `PUT <Request><Name>queue-doc-process-1</Name><QueueID>${QUEUE_ID}</QueueID>` +
    `<State>${to}</State><NotifyConfig>${CALLBACK}</NotifyConfig></Request>`;
  expect(requestsOf(cos)).toEqual([get, put, get]);
  expect(cos.requests).toMatchObject([target, target, target]);
});
