/** A `getAuthorization` that does what it should not. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Expected } from './judge';
import { SHORT_TIMEOUT_MS } from './sdk';
import { clientThatAsks, emulator, expectOutcome, type Give, newKeys } from './service';

type GetAuthorization = (give: Give) => unknown;

const NO_KEY: Expected = { codes: ['InvalidCredential'] };
const NO_ANSWER: Expected = { codes: ['Timeout'] };
const FINE: Expected = { queues: 5 };
const REASON = 'the key server is down';

const throwing = (reason: unknown) => () => {
  throw reason;
};
const twice = (give: Give, first: object, second: object) => {
  give(first);
  give(second);
};

it.each<[name: string, GetAuthorization, Expected]>([
  ['gives no key', (give) => give({}), NO_KEY],
  ['gives no key, later', (give) => wait(5).then(() => give({})), NO_KEY],
  ['gives nothing', (give) => give(), NO_KEY],
  ['gives null', (give) => give(null), NO_KEY],
  ['gives text that is no signature', (give) => give('nonsense'), NO_KEY],
  [
    'gives no token',
    (give) => give({ ...newKeys(), SecurityToken: '', XCosSecurityToken: '' }),
    NO_KEY,
  ],
  [
    'gives a time in milliseconds',
    (give) => give({ ...newKeys(), ExpiredTime: Date.now() + 1_800_000 }),
    // Older SDKs sign with it, and it is for the service to refuse.
    { codes: ['InvalidCredential', 'InvalidAuthorization'], statusCode: 401 },
  ],
  ['throws', throwing(new Error(REASON)), { ...NO_KEY, says: REASON }],
  ['throws a text', throwing(REASON), { ...NO_KEY, says: REASON }],
  [
    'throws what wx.request failed with',
    throwing({ errMsg: 'request:fail timeout' }),
    { ...NO_KEY, says: 'request:fail timeout' },
  ],
  ['answers a second late', (give) => wait(1000).then(() => give(newKeys())), FINE],
  ['answers twice', (give) => twice(give, newKeys(), newKeys()), FINE],
  ['answers twice, later', (give) => wait(5).then(() => twice(give, newKeys(), newKeys())), FINE],
  // The request is under way when the second answer ends the call, in SDKs that let it.
  ['answers, then gives no key', (give) => twice(give, newKeys(), {}), { ...FINE, ...NO_KEY }],
  ['gives no key, then answers', (give) => twice(give, {}, newKeys()), NO_KEY],
])('getAuthorization %s', async (_, getAuthorization, expected) => {
  await expectOutcome(clientThatAsks(getAuthorization), expected);
});

describe('getAuthorization leaves the call to its timer', () => {
  const expectTimeout = (getAuthorization: GetAuthorization) =>
    expectOutcome(clientThatAsks(getAuthorization, { Timeout: SHORT_TIMEOUT_MS }), NO_ANSWER);

  it('never answers', () => expectTimeout(() => {}));

  it('answers when the call has ended', async () => {
    const late = wait(150);
    await expectTimeout((give) => late.then(() => give(newKeys())));
    await late;
  });

  it('is async and fails', async () => {
    const failed = Promise.reject(new Error(REASON));
    // It is the app's own, and the app's to handle.
    failed.catch(() => {});
    await expectTimeout(() => failed);
  });

  it('gives nothing, later', async () => {
    let stack = '';
    await expectTimeout(async (give) => {
      await wait(5);
      try {
        give();
      } catch (error) {
        stack = (error as Error).stack ?? '';
      }
    });
    // Every SDK reads fields of what it is given, in the app's own stack: there it throws.
    expect(stack).not.toContain('miniprogram_dist');
  });
});

describe('a key that expires', () => {
  // The SDK asks for a new key when there is less than a minute left of the one that it has.
  const SHORT_SECONDS = 50;
  const EXPIRED: Expected = {
    codes: ['ExpiredToken'],
    statusCode: 403,
    says: 'The temporary key has expired',
  };
  const passes = (seconds: number) => emulator.configure({ clockOffset: seconds + 1 });

  it('is not used again when the SDK knows it', async () => {
    const getAuthorization = jest.fn((give: Give) => give(newKeys()));
    const cos = clientThatAsks(getAuthorization);
    emulator.configure({ keySeconds: SHORT_SECONDS });
    await expectOutcome(cos, FINE);
    passes(SHORT_SECONDS);
    await expectOutcome(cos, FINE);
    expect(getAuthorization).toHaveBeenCalledTimes(2);
  });

  it('is refused while the app keeps handing it out', async () => {
    emulator.configure({ keySeconds: SHORT_SECONDS });
    let keys = newKeys();
    const cos = clientThatAsks((give) => give({ ...keys }));
    await expectOutcome(cos, FINE);
    passes(SHORT_SECONDS);
    await expectOutcome(cos, EXPIRED);
    keys = newKeys();
    await expectOutcome(cos, FINE);
  });

  it('is refused when the SDK has it cached, and only the service knows', async () => {
    const getAuthorization = jest.fn((give: Give) => give(newKeys()));
    const cos = clientThatAsks(getAuthorization);
    await expectOutcome(cos, FINE);
    passes(emulator.settings.keySeconds);
    await expectOutcome(cos, EXPIRED);
    expect(getAuthorization).toHaveBeenCalledTimes(1);
  });
});
