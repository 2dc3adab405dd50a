/**
 * `npm run bench` prints the plugin beside what it replaces, measured in one run on this machine.
 * `npm run bench -- --write` puts the table into both READMEs too.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { pairsFor } from './calls';
import { compare, type Figures } from './measure';
import { measurePage } from './page';
import { type Size, sizeAsItIs, sizeOf } from './size';

/** The most that the plugin may take of the snippet's time, on the newest SDK. */
const TARGETS: Record<string, number> = { '1': 1, '10': 0.5, '100': 0.25, '1000': 0.25 };
const MAX_SIZE: Size = { minified: 15 * 1024, gzipped: 6 * 1024 };
const VERSIONS = ['1.8.0', '1.4.13'];
const NEWEST = '1.8.0';

const failures: string[] = [];

async function main() {
  const table = [
    '| work | SDK | plugin | snippet | time | allocated | target |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: |',
  ];
  for (const version of VERSIONS) {
    const pairs = pairsFor(version);
    for (const queues of [1, 10, 100, 1000]) {
      const figures = await compare(pairs.list(queues));
      const target = version === NEWEST ? TARGETS[queues] : undefined;
      const what = `list ${queues} queue${queues > 1 ? 's' : ''}`;
      if (target && figures.time > target)
        failures.push(`${what}: ${ratio(figures.time)} of the time`);
      table.push(row(what, version, figures, target));
    }
    table.push(row('update', version, await compare(pairs.update)));
  }

  const plugin = sizeOf('miniprogram_dist/index.js');
  const sdk = sizeAsItIs('node_modules/cos-wx-sdk-v5/dist/cos-wx-sdk-v5.min.js');
  for (const unit of ['minified', 'gzipped'] as const) {
    if (plugin[unit] > MAX_SIZE[unit]) failures.push(`${plugin[unit]} bytes ${unit}`);
  }
  table.push(
    '',
    '| size | minified | gzipped |',
    '| --- | ---: | ---: |',
    `| plugin | ${kib(plugin.minified)} | ${kib(plugin.gzipped)} |`,
    `| SDK ${NEWEST} | ${kib(sdk.minified)} | ${kib(sdk.gzipped)} |`,
    '',
    ...(await pageTable()),
    `Node ${process.version}, ${cpus()[0]?.model}, ${new Date().toISOString().slice(0, 10)}.`,
  );

  console.log(table.join('\n'));
  if (process.argv.includes('--write')) write(table.join('\n'));
  for (const failure of failures) console.error(`Over its target: ${failure}`);
  if (failures.length > 0) process.exitCode = 1;
}

async function pageTable(): Promise<string[]> {
  const figures = await measurePage([10, 500]);
  if (figures.length === 0)
    return ['The page of the demo was not measured: there is no Chromium here.', ''];
  return [
    '| the demo, in Chromium | first list | `setData` | one switch | `setData` |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...figures.map(
      ({ queues, first, firstBytes, toggle, toggleBytes }) =>
        `| ${queues} queues | ${first.toFixed(0)} ms | ${firstBytes} B | ${toggle.toFixed(0)} ms | ${toggleBytes} B |`,
    ),
    '',
  ];
}

function row(what: string, version: string, figures: Figures, target?: number): string {
  const { plugin, snippet, time, bytes } = figures;
  const cells = [what, version, us(plugin), us(snippet), ratio(time), ratio(bytes), ratio(target)];
  return `| ${cells.join(' | ')} |`;
}

const us = (microseconds: number) =>
  microseconds < 1000 ? `${microseconds.toFixed(0)} µs` : `${(microseconds / 1000).toFixed(2)} ms`;
const ratio = (value?: number) => (value === undefined ? '' : value.toFixed(2));
const kib = (bytes: number) => `${(bytes / 1024).toFixed(1)} KiB`;

function write(table: string) {
  for (const file of ['README.md', 'README.zh-CN.md']) {
    const text = readFileSync(file, 'utf8');
    const between = /(<!-- bench -->\n)[\s\S]*(<!-- \/bench -->)/;
    if (!between.test(text)) throw new Error(`${file} has no place for the table`);
    writeFileSync(
      file,
      text.replace(between, (_, start, end) => `${start}\n${table}\n\n${end}`),
    );
  }
}

main();
