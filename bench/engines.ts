import { JAVASCRIPT_CORE, runOn, V8 } from '../test/jsc/engine';
import { type Figures, figuresOf, type Round } from './figures';
import { minify } from './size';

export const ENGINES = { 'JavaScriptCore without JIT': JAVASCRIPT_CORE, V8 };

/** Processes of each kind, taking turns. */
const COLD_ROUNDS = 15;

/** Calls of a process that has made many, and the first call of a process. */
export async function measureOn(engine: string[], sdk: string): Promise<Record<string, Figures>> {
  const PLUGIN = JSON.stringify(minify('miniprogram_dist/index.js'));
  const run = (measure: string) =>
    runOn(engine, 'bench/on-engine.ts', {
      alias: { 'the-sdk': sdk },
      define: { MEASURE: JSON.stringify(measure), PLUGIN },
    });
  const rounds: Round[] = [];
  for (let index = 0; index < COLD_ROUNDS; index++) {
    rounds.push({ plugin: await run('plugin'), snippet: await run('snippet') });
  }
  return { ...(await run('warm')), cold: figuresOf(rounds) };
}
