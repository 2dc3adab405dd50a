/** Runs the cases of the SDK matrix on JavaScriptCore's shell. Prints what came out as JSON. */
import { Bench, CASES } from '../sdk-matrix/cases';
import { replayRequests, replayService, type Tape } from './tape';

// biome-ignore lint/suspicious/noExplicitAny: the globals of a shell, and an SDK without types
const shell = globalThis as any;
const tapes: Record<string, Tape> = shell.tapes;
let tape: Tape;

// The shell has no clearTimeout, and its setTimeout hands on no arguments.
const { setTimeout: start } = shell;
shell.setTimeout = (callback: (...args: unknown[]) => void, wait: number, ...args: unknown[]) =>
  start(() => callback(...args), wait);
shell.clearTimeout = () => {};
shell.console = { log() {}, warn() {}, error() {} };
shell.window = shell;
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

main().then(
  (result) => {
    shell.print(JSON.stringify(result));
    shell.quit();
  },
  (error) => {
    shell.print(JSON.stringify({ crashed: `${error} ${error.stack}` }));
    shell.quit();
  },
);
