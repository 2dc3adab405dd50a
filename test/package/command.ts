import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Long enough for a cold download of the tools; what hangs must not hang the run. */
const TIMEOUT = 10 * 60_000;

/** A command that ended badly. The message is what it printed. */
export class CommandFailed extends Error {}

/** Runs a command to its end and gives what it printed. */
export function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Promise<string> {
  const options = {
    cwd,
    env: { ...process.env, ...env },
    timeout: TIMEOUT,
    maxBuffer: 1 << 26,
  };
  return new Promise((succeed, fail) => {
    execFile(command, args, options, (error, stdout, stderr) => {
      if (error) fail(new CommandFailed(`${stdout}${stderr}`.trim() || error.message));
      else succeed(stdout);
    });
  });
}

export const npm = (args: readonly string[], cwd: string, env?: NodeJS.ProcessEnv) =>
  run('npm', [...args, '--prefer-offline', '--no-audit', '--no-fund'], cwd, env);

export const node = (args: readonly string[], cwd: string) => run(process.execPath, args, cwd);

// By its address: the commands run elsewhere, where its name means nothing.
const TSX = pathToFileURL(require.resolve('tsx')).href;

/** Runs a file of this folder in a process of its own. */
export const script = (name: string, args: readonly string[], cwd: string) =>
  node(['--import', TSX, resolve(__dirname, name), ...args], cwd);
