/**
 * The built package on the engine of iOS: JavaScriptCore, which compiles nothing of a mini program at run time.
 * On Debian: apt-get install --no-install-recommends libjavascriptcoregtk-4.0-bin
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type BuildOptions, build } from 'esbuild';
import { CASES } from '../sdk-matrix/cases';
import { SHAPES } from '../support/hostile-xml';

const run = promisify(execFile);
const ROOT = join(__dirname, '../..');
const LIMITS = { maxBuffer: 1 << 26, timeout: 60_000 };

/** Runs a script of this folder on the phone's engine, and gives what it prints. */
async function onPhone(script: string, options: BuildOptions = {}) {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, script)],
    bundle: true,
    write: false,
    platform: 'neutral',
    mainFields: ['main'],
    logLevel: 'error',
    ...options,
  });
  const folder = await mkdtemp(join(tmpdir(), 'jsc-'));
  try {
    const bundle = join(folder, 'bundle.js');
    await writeFile(bundle, outputFiles?.[0]?.text ?? '');
    const { stdout } = await run('jsc', ['--useJIT=false', bundle], LIMITS);
    return JSON.parse(stdout);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function casesOnPhone(version: string) {
  const args = ['--import', 'tsx', join(__dirname, 'record.ts'), version];
  const { stdout: tapes } = await run(process.execPath, args, { cwd: ROOT, ...LIMITS });
  return onPhone('phone.ts', {
    alias: { 'the-sdk': `cos-wx-sdk-v5-${version}` },
    banner: { js: `globalThis.tapes = ${tapes};` },
  });
}

describe.each(['1.1.5', '1.8.0'])('SDK %s on JavaScriptCore without JIT', (version) => {
  let result: Awaited<ReturnType<typeof casesOnPhone>>;
  beforeAll(async () => {
    result = await casesOnPhone(version);
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

// This engine's regular expressions give up where V8's go on: 200,000 attributes it reads, 800,000 not.
const GIVES_UP = ['attributes', 'attributes in Chinese'];

describe('10 MB of one thing have an outcome, and soon', () => {
  let outcomes: Record<string, { came: number | string; milliseconds: number }>;
  beforeAll(async () => {
    outcomes = await onPhone('hostile.ts');
  }, 90_000);

  it.each(SHAPES)('%s', (name, _, queues = 'InvalidResponse') => {
    const came = GIVES_UP.includes(name) ? 'InvalidResponse' : queues;
    expect(outcomes[name]).toEqual({ came, milliseconds: expect.any(Number) });
    expect(outcomes[name]?.milliseconds).toBeLessThan(10_000);
  });
});
