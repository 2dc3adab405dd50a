import { appendFile, cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Emulator, startEmulator } from '../../server/emulator/index';
import { BUCKET } from '../support/client';
import { node, npm } from '../support/command';
import { MiniProgram } from '../support/mini-program';
import { until } from '../support/until';
import { buildWithWeChat } from './build';
import { newFolder, pack, ROOT } from './tarball';
import { tool } from './tools';

const PACKAGE = 'miniprogram_npm/cos-wx-docqueue';
const MADE = ['node_modules', 'miniprogram_npm', 'project.private.config.json'];

/** The sources of the demo, and where its build goes. */
type Demo = Record<'source' | 'built', string>;

let folder: string;
let demo: Demo;
let emulator: Emulator;
beforeAll(async () => {
  folder = await newFolder();
  demo = await installDemo(join(folder, 'demo'), (await pack(folder)).path);
  await build(demo);
  emulator = await startEmulator();
});
afterAll(async () => {
  await emulator?.close();
  await rm(folder, { recursive: true });
});

/** Copies the demo as a clone has it, and installs the tarball, if any, where it has the folder above. */
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

/** The build leaves this to WeChat's servers, and passes any fault. */
function checkWxml(folder: string): void {
  require('miniprogram-compiler').wxmlToJs(folder, { maxBuffer: 1 << 26 });
}

const build = ({ source, built }: Demo) =>
  buildWithWeChat(source, built, { useProjectConfig: true, es6: true, minify: true });

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

it('turns each check red when it has what the check is for', async () => {
  const faulty = await installDemo(join(folder, 'faulty'));
  // TypeScript knows no more of the module than that it may be there.
  const script = "const id: number = 'p1';\nrequire('./missing');\n";
  await appendFile(join(faulty.source, 'app.ts'), script);
  await appendFile(join(faulty.source, 'pages/queues/queues.wxml'), '<view>\n');

  await expect(checkTypes(faulty)).rejects.toThrow(/app\.ts.*TS2322/);
  expect(() => checkWxml(faulty.source)).toThrow(/end tag missing/);
  await build(faulty);
  await expect(loadScripts(faulty)).rejects.toThrow("module './missing' is not defined");
  await expect(filesIn(join(faulty.source, PACKAGE))).rejects.toThrow(/ENOENT/);
});

it('has types that fit', async () => {
  await checkTypes(demo);
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

it('has scripts that load, in ES5 throughout', async () => {
  await loadScripts(demo);
  const { parse } = require(tool('acorn'));
  const scripts = await filesIn(demo.built, '.js');
  expect(scripts).toContain(`${PACKAGE}/index.js`);
  for (const path of scripts) {
    parse(await readFile(join(demo.built, path), 'utf8'), { ecmaVersion: 5 });
  }
});

it('has WXML that compiles, as it is and made smaller', async () => {
  checkWxml(demo.source);
  checkWxml(demo.built);
  for (const path of await filesIn(demo.built, '.wxml')) {
    const [before, after] = [join(demo.source, path), join(demo.built, path)];
    expect((await stat(after)).size).toBeLessThan((await stat(before)).size);
  }
});

it('holds of the package one script with its licence, and no code of others', async () => {
  expect(await filesIn(join(demo.built, PACKAGE))).toEqual(['index.js']);
  const script = await readFile(join(demo.built, PACKAGE, 'index.js'), 'utf8');
  const { version } = require(join(ROOT, 'package.json'));
  const comments = script.match(/\/\*.*?\*\//gs);
  expect(comments).toEqual([`/*! cos-wx-docqueue ${version}, MIT licence */`]);
  // What the tools' own compiler needs for ES5.
  const helper = /require\("\.\.\/\.\.\/@babel\/runtime\/helpers\/\w+"\)/g;
  expect(script.replace(helper, '')).not.toContain('require');
});

it('lists and pauses queues of the local service', async () => {
  const program = new MiniProgram(demo.built, {
    stopPullDownRefresh() {},
    showModal: ({ success }: { success(answer: object): void }) => success({ confirm: true }),
  });
  const { config } = program.load('config.js');
  Object.assign(config, BUCKET, { Domain: emulator.url, keyServer: `${emulator.url}/sts` });
  const page = program.open('pages/queues/queues');
  const before = emulator.queues;
  const ids = before.map(({ QueueId }) => QueueId);
  await until(() => ids.every((id) => JSON.stringify(page.data).includes(id)));

  const currentTarget = { dataset: { id: ids[0] } };
  page.onToggle({ currentTarget, detail: { value: false } });
  await until(() => emulator.queues[0]?.State === 'Paused');
  const [paused, ...others] = emulator.queues;
  const change = { State: 'Paused', UpdateTime: expect.any(String) };
  expect([paused, ...others]).toEqual([{ ...before[0], ...change }, ...before.slice(1)]);
  page.onUnload();
});
