import { BUCKET, bodyXml, LIST_URL, QUEUE_ID, rejection, updatedXml } from '../support/client.js';
import { cosWith } from '../support/methods.js';

const SETTINGS = {
  QueueId: QUEUE_ID,
  Name: 'markjrzhang4',
  State: 'Active',
  NotifyConfig: { Url: 'http://google.com/', State: 'On', Type: 'Url', Event: 'TransCodingFinish' },
} as const;

async function requestFor(params: object) {
  const cos = cosWith(updatedXml());
  await cos.updateDocProcessQueue(params as never);
  return cos.requests[0];
}

it("an update is the request that the Go SDK's own test expects, whatever the order of the settings", async () => {
  const reversed = (fields: object) => Object.fromEntries(Object.entries(fields).reverse());
  const params = { ...reversed(SETTINGS), NotifyConfig: reversed(SETTINGS.NotifyConfig) };
  for (const given of [SETTINGS, params]) {
    expect(await requestFor(given)).toStrictEqual({
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
  }
});

it.each([
  ['several events', { Event: ['TaskFinish', 'B'] }, '<Event>TaskFinish,B</Event>'],
  ['an empty text', { Url: '', State: 'Off' }, '<Url></Url><State>Off</State>'],
  ['a nested field', { Retry: { Max: [1, '2'] } }, '<Retry><Max>1</Max><Max>2</Max></Retry>'],
  ['a field that elsewhere only the service sets', { MaxSize: '1' }, '<MaxSize>1</MaxSize>'],
])('an update writes a callback with %s', async (_, NotifyConfig, written) => {
  expect((await requestFor({ ...SETTINGS, NotifyConfig }))?.Body).toContain(
    `<NotifyConfig>${written}</NotifyConfig>`,
  );
});

it('an update sends unknown settings, and none that only the service sets', async () => {
  const unknown = { a_1: 5, MaxSizes: '4', OldMaxSize: '3', Nested: { A: ['&', { B: '' }] } };
  const fixed = { MaxSize: 1, maxconcurrent: 1, CreateTime: 'c', UpdateTime: 'u', Category: 'c' };
  const bucket = { BucketId: 'b', BucketName: 'n', Bucket: 'other-1', Region: 'ap-x' };
  const params = { ...SETTINGS, NotifyConfig: {}, ...unknown, ...fixed, ...bucket, RequestId: 'r' };
  const request = await requestFor(params);
  expect(request?.Url).toBe(`https://other-1.ci.ap-x.myqcloud.com/docqueue/${QUEUE_ID}`);
  expect(request?.Body).toContain(
    '<State>Active</State><NotifyConfig></NotifyConfig><a_1>5</a_1><MaxSizes>4</MaxSizes>' +
      '<OldMaxSize>3</OldMaxSize><Nested><A>&amp;</A><A><B></B></A></Nested></Request>',
  );
});

it.each([
  ['without a queue', bodyXml(), '<Queue> with child elements'],
  ['of text', '<Response>ok</Response>', '<Response> with child elements'],
  ['about another queue', updatedXml({ QueueId: 'p1' }), `queue ${QUEUE_ID}, not p1`],
])('an update refuses a response %s', async (_, xml, reason) => {
  const error = await rejection(cosWith(xml).updateDocProcessQueue(SETTINGS));
  expect(error).toMatchObject({ kind: 'response', code: 'InvalidResponse', method: 'PUT' });
  expect(error).toMatchObject({ url: `${LIST_URL}/${QUEUE_ID}`, RequestId: 'REQ' });
  expect(error.message).toContain(reason);
});
