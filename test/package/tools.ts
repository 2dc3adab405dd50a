import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from '../support/command';

/** Installs what a folder's lock names, unless it is there already. */
export async function installLocked(folder: string): Promise<void> {
  // Inside: what removes the packages, such as `npm ci`, removes the mark with them.
  const mark = join(folder, 'node_modules/.installed-from');
  const lock = await readFile(join(folder, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const found = await readFile(mark, 'utf8').catch(() => '');
  if (found === wanted) return;
  await npm(['ci'], folder);
  await writeFile(mark, wanted);
}

/** A file of an installed tool. */
export const tool = (path: string) => join(__dirname, 'node_modules', path);
