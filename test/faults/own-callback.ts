/** A user's callback that throws: it is not called again, and its exception goes where others go. */
import { setTimeout as wait } from 'node:timers/promises';
import { BUCKET } from '../support/client';
import { HEADER, type Reply } from './answers';
import { ERROR, LIST } from './bodies';
import { clientOf } from './grammar';
import { placeFor } from './in-process';
import type { Tally } from './tally';
import { AppError, uncaught } from './uncaught';

// biome-ignore lint/suspicious/noExplicitAny: the SDK has no types
type Any = any;

const CASES: [name: string, Reply, params: object][] = [
  ['a success', { statusCode: 200, header: HEADER, data: LIST }, {}],
  ['a failure', { statusCode: 403, header: HEADER, data: ERROR }, {}],
  ['an answer that is none', { statusCode: 200, header: HEADER, data: 'text' }, {}],
  ['no answer', { errMsg: 'request:fail' }, {}],
  ['a wrong parameter', { errMsg: 'request:fail' }, { PageSize: -1 }],
];

export async function runOwnCallback(COS: Any, tally: Tally): Promise<void> {
  const cos = clientOf(COS);
  for (const [name, reply, params] of CASES) {
    const before = uncaught.ofTheApp;
    let calls = 0;
    const expected = {};
    const { place, Bucket, leave } = placeFor({ name, method: 'GET', replies: [reply], expected });
    cos.describeDocProcessQueues({ ...params, Bucket, Region: BUCKET.Region }, () => {
      calls += 1;
      throw new AppError();
    });
    await wait(150);
    leave();
    const wrong: string[] = [];
    if (calls !== 1) wrong.push(`called ${calls} times`);
    if (uncaught.ofTheApp !== before + 1)
      wrong.push(`uncaught ${uncaught.ofTheApp - before} times`);
    if (place.thrown.length > 0) wrong.push(`thrown into the SDK: ${place.thrown}`);
    tally.check(`a callback that throws, of ${name}`, wrong);
  }
}
