import { cp, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { npm } from './command';
import { ROOT } from './tarball';

/** A copy of the demo, and where its build goes. */
export interface App {
  source: string;
  built: string;
}

const MADE = ['node_modules', 'miniprogram_npm', 'project.private.config.json'];

/** Copies the demo as a clone has it, with the tarball where it has the folder above. */
export async function copyDemo(app: App, tarball: string): Promise<void> {
  await cp(join(ROOT, 'demo-miniprogram'), app.source, {
    recursive: true,
    filter: (path) => !MADE.includes(basename(path)),
  });
  await changePackageJson(app, (dependencies) => {
    if (!dependencies['cos-wx-docqueue'])
      throw new Error('the demo does not depend on the package');
    dependencies['cos-wx-docqueue'] = `file:${tarball}`;
  });
}

export const installDemo = ({ source }: App) => npm(['install'], source);

export async function changePackageJson(
  { source }: App,
  change: (dependencies: Record<string, string>) => void,
): Promise<void> {
  const path = join(source, 'package.json');
  const json = JSON.parse(await readFile(path, 'utf8'));
  change(json.dependencies);
  await writeFile(path, JSON.stringify(json, null, 2));
}
