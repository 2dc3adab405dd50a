/**
 * `npm run bench` prints the plugin beside the documentation's snippet, measured in one run on this machine.
 * `npm run bench -- --write` puts the tables into `bench/README.md`, too.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { ENGINES, measureOn } from './engines';
import type { Figures } from './figures';
import { minify, sizeOf } from './size';

const SDK = 'cos-wx-sdk-v5-1.8.0';
/** The most that the plugin may take of the snippet's time. */
const TARGETS: Record<string, Record<string, number>> = {
  'JavaScriptCore without JIT': { 'list 1': 0.75, 'list 10': 0.3, 'list 100': 0.15, cold: 1 },
  V8: { 'list 1': 0.95, 'list 10': 0.4, 'list 100': 0.2, cold: 1 },
};
const WORK: Record<string, string> = {
  'list 1': 'list of 1 queue',
  'list 10': 'list of 10 queues',
  'list 100': 'list of 100 queues',
  update: 'update',
  cold: 'first list of 1 queue, the package loaded in it',
};

async function main() {
  const tables = [...(await timeTable()), '', ...sizeTable(), '', where()].join('\n');
  console.log(tables);
  if (process.argv.includes('--write')) write(tables);
}

async function timeTable(): Promise<string[]> {
  const rows = [
    '| engine | work | plugin | snippet | ratio | target |',
    '| --- | --- | ---: | ---: | ---: | ---: |',
  ];
  for (const [name, engine] of Object.entries(ENGINES)) {
    try {
      const measured = Object.entries(await measureOn(engine, SDK));
      rows.push(...measured.map(([work, figures]) => timeRow(name, work, figures)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      rows.push(`| ${name} | not measured: there is no \`${engine[0]}\` here | | | | |`);
    }
  }
  return rows;
}

function timeRow(engine: string, work: string, { plugin, snippet, ratio }: Figures): string {
  const target = TARGETS[engine]?.[work];
  const figures = [ms(plugin), ms(snippet), ratio.toFixed(2), target?.toFixed(2) ?? ''];
  return `| ${[engine, WORK[work], ...figures].join(' | ')} |`;
}

function sizeTable(): string[] {
  const plugin = sizeOf(minify('miniprogram_dist/index.js'));
  const sdk = sizeOf(readFileSync(`node_modules/${SDK}/dist/cos-wx-sdk-v5.min.js`, 'utf8'));
  return [
    '| size | minified | gzipped |',
    '| --- | ---: | ---: |',
    `| plugin | ${kib(plugin.minified)} | ${kib(plugin.gzipped)} |`,
    '| target | 11.0 KiB | 4.8 KiB |',
    `| SDK 1.8.0 | ${kib(sdk.minified)} | ${kib(sdk.gzipped)} |`,
  ];
}

const where = () =>
  `Node ${process.version}, SDK 1.8.0, ${cpus()[0]?.model}, ${new Date().toISOString().slice(0, 10)}.`;
const ms = (milliseconds: number) => `${milliseconds.toFixed(milliseconds < 1 ? 3 : 2)} ms`;
const kib = (bytes: number) => `${(bytes / 1024).toFixed(1)} KiB`;

function write(tables: string) {
  const file = 'bench/README.md';
  const between = /(?<=<!-- bench -->\n)[\s\S]*(?=<!-- \/bench -->)/;
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(between, () => `\n${tables}\n\n`),
  );
}

main();
