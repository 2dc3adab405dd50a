import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { TYPESCRIPT } from './command';
import { until } from './until';

const ROOT = join(__dirname, '../..');

// A process takes its time to start.
jest.setTimeout(30_000);

const children: ChildProcess[] = [];

interface Options {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
}

/** Runs a file of this repository in a process of its own, and collects what it prints, its errors apart too. */
export function run(file: string, args: string[] = [], { cwd = ROOT, env }: Options = {}) {
  const child = spawn(process.execPath, [...TYPESCRIPT, join(ROOT, file), ...args], { cwd, env });
  children.push(child);
  const output = { text: '', errors: '' };
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    output.text += piece;
  });
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    output.text += piece;
    output.errors += piece;
  });
  return { child, output, ended: once(child, 'close') };
}

/** Runs a file that serves, until it says where. */
export async function serve(...of: Parameters<typeof run>) {
  const process = run(...of);
  const { child, output, ended } = process;
  const address = () => /http:\/\/127\.0\.0\.1:\d+/.exec(output.text)?.[0];
  await until(() => address() || child.exitCode !== null, 20_000);
  const url = address();
  if (url) return { ...process, url };
  await ended;
  throw new Error(output.text);
}

/** For `afterEach`: no process outlives its test. */
export function endProcesses(): void {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
}
