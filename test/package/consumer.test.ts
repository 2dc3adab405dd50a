import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { node, npm } from './command';
import { newFolder, pack, type Tarball } from './tarball';
import { installTools, tool } from './tools';

let folder: string;
let tarball: Tarball;
beforeAll(async () => {
  await installTools();
  folder = await newFolder();
  tarball = await pack(folder);
});
afterAll(() => rm(folder, { recursive: true }));

describe('the tarball', () => {
  it('holds these files and no other', () => {
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
    ]);
  });

  it('has no fault that publint finds', async () => {
    await node([tool('publint/src/cli.js'), 'run', tarball.path, '--strict'], folder);
  });
});

describe('a project that installs the tarball', () => {
  beforeAll(async () => {
    await cp(join(__dirname, 'consumer'), folder, { recursive: true });
    await cp(join(folder, 'import.ts'), join(folder, 'import.mts'));
    await npm(['install', tarball.path], folder);
  });

  const compile = (typescript: 5 | 7, resolution: string, module: string) => {
    const strict = [
      ...['--strict', '--exactOptionalPropertyTypes', '--noPropertyAccessFromIndexSignature'],
      ...['--noUncheckedIndexedAccess', '--skipLibCheck', 'false'],
    ];
    const target = ['--target', 'es2017', '--lib', 'es2017', '--noEmit'];
    const modules = ['--moduleResolution', resolution, '--module', module];
    const files = ['import.ts', 'import.mts', ...(module === 'esnext' ? [] : ['require.cts'])];
    const tsc = tool(`typescript-${typescript}/bin/tsc`);
    return node([tsc, ...strict, ...target, ...modules, ...files], folder);
  };

  it.each([
    [5, 'node10', 'commonjs'],
    [5, 'node16', 'node16'],
    [5, 'bundler', 'esnext'],
    [7, 'node16', 'node16'],
    [7, 'bundler', 'esnext'],
  ] as const)(
    'compiles under TypeScript %i with moduleResolution %s',
    async (typescript, resolution, module) => {
      await compile(typescript, resolution, module);
    },
  );

  it('is told by TypeScript 7 that there is no moduleResolution node10 any more', async () => {
    await expect(compile(7, 'node10', 'commonjs')).rejects.toThrow(
      "moduleResolution=node10' has been removed",
    );
  });

  it.each(['run.mjs', 'run.cjs'])('runs in Node: %s', async (file) => {
    await node([file], folder);
  });
});
