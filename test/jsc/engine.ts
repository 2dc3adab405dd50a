/** Runs scripts in processes of their own, on the engines that run mini programs. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import type { Any } from '../support/any';

/**
 * The engine of iOS, which compiles nothing of a mini program at run time.
 * On Debian: apt-get install --no-install-recommends libjavascriptcoregtk-4.0-bin
 */
export const JAVASCRIPT_CORE = ['jsc', '--useJIT=false'];

/** Bundles a script, with the SDK that it requires as `the-sdk`. */
export async function bundle(script: string, sdk: string) {
  const { outputFiles } = await build({
    entryPoints: [script],
    alias: { 'the-sdk': sdk },
    write: false,
    bundle: true,
    platform: 'neutral',
    mainFields: ['main'],
    logLevel: 'error',
  });
  return outputFiles[0]?.text as string;
}

/**
 * Runs a bundle, and gives the result that it reports. Until then it may ask.
 *
 * @throws (rejects) with `ENOENT` when there is no such engine here
 */
export async function runBundle(
  [command = '', ...options]: string[],
  code: string,
  argument: string,
  respond?: (question: Any) => unknown,
): Promise<Any> {
  const folder = await mkdtemp(join(tmpdir(), 'engine-'));
  try {
    const file = join(folder, 'bundle.js');
    await writeFile(file, code);
    const child = spawn(command, [...options, file, '--', argument], {
      stdio: ['pipe', 'pipe', 'inherit'],
      timeout: 120_000,
    });
    await once(child, 'spawn');
    for await (const line of createInterface(child.stdout)) {
      if (line.startsWith(encodeURIComponent('{'))) {
        const { question, result, crashed } = JSON.parse(decodeURIComponent(line));
        if (crashed) throw new Error(crashed);
        if (!question) return result;
        child.stdin.write(`${encodeURIComponent(JSON.stringify(await respond?.(question)))}\n`);
      } else {
        // What the shell itself has to say, such as an exception that nobody caught.
        console.error(line);
      }
    }
    throw new Error(`${command} ended without a result`);
  } finally {
    await rm(folder, { recursive: true });
  }
}
