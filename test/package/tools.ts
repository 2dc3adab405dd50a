import { join } from 'node:path';
import { npm } from '../support/command';

/** Installs the tools, 280 MB, once for all tests: two installations into one folder break each other. */
export default async function installTools(): Promise<void> {
  await npm(['install', '--no-save'], __dirname);
}

/** A file of an installed tool. */
export const tool = (path: string) => join(__dirname, 'node_modules', path);
