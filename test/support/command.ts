import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';

/** Long enough for a cold download of the tools; what hangs must not hang the run. */
const TIMEOUT = 10 * 60_000;

/** Runs a command to its end and gives what it printed. If it fails, it rejects with what was printed. */
function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}) {
  const options = { cwd, env: { ...process.env, ...env }, timeout: TIMEOUT, maxBuffer: 1 << 26 };
  return new Promise<string>((resolve, reject) => {
    execFile(command, args, options, (error, stdout, stderr) => {
      if (error) reject(new Error(`${stdout}${stderr}`.trim() || error.message));
      else resolve(stdout);
    });
  });
}

export const npm = (args: readonly string[], cwd: string, env?: NodeJS.ProcessEnv) =>
  run('npm', [...args, '--prefer-offline', '--no-audit', '--no-fund'], cwd, env);

export const node = (args: readonly string[], cwd: string) => run(process.execPath, args, cwd);

/** Options of `node` that run TypeScript: by a URL, as the name resolves only here, and Windows refuses a path. */
export const TYPESCRIPT = ['--import', pathToFileURL(require.resolve('tsx')).href];
