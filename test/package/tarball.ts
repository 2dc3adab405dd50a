import { mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { npm } from '../support/command';

export const ROOT = join(__dirname, '../..');

/** What `npm publish` would send. */
export async function pack(folder: string) {
  const printed = await npm(['pack', '--json', '--pack-destination', folder], ROOT);
  const [packed] = Object.values<{ filename: string; files: { path: string }[] }>(
    JSON.parse(printed),
  );
  if (!packed) throw new Error(`npm pack printed ${printed}`);
  return { path: join(folder, packed.filename), files: packed.files.map(({ path }) => path) };
}

/** A new folder outside of the repository, where nothing of it is found by chance. */
export async function newFolder(): Promise<string> {
  // Some systems give a link, and the tools disagree on which of its two names is the project's.
  return realpath(await mkdtemp(join(tmpdir(), 'docqueue-')));
}
