/** What Tencent's SDKs for other languages were seen to send, where it differs from what the others send. */
import {
  type ClientRequest,
  emulator,
  LIST,
  put,
  sendSigned,
  startService,
} from '../server/client';

startService();

const update = (fields: string, notify: string) =>
  put(`<Request><Name>n</Name>${fields}<NotifyConfig>${notify}</NotifyConfig></Request>`);

it.each<[string, ClientRequest]>([
  ['PHP: a body with a GET', { ...LIST, headers: { 'content-length': '10' }, body: '<Request/>' }],
  ['Go: no empty callback settings', update('<State>Active</State>', '<State>Off</State>')],
  ['Java: QueueId', update('<State>Active</State><QueueId>p</QueueId>', '<Url/><State>On</State>')],
  ['C++: an empty State', update('<State>Active</State>', '<Url/><Type/><Event/><State/>')],
])('%s', async (_, call) => {
  expect((await sendSigned(call)).status).toBe(200);
});

it.each([
  ['Python and C++', ['x-ci-security-token'], false],
  ['Java', ['x-cos-security-token'], false],
  ['Go: signed', ['x-cos-security-token'], true],
  ['PHP', ['x-ci-security-token', 'x-cos-security-token'], false],
])('the token as it comes from %s', async (_, names, isSigned) => {
  const { token, ...key } = emulator.issueKey();
  const headers = Object.fromEntries(names.map((name) => [name, token]));
  const options = { key, ...(isSigned && { signed: headers }) };
  expect((await sendSigned({ ...LIST, headers }, options)).status).toBe(200);
});
