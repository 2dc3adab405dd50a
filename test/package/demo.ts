import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { node, npm, TYPESCRIPT } from '../support/command';
import { MiniProgram } from '../support/mini-program';
import { ROOT } from './tarball';
import { tool } from './tools';

/** The sources of the demo, and where its build goes. */
export interface Demo {
  source: string;
  built: string;
}

const MADE = ['node_modules', 'miniprogram_npm', 'project.private.config.json'];

/** Copies the demo as a clone has it, and installs the tarball, if any, where it has the folder above. */
export async function installDemo(folder: string, tarball?: string): Promise<Demo> {
  const demo = { source: join(folder, 'source'), built: join(folder, 'built') };
  await cp(join(ROOT, 'demo-miniprogram'), demo.source, {
    recursive: true,
    filter: (path) => !MADE.includes(basename(path)),
  });
  const path = join(demo.source, 'package.json');
  const json = JSON.parse(await readFile(path, 'utf8'));
  json.dependencies['cos-wx-docqueue'] = tarball && `file:${tarball}`;
  await writeFile(path, JSON.stringify(json));
  await npm(['install'], demo.source);
  return demo;
}

export const checkTypes = ({ source }: Demo) =>
  node([tool('typescript-7/bin/tsc'), '-p', '.'], source);

/** The build leaves this to WeChat's servers, and passes any fault. */
export function checkWxml(folder: string): void {
  require('miniprogram-compiler').wxmlToJs(folder, { maxBuffer: 1 << 26 });
}

export const build = ({ source, built }: Demo) =>
  // Beside the project: the tools leave folders where they are run.
  node([...TYPESCRIPT, join(__dirname, 'wechat.ts'), source, built], dirname(source));

export async function loadScripts({ built }: Demo): Promise<void> {
  const program = new MiniProgram(built);
  for (const path of await filesIn(built, '.js')) program.load(path);
}

export async function filesIn(folder: string, extension = ''): Promise<string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile() && file.name.endsWith(extension))
    .map((file) => join(file.parentPath, file.name).slice(folder.length + 1))
    .sort();
}
