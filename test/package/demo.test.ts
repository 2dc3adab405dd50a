import { appendFile, cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Emulator, startEmulator } from '../../server/emulator/index';
import { BUCKET } from '../support/client';
import { node, npm, TYPESCRIPT } from '../support/command';
import { MiniProgram } from '../support/mini-program';
import { until } from '../support/until';
import { newFolder, pack, ROOT } from './tarball';
import { tool } from './tools';

const PACKAGE = 'miniprogram_npm/cos-wx-docqueue';
const MADE = ['node_modules', 'miniprogram_npm', 'project.private.config.json'];

/** The sources of the demo, and where its builds go. */
type Demo = Record<'source' | 'built', string>;

/** The settings of DevTools that change the code, as most projects have them. */
const USUAL = { es6: true, enhance: true, minify: true, disableSWC: true };
const SETTINGS = [
  USUAL,
  { ...USUAL, es6: false },
  { ...USUAL, enhance: false },
  { ...USUAL, minify: false },
  { ...USUAL, disableSWC: false },
  { es6: false, enhance: false, minify: false, disableSWC: true },
];

let folder: string;
let demo: Demo;
let emulator: Emulator;
beforeAll(async () => {
  folder = await newFolder();
  demo = await installDemo(join(folder, 'demo'), (await pack(folder)).path);
  emulator = await startEmulator();
});
afterAll(async () => {
  await emulator?.close();
  await rm(folder, { recursive: true });
});

/** Copies the demo as a clone has it, and installs the tarball, if there is one, in place of the folder above. */
async function installDemo(folder: string, tarball?: string): Promise<Demo> {
  const demo = { source: join(folder, 'source'), built: join(folder, 'built') };
  await cp(join(ROOT, 'demo-miniprogram'), demo.source, {
    recursive: true,
    filter: (path) => !MADE.includes(basename(path)),
  });
  const path = join(demo.source, 'package.json');
  const json = JSON.parse(await readFile(path, 'utf8'));
  json.dependencies['cos-wx-docqueue'] = tarball && `file:${tarball}`;
  await writeFile(path, JSON.stringify(json));
  await npm(['install'], demo.source);
  return demo;
}

const checkTypes = ({ source }: Demo) => node([tool('typescript-7/bin/tsc'), '-p', '.'], source);

/** The build leaves WXML to WeChat's servers, and accepts any fault in it. */
function checkWxml(folder: string): void {
  require('miniprogram-compiler').wxmlToJs(folder, { maxBuffer: 1 << 26 });
}

/** 构建 npm, then a compilation. */
const build = ({ source, built }: Demo, settings: object) =>
  // Beside the project: the tools leave folders where they are run.
  node(
    [...TYPESCRIPT, join(__dirname, 'wechat.ts'), source, built, JSON.stringify(settings)],
    dirname(source),
  );

async function loadScripts({ built }: Demo): Promise<void> {
  const program = new MiniProgram(built);
  for (const path of await filesIn(built, '.js')) program.load(path);
}

async function filesIn(folder: string, extension = ''): Promise<string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile() && file.name.endsWith(extension))
    .map((file) => join(file.parentPath, file.name).slice(folder.length + 1))
    .sort();
}

it('fails each check when it has the fault that the check looks for', async () => {
  const faulty = await installDemo(join(folder, 'faulty'));
  // TypeScript does not look for the module of a plain `require`.
  const script = "const id: number = 'p1';\nrequire('./missing');\n";
  await appendFile(join(faulty.source, 'app.ts'), script);
  await appendFile(join(faulty.source, 'pages/queues/queues.wxml'), '<view>\n');

  await expect(checkTypes(faulty)).rejects.toThrow(/app\.ts.*TS2322/);
  expect(() => checkWxml(faulty.source)).toThrow(/end tag missing/);
  await build(faulty, { es6: true });
  await expect(loadScripts(faulty)).rejects.toThrow("module './missing' is not defined");
  await expect(filesIn(join(faulty.source, PACKAGE))).rejects.toThrow(/ENOENT/);
});

it('has types and WXML that compile', async () => {
  await checkTypes(demo);
  checkWxml(demo.source);
});

describe.each(SETTINGS)('built with %j', (settings) => {
  const built = () => join(folder, `built-${Object.values(settings)}`);
  beforeAll(() => build({ ...demo, built: built() }, settings));
  afterAll(() => emulator.reset());

  it('has WXML that compiles, and scripts that load', async () => {
    checkWxml(built());
    await loadScripts({ ...demo, built: built() });
  });

  it('holds one script of the package, with its licence, which needs no regenerator', async () => {
    expect(await filesIn(join(built(), PACKAGE))).toEqual(['index.js']);
    const script = await readFile(join(built(), PACKAGE, 'index.js'), 'utf8');
    const { version } = require(join(ROOT, 'package.json'));
    expect(/\/\*!.*?\*\//.exec(script)?.[0]).toBe(`/*! cos-wx-docqueue ${version}, MIT licence */`);
    require(tool('acorn')).parse(script, { ecmaVersion: settings.es6 ? 5 : 2017 });
    // For ES5, WeChat's compilers need helpers of their own.
    const modules = Array.from(script.matchAll(/\brequire\("(.*?)"\)/g), ([, name = '']) => name);
    const helper = /^\.\.\/\.\.\/@(babel|swc)\/runtime\/(?!.*(regenerator|async))/i;
    expect(modules.filter((name) => !helper.test(name))).toEqual([]);
  });

  it('lists and pauses queues of the local service', async () => {
    const program = new MiniProgram(built(), {
      stopPullDownRefresh() {},
      showModal: ({ success }: { success(answer: object): void }) => success({ confirm: true }),
    });
    const { config } = program.load('config.js');
    Object.assign(config, BUCKET, { Domain: emulator.url, keyServer: `${emulator.url}/sts` });
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

it('gets miniprogram_dist by 构建 npm, byte for byte, and the SDK', async () => {
  const contentsOf = async (from: string) =>
    Promise.all(
      (await filesIn(from)).map(async (name) => [name, await readFile(join(from, name))]),
    );
  const packed = await contentsOf(join(demo.source, PACKAGE));
  expect(packed).toEqual(await contentsOf(join(ROOT, 'miniprogram_dist')));
  await stat(join(demo.source, 'miniprogram_npm/cos-wx-sdk-v5/index.js'));
});
