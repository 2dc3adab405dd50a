/**
 * Runs all faults through one SDK, in this process of its own: `tsx one-sdk.ts 1.8.0`. Prints what came
 * out as JSON.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { startEmulator } from '../../server/emulator/index';
import { installWx } from '../support/wx';
import { runAtOnce } from './at-once';
import { runClock } from './clock';
import { runCredentials } from './credentials';
import { runGrammar } from './grammar';
import { answerInProcess } from './in-process';
import { runOverHttp } from './over-http';
import { runOwnCallback } from './own-callback';
import { Service } from './service';
import { Tally } from './tally';
import { uncaught, watchUncaught } from './uncaught';

/** The app may take ten minutes to get a key: here they pass at once. */
const KEY_WAIT_MS = 600_000;
function shortenKeyWait(): void {
  const { setTimeout } = globalThis;
  globalThis.setTimeout = ((callback: () => void, wait: number, ...args: []) =>
    setTimeout(
      callback,
      wait > KEY_WAIT_MS ? wait - KEY_WAIT_MS : wait,
      ...args,
    )) as typeof setTimeout;
}

async function main(version: string): Promise<object> {
  watchUncaught();
  // The SDK tells of bad keys and skewed clocks there.
  console.error = () => {};
  // To see who threw, below what a parser's recursion leaves on the stack.
  Error.stackTraceLimit = 50;
  shortenKeyWait();
  installWx();
  answerInProcess();
  const COS = require(`cos-wx-sdk-v5-${version}`);
  const service = new Service(COS, await startEmulator());
  const tally = new Tally();

  await runOwnCallback(COS, tally);
  await runCredentials(service, version, tally);
  await runClock(service, version, tally);
  await runAtOnce(service, tally);
  await runOverHttp(service, tally);
  await runGrammar(COS, version, tally);

  // Long enough for a second outcome, or an exception, of the last calls.
  await wait(200);
  await service.emulator.close();
  tally.finish();
  tally.check('nothing uncaught', uncaught.other);
  return { version, ...tally };
}

// All of it must be written before the process ends.
const print = (result: object) =>
  process.stdout.write(JSON.stringify(result), () => process.exit());

main(process.argv[2] as string).then(print, (error) =>
  print({ crashed: String(error?.stack ?? error) }),
);
