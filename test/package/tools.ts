import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from '../support/command';

/** Installs the tools, 280 MB, once for all tests: two installations into one folder break each other. */
export default async function installTools(): Promise<void> {
  const lock = await readFile(join(__dirname, 'package-lock.json'), 'utf8');
  // Inside: what removes the packages, such as `npm ci`, removes this copy with them.
  const copy = tool('.installed-from');
  if ((await readFile(copy, 'utf8').catch(() => '')) === lock) return;
  await npm(['ci'], __dirname);
  await writeFile(copy, lock);
}

/** A file of an installed tool. */
export const tool = (path: string) => join(__dirname, 'node_modules', path);
