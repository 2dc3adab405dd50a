/** The SDK of these tests, and a client of it for answers of this process. */
import { setTimeout as wait } from 'node:timers/promises';
import { type DocQueueMethods, docQueue } from '../../miniprogram_dist/index.js';
import { BUCKET } from '../support/client';
import { SECRETS } from '../support/echoes';
import { installWx } from '../support/wx';
import { calls } from './call';
import { request } from './in-process';

declare const VERSION: string;
export const version = VERSION;

/** The app may take ten minutes to get a key: here they pass at once. */
const KEY_WAIT_MS = 600_000;
const { setTimeout } = globalThis;
globalThis.setTimeout = ((callback: () => void, milliseconds: number) =>
  setTimeout(callback, milliseconds % KEY_WAIT_MS)) as typeof setTimeout;

// The SDK tells of bad keys and skewed clocks there.
console.error = () => {};

installWx({ request });
export const COS = require(`cos-wx-sdk-v5-${version}`);

/** Five times this is how long a call waits for an SDK that never calls back. */
export const SHORT_TIMEOUT_MS = 20;

const { secretId: SecretId, secretKey: SecretKey, token } = SECRETS;
export const cos: DocQueueMethods = docQueue(
  new COS({
    SecretId,
    SecretKey,
    SecurityToken: token,
    XCosSecurityToken: token,
    Timeout: SHORT_TIMEOUT_MS,
  }),
  BUCKET,
);

afterAll(async () => {
  // Long enough for a second outcome, or an exception, of the last calls.
  await wait(200);
  expect(calls.filter(({ outcomes }) => outcomes !== 1)).toEqual([]);
});
