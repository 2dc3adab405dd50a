import { QUEUE_ID, updatedXml } from '../support/client';
import { codeOf, emulator, list, put, sendSigned, startService, update } from './client';

startService();

const record = () => emulator.queues[0];
// The C++ SDK sends an empty State.
const BODY =
  '<Request><Name>n</Name><State>Paused</State><NotifyConfig><Url>u</Url><State/></NotifyConfig></Request>';
const bodyWith = (more: string) => BODY.replace('</Request>', `${more}</Request>`);
// What the Go SDK sends.
const FULL =
  '<Request><Name>markjrzhang4</Name><QueueID>p2505d57bdf4c4329804b58a6a5fb1572</QueueID>' +
  '<State>Active</State><NotifyConfig><Url>http://google.com/</Url><State>On</State>' +
  '<Type>Url</Type><Event>TransCodingFinish</Event></NotifyConfig></Request>';

it('sets what the request holds, and responds with the whole queue', async () => {
  const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2024-12-31T16:30:00.500Z'));
  const { status, headers, body } = await update(FULL);
  clock.mockRestore();
  expect(status).toBe(200);
  const expected = updatedXml({
    Name: 'markjrzhang4',
    NotifyConfig:
      '<Url>http://google.com/</Url><Event>TransCodingFinish</Event><Type>Url</Type><State>On</State>',
    // In Beijing's time.
    UpdateTime: '2025-01-01T00:30:00+0800',
  });
  const requestId = `${headers['x-ci-request-id']}`;
  expect(body).toBe(`<?xml version="1.0" encoding="utf-8"?>${expected.replace('REQ', requestId)}`);
});

it('replaces all settings: those that are left out become empty', async () => {
  await update(bodyWith('<More>1</More>'));
  expect(record()).toMatchObject({ More: '1' });
  await update(BODY);
  expect(record()).not.toHaveProperty('More');
  expect(record()?.NotifyConfig).toEqual({ Url: 'u', Event: '', Type: '', State: 'Off' });
});

it('keeps unknown fields in their order and with their children', async () => {
  const more = '<队><列>1</列></队><B><C>1</C><C> 2 </C><D><E/></D></B><A>x</A>';
  await update(bodyWith(more).replace('</Url>', '</Url><MqMode><模>Queue</模></MqMode>'));
  const { body } = await list(`?queueIds=${QUEUE_ID}`);
  expect(body).toContain(`</Category>${more}</Queue`);
  expect(body).toContain('<State>Off</State><MqMode><模>Queue</模></MqMode></NotifyConfig>');
});

it('keeps the fields that only the service sets, and updates the queue of the path', async () => {
  const before = record();
  const own = `<QueueID>other</QueueID><QueueId>other</QueueId><MaxSize>1</MaxSize>
    <MaxConcurrent>1</MaxConcurrent><CreateTime>1</CreateTime><UpdateTime>1</UpdateTime>
    <BucketId>1</BucketId><Category>1</Category>`;
  await update(bodyWith(own));
  const UpdateTime = expect.stringMatching(/^20/);
  const NotifyConfig = { Url: 'u', Event: '', Type: '', State: 'Off' };
  expect(record()).toEqual({ ...before, Name: 'n', State: 'Paused', NotifyConfig, UpdateTime });
});

it.each([
  ['an empty name', BODY.replace('>n<', '><'), 'InvalidArgument'],
  ['no callback settings', BODY.replace(/<Notify.*Config>/, ''), 'InvalidArgument'],
  ['another state', BODY.replace('Paused', 'paused'), 'InvalidArgument'],
  ['another switch', BODY.replace('<State/>', '<State>on</State>'), 'InvalidArgument'],
  ['a long name', BODY.replace('>n<', `>${'n'.repeat(101)}<`), 'InvalidArgument'],
  ['a long address', BODY.replace('>u<', `>${'u'.repeat(101)}<`), 'InvalidArgument'],
  ['another root', BODY.replaceAll('Request', 'Response'), 'InvalidContent'],
  ['a cut body', BODY.slice(0, -5), 'InvalidContent'],
  ['deep nesting', bodyWith('<a>'.repeat(32) + '</a>'.repeat(32)), 'InvalidContent'],
])('refuses %s', async (_, body, code) => {
  const before = emulator.queues;
  expect(codeOf(await update(body))).toBe(`400 ${code}`);
  expect(emulator.queues).toEqual(before);
});

it.each([
  ['application/json', '400 InvalidContentType'],
  ['', '400 InvalidContentType'],
  ['application/xml; charset=utf-8', '200'],
  ['Text/XML', '200'],
])('responds to the content type "%s" with %s', async (type, code) => {
  expect(codeOf(await sendSigned({ ...put(BODY), headers: { 'content-type': type } }))).toBe(code);
});
