import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '../../server/emulator/index';
import { newFolder, pack, ROOT } from '../package/tarball';
import type { Any } from '../support/any';
import { npm } from '../support/command';
import { MiniProgram } from '../support/mini-program';
import { until } from '../support/until';

/** How each app is built for WeChat, and how its page represents its rows there and takes a tap. */
const FRAMEWORKS = [
  {
    name: 'taro',
    script: 'build:weapp',
    output: 'dist',
    path: 'pages/queues/index',
    // Taro gives WeChat one tree of nodes.
    rows: (page: Any): Any[] =>
      page.data.root.cn[0].cn.map(({ cn: [text, button] }: Any) => {
        const target = { dataset: { sid: button.sid } };
        const tap = () => page.eh({ type: 'tap', target, currentTarget: target });
        return { name: text.cn[0].v, state: button.cn[0].v, tap };
      }),
  },
  {
    name: 'uni-app',
    script: 'build:mp-weixin',
    output: 'dist/build/mp-weixin',
    path: 'pages/queues/queues',
    rows: (page: Any): Any[] =>
      page.data.a.map(({ a: name, b: state, c: handler }: Any) => ({
        name,
        state,
        tap: () => page[handler]({ type: 'tap' }),
      })),
  },
];

describe.each(FRAMEWORKS)('an app made with $name', (framework) => {
  const { name, script, output, path } = framework;
  const app = join(ROOT, '.cache/frameworks', name);
  const built = join(app, output);
  let emulator: Emulator;
  let page: Any;
  const showModal = jest.fn();
  const rows = () => framework.rows(page);

  beforeAll(async () => {
    emulator = await startEmulator();
    emulator.setQueues(23);
    for (const old of ['src', 'dist']) await rm(join(app, old), { recursive: true, force: true });
    await cp(join(__dirname, 'common'), app, { recursive: true });
    await cp(join(__dirname, name), app, { recursive: true });
    const folder = await newFolder();
    await npm(['install', '--no-save', (await pack(folder)).path], app);
    await rm(folder, { recursive: true });
  });
  afterAll(() => emulator.close());

  it('compiles under strict TypeScript', async () => {
    await npm(['run', 'types'], app);
  });

  it('builds, and keeps the licence', async () => {
    // In Jest's own environment, `test`, Taro compiles for another target.
    await npm(['run', script], app, { NODE_ENV: 'production', SERVICE: emulator.url });
    const code = await contentsOf(built, /\.(js|txt)$/);
    expect(code.join()).toMatch(/cos-wx-docqueue [\d.]+, MIT licence/);
  });

  if (name === 'taro') {
    it('is ES5 throughout, the package and the SDK too', async () => {
      const { parse } = require(join(app, 'node_modules/acorn'));
      for (const code of await contentsOf(built, /\.js$/)) parse(code, { ecmaVersion: 5 });
    });
  }

  it('lists queues, page after page', async () => {
    const program = new MiniProgram(built, { showModal });
    program.launch();
    page = program.open(path);
    for (const count of [10, 20, 23]) {
      await until(() => rows().length === count);
      page.onReachBottom();
    }
    const stored = emulator.queues.map(({ Name, State }) => [Name, State]);
    expect(rows().map(({ name, state }) => [name, state])).toEqual(stored);
  });

  it('pauses a queue', async () => {
    const before = emulator.queues[0];
    rows()[0].tap();
    await until(() => rows()[0].state === 'Paused');
    const change = { State: 'Paused', UpdateTime: expect.any(String) };
    expect(emulator.queues[0]).toEqual({ ...before, ...change });
  });

  it('shows what went wrong', async () => {
    emulator.setFault({ answer: { status: 403, code: 'AccessDenied' } });
    rows()[0].tap();
    await until(() => showModal.mock.calls.length > 0);
    expect(showModal.mock.calls).toMatchObject([[{ title: 'AccessDenied' }]]);
  });
});

async function contentsOf(folder: string, names: RegExp): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  const found = files.filter((file) => names.test(file));
  return Promise.all(found.map((file) => readFile(join(folder, file), 'utf8')));
}
