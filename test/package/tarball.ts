import { mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Any } from '../support/any';
import { npm } from '../support/command';

export const ROOT = join(__dirname, '../..');

/** Packs what `npm publish` would send. */
export async function pack(folder: string): Promise<{ path: string; files: string[] }> {
  const printed = JSON.parse(await npm(['pack', '--json', '--pack-destination', folder], ROOT));
  const [{ filename, files }] = Object.values<Any>(printed);
  return { path: join(folder, filename), files: files.map(({ path }: Any) => path) };
}

/** A new folder outside of the repository. */
export async function newFolder(): Promise<string> {
  // Where the system gives a link, the tools disagree on which of its two names is the project's.
  return realpath(await mkdtemp(join(tmpdir(), 'docqueue-')));
}
