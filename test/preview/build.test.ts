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

const start = async () => {
  demo = await startDemo({ root });
  return demo.url;
};

test.each([
  ['pages/queue/queue.wxml', '<view><text></view>', /queue\.wxml:1:8: missing end tag/],
  ['pages/queue/queue.ts', 'Page({', /queue\.ts:1:6: ERROR/],
  ['app.wxss', '@import "none.wxss";', /none\.wxss/],
])('a mistake in %s is named at the start', async (file, source, message) => {
  await writeFile(join(root, file), source);
  await expect(start()).rejects.toThrow(message);
});

test('the styles of a component, in a browser', async () => {
  const file = join(root, 'note.wxss');
  await writeFile(join(root, 'field.wxss'), '.placeholder { color: gray }');
  await writeFile(
    file,
    `@import "field.wxss";
    .a { padding: calc(1px + env(safe-area-inset-bottom)) env(safe-area-inset-left) }
    .a.b, .c > .my-placeholder { width: .5px }
    @media (prefers-color-scheme: dark) { .a { color: red } }
    @media (min-width: 1px) { .a { color: tan } }`,
  );
  const css = await compileStyle(file, 'note');
  expect(
    css
      .replace(/\/\*.*?\*\//g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  ).toBe(
    [
      '.note--placeholder, [placeholder-class="placeholder"]::placeholder { color: gray; }',
      '.note--a { padding: calc(1px + 34px) 0px; }',
      '.note--a.note--b, .note--c > .note--my-placeholder, [placeholder-class="my-placeholder"]::placeholder { width: .5px; }',
      ':where([data-theme="dark"]) { .note--a { color: red; } }',
      '@media (min-width: 1px) { .note--a { color: tan; } }',
    ].join(' '),
  );
});

test('a change shows after a reload, and so does a mistake', async () => {
  const url = await start();
  const script = () => fetch(`${url}/phone.js`).then((response) => response.text());
  expect(await script()).not.toContain('rewritten');
  await writeFile(join(root, 'pages/queue/queue.wxml'), '<view>rewritten</view>');
  expect(await script()).toContain('rewritten');
  await writeFile(join(root, 'pages/queue/queue.wxml'), '<view>');
  expect(await script()).toContain('missing end tag');
});
