import { deepEqual } from 'node:assert/strict';
import { join } from 'node:path';
import { node, npm } from './command';
import { tool } from './tools';

export const ROOT = join(__dirname, '../..');

const FILES = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'README.zh-CN.md',
  'miniprogram_dist/index.d.ts',
  'miniprogram_dist/index.js',
  'package.json',
];

export interface Tarball {
  path: string;
  files: string[];
}

/** What `npm publish` would send. */
export async function pack(folder: string): Promise<Tarball> {
  const printed = await npm(['pack', '--json', '--pack-destination', folder], ROOT);
  const [packed] = Object.values<{ filename: string; files: { path: string }[] }>(
    JSON.parse(printed),
  );
  if (!packed) throw new Error(`npm pack printed ${printed}`);
  return { path: join(folder, packed.filename), files: packed.files.map(({ path }) => path) };
}

export function checkFiles({ files }: Tarball): void {
  deepEqual([...files].sort(), FILES);
}

export const checkWithPublint = ({ path }: Tarball, folder: string) =>
  node([tool('publint/src/cli.js'), 'run', path, '--strict'], folder);
