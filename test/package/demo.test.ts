import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { version } from '../../package.json';
import { type Emulator, startEmulator } from '../../server/emulator/index';
import { BUCKET } from '../support/client';
import { node, npm, TYPESCRIPT } from '../support/command';
import { MiniProgram } from '../support/mini-program';
import { until } from '../support/until';
import { newFolder, pack, ROOT } from './tarball';
import { tool } from './tools';

const PACKAGE = 'miniprogram_npm/cos-wx-docqueue';
const GENERATED = /(node_modules|miniprogram_npm|project\.private\.config\.json)$/;

const ON_OFF = [true, false];
/** All combinations of the settings in `project.config.json` that change the code of a mini program. */
const SETTINGS = ON_OFF.flatMap((es6) =>
  ON_OFF.flatMap((enhance) =>
    ON_OFF.flatMap((minified) => ON_OFF.map((swc) => ({ es6, enhance, minified, swc }))),
  ),
);

let folder: string;
let demo: string;
let emulator: Emulator;
beforeAll(async () => {
  folder = await newFolder();
  demo = join(folder, 'demo');
  // As a clone has it, but for the package, which comes from the tarball.
  const filter = (path: string) => !GENERATED.test(path);
  await cp(join(ROOT, 'demo-miniprogram'), demo, { recursive: true, filter });
  await npm(['install', (await pack(folder)).path], demo);
  // Not in the project: the tools leave folders where they are run.
  const build = [join(__dirname, 'wechat.ts'), demo, folder, JSON.stringify(SETTINGS)];
  await node([...TYPESCRIPT, ...build], folder);
  emulator = await startEmulator();
});
afterAll(async () => {
  await emulator?.close();
  await rm(folder, { recursive: true });
});

it('the demo has types and WXML that compile', async () => {
  await node([tool('typescript-7/bin/tsc'), '-p', '.'], demo);
  // The build leaves WXML to WeChat's servers, and accepts any fault in it.
  const { wxmlToJs } = require('miniprogram-compiler');
  for (const program of [demo, join(folder, '0')]) wxmlToJs(program, { maxBuffer: 1 << 26 });
});

describe.each(SETTINGS)('built with %j', (settings) => {
  const built = () => join(folder, `${SETTINGS.indexOf(settings)}`);
  afterAll(() => emulator.reset());

  it('holds one script of the package, which needs no helper and keeps the licence unless SWC drops it', async () => {
    expect(await readdir(join(built(), PACKAGE))).toEqual(['index.js']);
    const script = await readFile(join(built(), PACKAGE, 'index.js'), 'utf8');
    const licence = `/*! cos-wx-docqueue ${version}, MIT licence */`;
    // SWC, as WeChat calls it, drops every comment.
    expect(/\/\*!.*?\*\//.exec(script)?.[0]).toBe(settings.swc ? undefined : licence);
    // Either setting makes ES5, for which WeChat's compilers have helpers of their own.
    const ecmaVersion = settings.es6 || settings.enhance ? 5 : 2017;
    require(tool('acorn')).parse(script, { ecmaVersion });
    expect(script).not.toMatch(/\brequire\(/);
  });

  it('has scripts that load, and lists and pauses queues of the local service', async () => {
    const program = new MiniProgram(built(), {
      stopPullDownRefresh() {},
      showModal: ({ success }: { success(answer: object): void }) => success({ confirm: true }),
    });
    const { config } = program.load('config.js');
    Object.assign(config, BUCKET, { Domain: emulator.url, keyServer: `${emulator.url}/sts` });
    const files = await readdir(built(), { recursive: true });
    for (const path of files.filter((name) => name.endsWith('.js'))) program.load(path);
    const page = program.open('pages/queues/queues');
    const [queue, ...others] = emulator.queues;
    await until(() =>
      emulator.queues.every(({ QueueId }) => JSON.stringify(page.data).includes(QueueId)),
    );

    const currentTarget = { dataset: { id: queue?.QueueId } };
    page.onToggle({ currentTarget, detail: { value: false } });
    await until(() => emulator.queues[0]?.State === 'Paused');
    const change = { State: 'Paused', UpdateTime: expect.any(String) };
    expect(emulator.queues).toEqual([{ ...queue, ...change }, ...others]);
    page.onUnload();
  });
});
