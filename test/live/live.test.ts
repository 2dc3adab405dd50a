import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '../../server/emulator';
import { QUEUE_ID } from '../support/client';
import { endProcesses, run as runFile } from '../support/process';
import { until } from '../support/until';
import { anonymize } from './anonymize';
import type { Connection } from './connection';
import { type LiveOptions, runChecks } from './run';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator();
  // The SDK reports bad keys there.
  jest.spyOn(console, 'error').mockImplementation();
});
beforeEach(() => emulator.reset());
afterEach(endProcesses);
afterAll(() => emulator.close());

const runProgram = (...args: string[]) =>
  runFile('test/live/main.ts', ['--domain', emulator.url, ...args]);

/** The cells of the rows of a Markdown table, without its head. */
const cellsOf = (output: string) =>
  output
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) => line.slice(2, -2).split(' | '));

/** What was found in the rows that do not agree, by the name of the row. */
async function disagreements(options: LiveOptions = {}): Promise<Record<string, string>> {
  const lines: string[] = [];
  const print = (line: string) => lines.push(line);
  const agree = await runChecks({ domain: emulator.url, ...options }, print, signal);
  const wrong = cellsOf(lines.join('\n')).filter(([agrees]) => agrees === 'NO');
  expect(agree).toBe(wrong.length === 0);
  return Object.fromEntries(wrong.map(([, name, , found]) => [name, found]));
}
const { signal } = new AbortController();

it('agrees with the local service, records its responses, and restores the queue', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'live-'));
  const before = emulator.queues[1];
  const { output, ended } = runProgram('--write', before?.QueueId ?? '', '--record', folder);
  expect(await ended).toEqual([0, null]);
  const cells = cellsOf(output.text);
  expect(cells).toHaveLength(37);
  expect(cells.filter(([agrees]) => agrees !== 'yes').map(([, name]) => name)).toEqual([
    'A bucket of another account',
  ]);
  expect(emulator.queues[1]).toEqual({ ...before, UpdateTime: expect.any(String) });
  expect(emulator.requests.filter(({ method }) => method === 'PUT')).toHaveLength(3);

  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  rmSync(folder, { recursive: true });
  expect(files.length).toBeGreaterThan(30);
  expect(JSON.parse(files[0] ?? '')).toMatchObject({
    request: 'GET /docqueue',
    status: 200,
    body: expect.stringContaining('<QueueId>p00000000000000000000000000000001</QueueId>'),
  });
  expect(files.join()).not.toMatch(new RegExp(`${QUEUE_ID}|${emulator.key.secretId}|env=prod`));
});

it('shows every difference in queues and in updates', async () => {
  emulator.configure({ sparse: true });
  const [queue] = emulator.setQueues([
    { Category: 'DocProcess', BucketId: 'b', CreateTime: '2020-07-24T22:42:27Z', MqMode: 'Queue' },
  ]);
  emulator.setFault({ target: 'update', answer: { status: 418, code: 'Teapot' } });
  expect(await disagreements({ write: queue?.QueueId ?? '' })).toEqual({
    'Elements of a queue': expect.stringMatching(/ MqMode$/),
    'BucketId is the bucket of the request': 'no',
    Category: 'DocProcess',
    'Times, with 0 for every digit': '0000-00-00T00:00:00Z, 0000-00-00T00:00:00+0000',
    'NotifyConfig of a list by id': 'Url',
    'A queue in a list by id differs in': 'NotifyConfig',
    'The narrow policy suffices for an update': '418 Teapot, changes nothing',
    'An update back': '418 Teapot, changes nothing',
    'Its response differs from a later list in': 'everything',
    'An update of an unknown id': '418 Teapot',
  });
});

it('only reads without --write, and no row agrees when no list gets a response', async () => {
  emulator.setFault({ target: 'list', drop: true });
  const found = await disagreements();
  expect(Object.keys(found)).toHaveLength(31);
  expect(found['A wrong SecretKey']).toMatch(/^no response: /);
  expect(emulator.requests.map(({ method }) => method)).not.toContain('PUT');
});

it('restores the queue when it receives SIGTERM', async () => {
  const before = emulator.queues[0];
  emulator.setFault({ target: 'update', times: 1, delay: 500 });
  const { child, output, ended } = runProgram('--write', QUEUE_ID);
  await until(() => emulator.queues[0]?.State === 'Paused', 20_000);
  child.kill('SIGTERM');
  expect(await ended).toEqual([1, null]);
  expect(output.text).toMatch(/^Stopped\.\n$/m);
  expect(emulator.queues[0]).toEqual({ ...before, UpdateTime: expect.any(String) });
});

it('prints the original queue if it cannot be restored', async () => {
  emulator.setFault([
    { target: 'update', times: 1, delay: 0 },
    { target: 'update', answer: { status: 403 } },
  ]);
  await expect(disagreements({ write: QUEUE_ID })).rejects.toThrow(
    /^The queue could not be restored: .*AccessDenied.*\nIt was {"QueueId":.*"State":"Active"/,
  );
});

it('records no id, bucket, account, address or key', () => {
  const body =
    '<Error><Code>AccessDenied</Code><Resource>acme-1300000001.ci/docqueue/pabc</Resource>' +
    '<QueueId>pabc</QueueId><Url>https://acme.cn/</Url><Name>secret</Name><RequestId>NjQ</RequestId>' +
    '<StringToSign>sha1 1300000001</StringToSign><Message>AKIDx from 203.0.113.9, TOKEN</Message></Error>';
  const connection = {
    env: { COS_BUCKET: 'acme-1300000001', COS_REGION: 'ap-beijing' },
    keys: [{ TmpSecretId: 'AKIDx', TmpSecretKey: 'KEYx', SecurityToken: 'TOKEN' }],
    responses: [
      { request: 'PUT /docqueue/pabc', status: 403, headers: { server: 's', 'x-a': 'acme' }, body },
    ],
  };
  const [record] = anonymize(connection as unknown as Connection);
  expect(record).toMatchObject({ status: 403, headers: { server: 's' } });
  expect(record?.request).toBe('PUT /docqueue/p00000000000000000000000000000001');
  expect(record?.body).toContain('examplebucket-1250000000.ci/docqueue/p0000');
  expect(JSON.stringify(record)).not.toMatch(
    /acme|1300000001|pabc|secret|NjQ|sha1|AKIDx|203\.0|TOKEN/,
  );
});
