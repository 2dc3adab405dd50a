/**
 * Runs a compiled mini program in this process, over real HTTP: `built-app.ts load <built>` loads its
 * scripts, `use <built>` lets its first page list queues and its plugin pause one.
 */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '../../server/emulator/index';
import { BUCKET } from '../support/client';
import { MiniProgram } from '../support/mini-program';
import { until } from '../support/until';

// biome-ignore lint/suspicious/noExplicitAny: compiled code has no types
type Any = any;

function loadAll(folder: string): void {
  const program = new MiniProgram(folder);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const path of paths) if (path.endsWith('.js')) program.load(path);
}

async function use(folder: string): Promise<void> {
  const program = new MiniProgram(folder, { stopPullDownRefresh() {} });
  const emulator = await startEmulator();
  const page = firstPage(folder);
  await listOnPage(program, page, emulator);
  await pauseByPlugin(program, page, emulator);
}

function firstPage(folder: string): string {
  const { pages } = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8'));
  return pages[0];
}

/** The page itself, its key server included: what it shows must hold every queue. */
async function listOnPage(program: MiniProgram, path: string, emulator: Emulator): Promise<void> {
  const { config } = program.load('config.js');
  ok(config?.Domain && config.keyServer, 'config.ts has no Domain or keyServer to point here');
  Object.assign(config, BUCKET, { Domain: emulator.url, keyServer: `${emulator.url}/sts` });

  const page = program.open(path);
  const ids = emulator.queues.map(({ QueueId }) => QueueId);
  await until(() => {
    const shown = JSON.stringify(page.data);
    return ids.every((id) => shown.includes(id));
  }, 5_000);
}

/** The package and the SDK as the page gets them. */
async function pauseByPlugin(program: MiniProgram, page: string, emulator: Emulator) {
  const COS = program.require('cos-wx-sdk-v5', `${page}.js`);
  const { docQueue } = program.require('cos-wx-docqueue', `${page}.js`);
  const { secretId: SecretId, secretKey: SecretKey } = emulator.key;
  const cos = docQueue(new COS({ SecretId, SecretKey }), { ...BUCKET, Domain: emulator.url });

  const before = emulator.queues;
  const { Response } = await cos.describeDocProcessQueues({ State: 'Active' });
  deepEqual(
    Response.QueueList.map((queue: Any) => queue.QueueId),
    before.filter(({ State }) => State === 'Active').map(({ QueueId }) => QueueId),
  );

  const [{ QueueId }] = Response.QueueList;
  const paused = await cos.pauseDocProcessQueue({ QueueId });
  equal(paused.Response.Queue.State, 'Paused');
  const changed = emulator.queues.find((queue) => queue.QueueId === QueueId);
  const untouched = before.find((queue) => queue.QueueId === QueueId);
  deepEqual({ ...changed, UpdateTime: '' }, { ...untouched, State: 'Paused', UpdateTime: '' });
}

async function main([command, folder = '']: string[]): Promise<void> {
  if (command === 'load') loadAll(folder);
  else await use(folder);
}

main(process.argv.slice(2)).then(
  () => process.exit(),
  (error) => {
    console.error(error.stack);
    process.exit(1);
  },
);
