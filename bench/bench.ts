/**
 * `npm run bench` compares the plugin with the documentation's snippet, in one run on this machine.
 * `npm run bench -- --write` puts the tables into `bench/README.md`, too.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { bundle, JAVASCRIPT_CORE, runBundle } from '../test/jsc/engine';
import { type Build, makeBuilds, sizeOf } from './builds';
import { type Figures, median } from './figures';

const SDK = 'cos-wx-sdk-v5-1.8.0';
/** Of iOS and of Android. */
const ENGINES = { 'JavaScriptCore without JIT': JAVASCRIPT_CORE, V8: [process.execPath] };
const WORK: Record<string, string> = {
  'list 1': 'list of 1 queue',
  'list 10': 'list of 10 queues',
  'list 100': 'list of 100 queues',
  update: 'update',
  cold: 'first list of 1 queue, loading included',
};
/** Processes of each kind, taking turns. */
const COLD_ROUNDS = 40;

async function main() {
  const builds: Record<string, Build> = makeBuilds();
  const rows = [];
  for (const [name, build] of Object.entries(builds)) rows.push(...(await timeRows(name, build)));
  const times = table('engine, build, work, plugin, snippet, ratio', 3, rows.sort());
  const sizes = table('size, minified, gzipped', 1, sizeRows(builds));
  const missing = builds.ES5
    ? []
    : ['ES5 is not measured: `npm run test:package` installs the tools that make it.', ''];
  const tables = [...times, '', ...missing, ...sizes, '', where()].join('\n');
  console.log(tables);
  if (process.argv.includes('--write')) write(tables);
}

async function timeRows(name: string, { plugin, snippet }: Build): Promise<string[][]> {
  const scripts = `PLUGIN = ${JSON.stringify(plugin)}, SNIPPET = ${JSON.stringify(snippet)}`;
  const code = `const ${scripts};\n${await bundle('bench/on-engine.ts', SDK)}`;
  const rows = [];
  for (const [engine, command] of Object.entries(ENGINES)) {
    try {
      const measured: Record<string, Figures> = await runBundle(command, code, 'warm');
      measured.cold = await measureCold(command, code);
      for (const [work, { plugin, snippet }] of Object.entries(measured)) {
        const figures = [ms(plugin), ms(snippet), (plugin / snippet).toFixed(2)];
        rows.push([engine, name, WORK[work] as string, ...figures]);
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      rows.push([engine, name, `not measured: there is no \`${command[0]}\` here`, '', '', '']);
    }
  }
  return rows;
}

/** The first call of a process. */
async function measureCold(command: string[], code: string): Promise<Figures> {
  const rounds: Figures[] = [];
  for (let index = 0; index < COLD_ROUNDS; index++) {
    const plugin = await runBundle(command, code, 'plugin');
    rounds.push({ plugin, snippet: await runBundle(command, code, 'snippet') });
  }
  return median(rounds);
}

function sizeRows(builds: Record<string, Build>): string[][] {
  const sdk = readFileSync(`node_modules/${SDK}/dist/cos-wx-sdk-v5.min.js`, 'utf8');
  const scripts = Object.entries(builds).flatMap(([name, { plugin, snippet }]) => [
    [`plugin, ${name}`, plugin],
    [`snippet, ${name}`, snippet],
  ]);
  return [...scripts, ['SDK 1.8.0', sdk]].map(([name = '', code = '']) => {
    const { minified, gzipped } = sizeOf(code);
    return [name, kib(minified), kib(gzipped)];
  });
}

/** @param texts how many columns hold texts; the others hold numbers */
function table(head: string, texts: number, rows: string[][]): string[] {
  const names = head.split(', ');
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const dashes = names.map((_, index) => (index < texts ? '---' : '---:'));
  return [names, dashes, ...rows].map(line);
}

const where = () =>
  `Node ${process.version}, SDK 1.8.0, ${cpus()[0]?.model}, ${new Date().toISOString().slice(0, 10)}.`;
const ms = (milliseconds: number) => `${milliseconds.toFixed(milliseconds < 1 ? 3 : 2)} ms`;
const kib = (bytes: number) => `${(bytes / 1024).toFixed(1)} KiB`;

function write(tables: string) {
  const file = 'bench/README.md';
  const between = /(?<=<!-- bench -->\n)[\s\S]*(?=<!-- \/bench -->)/;
  const page = readFileSync(file, 'utf8').replace(between, () => `\n${tables}\n\n`);
  writeFileSync(file, page);
}

main();
