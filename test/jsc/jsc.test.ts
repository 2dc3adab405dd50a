/**
 * The built package on the engine of iOS: JavaScriptCore, which compiles nothing of a mini program at run time.
 * On Debian: apt-get install --no-install-recommends libjavascriptcoregtk-4.0-bin
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { CASES } from '../sdk-matrix/cases';

const run = promisify(execFile);
const ROOT = join(__dirname, '../..');
const LIMITS = { maxBuffer: 1 << 26, timeout: 60_000 };

async function onPhone(version: string) {
  const args = ['--import', 'tsx', join(__dirname, 'record.ts'), version];
  const { stdout: tapes } = await run(process.execPath, args, { cwd: ROOT, ...LIMITS });
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, 'phone.ts')],
    bundle: true,
    write: false,
    platform: 'neutral',
    mainFields: ['main'],
    alias: { 'the-sdk': `cos-wx-sdk-v5-${version}` },
    banner: { js: `globalThis.tapes = ${tapes};` },
    logLevel: 'error',
  });
  const folder = await mkdtemp(join(tmpdir(), 'jsc-'));
  try {
    const script = join(folder, 'phone.js');
    await writeFile(script, outputFiles[0]?.text ?? '');
    const { stdout } = await run('jsc', ['--useJIT=false', script], LIMITS);
    return JSON.parse(stdout);
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe.each(['1.1.5', '1.8.0'])('SDK %s on JavaScriptCore without JIT', (version) => {
  let result: Awaited<ReturnType<typeof onPhone>>;
  beforeAll(async () => {
    result = await onPhone(version);
  }, 90_000);

  it('is the SDK that was meant', () => {
    expect(result).toMatchObject({ version });
  });

  it.each(CASES)('$name', ({ name, expected }) => {
    expect(result.outcomes[name]).toEqual(expected);
  });

  it('gives one outcome for each call', () => {
    expect(result.extraOutcomes).toBe(0);
  });
});
