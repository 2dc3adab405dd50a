/** Every answer of the grammar through one SDK. */
import { type DocQueueMethods, docQueue } from '../../miniprogram_dist/index.js';
import { isAtLeast } from '../sdk-matrix/versions';
import { BUCKET } from '../support/client';
import { type Answer, answers } from './answers';
import { SECRETS } from './bodies';
import { call } from './call';
import { placeFor } from './in-process';
import type { Tally } from './tally';

// biome-ignore lint/suspicious/noExplicitAny: the SDK has no types
type Any = any;

/** Five times this is how long a call waits for an SDK that never calls back. */
const TIMEOUT_MS = 20;
const AT_ONCE = 100;
/** Longer than the wait for that SDK; what is answered is so before any timer. */
const GIVE_UP_MS = 2000;

export async function runGrammar(COS: Any, version: string, tally: Tally): Promise<void> {
  const cos = clientOf(COS);
  const run = (answer: Answer) => runAnswer(cos, version, answer, tally);
  let batch: Answer[] = [];
  for (const answer of answers()) {
    if (answer.heavy) await run(answer);
    else if (batch.push(answer) === AT_ONCE) {
      await Promise.all(batch.map(run));
      batch = [];
    }
  }
  await Promise.all(batch.map(run));
}

/** A client for answers in this process. */
export function clientOf(COS: Any): DocQueueMethods {
  const { secretKey: SecretKey, token } = SECRETS;
  const tokens = { SecurityToken: token, XCosSecurityToken: token };
  const options = { SecretId: 'AKIDEXAMPLE', SecretKey, ...tokens, Timeout: TIMEOUT_MS };
  return docQueue(new COS(options), BUCKET);
}

export async function runAnswer(
  cos: DocQueueMethods,
  version: string,
  answer: Answer,
  tally: Tally,
): Promise<void> {
  const { place, Bucket, leave } = placeFor(answer);
  const made = await call(cos, answer.method, { Bucket, Region: BUCKET.Region }, {}, GIVE_UP_MS);
  leave();
  const thrown = place.thrown.map((error) => `${error?.stack ?? error}`);
  const ours = thrown.filter((stack) => /miniprogram_dist/.test(stack));
  const ownDefect = thrown.length > 0 && ours.length === 0 && isKnownDefect(version, answer);
  if (ownDefect) tally.sdkThrew += 1;
  else if (thrown.length > 0) tally.check(`${answer.name}, thrown`, thrown);
  // Then the SDK never calls back, and the call must end all the same.
  tally.add(answer.name, made, ownDefect ? { codes: ['Timeout'] } : answer.expected);
}

/** SDK 1.7.2 and 1.8.0 parse a failed answer themselves, with a parser that throws. */
function isKnownDefect(version: string, { replies }: Answer): boolean {
  const [reply] = Array.isArray(replies) ? replies : [];
  return (
    isAtLeast(version, '1.7.2') &&
    reply !== undefined &&
    'statusCode' in reply &&
    Math.floor((reply.statusCode ?? 0) / 100) !== 2 &&
    /^\s*</.test(reply.data ?? '')
  );
}
