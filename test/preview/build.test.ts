import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileStyle } from '../../preview/build/wxss';
import { type Demo, type DemoOptions, startDemo } from '../../preview/demo';

let root: string;
const demos: Demo[] = [];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'preview-'));
  await cp(join(__dirname, 'fixture'), root, { recursive: true });
});
afterEach(async () => {
  for (const demo of demos.splice(0)) await demo.close();
  await rm(root, { recursive: true });
});

async function start(options: DemoOptions = { port: 0 }) {
  const demo = await startDemo({ root, ...options });
  demos.push(demo);
  return demo;
}

test.each([
  ['pages/first/first.wxml', '<view><text></view>', /first\.wxml:1:8: missing end tag/],
  ['pages/first/first.js', 'Page({', /first\.js:1:6: ERROR/],
  ['pages/first/first.json', '{', /first\.json: .*JSON/],
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
    :host { padding: calc(1px + env(safe-area-inset-bottom)) env(safe-area-inset-left) }
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
      '[wx-host="note"] { padding: calc(1px + 34px) 0px; }',
      '.note--a.note--b, .note--c > .note--my-placeholder, [placeholder-class="my-placeholder"]::placeholder { width: .5px; }',
      ':where([data-theme="dark"]) { .note--a { color: red; } }',
      '@media (min-width: 1px) { .note--a { color: tan; } }',
    ].join(' '),
  );
});

test('a change shows after a reload, and so does a mistake', async () => {
  const demo = await start();
  const script = async () => (await fetch(`${demo.url}/phone.js`)).text();
  expect(await script()).not.toContain('rewritten');
  await writeFile(join(root, 'pages/second/second.wxml'), '<view>rewritten</view>');
  expect(await script()).toContain('rewritten');
  await writeFile(join(root, 'pages/second/second.wxml'), '<view>');
  expect(await script()).toContain('missing end tag');
});

test('only the files of the preview are served', async () => {
  const { url } = await start();
  for (const path of ['/package.json', '/../package.json', '/%2e%2e/package.json', '/app.json']) {
    expect((await fetch(url + path)).status).toBe(404);
  }
  expect((await fetch(url)).headers.get('content-type')).toBe('text/html; charset=utf-8');
});

test('a port that is taken is refused, but the usual one gives way', async () => {
  const { url } = await start();
  await expect(start({ port: Number(new URL(url).port) })).rejects.toThrow('EADDRINUSE');
  const usual = await start({});
  const other = await start({});
  expect(other.url).not.toBe(usual.url);
});
