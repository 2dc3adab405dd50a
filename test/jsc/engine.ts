/** Runs scripts in processes of their own, on the engines that run mini programs. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type BuildOptions, build } from 'esbuild';
import type { Any } from '../support/any';

/**
 * That of iOS, which compiles nothing of a mini program at run time.
 * On Debian: apt-get install --no-install-recommends libjavascriptcoregtk-4.0-bin
 */
export const JAVASCRIPT_CORE = ['jsc', '--useJIT=false'];
/** That of Android. */
export const V8 = [process.execPath];

/**
 * Bundles a script, runs it, and gives the result that it tells. Until then it may ask.
 *
 * @throws (rejects) with `ENOENT` when there is no such engine here
 */
export async function runOn(
  [command = '', ...args]: string[],
  script: string,
  options: BuildOptions = {},
  answer?: (question: Any) => unknown,
): Promise<Any> {
  const folder = await mkdtemp(join(tmpdir(), 'engine-'));
  try {
    const outfile = join(folder, 'bundle.js');
    await build({
      entryPoints: [script],
      outfile,
      bundle: true,
      platform: 'neutral',
      mainFields: ['main'],
      logLevel: 'error',
      ...options,
    });
    const child = spawn(command, [...args, outfile], {
      stdio: ['pipe', 'pipe', 'inherit'],
      timeout: 120_000,
    });
    await once(child, 'spawn');
    let printed = '';
    for await (const line of createInterface(child.stdout)) {
      // What the shell itself has to say, such as an exception that nobody caught.
      if (!line.startsWith(encodeURIComponent('{'))) {
        printed += `${line}\n`;
        continue;
      }
      const { question, result, crashed } = JSON.parse(decodeURIComponent(line));
      if (crashed) throw new Error(crashed);
      if (!question) return result;
      child.stdin.write(`${encodeURIComponent(JSON.stringify(await answer?.(question)))}\n`);
    }
    throw new Error(`${command} ended without a result. ${printed}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}
