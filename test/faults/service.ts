/** The service on this machine, and calls of the SDK to it over real HTTP. */
import { type DocQueueMethods, docQueue } from '../../miniprogram_dist/index.js';
import { type Emulator, startEmulator } from '../../server/emulator/index';
import { BUCKET } from '../support/client';
import { asSdkKey } from '../support/keys';
import { call, type Method } from './call';
import { type Expected, judge } from './judge';
import { COS } from './sdk';

export let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator();
});
afterEach(() => emulator.reset());
afterAll(() => emulator.close());

/** A new temporary key, as `getAuthorization` hands it on. */
export const newKeys = () => asSdkKey(emulator.issueKey());

/** How `getAuthorization` hands on what it has. */
export type Give = (keys?: unknown) => void;

function clientWith(options: object): DocQueueMethods {
  return docQueue(new COS(options), { ...BUCKET, Domain: emulator.url });
}

/** A client with the fixed key. */
export function clientWithKey(options: object = {}): DocQueueMethods {
  const { secretId: SecretId, secretKey: SecretKey } = emulator.key;
  return clientWith({ SecretId, SecretKey, ...options });
}

/** A client of an app with such a `getAuthorization`. */
export function clientThatAsks(
  getAuthorization: (give: Give) => unknown,
  options: object = {},
): DocQueueMethods {
  const ask = (_: object, give: Give) => getAuthorization(give);
  return clientWith({ ...options, getAuthorization: ask });
}

/** Calls the service, and expects an outcome. */
export async function expectOutcome(
  cos: DocQueueMethods,
  expected: Expected,
  method: Method = 'GET',
): Promise<void> {
  expect(judge(await call(cos, method, emulator.url), expected)).toEqual([]);
}
