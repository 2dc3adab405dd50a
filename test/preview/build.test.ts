import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compileStyle } from '../../preview/build/wxss';
import { type Demo, startDemo } from '../../preview/demo';

const MINI_PROGRAM = join(__dirname, '../../demo-miniprogram');

let root: string;
let demo: Demo | undefined;

beforeEach(async () => {
  await mkdir(join(__dirname, '../../.cache'), { recursive: true });
  // In the repository, where its packages are found.
  root = await mkdtemp(join(__dirname, '../../.cache/preview-'));
  const filter = (path: string) => !/node_modules|miniprogram_npm/.test(path);
  await cp(MINI_PROGRAM, root, { recursive: true, filter });
});
afterEach(async () => {
  await demo?.close();
  await rm(root, { recursive: true });
});

test.each([
  ['pages/queue/queue.wxml', '<view><text></view>', /queue\.wxml:1:8: missing end tag/],
  ['pages/queue/queue.ts', 'Page({', /queue\.ts:1:6: ERROR/],
  ['app.wxss', '@import "none.wxss";', /none\.wxss/],
])('a mistake in %s is named at the start', async (file, source, message) => {
  await writeFile(join(root, file), source);
  await expect(startDemo({ root })).rejects.toThrow(message);
});

test("a component's style names only its own classes", async () => {
  const file = join(root, 'note.wxss');
  await writeFile(file, '.a.b, .c > .d { width: .5px }');
  expect(await compileStyle(file, 'note')).toContain('.note--a.note--b,\n.note--c > .note--d {');
});

test('a change shows after a reload, and so does a mistake', async () => {
  demo = await startDemo({ root });
  const { url } = demo;
  const script = () => fetch(`${url}/phone.js`).then((response) => response.text());
  expect(await script()).not.toContain('rewritten');
  await writeFile(join(root, 'pages/queue/queue.wxml'), '<view>rewritten</view>');
  expect(await script()).toContain('rewritten');
  await writeFile(join(root, 'pages/queue/queue.wxml'), '<view>');
  expect(await script()).toContain('missing end tag');
});
