import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '../../server/emulator/index';
import { newFolder, pack, ROOT } from '../package/tarball';
import { installLocked } from '../package/tools';
import { npm } from '../support/command';
import { MiniProgram } from '../support/mini-program';
import { until } from '../support/until';
import { FRAMEWORKS } from './frameworks';

// A first run downloads all packages.
jest.setTimeout(10 * 60_000);

let folder: string;
let tarball: string;
beforeAll(async () => {
  folder = await newFolder();
  tarball = (await pack(folder)).path;
});
afterAll(() => rm(folder, { recursive: true }));

describe.each(FRAMEWORKS)('an app made with $name', (framework) => {
  const { name, build, built, path } = framework;
  let emulator: Emulator;
  const app = join(ROOT, '.cache/frameworks', name);
  let files: Map<string, string>;
  // biome-ignore lint/suspicious/noExplicitAny: compiled code has no types
  let page: any;
  const showModal = jest.fn();

  const rows = () => framework.rows(page);
  const shown = () => rows().map(({ name, state }) => [name, state]);
  const stored = () => emulator.queues.map(({ Name, State }) => [Name, State]);

  beforeAll(async () => {
    emulator = await startEmulator();
    emulator.setQueues(23);
  });
  afterAll(() => emulator.close());

  it('installs the package as it is packed', async () => {
    // But for the packages, which an earlier run may have left.
    for (const old of await readdir(app).catch(() => [])) {
      if (old !== 'node_modules') await rm(join(app, old), { recursive: true });
    }
    const filter = (file: string) => !file.endsWith('node_modules');
    for (const source of ['common', name]) {
      await cp(join(__dirname, source), app, { recursive: true, filter });
    }
    await installLocked(app);
    await npm(['install', '--no-save', tarball], app);

    const script = 'miniprogram_dist/index.js';
    const installed = await readFile(join(app, 'node_modules/cos-wx-docqueue', script), 'utf8');
    expect(installed).toBe(await readFile(join(ROOT, script), 'utf8'));
  });

  it('has no fault that strict TypeScript finds', async () => {
    await npm(['run', 'types'], app);
  });

  it('builds, and keeps the licence', async () => {
    // In Jest's own environment, `test`, Taro compiles for another target.
    await npm(['run', build], app, { NODE_ENV: 'production', SERVICE: emulator.url });
    files = new Map();
    for (const file of await readdir(join(app, built), { recursive: true })) {
      if (/\.\w+$/.test(file)) files.set(file, await readFile(join(app, built, file), 'utf8'));
    }
    const licence = /cos-wx-docqueue [\d.]+, MIT licence/;
    expect([...files.values()].some((text) => licence.test(text))).toBe(true);
  });

  if (name === 'taro') {
    it('is ES5 throughout, the package and the SDK too', () => {
      const { parse } = require(join(app, 'node_modules/acorn'));
      expect([...files.keys()]).toContain(`${path}.js`);
      for (const [file, text] of files) {
        if (file.endsWith('.js')) parse(text, { ecmaVersion: 5 });
      }
    });
  }

  it('lists queues, page after page', async () => {
    const program = new MiniProgram(join(app, built), { showModal });
    program.launch();
    page = program.open(path);
    for (const count of [10, 20, 23]) {
      await until(() => rows().length === count);
      page.onReachBottom();
    }
    expect(shown()).toEqual(stored());
  });

  it('patches a queue, with a callback', async () => {
    const before = emulator.queues[0];
    rows()[0]?.tap();
    await until(() => rows()[0]?.state === 'Paused');
    expect(emulator.queues[0]).toEqual({
      ...before,
      State: 'Paused',
      UpdateTime: expect.any(String),
    });
  });

  it('pauses every queue, with promises', async () => {
    framework.tapPauseAll(page);
    await until(() => rows().every(({ state }) => state === 'Paused'));
    expect(shown()).toEqual(stored());
  });

  it('shows what went wrong', async () => {
    emulator.setFault({ answer: { status: 403, code: 'AccessDenied' } });
    rows()[0]?.tap();
    await until(() => showModal.mock.calls.length > 0);
    expect(showModal.mock.calls).toMatchObject([[{ title: 'AccessDenied' }]]);
  });
});
