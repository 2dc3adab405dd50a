import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { median } from './median';

export interface Figures {
  /** Milliseconds a call. */
  plugin: number;
  snippet: number;
  /** The plugin's share of the snippet's time. */
  ratio: number;
}

export interface Engine {
  name: string;
  command: string;
  args: string[];
}

export const ENGINES: Engine[] = [
  { name: 'JavaScriptCore without JIT', command: 'jsc', args: ['--useJIT=false'] },
  { name: 'V8', command: process.execPath, args: [] },
];

/** Processes of each kind, taking turns. */
const COLD_ROUNDS = 15;

/** Calls of a process that has made many, and the first call of a process. Nothing where there is no such engine. */
export function measureOn(
  { command, args }: Engine,
  sdk: string,
): { warm: Record<string, Figures>; cold: Figures } | undefined {
  if (!isThere(command)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const bundle = bundleWith(sdk);
  const run = (measure: string) => {
    const script = join(folder, `${measure}.js`);
    writeFileSync(script, `globalThis.measure = '${measure}';\n${bundle}`);
    const figures = JSON.parse(execFileSync(command, [...args, script], { encoding: 'utf8' }));
    if (figures.failed) throw new Error(figures.failed);
    return figures;
  };
  try {
    const rounds = Array.from({ length: COLD_ROUNDS }, () => ({
      plugin: run('plugin').cold as number,
      snippet: run('snippet').cold as number,
    }));
    const plugin = median(rounds.map((round) => round.plugin));
    const snippet = median(rounds.map((round) => round.snippet));
    return { warm: run('warm'), cold: { plugin, snippet, ratio: plugin / snippet } };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function isThere(command: string): boolean {
  try {
    execFileSync(command, ['-e', '0']);
    return true;
  } catch {
    return false;
  }
}

function bundleWith(sdk: string): string {
  const plugin = build({ entryPoints: ['miniprogram_dist/index.js'], minify: true });
  const script = build({
    entryPoints: ['bench/on-engine.ts'],
    bundle: true,
    platform: 'neutral',
    mainFields: ['main'],
    alias: { 'the-sdk': sdk },
  });
  return `globalThis.pluginSource = ${JSON.stringify(plugin)};\n${script}`;
}

function build(options: Parameters<typeof buildSync>[0]): string {
  const { outputFiles } = buildSync({ ...options, write: false });
  return outputFiles?.[0]?.text ?? '';
}
