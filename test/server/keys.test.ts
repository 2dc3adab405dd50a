import { emulator, LIST, send, sendSigned, startService } from './client';

startService();
const fetchKey = async () => JSON.parse((await send({ target: '/sts' })).body);

it('issues a new key each time, in the format of qcloud-cos-sts', async () => {
  const key = await fetchKey();
  expect(key).toEqual({
    credentials: {
      tmpSecretId: expect.stringMatching(/^AKID.{40,}$/),
      tmpSecretKey: expect.stringMatching(/^.{40,}$/),
      sessionToken: expect.stringMatching(/^.{100,}$/),
    },
    startTime: expect.any(Number),
    expiredTime: key.startTime + 1800,
    expiration: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    requestId: expect.any(String),
  });
  expect(Math.abs(key.startTime - Date.now() / 1000)).toBeLessThan(5);
  expect(Date.parse(key.expiration)).toBe(key.expiredTime * 1000);
  expect((await fetchKey()).credentials).not.toEqual(key.credentials);
});

it('accepts keys from before a reset', async () => {
  const key = emulator.issueKey();
  emulator.reset();
  expect((await sendSigned(LIST, { key })).status).toBe(200);
});
