/**
 * Runs all cases with one SDK, in this process of its own, over real HTTP: `tsx run.ts 1.8.0`. Prints
 * what came out as JSON; what must come out is for the test to say.
 */
import { startEmulator } from '../../server/emulator/index';
import { installWx } from '../support/wx';
import { Bench, CASES, SNIPPET, withForcePathStyle } from './cases';
import { isAtLeast } from './versions';

const uncaught: string[] = [];
process.on('uncaughtException', (error) => uncaught.push(String(error)));
process.on('unhandledRejection', (error) => uncaught.push(`rejected: ${error}`));
// The SDK tells of bad keys and skewed clocks there too.
console.error = () => {};

async function main(version: string) {
  installWx();
  const COS = require(`cos-wx-sdk-v5-${version}`);
  const emulator = await startEmulator({ port: 0 });
  const bench = new Bench(COS, emulator);

  const outcomes: Record<string, unknown> = {};
  for (const { name, run } of CASES) {
    emulator.reset();
    outcomes[name] = await run(bench).catch((error) => `threw ${error}`);
  }
  if (!isAtLeast(version, '1.6.2')) {
    emulator.reset();
    outcomes.ForcePathStyle = await withForcePathStyle(bench).catch((error) => `threw ${error}`);
  }
  // Long enough for a second outcome, or an exception, of any of the calls.
  await new Promise((resolve) => setTimeout(resolve, 100));
  const own = { extraOutcomes: bench.extraOutcomes, uncaught: [...uncaught] };

  const snippet: Record<string, unknown> = {};
  for (const [name, run] of Object.entries(SNIPPET)) {
    emulator.reset();
    snippet[name] = await run(bench);
  }
  await emulator.close();
  process.stdout.write(JSON.stringify({ version: COS.version, outcomes, ...own, snippet }));
}

main(process.argv[2] as string).then(
  () => process.exit(),
  (error) => {
    process.stdout.write(JSON.stringify({ crashed: String(error?.stack ?? error) }));
    process.exit(1);
  },
);
