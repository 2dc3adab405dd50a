import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from './command';

const MODULES = join(__dirname, 'node_modules');
// Inside: what removes the tools, such as `npm ci`, removes the mark with them.
const MARK = join(MODULES, '.installed-from');

/** Installs the locked tools, 280 MB, unless they are there as the lock has them. */
export async function installTools(): Promise<void> {
  const lock = await readFile(join(__dirname, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const found = await readFile(MARK, 'utf8').catch(() => '');
  if (found === wanted) return;
  await npm(['ci'], __dirname);
  await writeFile(MARK, wanted);
}

/** A file of an installed tool. */
export const tool = (path: string) => join(MODULES, path);
