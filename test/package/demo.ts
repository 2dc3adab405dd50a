import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { MiniProgram } from '../support/mini-program';
import { node, npm, script } from './command';
import { ROOT } from './tarball';
import { tool } from './tools';

/** A copy of the demo, and where its build goes. */
export interface Demo {
  source: string;
  built: string;
}

const MADE = ['node_modules', 'miniprogram_npm', 'project.private.config.json'];

/** Copies the demo as a clone has it, and installs the tarball where it has the folder above. */
export async function installDemo(folder: string, tarball: string): Promise<Demo> {
  const demo = { source: join(folder, 'source'), built: join(folder, 'built') };
  await cp(join(ROOT, 'demo-miniprogram'), demo.source, {
    recursive: true,
    filter: (path) => !MADE.includes(basename(path)),
  });
  await changeDependencies(demo, (dependencies) => {
    dependencies['cos-wx-docqueue'] = `file:${tarball}`;
  });
  await npm(['install'], demo.source);
  return demo;
}

export async function changeDependencies(
  { source }: Demo,
  change: (dependencies: Record<string, string>) => void,
): Promise<void> {
  const path = join(source, 'package.json');
  const json = JSON.parse(await readFile(path, 'utf8'));
  change(json.dependencies);
  await writeFile(path, JSON.stringify(json, null, 2));
}

export const checkTypes = ({ source }: Demo) =>
  node([tool('typescript-7/bin/tsc'), '-p', '.'], source);

export const checkWxml = (folder: string) => wechat(folder, 'wxml', folder);

/** 构建 npm */
export const packNpm = ({ source }: Demo) => wechat(source, 'npm', source);

export const compile = ({ source, built }: Demo, settings: object = {}) =>
  wechat(source, 'compile', source, built, JSON.stringify(settings));

// Beside the project: the tools leave folders where they are run.
const wechat = (project: string, ...args: string[]) => script('wechat.ts', args, dirname(project));

export async function loadScripts({ built }: Demo): Promise<void> {
  const program = new MiniProgram(built);
  for (const path of await filesIn(built, '.js')) program.load(path);
}

export async function filesIn(folder: string, extension = ''): Promise<string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile() && file.name.endsWith(extension))
    .map((file) => join(file.parentPath, file.name).slice(folder.length + 1));
}
