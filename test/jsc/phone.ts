/** Runs the cases of the SDK matrix on JavaScriptCore's shell. Prints what came out as JSON. */
import { Bench, CASES } from '../sdk-matrix/cases';
import { shell } from './shell';
import { replayRequests, replayService, type Tape } from './tape';

const tapes: Record<string, Tape> = shell.tapes;
let tape: Tape;

const system = { SDKVersion: '3.7.0', platform: 'ios' };
shell.wx = {
  getFileSystemManager: () => ({}),
  canIUse: () => true,
  getAppBaseInfo: () => system,
  getDeviceInfo: () => system,
  getSystemInfoSync: () => system,
  request: replayRequests(() => tape),
};

async function main() {
  // After the globals that it reads. The bundler puts the version that is tested here.
  const COS = require('the-sdk');
  const outcomes: Record<string, unknown> = {};
  let extraOutcomes = 0;
  for (const { name, run } of CASES) {
    tape = tapes[name] as Tape;
    const bench = new Bench(COS, replayService(() => tape) as never);
    outcomes[name] = await run(bench).catch((error) => `threw ${error}`);
    extraOutcomes += bench.extraOutcomes;
  }
  return { version: COS.version, outcomes, extraOutcomes };
}

shell.printResult(main());
