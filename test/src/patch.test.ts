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
  updatedXml,
} from '../support/client.js';
import { refusal } from '../support/methods.js';

const CALLBACK =
  '<Url>https://a.cn/?x=1&amp;y=2</Url><State>On</State><Type>Url</Type><Event>TaskFinish</Event>';

/** The queue that a patch finds. */
const QUEUE = byIdXml(queueXml({ Name: ' 中 文 ', NotifyConfig: CALLBACK }));
/** The body that leaves it as it is. */
const BODY =
  `<Request><Name> 中 文 </Name><QueueID>${QUEUE_ID}</QueueID><State>Active</State>` +
  `<NotifyConfig>${CALLBACK}</NotifyConfig></Request>`;

async function patch(changes: object, ...answers: string[]) {
  const client = clientThatAnswers(...answers, updatedXml({ Name: 'now' }));
  const params = { QueueId: QUEUE_ID, ...changes };
  const result = await docQueue(client, BUCKET).patchDocProcessQueue(params);
  return { calls: calls(client), asked: client.asked, result };
}

describe('patchDocProcessQueue', () => {
  it.each([
    ['the name', { Name: 'a & b' }, BODY.replace(' 中 文 ', 'a &amp; b')],
    ['the state', { State: 'Paused' }, BODY.replace('Active', 'Paused')],
    ['an address', { NotifyConfig: { Url: 'u' } }, BODY.replace(/https[^<]+/, 'u')],
    ['an address to none', { NotifyConfig: { Url: '' } }, BODY.replace(/https[^<]+/, '')],
    ['the switch', { NotifyConfig: { State: 'Off' } }, BODY.replace('>On<', '>Off<')],
    ['events', { NotifyConfig: { Event: ['A', 'B'] } }, BODY.replace('TaskFinish', 'A,B')],
    [
      'the format, which was not set',
      { NotifyConfig: { ResultFormat: 'JSON' } },
      BODY.replace('</NotifyConfig>', '<ResultFormat>JSON</ResultFormat></NotifyConfig>'),
    ],
    [
      'an unknown setting, which was not set',
      { MqMode: 'Queue' },
      BODY.replace('</Request>', '<MqMode>Queue</MqMode></Request>'),
    ],
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
    [
      'what it cannot decode',
      '&amp;lt;&#x26;amp;&nope;&#0;',
      '&amp;lt;&amp;amp;&amp;nope;&amp;#0;',
    ],
    ['a reference to an ampersand', '&#x00026;lt;', '&amp;lt;'],
    ['line ends', 'a&#13;b', 'a&#xD;b'],
  ])('writes a name back that holds %s', async (_, name, written) => {
    const { calls } = await patch({ State: 'Paused' }, byIdXml(queueXml({ Name: name })));
    expect(calls[1]).toContain(`<Name>${written}</Name>`);
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

  it.each([
    [{ Name: null }, 'Name must be a string, not Null'],
    [{ State: null }, 'State must be Active or Paused, not Null'],
    [{ NotifyConfig: null }, 'NotifyConfig must be an object, not Null'],
    [{ NotifyConfig: { Url: null } }, 'NotifyConfig.Url must be a string, not Null'],
    [{ Mode: null }, 'Mode must be a string, not Null'],
    [{ Name: '' }, 'Name is missing'],
    [{ State: 'paused' }, 'State must be Active or Paused, not "paused"'],
    [{ NotifyConfig: { State: 'on' } }, 'NotifyConfig.State must be On or Off, not "on"'],
    [{ QueueId: undefined, Name: 'a' }, 'QueueId is missing'],
  ])('refuses %j, which would wipe or break a setting', async (changes, message) => {
    const params = { QueueId: QUEUE_ID, ...changes };
    expect(await refusal('patchDocProcessQueue', params)).toBe(message);
  });

  it('takes the whole record from the list when the answer by id has only a part', async () => {
    const part = byIdXml(queueXml({ NotifyConfig: '<Url>u</Url>' }));
    const list = listXml([queueXml({ Name: ' 中 文 ', NotifyConfig: CALLBACK })]);
    const { calls } = await patch({ State: 'Paused' }, part, list);
    expect(calls[2]).toBe(`PUT ${BODY.replace('Active', 'Paused')}`);
  });

  it.each([
    ['Name', '<Name>queue-doc-process-1</Name>'],
    ['State', '<State>Active</State>'],
  ])('does not write a record without its %s', async (_, element) => {
    const part = queueXml().replace(element, '');
    const client = clientThatAnswers(byIdXml(part), listXml([part]));
    const params = { QueueId: QUEUE_ID, NotifyConfig: { Url: 'u' } };
    expect(await rejection(docQueue(client, BUCKET).patchDocProcessQueue(params))).toMatchObject({
      kind: 'response',
      code: 'InvalidResponse',
      message: `InvalidResponse: queue ${QUEUE_ID} cannot be written back without its Name and State`,
    });
    expect(client.asked).toHaveLength(2);
  });

  it('writes to the bucket that it read from', async () => {
    const target = { Bucket: 'other-1', Region: 'ap-x' };
    const { asked } = await patch({ Name: 'b', ...target }, QUEUE);
    expect(asked).toMatchObject([target, target]);
  });

  it('fails with QueueNotFound, and writes nothing, when there is no such queue', async () => {
    expect(await rejection(patch({ Name: 'b' }, byIdXml()))).toMatchObject({
      kind: 'service',
      code: 'QueueNotFound',
    });
  });
});

describe.each([
  ['pauseDocProcessQueue', 'Active', 'Paused'],
  ['resumeDocProcessQueue', 'Paused', 'Active'],
] as const)('%s', (method, from, to) => {
  const queue = (state: string) => queueXml({ State: state, NotifyConfig: CALLBACK });

  it('is a patch of the state', async () => {
    const client = clientThatAnswers(byIdXml(queue(from)), updatedXml({ State: to }));
    const target = { Bucket: 'other-1', Region: 'ap-x' };
    const params = { QueueId: QUEUE_ID, ...target };
    const { Response } = await docQueue(client, BUCKET)[method](params);
    expect(calls(client)).toEqual([
      `GET {"queueIds":"${QUEUE_ID}"}`,
      `PUT <Request><Name>queue-doc-process-1</Name><QueueID>${QUEUE_ID}</QueueID>` +
        `<State>${to}</State><NotifyConfig>${CALLBACK}</NotifyConfig></Request>`,
    ]);
    expect(client.asked).toMatchObject([target, target]);
    expect(Response.Queue.State).toBe(to);
  });

  it('writes nothing when the queue is in that state', async () => {
    const client = clientThatAnswers(byIdXml(queue(to)));
    const { Response } = await docQueue(client, BUCKET)[method]({ QueueId: QUEUE_ID });
    expect(Response.Queue.State).toBe(to);
    expect(client.asked).toHaveLength(1);
  });

  it('finds the queue though the service writes blanks around its id', async () => {
    const padded = byIdXml(queue(from).replace(QUEUE_ID, `\n ${QUEUE_ID} `));
    const client = clientThatAnswers(padded, updatedXml({ State: to }));
    await docQueue(client, BUCKET)[method]({ QueueId: QUEUE_ID });
    expect(client.asked).toHaveLength(2);
  });

  it.each([
    [undefined, 'QueueId is missing'],
    [{ QueueId: '../x' }, 'QueueId must be a queue id, not "../x"'],
  ])('refuses %j', async (params, message) => {
    expect(await refusal(method, params)).toBe(message);
  });
});
