import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '../../server/emulator';
import { QUEUE_ID } from '../support/client';
import { endProcesses, runScript } from '../support/process';
import { until } from '../support/until';
import { anonymize } from './anonymize';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
beforeEach(() => emulator.reset());
afterEach(endProcesses);
afterAll(() => emulator.close());

/** Checks the local service. */
const start = (...args: string[]) =>
  runScript('test/live/main.ts', ['--domain', emulator.url, ...args]);

it('the local service agrees with every assumption; responses are recorded, and the queue is restored even on SIGTERM', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'live-'));
  const before = emulator.queues[0];
  emulator.setFault({ target: 'update', times: 1, delay: 500 });
  const { child, output, ended } = start('--write', QUEUE_ID, '--record', folder);
  await until(() => emulator.queues[0]?.State === 'Paused', 20_000);
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(output.text).toContain('\n36 agree, 0 do not, 1 could not be checked.\n');
  expect(emulator.queues[0]).toEqual({ ...before, UpdateTime: expect.any(String) });

  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  rmSync(folder, { recursive: true });
  expect(files.length).toBeGreaterThan(30);
  expect(files[0]).toContain('<QueueId>p00000000000000000000000000000001</QueueId>');
  expect(files.join()).not.toMatch(new RegExp(`${QUEUE_ID}|${emulator.key.secretId}|env=prod`));
});

it('only reads without --write, and agrees in nothing when no list gets a response', async () => {
  emulator.setFault({ target: 'list', drop: true });
  const { output, ended } = start();
  expect(await ended).toEqual([1, null]);
  expect(output.text).toContain('\n0 agree, 31 do not, 1 could not be checked.\n');
  expect(emulator.requests.map(({ method }) => method)).not.toContain('PUT');
});

it('prints the original queue if it cannot be restored', async () => {
  emulator.setFault([
    { target: 'update', times: 1, delay: 0 },
    { target: 'update', answer: { status: 403 } },
  ]);
  const { output, ended } = start('--write', QUEUE_ID);
  expect(await ended).toEqual([1, null]);
  expect(output.text).toContain('| NO | An update back | 200, changes State | 403 AccessDenied,');
  expect(output.text).toMatch(
    /\nThe queue could not be restored: .*AccessDenied.*\nIt was {"QueueId":/,
  );
});

it('records no id, bucket, account, address or key', () => {
  const body =
    '<Error><Code>AccessDenied</Code><Resource>acme-1300000001.ci/docqueue/pabc</Resource>' +
    '<QueueId>pabc</QueueId><Url>https://acme.cn/</Url><Name>secret</Name><RequestId>NjQ</RequestId>' +
    '<StringToSign>sha1 1300000001</StringToSign><Message>AKIDx from 203.0.113.9, TOKEN</Message></Error>';
  const headers = { server: 's', 'x-a': 'acme' };
  const response = { request: 'PUT /docqueue/pabc', status: 403, headers, body };
  const [record = ''] = anonymize([response], 'acme-1300000001', ['AKIDx', 'KEYx', 'TOKEN']);
  const { request, ...rest } = JSON.parse(record);
  expect(request).toBe('PUT /docqueue/p00000000000000000000000000000001');
  expect(rest).toMatchObject({ status: 403, headers: { server: 's' } });
  expect(record).toContain('examplebucket-1250000000.ci/docqueue/p0000');
  expect(record).not.toMatch(/acme|1300000001|pabc|secret|NjQ|sha1|AKIDx|203\.0|TOKEN/);
});
