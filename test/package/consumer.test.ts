import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { node, npm } from '../support/command';
import { newFolder, pack, ROOT } from './tarball';
import { tool } from './tools';

let folder: string;
let tarball: Awaited<ReturnType<typeof pack>>;
beforeAll(async () => {
  folder = await newFolder();
  tarball = await pack(folder);
  await npm(['install', tarball.path], folder);
});
afterAll(() => rm(folder, { recursive: true }));

it('the package holds these files and no other', () => {
  expect(tarball.files.sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'README.zh-CN.md',
    'docs/reference.md',
    'docs/reference.zh-CN.md',
    'miniprogram_dist/index.d.ts',
    'miniprogram_dist/index.js',
    'package.json',
    'sdk.d.ts',
  ]);
});

it('the package has no fault that publint finds', async () => {
  await node([tool('publint/src/cli.js'), 'run', tarball.path, '--strict'], folder);
});

it.each([
  ['5.0', 'node10', 'commonjs'],
  ['5.0', 'node16', 'node16'],
  ['5.9', 'bundler', 'preserve'],
  // TypeScript 7 has no node10.
  ['7', 'node16', 'node16'],
  ['7', 'bundler', 'preserve'],
])('its types compile in TypeScript %s, resolution %s', async (typescript, resolution, module) => {
  // The specification of the types, as a user imports it.
  const types = await readFile(join(ROOT, 'test/types/methods.ts'), 'utf8');
  const code = types.replace('../../miniprogram_dist/index.js', 'cos-wx-docqueue');
  await writeFile(join(folder, 'import.mts'), code);
  // The README's way to give the methods to all instances.
  const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
  const recipe = readme.split('```ts\n')[2]?.split('```')[0];
  const use = '// @ts-expect-error: it needs an id\nnew COS({}).getDocProcessQueue();';
  await writeFile(join(folder, 'prototype.ts'), `${recipe}${use}`);
  await copyFile(join(__dirname, 'consumer/require.cts'), join(folder, 'require.cts'));

  const tsc = tool(`typescript-${typescript}/bin/tsc`);
  const strict = ['--exactOptionalPropertyTypes', '--noPropertyAccessFromIndexSignature'];
  const language = ['--strict', ...strict, '--target', 'es2017', '--lib', 'es2017', '--noEmit'];
  const modules = ['--moduleResolution', resolution, '--module', module, '--esModuleInterop'];
  const files = ['import.mts', 'prototype.ts', 'require.cts'];
  await node([tsc, ...language, ...modules, ...files], folder);
});

it('the package is imported by name in Node', async () => {
  const code = "import { docQueue } from 'cos-wx-docqueue'; docQueue({ request() {} });";
  await node(['--input-type=module', '--eval', code], folder);
});
