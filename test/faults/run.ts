/**
 * `npm run test:faults`: every odd answer through every SDK, each in a process of its own. Prints what
 * failed, and a table of what the calls came to.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { VERSIONS } from '../sdk-matrix/versions';
import { KINDS, type Tally } from './tally';

type Result = { version: string; crashed?: string } & Partial<
  Pick<Tally, 'calls' | 'passed' | 'kinds' | 'sdkThrew' | 'slowest' | 'failures'>
>;

const AT_ONCE = 2;
const LIMIT_MS = 170_000;
const MAX_SHOWN = 60;

async function runSdk(version: string): Promise<Result> {
  const args = ['--import', 'tsx', `${__dirname}/one-sdk.ts`, version];
  const options = { maxBuffer: 1 << 26, timeout: LIMIT_MS };
  const { stdout, killed } = await promisify(execFile)(process.execPath, args, options).catch(
    (error) => error,
  );
  const nothing = killed ? `not done in ${LIMIT_MS / 1000} s` : 'it printed nothing';
  return { version, ...JSON.parse(stdout || JSON.stringify({ crashed: nothing })) };
}

async function main(): Promise<void> {
  const start = performance.now();
  const results: Result[] = [];
  const waiting = [...VERSIONS];
  const worker = async () => {
    for (let version = waiting.shift(); version; version = waiting.shift()) {
      results.push(await runSdk(version));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  results.sort((a, b) => VERSIONS.indexOf(a.version) - VERSIONS.indexOf(b.version));

  printFailures(results);
  printTable(results);
  const sum = (count: (result: Result) => number) =>
    results.reduce((total, result) => total + count(result), 0);
  console.log(LEGEND);
  const failed = sum(failuresOf);
  const calls = sum(({ calls = 0 }) => calls);
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`\n${calls} calls in ${seconds} s`);
  console.log(`${sum(({ passed = 0 }) => passed)} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

const failuresOf = ({ failures, crashed }: Result) => (failures?.length ?? 0) + (crashed ? 1 : 0);

/** The same failure of many statuses and SDKs is told once. */
function printFailures(results: Result[]): void {
  const groups = new Map<string, { versions: Set<string>; count: number }>();
  for (const { version, failures = [], crashed } of results) {
    for (const failure of crashed ? [crashed] : failures) {
      const [first = ''] = withoutNumbers(failure).split('\n    at ', 1);
      const group = groups.get(first) ?? { versions: new Set(), count: 0 };
      group.versions.add(version);
      group.count += 1;
      groups.set(first, group);
    }
  }
  for (const [failure, { versions, count }] of [...groups].slice(0, MAX_SHOWN)) {
    const who = versions.size === VERSIONS.length ? 'every SDK' : [...versions].join(', ');
    console.log(`FAILED ${failure} (${count} times; ${who})`);
  }
  if (groups.size > MAX_SHOWN) console.log(`… and ${groups.size - MAX_SHOWN} other failures`);
}

/** Without what is another number in every call: of the status, the bucket, the port, the time. */
const withoutNumbers = (failure: string) =>
  failure
    .replace(/^(\d{3} )?(GET|PUT) /, '')
    .replace(/, cut at byte \d+/, ', cut')
    .replace(/(; )?(GET|PUT) https?:\S+( \d+)?/g, '')
    .replace(/\d+ ms/g, 'long');

const COLUMNS: [title: string, cell: (result: Result) => string | number][] = [
  ['SDK', ({ version }) => version],
  ['calls', ({ calls = 0 }) => calls],
  ...KINDS.map((kind): [string, (result: Result) => number] => [
    kind,
    ({ kinds }) => kinds?.[kind] ?? 0,
  ]),
  ['the SDK threw', ({ sdkThrew = 0 }) => sdkThrew],
  ['slowest', ({ slowest }) => `${Math.round(slowest?.milliseconds ?? 0)} ms`],
  ['passed', ({ passed = 0 }) => passed],
  ['failed', failuresOf],
];

const LEGEND = `
  the SDK threw: in its own code, and so it never called back; each of these calls ended as a Timeout,
  which counts under network. SDK 1.7.2 and 1.8.0 do so when a failed answer is XML that breaks off, is
  10,000 deep or declares an entity of another file; and every SDK when getAuthorization gives nothing.`;

function printTable(results: Result[]): void {
  const rows = [
    COLUMNS.map(([title]) => title),
    ...results.map((result) => COLUMNS.map(([, cell]) => String(cell(result)))),
  ];
  const widths = COLUMNS.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  console.log('\nOdd answers and keys: what the calls came to, by SDK\n');
  for (const row of rows) {
    console.log(`  ${row.map((text, column) => text.padStart(widths[column] ?? 0)).join('  ')}`);
  }
}

main();
