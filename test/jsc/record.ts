/**
 * Runs the cases of the SDK matrix in Node, over real HTTP, and prints what they heard: `tsx record.ts 1.8.0`.
 */
import { startEmulator } from '../../server/emulator/index';
import { Bench, CASES } from '../sdk-matrix/cases';
import { installWx, request } from '../support/wx';
import { newTape, recordRequests, recordService, type Tape } from './tape';

// The SDK tells of bad keys and skewed clocks there.
console.error = () => {};

async function main(version: string): Promise<Record<string, Tape>> {
  const tapes: Record<string, Tape> = {};
  let tape = newTape();
  installWx({ request: recordRequests(request as never, () => tape) });
  const COS = require(`cos-wx-sdk-v5-${version}`);
  const emulator = await startEmulator();
  for (const { name, run } of CASES) {
    emulator.reset();
    tape = newTape();
    tapes[name] = tape;
    await run(
      new Bench(
        COS,
        recordService(emulator, () => tape),
      ),
    );
  }
  await emulator.close();
  return tapes;
}

main(process.argv[2] as string).then((tapes) =>
  process.stdout.write(JSON.stringify(tapes), () => process.exit()),
);
