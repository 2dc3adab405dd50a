import { FIXED_KEY, type TemporaryKey } from '../../server/emulator/keys';
import { codeOf, emulator, LIST, send, sendSigned, startService } from './client';

startService();

const [START, END] = [1557989151, 1557996351];
const TIME = `${START};${END}`;
const MINUTE = `${START};${START + 60}`;
const setClock = (seconds: number) => jest.spyOn(Date, 'now').mockReturnValue(seconds * 1000);
beforeEach(() => setClock(START + 30));
afterEach(() => jest.restoreAllMocks());

const vector = (
  target: string,
  signature: string,
  { method = 'GET', signed = 'host', signTime = TIME, keyTime = TIME } = {},
) => {
  const names = [...new URLSearchParams(target.split('?')[1]).keys()];
  const parameters = names.join(';').toLowerCase();
  const authorization = `q-sign-algorithm=sha1&q-ak=${FIXED_KEY.secretId}&q-sign-time=${signTime}&q-key-time=${keyTime}&q-header-list=${signed}&q-url-param-list=${parameters}&q-signature=${signature}`;
  const host = 'examplebucket-1250000000.ci.ap-chongqing.myqcloud.com';
  return { method, target, headers: { host, authorization } };
};
type Vector = ReturnType<typeof vector>;

// By the method of https://cloud.tencent.com/document/product/436/7778, each computed by two independent programs.
const TARGET = '/docqueue?pageNumber=1&pageSize=2';
const PAGE = vector(TARGET, 'd667c58a8587e103acda3ae3f62967974d60f3ba');
const ALL_PARAMETERS = vector(
  `${TARGET}&queueIds=p1,p2&state=Active`,
  '3486faa13865cc1a01f5297e006c44211f268908',
);
const UPDATE = vector(
  '/docqueue/p2505d57bdf4c4329804b58a6a5fb1572',
  '9217f63150c406c6d13852c9bf5b0af1d7e0df1c',
  { method: 'PUT' },
);
const NO_HOST = vector(TARGET, '6059267ae9412d7a801b75fe311f4a72a5409b7a', { signed: '' });
const SHORT_SIGN = vector(TARGET, 'f68c47b68d77d5ee21370d9512d75757fc739653', { signTime: MINUTE });
const SHORT_KEY = vector(TARGET, 'a19320e8f74deabd33d0d92a9fb4a8791db642a0', { keyTime: MINUTE });

const ACCEPTED = '200';
const MISMATCH = '403 SignatureDoesNotMatch';
const MALFORMED = '401 InvalidAuthorization';
const change = (request: Vector, from: string | RegExp, to: string): Vector =>
  JSON.parse(JSON.stringify(request).replace(from, to));

it.each<[string, string, Vector]>([
  ['the documented page', ACCEPTED, PAGE],
  ['all documented parameters', ACCEPTED, ALL_PARAMETERS],
  // The signature is right; the empty body is not.
  ['the documented update', '400 InvalidContentType', UPDATE],
  ['a host that is not signed', ACCEPTED, change(NO_HOST, 'chongqing', 'beijing')],
  ['a parameter that is not signed', ACCEPTED, change(PAGE, '=2', '=2&state=Active')],
  ['another signature', MISMATCH, change(PAGE, 'd667c58a', 'd667c58b')],
  ['another host', MISMATCH, change(PAGE, 'chongqing', 'beijing')],
  ['another queue', MISMATCH, change(UPDATE, 'p2505', 'p2506')],
  ['a changed parameter', MISMATCH, change(PAGE, '=2', '=3')],
  ['a parameter twice', MISMATCH, change(PAGE, '=2', '=2&PAGESIZE=2')],
  ['an Authorization without a signature', MALFORMED, change(PAGE, /&q-signature=\w+/, '')],
  ['another algorithm', MALFORMED, change(PAGE, '=sha1', '=sha256')],
])('responds to %s with %s', async (_, code, request) => {
  expect(codeOf(await send(request))).toBe(code);
});

it.each<[string, string, number, Vector]>([
  ['403 RequestTimeTooSkewed', 'long before its start', START - 15 * 60 - 1, PAGE],
  [ACCEPTED, 'a little before its start', START - 15 * 60, PAGE],
  [ACCEPTED, 'at its end', END, PAGE],
  ['401 SignatureExpired', 'after its end', END + 1, PAGE],
  ['401 SignatureExpired', 'after the end of q-sign-time alone', START + 61, SHORT_SIGN],
  ['401 SignatureExpired', 'after the end of q-key-time alone', START + 61, SHORT_KEY],
])('responds with %s to a signature %s', async (code, _, seconds, request) => {
  setClock(seconds);
  expect(codeOf(await send(request))).toBe(code);
});

it.each<[string, () => Partial<TemporaryKey>, string]>([
  ['an unknown id', () => ({ secretId: 'A' }), '401 SecretidNotExist'],
  ['a wrong key', () => ({ secretKey: 'A' }), '403 SignatureDoesNotMatch'],
  ['a temporary key without its token', () => ({ token: '' }), '403 InvalidAccessKeyId'],
  ['the token of another key', () => ({ token: emulator.issueKey().token }), '403 AccessDenied'],
])('refuses %s', async (_, change, code) => {
  const key = { ...emulator.issueKey(), ...change() };
  expect(codeOf(await sendSigned(LIST, key))).toBe(code);
});

it('refuses a temporary key that has expired', async () => {
  const key = emulator.issueKey();
  setClock(key.expiredTime);
  expect((await sendSigned(LIST, key)).status).toBe(200);
  setClock(key.expiredTime + 1);
  expect(codeOf(await sendSigned(LIST, key))).toBe('403 ExpiredToken');
});
