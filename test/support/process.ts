import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { TYPESCRIPT } from './command';
import { until } from './until';

const ROOT = join(__dirname, '../..');

// A process takes its time to start.
jest.setTimeout(30_000);

const running: { child: ChildProcess; ended: Promise<unknown> }[] = [];

interface Options {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
}

function start(command: string, args: string[], { cwd = ROOT, env }: Options) {
  // A process group of its own, so that what it starts can be ended with it.
  const child = spawn(command, args, { cwd, env, detached: true });
  const output = { text: '', errors: '' };
  child.stdout.setEncoding('utf8').on('data', (piece) => {
    output.text += piece;
  });
  child.stderr.setEncoding('utf8').on('data', (piece) => {
    output.text += piece;
    output.errors += piece;
  });
  const started = { child, output, ended: once(child, 'close') };
  running.push(started);
  return started;
}

/** Runs a file of this repository. `output.text` is all that it prints, `output.errors` only its errors. */
export const run = (file: string, args: string[] = [], options: Options = {}) =>
  start(process.execPath, [...TYPESCRIPT, join(ROOT, file), ...args], options);

/** Starts a file that serves, and waits until it prints its address. */
export const serve = (...args: Parameters<typeof run>) => untilServing(run(...args));

/** Starts `npm run <script>`, and waits until it prints its address. */
export const serveScript = (script: string, args: string[]) =>
  untilServing(start('npm', ['run', script, '--', ...args], {}));

async function untilServing(started: ReturnType<typeof start>) {
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
