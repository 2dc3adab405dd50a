/** A `getAuthorization` that does what it should not. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Expected } from './judge';
import type { Service } from './service';
import type { Tally } from './tally';
import { AppError } from './uncaught';

type Callback = (keys?: unknown) => void;

interface Case {
  name: string;
  getAuthorization(callback: Callback, service: Service): unknown;
  expected: Expected;
  /** For those that are never answered: the call waits five times as long. */
  Timeout?: number;
}

const NO_KEY: Expected = { codes: ['InvalidCredential'] };
const NO_ANSWER: Expected = { codes: ['Timeout'] };
const FINE: Expected = { queues: 5 };

const CASES: Case[] = [
  { name: 'gives no key', getAuthorization: (callback) => callback({}), expected: NO_KEY },
  {
    name: 'gives no key, later',
    getAuthorization: (callback) => wait(5).then(() => callback({})),
    expected: NO_KEY,
  },
  { name: 'gives nothing', getAuthorization: (callback) => callback(), expected: NO_KEY },
  { name: 'gives null', getAuthorization: (callback) => callback(null), expected: NO_KEY },
  {
    name: 'gives text that is no signature',
    getAuthorization: (callback) => callback('nonsense'),
    expected: NO_KEY,
  },
  {
    name: 'gives no token',
    getAuthorization: (callback, service) =>
      callback({ ...service.newKeys(), SecurityToken: '', XCosSecurityToken: '' }),
    expected: NO_KEY,
  },
  {
    name: 'gives a time in milliseconds',
    getAuthorization: (callback, service) =>
      callback({ ...service.newKeys(), ExpiredTime: Date.now() + 1_800_000 }),
    // Older SDKs sign with it, and it is for the service to refuse.
    expected: { codes: ['InvalidCredential', 'InvalidAuthorization'], statusCode: 401 },
  },
  {
    name: 'throws',
    getAuthorization() {
      throw new Error('the key server is down');
    },
    expected: { ...NO_KEY, says: 'the key server is down' },
  },
  {
    name: 'throws a text',
    getAuthorization() {
      throw 'the key server is down';
    },
    expected: { ...NO_KEY, says: 'the key server is down' },
  },
  {
    name: 'throws what wx.request failed with',
    getAuthorization() {
      throw { errMsg: 'request:fail timeout' };
    },
    expected: { ...NO_KEY, says: 'request:fail timeout' },
  },
  {
    name: 'is async and fails',
    async getAuthorization() {
      throw new AppError();
    },
    expected: NO_ANSWER,
    Timeout: 20,
  },
  { name: 'never answers', getAuthorization() {}, expected: NO_ANSWER, Timeout: 20 },
  {
    name: 'answers when the call has ended',
    getAuthorization: (callback, service) => wait(150).then(() => callback(service.newKeys())),
    expected: NO_ANSWER,
    Timeout: 20,
  },
  {
    name: 'answers a second late',
    getAuthorization: (callback, service) => wait(1000).then(() => callback(service.newKeys())),
    expected: { ...FINE, milliseconds: 3000 },
  },
  {
    name: 'answers twice',
    getAuthorization(callback, service) {
      callback(service.newKeys());
      callback(service.newKeys());
    },
    expected: FINE,
  },
  {
    name: 'answers twice, later',
    getAuthorization: (callback, service) =>
      wait(5).then(() => {
        callback(service.newKeys());
        callback(service.newKeys());
      }),
    expected: FINE,
  },
  {
    name: 'answers, then gives no key',
    getAuthorization(callback, service) {
      callback(service.newKeys());
      callback({});
    },
    // The request is under way when the second answer ends the call, in SDKs that let it.
    expected: { ...FINE, ...NO_KEY },
  },
  {
    name: 'gives no key, then answers',
    getAuthorization(callback, service) {
      callback({});
      callback(service.newKeys());
    },
    expected: NO_KEY,
  },
];

export async function runCredentials(
  service: Service,
  version: string,
  tally: Tally,
): Promise<void> {
  await Promise.all([
    ...CASES.map(async ({ name, getAuthorization, expected, Timeout }) => {
      const cos = service.client({
        ...(Timeout && { Timeout }),
        getAuthorization: (_: object, callback: Callback) => getAuthorization(callback, service),
      });
      tally.add(`getAuthorization ${name}`, await service.call(cos), expected);
    }),
    nothingLater(service, version, tally),
  ]);
  for (const run of [expiry, staleKey, expiredOnlyThere]) {
    await run(service, tally);
    service.emulator.reset();
  }
}

/** Every SDK reads fields of what it is given, in the app's own stack: there it throws. */
async function nothingLater(service: Service, version: string, tally: Tally): Promise<void> {
  const thrown: Error[] = [];
  const cos = service.client({
    Timeout: 20,
    async getAuthorization(_: object, callback: Callback) {
      await wait(5);
      try {
        callback();
      } catch (error) {
        thrown.push(error as Error);
      }
    },
  });
  tally.add('getAuthorization gives nothing, later', await service.call(cos), NO_ANSWER);
  tally.sdkThrew += thrown.length;
  tally.check(
    `it is SDK ${version} that throws`,
    thrown.map(({ stack }) => `${stack}`).filter((stack) => /miniprogram_dist/.test(stack)),
  );
}

// The SDK asks for a new key when there is less than a minute left of the one that it has.
const SHORT_SECONDS = 50;
const EXPIRED: Expected = {
  codes: ['ExpiredToken'],
  statusCode: 403,
  says: 'The temporary key has expired',
};

/** A key that expires between two calls, when the SDK knows it. */
async function expiry(service: Service, tally: Tally): Promise<void> {
  const { cos, asked } = asking(service, () => service.newKeys());
  service.emulator.configure({ keySeconds: SHORT_SECONDS });
  tally.add('a key before it expires', await service.call(cos), FINE);
  service.emulator.configure({ clockOffset: SHORT_SECONDS + 1 });
  tally.add('a new key after it', await service.call(cos), FINE);
  tally.check('the expired key is not used again', asked() === 2 ? [] : [`asked ${asked()} times`]);
}

/** An app that keeps handing out the key that has expired, and then mends its way. */
async function staleKey(service: Service, tally: Tally): Promise<void> {
  service.emulator.configure({ keySeconds: SHORT_SECONDS });
  let keys = service.newKeys();
  const { cos } = asking(service, () => ({ ...keys }));
  tally.add('the same key, before it expires', await service.call(cos), FINE);
  service.emulator.configure({ clockOffset: SHORT_SECONDS + 1 });
  tally.add('the same key, after it', await service.call(cos), EXPIRED);
  keys = service.newKeys();
  tally.add('a new key at last', await service.call(cos), FINE);
}

/** A key that the SDK has cached, and that only the service knows to have expired. */
async function expiredOnlyThere(service: Service, tally: Tally): Promise<void> {
  const { cos, asked } = asking(service, () => service.newKeys());
  tally.add('a cached key', await service.call(cos), FINE);
  service.emulator.configure({ clockOffset: service.emulator.settings.keySeconds + 1 });
  tally.add('a cached key that expired', await service.call(cos), EXPIRED);
  tally.check('the cached key was used', asked() === 1 ? [] : [`asked ${asked()} times`]);
}

/** A client of an app that hands on such keys, and how often it was asked for them. */
function asking(service: Service, keys: () => object) {
  let times = 0;
  const cos = service.client({
    getAuthorization(_: object, callback: Callback) {
      times += 1;
      callback(keys());
    },
  });
  return { cos, asked: () => times };
}
