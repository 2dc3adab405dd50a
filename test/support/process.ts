import { type ChildProcess, type SpawnOptionsWithoutStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { TYPESCRIPT } from './command';
import { until } from './until';

const ROOT = join(__dirname, '../..');

// A process takes its time to start.
jest.setTimeout(30_000);

const running: { child: ChildProcess; ended: Promise<unknown> }[] = [];

/** Starts a command. `output.text` is all that it has printed, `output.errors` only its errors. */
export function start(command: string, args: string[], options: SpawnOptionsWithoutStdio = {}) {
  // A process group of its own, so that what it starts can be ended with it.
  const child = spawn(command, args, { cwd: ROOT, detached: true, ...options });
  const output = { text: '', errors: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (piece) => {
      output.text += piece;
      if (stream === child.stderr) output.errors += piece;
    });
  }
  const started = { child, output, ended: once(child, 'close') };
  running.push(started);
  return started;
}

/** Runs a file of this repository. */
export const runScript = (file: string, args: string[] = [], options?: SpawnOptionsWithoutStdio) =>
  start(process.execPath, [...TYPESCRIPT, join(ROOT, file), ...args], options);

/** Waits until a server prints its address. */
export async function untilServing(started: ReturnType<typeof start>) {
  const { output, ended } = started;
  const address = () => /http:\/\/127\.0\.0\.1:\d+/.exec(output.text)?.[0];
  const failure = ended.then(() => Promise.reject(new Error(output.text)));
  return { ...started, url: await Promise.race([until(address, 20_000), failure]) };
}

/** Ends every process that a test has left running. */
export async function endProcesses(): Promise<void> {
  for (const { child, ended } of running.splice(0)) {
    if (child.pid && child.exitCode === null && child.signalCode === null) {
      process.kill(-child.pid, 'SIGKILL');
    }
    await ended;
  }
}
