/** The package in a native mini program, with the settings of DevTools that change its code. */
import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '../../server/emulator/index';
import { BUCKET } from '../support/client';
import { npm } from '../support/command';
import { MiniProgram } from '../support/mini-program';
import { until } from '../support/until';
import { buildWithWeChat } from './build';
import { newFolder, pack } from './tarball';
import { tool } from './tools';

let folder: string;
let emulator: Emulator;
beforeAll(async () => {
  folder = await newFolder();
  await cp(join(__dirname, 'native-app'), join(folder, 'app'), { recursive: true });
  await npm(['install', (await pack(folder)).path], join(folder, 'app'));
  emulator = await startEmulator();
});
afterAll(async () => {
  await emulator?.close();
  await rm(folder, { recursive: true });
});

const ALL = { es6: true, enhance: true, minify: true, disableSWC: true };

it.each([
  ALL,
  { ...ALL, es6: false },
  { ...ALL, enhance: false },
  { ...ALL, minify: false },
  { ...ALL, disableSWC: false },
  { es6: false, enhance: false, minify: false, disableSWC: false },
])('loads and lists with %j', async (settings) => {
  const built = join(folder, Object.values(settings).join('-'));
  await buildWithWeChat(join(folder, 'app'), built, settings);

  const files = await readdir(built, { recursive: true });
  expect(files.filter((file) => /regenerator|async/i.test(file))).toEqual([]);
  const script = await readFile(join(built, 'miniprogram_npm/cos-wx-docqueue/index.js'), 'utf8');
  require(tool('acorn')).parse(script, { ecmaVersion: settings.es6 ? 5 : 2017 });

  const program = new MiniProgram(built);
  const { secretId: SecretId, secretKey: SecretKey } = emulator.key;
  const config = program.load('config.js');
  Object.assign(config.key, { SecretId, SecretKey });
  Object.assign(config.service, BUCKET, { Domain: emulator.url });
  const page = program.open('pages/queues');
  await until(() => page.data.queues.length > 0);
  const names = page.data.queues.map(({ Name }: { Name: string }) => Name);
  expect(names).toEqual(emulator.queues.map(({ Name }) => Name));
});
