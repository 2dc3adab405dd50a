/** What Tencent's SDKs for other languages were seen to send, where it differs from what the others send. */
import { type Emulator, startEmulator } from '../../server/emulator';
import { type ClientRequest, put, type SignOptions, sendSigned, textOf } from '../server/client';
import { QUEUE_ID } from '../support/client';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
beforeEach(() => emulator.reset());
afterAll(() => emulator.close());

const list: ClientRequest = { target: '/docqueue' };
const update = (fields: string, notify: string) =>
  put(QUEUE_ID, `<Request><Name>n</Name>${fields}<NotifyConfig>${notify}</NotifyConfig></Request>`);

it.each<[string, ClientRequest, SignOptions?]>([
  ['Go and Python: a space as +', { target: '/docqueue?queueIds=a+b' }],
  ['PHP: a body with a GET', { ...list, headers: { 'content-length': '10' }, body: '<Request/>' }],
  ['Go: no empty callback settings', update('<State>Active</State>', '<State>Off</State>')],
  ['Java: QueueId', update('<State>Active</State><QueueId>p</QueueId>', '<Url/><State>On</State>')],
  ['C++: an empty State', update('<State>Active</State>', '<Url/><Type/><Event/><State/>')],
])('%s', async (_, call) => {
  expect((await sendSigned(emulator, call)).status).toBe(200);
});

it.each([
  ['Python and C++', ['x-ci-security-token'], false],
  ['Java', ['x-cos-security-token'], false],
  ['Go: signed', ['x-cos-security-token'], true],
  ['PHP', ['x-ci-security-token', 'x-cos-security-token'], false],
])('the token as it comes from %s', async (_, names, isSigned) => {
  const { url } = emulator;
  const { token, ...key } = emulator.issueKey();
  const headers = Object.fromEntries(names.map((name) => [name, token]));
  const signed = { headers: isSigned ? ['host', ...names] : ['host'] };
  expect((await sendSigned({ url, key }, { ...list, headers }, signed)).status).toBe(200);
});

it('every error has the Resource that Python asks for', async () => {
  const { url } = emulator;
  const key = { secretId: 'AKIDunknown', secretKey: '' };
  for (const { status, body } of [
    await sendSigned(emulator, { target: '/docqueue?pageSize=0' }),
    await sendSigned({ url, key }, list),
    await sendSigned(emulator, put('p1', '<Request/>')),
  ]) {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(textOf(body, 'Resource')).toMatch(/^\/docqueue/);
  }
});
