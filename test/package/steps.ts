import { deepEqual, ok } from 'node:assert/strict';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { App } from './app';
import { script } from './command';
import { tsc } from './consumer';
import { ROOT } from './tarball';

export interface Step {
  name: string;
  run(app: App): Promise<unknown>;
}

const PACKAGE = 'miniprogram_npm/cos-wx-docqueue';
const SDK = 'miniprogram_npm/cos-wx-sdk-v5';

/** What a user's build does, and what only a phone would tell. Each step needs those before it. */
export const stepsOf = (settings: object): Step[] => [
  { name: 'its types are right', run: ({ source }) => tsc(7, ['-p', '.'], source) },
  { name: 'its WXML compiles', run: ({ source }) => wechat(source, 'wxml', source) },
  { name: '构建 npm works', run: ({ source }) => wechat(source, 'npm', source) },
  { name: `${PACKAGE} is miniprogram_dist, byte for byte`, run: checkPackage },
  { name: `${SDK} is there`, run: ({ source }) => stat(join(source, SDK, 'index.js')) },
  {
    name: 'it compiles',
    run: ({ source, built }) => wechat(source, 'compile', source, built, JSON.stringify(settings)),
  },
  { name: 'every compiled script loads', run: ({ built }) => useBuilt(built, 'load') },
];

/** The settings of DevTools, with all that changes code. */
export const RELEASE = { useProjectConfig: true, es6: true, minify: true };

/** What holds of a release alone. */
export const RELEASE_STEPS: Step[] = [
  { name: 'every compiled script is ES5', run: checkEs5 },
  { name: 'its WXML is minified, and compiles still', run: checkMinified },
  {
    name: 'the compiled page lists, and its plugin pauses, on the local service',
    run: ({ built }) => useBuilt(built, 'use'),
  },
];

// Beside the project: the tools leave folders where they are run.
const wechat = (source: string, ...args: string[]) => script('wechat.ts', args, dirname(source));

const useBuilt = (built: string, command: 'load' | 'use') =>
  script('built-app.ts', [command, built], dirname(built));

async function checkPackage({ source }: App): Promise<void> {
  const [built, copied] = [join(ROOT, 'miniprogram_dist'), join(source, PACKAGE)];
  const names = await readdir(built);
  deepEqual((await readdir(copied)).sort(), names.sort());
  for (const name of names) {
    const [wanted, found] = [await readFile(join(built, name)), await readFile(join(copied, name))];
    ok(wanted.equals(found), `${name} is not the same`);
  }
}

async function pathsIn(folder: string, extension: string): Promise<string[]> {
  const paths = await readdir(folder, { recursive: true });
  const found = paths.filter((path) => path.endsWith(extension));
  ok(found.length > 0, `${folder} holds no ${extension}`);
  return found;
}

async function checkEs5({ built }: App): Promise<void> {
  const { parse } = require('acorn');
  for (const path of await pathsIn(built, '.js')) {
    try {
      parse(await readFile(join(built, path), 'utf8'), { ecmaVersion: 5 });
    } catch (error) {
      throw new Error(`${path}: ${error}`);
    }
  }
}

async function checkMinified({ source, built }: App): Promise<void> {
  for (const path of await pathsIn(built, '.wxml')) {
    const [before, after] = [await stat(join(source, path)), await stat(join(built, path))];
    ok(after.size < before.size, `${path} is as long as it was`);
  }
  await wechat(source, 'wxml', built);
}
