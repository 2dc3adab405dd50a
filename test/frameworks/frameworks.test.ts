import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '../../server/emulator/index';
import { newFolder, pack, ROOT } from '../package/tarball';
import type { Any } from '../support/any';
import { npm } from '../support/command';
import { MiniProgram } from '../support/mini-program';
import { until } from '../support/until';

/** A queue as a page shows it. */
interface Row {
  name: string;
  state: string;
  tap(): void;
}

interface Framework {
  name: string;
  /** The script of its package that builds for WeChat, where to, and the page there. */
  build: string;
  built: string;
  path: string;
  rows(page: Any): Row[];
  tapPauseAll(page: Any): void;
}

/** How each framework represents the rows of the page, and how it takes a tap. */
const FRAMEWORKS: Framework[] = [
  {
    name: 'taro',
    build: 'build:weapp',
    built: 'dist',
    path: 'pages/queues/index',
    rows: (page) =>
      viewOf(page)
        .slice(0, -1)
        .map(({ cn: [text, button] }: Any) => ({
          name: text.cn[0].v,
          state: button.cn[0].v,
          tap: () => tapNode(page, button),
        })),
    tapPauseAll: (page) => tapNode(page, viewOf(page).at(-1)),
  },
  {
    name: 'uni-app',
    build: 'build:mp-weixin',
    built: 'dist/build/mp-weixin',
    path: 'pages/queues/queues',
    rows: (page) =>
      page.data.a.map(({ a: name, b: state, c: handler }: Any) => ({
        name,
        state,
        tap: () => page[handler]({ type: 'tap' }),
      })),
    tapPauseAll: (page) => page[page.data.b]({ type: 'tap' }),
  },
];

/** Taro gives WeChat one tree of nodes: here, what is in the page's `View`. */
const viewOf = (page: Any): Any[] => page.data.root.cn[0].cn;

function tapNode(page: Any, { sid }: Any): void {
  const target = { dataset: { sid } };
  page.eh({ type: 'tap', target, currentTarget: target });
}

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
  let page: Any;
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
