import fc from 'fast-check';
import { docQueue } from '../../src/index.js';
import { BUCKET, clientThatAnswers, QUEUE_ID, rejection, updatedXml } from '../support/client.js';
import { refusal } from '../support/methods.js';

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
    Query: {},
    Headers: { 'Content-Type': 'application/xml' },
    Body:
      '<Request><Name>markjrzhang4</Name><QueueID>p2505d57bdf4c4329804b58a6a5fb1572</QueueID>' +
      '<State>Active</State><NotifyConfig><Url>http://google.com/</Url><State>On</State>' +
      '<Type>Url</Type><Event>TransCodingFinish</Event></NotifyConfig></Request>',
    RawBody: true,
  });
});

it('keeps that order, in whichever the settings are given', async () => {
  const { NotifyConfig: config, ...others } = SETTINGS;
  const reversed = (fields: object) => Object.fromEntries(Object.entries(fields).reverse());
  const params = { NotifyConfig: reversed(config), ...reversed(others) };
  expect((await asked(params))?.Body).toBe((await asked(SETTINGS))?.Body);
});

it.each([
  ['an address', { Url: 'https://a.cn/?x=1&y=2' }, '<Url>https://a.cn/?x=1&amp;y=2</Url>'],
  ['several events', { Event: ['TaskFinish', 'B'] }, '<Event>TaskFinish,B</Event>'],
  ['one event of an array', { Event: ['TaskFinish'] }, '<Event>TaskFinish</Event>'],
  ['an empty text', { Url: '', State: 'Off' }, '<Url></Url><State>Off</State>'],
  ['nothing', {}, ''],
  ['what is undefined', { Url: undefined, State: 'On' }, '<State>On</State>'],
  ['the format', { ResultFormat: 'JSON' }, '<ResultFormat>JSON</ResultFormat>'],
  ['an unknown field', { MqMode: 'Queue', Retry: 3 }, '<MqMode>Queue</MqMode><Retry>3</Retry>'],
])('writes the callback: %s', async (_, NotifyConfig, written) => {
  expect((await asked({ ...SETTINGS, NotifyConfig }))?.Body).toContain(
    `<NotifyConfig>${written}</NotifyConfig>`,
  );
});

it('sends settings that this package does not know, and none that the service decides', async () => {
  const request = await asked({
    ...SETTINGS,
    NotifyConfig: {},
    MqMode: 'Queue',
    'ns:模式': 5,
    MaxSizes: '4',
    MaxSize: 1,
    MaxConcurrent: 1,
    CreateTime: 'c',
    UpdateTime: 'u',
    BucketId: 'b',
    BucketName: 'n',
    Category: 'c',
    Bucket: 'other-1',
    Region: 'ap-x',
  });
  expect(request?.Url).toBe(`https://other-1.ci.ap-x.myqcloud.com/docqueue/${QUEUE_ID}`);
  expect(request?.Body).toBe(
    `<Request><Name>markjrzhang4</Name><QueueID>${QUEUE_ID}</QueueID><State>Active</State>` +
      '<NotifyConfig></NotifyConfig>' +
      '<MqMode>Queue</MqMode><ns:模式>5</ns:模式><MaxSizes>4</MaxSizes></Request>',
  );
});

it('returns the queue as it is now', async () => {
  const client = clientThatAnswers(updatedXml({ State: 'Paused' }));
  const { Response, RequestId } = await docQueue(client, BUCKET).updateDocProcessQueue(SETTINGS);
  expect(RequestId).toBe('REQ');
  expect(Response.RequestId).toBe('REQ');
  expect(Response.Queue).toMatchObject({ QueueId: QUEUE_ID, State: 'Paused', MaxSize: 10000 });
});

it.each([
  ['Response', '<Response>ok</Response>'],
  ['Queue', '<Response><RequestId>REQ</RequestId></Response>'],
])('refuses an answer without elements in <%s>', async (element, xml) => {
  const cos = docQueue(clientThatAnswers(xml), BUCKET);
  const error = await rejection(cos.updateDocProcessQueue(SETTINGS));
  expect(error).toMatchObject({ kind: 'response', code: 'InvalidResponse', method: 'PUT' });
  expect(error.message).toContain(`<${element}> of the answer is not one element with children`);
});

const cyclic: Record<string, unknown> = {};
cyclic.Self = cyclic;
const WHOLE = 'an update replaces all settings';

it.each([
  [{ QueueId: undefined }, 'QueueId is missing'],
  [{ QueueId: '' }, 'QueueId is missing'],
  [{ QueueId: 'a/b' }, 'QueueId must be a queue id, not "a/b"'],
  [{ Name: undefined }, `Name is missing: ${WHOLE}`],
  [{ State: undefined }, `State is missing: ${WHOLE}`],
  [{ NotifyConfig: undefined }, `NotifyConfig is missing: ${WHOLE}`],
  [{ Name: '' }, 'Name is missing'],
  [{ Name: null }, 'Name must be a string, not Null'],
  [{ Name: {} }, 'Name must be a string, not Object'],
  [{ Name: 'a\0' }, 'XML cannot hold Name: "a\\u0000"'],
  [{ State: 'On' }, 'State must be Active or Paused, not "On"'],
  [{ NotifyConfig: 'On' }, 'NotifyConfig must be an object, not String'],
  [{ NotifyConfig: [] }, 'NotifyConfig must be an object, not Array'],
  [{ NotifyConfig: null }, 'NotifyConfig must be an object, not Null'],
  [{ NotifyConfig: { State: 'On!' } }, 'NotifyConfig.State must be On or Off, not "On!"'],
  [{ NotifyConfig: { State: 'x Off' } }, 'NotifyConfig.State must be On or Off, not "x Off"'],
  [{ NotifyConfig: { State: '' } }, 'NotifyConfig.State is missing'],
  [{ NotifyConfig: { Url: null } }, 'NotifyConfig.Url must be a string, not Null'],
  [{ NotifyConfig: { Url: '\uD800' } }, 'XML cannot hold NotifyConfig.Url: "\\ud800"'],
  [{ NotifyConfig: { 'a b': '1' } }, 'XML cannot hold NotifyConfig.a b: "1"'],
  [{ NotifyConfig: cyclic }, 'NotifyConfig.Self must be a string, not Object'],
  [{ NotifyConfig: { Event: [] } }, 'NotifyConfig.Event must be a string, not Array'],
  [{ NotifyConfig: { Event: ['a', 1] } }, 'NotifyConfig.Event must be a string, not Array'],
  [{ Mode: () => 'x' }, 'Mode must be a string, not Function'],
  [{ Mode: Symbol('x') }, 'Mode must be a string, not Symbol'],
  [{ Mode: { a: 1 } }, 'Mode must be a string, not Object'],
  [{ Mode: true }, 'Mode must be a string, not Boolean'],
  [{ Mode: Number.NaN }, 'Mode must be a string, not "NaN"'],
  [{ '1st': 'x' }, 'XML cannot hold 1st: "x"'],
  [{ '': 'x' }, 'XML cannot hold : "x"'],
  [{ 'a><b': 'x' }, 'XML cannot hold a><b: "x"'],
])('refuses %p', async (change, message) => {
  expect(await refusal('updateDocProcessQueue', { ...SETTINGS, ...change })).toBe(message);
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
