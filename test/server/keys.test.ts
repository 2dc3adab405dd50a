import { type Emulator, startEmulator } from '../../server/emulator';
import { codeOf, send, sendSigned } from './client';

const list = { target: '/docqueue' };
let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.close());

async function fetchKey(url = emulator.url) {
  const answer = JSON.parse((await send(url, { target: '/sts' })).body);
  const { tmpSecretId, tmpSecretKey, sessionToken } = answer.credentials;
  return { answer, secretId: tmpSecretId, secretKey: tmpSecretKey, token: sessionToken };
}

it('gives a fresh pair each time, in the shape of qcloud-cos-sts', async () => {
  const { answer } = await fetchKey();
  expect(answer).toEqual({
    credentials: {
      tmpSecretId: expect.stringMatching(/^AKID.{40,}$/),
      tmpSecretKey: expect.stringMatching(/^.{40,}$/),
      sessionToken: expect.stringMatching(/^.{100,}$/),
    },
    startTime: expect.any(Number),
    expiredTime: answer.startTime + 1800,
    expiration: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    requestId: expect.any(String),
  });
  expect(Math.abs(answer.startTime - Date.now() / 1000)).toBeLessThan(5);
  expect(Date.parse(answer.expiration)).toBe(answer.expiredTime * 1000);
  expect((await fetchKey()).answer.credentials).not.toEqual(answer.credentials);
});

it.each(['x-ci-security-token', 'x-cos-security-token'])('takes the token as %s', async (name) => {
  const { secretId, secretKey, token } = await fetchKey();
  const key = { secretId, secretKey };
  const withToken = { ...list, headers: { [name]: token } };
  expect((await sendSigned({ url: emulator.url, key }, withToken)).status).toBe(200);
});

it('refuses a temporary key without its token, or with that of another', async () => {
  const { url } = emulator;
  const { secretId, secretKey } = await fetchKey();
  const { token } = await fetchKey();
  const bare = await sendSigned({ url, key: { secretId, secretKey } }, list);
  const other = await sendSigned({ url, key: { secretId, secretKey, token } }, list);
  expect(codeOf(bare)).toBe('403 InvalidAccessKeyId');
  expect(codeOf(other)).toBe('403 AccessDenied');
});

it('refuses a temporary key that has expired', async () => {
  const clock = { now: Date.now() };
  const short = await startEmulator({ keySeconds: 60, now: () => clock.now });
  const key = await fetchKey(short.url);
  const end = { end: Math.floor(clock.now / 1000) + 3600 };
  expect(key.answer.expiredTime - key.answer.startTime).toBe(60);
  expect((await sendSigned({ url: short.url, key }, list, end)).status).toBe(200);
  clock.now += 62_000;
  const late = await sendSigned({ url: short.url, key }, list, end);
  expect(codeOf(late)).toBe('403 ExpiredToken');
  await short.close();
});

it('gives tests a key without HTTP, and forgets none on reset', async () => {
  const key = emulator.issueKey();
  emulator.reset();
  expect((await sendSigned({ url: emulator.url, key }, list)).status).toBe(200);
});
