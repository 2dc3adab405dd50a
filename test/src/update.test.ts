import fc from 'fast-check';
import { docQueue } from '../../src/index.js';
import { BUCKET, clientThatAnswers, QUEUE_ID, rejection, updatedXml } from '../support/client.js';

const SETTINGS = {
  QueueId: QUEUE_ID,
  Name: 'markjrzhang4',
  State: 'Active',
  NotifyConfig: { Url: 'http://google.com/', State: 'On', Type: 'Url', Event: 'TransCodingFinish' },
} as const;

async function asked(params: object) {
  const client = clientThatAnswers(updatedXml());
  await docQueue(client, BUCKET).updateDocProcessQueue(params as never);
  return client.asked[0];
}

it("sends the request that the Go SDK's own test expects", async () => {
  expect(await asked(SETTINGS)).toStrictEqual({
    Method: 'PUT',
    ...BUCKET,
    Key: `docqueue/${QUEUE_ID}`,
    Url: `https://examplebucket-1250000000.ci.ap-beijing.myqcloud.com/docqueue/${QUEUE_ID}`,
    Headers: { 'Content-Type': 'application/xml' },
    Body:
      '<Request><Name>markjrzhang4</Name><QueueID>p2505d57bdf4c4329804b58a6a5fb1572</QueueID>' +
      '<State>Active</State><NotifyConfig><Url>http://google.com/</Url><State>On</State>' +
      '<Type>Url</Type><Event>TransCodingFinish</Event></NotifyConfig></Request>',
    RawBody: true,
  });
});

it('escapes a callback address', async () => {
  const NotifyConfig = { Url: 'https://a.cn/?x=1&y=2' };
  expect((await asked({ ...SETTINGS, NotifyConfig }))?.Body).toContain(
    '<NotifyConfig><Url>https://a.cn/?x=1&amp;y=2</Url></NotifyConfig>',
  );
});

it('sends settings that this package does not know, and none that the service decides', async () => {
  const listed = {
    ...SETTINGS,
    NotifyConfig: { MqMode: 'Queue', State: 'Off' },
    ResultFormat: 'JSON',
    MaxSize: 1,
    MaxConcurrent: 1,
    CreateTime: 'c',
    UpdateTime: 'u',
    BucketId: 'b',
    Category: 'c',
    Bucket: 'other-1',
    Region: 'ap-x',
  };
  const request = await asked(listed);
  expect(request?.Url).toBe(`https://other-1.ci.ap-x.myqcloud.com/docqueue/${QUEUE_ID}`);
  expect(request?.Body).toBe(
    `<Request><Name>markjrzhang4</Name><QueueID>${QUEUE_ID}</QueueID><State>Active</State>` +
      '<NotifyConfig><State>Off</State><MqMode>Queue</MqMode></NotifyConfig>' +
      '<ResultFormat>JSON</ResultFormat></Request>',
  );
});

it('keeps unknown settings, whatever their names begin or end with', async () => {
  const more = { WaitTime: '1', RegionX: '2', XBucket: '3', MaxSizes: '4', TheCategory: '5' };
  const body = (await asked({ ...SETTINGS, ...more, Name: ' ' }))?.Body;
  expect(body).toContain('<Name> </Name>');
  expect(body).toContain(
    '<WaitTime>1</WaitTime><RegionX>2</RegionX><XBucket>3</XBucket><MaxSizes>4</MaxSizes><TheCategory>5</TheCategory>',
  );
});

it('does not change the parameters', async () => {
  const params = JSON.stringify(SETTINGS);
  await asked(SETTINGS);
  expect(JSON.stringify(SETTINGS)).toBe(params);
});

it('gives the queue as it is now', async () => {
  const client = clientThatAnswers(updatedXml({ State: 'Paused' }));
  const { Response, RequestId } = await docQueue(client, BUCKET).updateDocProcessQueue(SETTINGS);
  expect(RequestId).toBe('REQ');
  expect(Response.RequestId).toBe('REQ');
  expect(Response.Queue).toMatchObject({ QueueId: QUEUE_ID, State: 'Paused', MaxSize: 10000 });
});

it('refuses an answer without a queue', async () => {
  const client = clientThatAnswers('<Response><RequestId>REQ</RequestId></Response>');
  const error = await rejection(docQueue(client, BUCKET).updateDocProcessQueue(SETTINGS));
  expect(error).toMatchObject({ kind: 'response', code: 'InvalidResponse', method: 'PUT' });
});

const cyclic: Record<string, unknown> = {};
cyclic.Self = cyclic;

it.each([
  [{ QueueId: undefined }, 'QueueId must be the id of a queue, not Undefined'],
  [{ QueueId: 'a/b' }, 'QueueId must be the id of a queue, not "a/b"'],
  [{ QueueId: '' }, 'QueueId must be the id of a queue, not ""'],
  [{ Name: undefined }, 'Name must be a text, not Undefined'],
  [{ Name: '' }, 'Name must be a text, not ""'],
  [{ Name: null }, 'Name must be a text, not Null'],
  [{ Name: 'a\0' }, 'XML cannot hold Name'],
  [{ State: undefined }, 'State must be Active or Paused, not Undefined'],
  [{ State: 'On' }, 'State must be Active or Paused, not "On"'],
  [{ NotifyConfig: undefined }, 'NotifyConfig must be an object, not "Undefined"'],
  [{ NotifyConfig: 'On' }, 'NotifyConfig must be an object, not "String"'],
  [{ NotifyConfig: [] }, 'NotifyConfig must be an object, not "Array"'],
  [{ NotifyConfig: { State: 'On!' } }, 'NotifyConfig.State must be On or Off, not "On!"'],
  [{ NotifyConfig: { State: 'x Off' } }, 'NotifyConfig.State must be On or Off, not "x Off"'],
  [{ NotifyConfig: { State: 'on' } }, 'NotifyConfig.State must be On or Off, not "on"'],
  [{ NotifyConfig: { Url: '\uD800' } }, 'XML cannot hold Url'],
  [{ NotifyConfig: { 'a b': '1' } }, 'XML cannot hold a b'],
  [{ NotifyConfig: cyclic }, 'call stack'],
  [
    {
      Extra: Symbol('x') && Object.create(null, { toString: { value: 1 } }),
      Name: 'ok',
      State: '',
    },
    'State',
  ],
])('refuses %j', async (change, message) => {
  const client = clientThatAnswers(updatedXml());
  const params = { ...SETTINGS, ...change } as never;
  const error = await rejection(docQueue(client, BUCKET).updateDocProcessQueue(params));
  expect(error).toMatchObject({ kind: 'param', code: 'InvalidParameter' });
  expect(error.message).toContain(message);
  expect(client.asked).toEqual([]);
});

it('sends any text that XML can hold, or says that it cannot', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (text) => {
      const client = clientThatAnswers(updatedXml());
      const params = { ...SETTINGS, Name: text, NotifyConfig: { Url: text } };
      const outcome = docQueue(client, BUCKET).updateDocProcessQueue(params);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 cannot hold
      if (/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Surrogate}/u.test(text)) {
        expect(await rejection(outcome)).toMatchObject({ code: 'InvalidParameter' });
        expect(client.asked).toEqual([]);
      } else {
        await outcome;
        const body = client.asked[0]?.Body ?? '';
        expect(body.replace(/&(amp|lt|gt|#xD);/g, '')).not.toMatch(/[&\r]/);
      }
    }),
  );
});
