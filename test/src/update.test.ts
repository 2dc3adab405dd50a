import { BUCKET, byIdXml, LIST_URL, QUEUE_ID, rejection, updatedXml } from '../support/client.js';
import { cosThatAnswers, refusal } from '../support/methods.js';

const SETTINGS = {
  QueueId: QUEUE_ID,
  Name: 'markjrzhang4',
  State: 'Active',
  NotifyConfig: { Url: 'http://google.com/', State: 'On', Type: 'Url', Event: 'TransCodingFinish' },
} as const;

async function asked(params: object) {
  const cos = cosThatAnswers(updatedXml());
  await cos.updateDocProcessQueue(params as never);
  return cos.asked[0];
}

it("sends the request that the Go SDK's own test expects", async () => {
  expect(await asked(SETTINGS)).toStrictEqual({
    Method: 'PUT',
    ...BUCKET,
    Key: `docqueue/${QUEUE_ID}`,
    Url: `${LIST_URL}/${QUEUE_ID}`,
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
  ['several events', { Event: ['TaskFinish', 'B'] }, '<Event>TaskFinish,B</Event>'],
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
  const unknown = { MqMode: 'Queue', 'ns:模式': 5, MaxSizes: '4' };
  const decided = { MaxSize: 1, MaxConcurrent: 1, CreateTime: 'c', UpdateTime: 'u', Category: 'c' };
  const bucket = { BucketId: 'b', BucketName: 'n', Bucket: 'other-1', Region: 'ap-x' };
  const params = { ...SETTINGS, NotifyConfig: {}, ...unknown, ...decided, ...bucket };
  const request = await asked(params);
  expect(request?.Url).toBe(`https://other-1.ci.ap-x.myqcloud.com/docqueue/${QUEUE_ID}`);
  expect(request?.Body).toBe(
    `<Request><Name>markjrzhang4</Name><QueueID>${QUEUE_ID}</QueueID><State>Active</State>` +
      '<NotifyConfig></NotifyConfig>' +
      '<MqMode>Queue</MqMode><ns:模式>5</ns:模式><MaxSizes>4</MaxSizes></Request>',
  );
});

it('returns the queue as it is now', async () => {
  const cos = cosThatAnswers(updatedXml({ State: 'Paused' }));
  const { Response, RequestId } = await cos.updateDocProcessQueue(SETTINGS);
  expect(RequestId).toBe('REQ');
  expect(Response.RequestId).toBe('REQ');
  expect(Response.Queue).toMatchObject({ QueueId: QUEUE_ID, State: 'Paused', MaxSize: 10000 });
});

it.each([
  ['without a queue', byIdXml(), 'Queue'],
  ['of text', '<Response>ok</Response>', 'Response'],
])('refuses an answer %s', async (_, xml, element) => {
  const error = await rejection(cosThatAnswers(xml).updateDocProcessQueue(SETTINGS));
  expect(error).toMatchObject({ kind: 'response', code: 'InvalidResponse', method: 'PUT' });
  expect(error.message).toContain(`<${element}> of the answer is not one element with children`);
});

it.each(['Name', 'State', 'NotifyConfig'])('needs %s, as it replaces all', async (name) => {
  expect(await refusal('updateDocProcessQueue', { ...SETTINGS, [name]: undefined })).toBe(
    `${name} is missing: an update replaces all settings`,
  );
});
