import { match } from 'node:assert/strict';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { node } from './command';
import { tool } from './tools';

/** A user's file. Were the types not found, or `any`, the expected error would be missing. */
const use = (docQueue: string) => `
const client = { request(_params: object, _callback: Function): void {} };
const cos = ${docQueue}(client, { Bucket: 'examplebucket-1250000000', Region: 'ap-beijing' });

export async function names(): Promise<string[]> {
  const { Response } = await cos.describeDocProcessQueues({ State: 'Active' });
  return Response.QueueList.map((queue) => queue.Name);
}

// @ts-expect-error: there is no such state
cos.describeDocProcessQueues({ State: 'Stopped' });
`;
const IMPORT = `import { docQueue } from 'cos-wx-docqueue';${use('docQueue')}`;
const REQUIRE = `import plugin = require('cos-wx-docqueue');${use('plugin.docQueue')}`;

const FILES: Record<string, string> = {
  'package.json': '{ "private": true }',
  'import.ts': IMPORT,
  'import.mts': IMPORT,
  'require.cts': REQUIRE,
  'run.mjs': `import { docQueue } from 'cos-wx-docqueue'; docQueue({ request() {} });`,
  'run.cjs': `const { docQueue } = require('cos-wx-docqueue'); docQueue({ request() {} });`,
};

/** How TypeScript may look for a package, and by which files. */
export const RESOLUTIONS = [
  { name: 'node10', module: 'commonjs', files: ['import.ts', 'require.cts'] },
  { name: 'node16', module: 'node16', files: ['import.ts', 'import.mts', 'require.cts'] },
  { name: 'bundler', module: 'esnext', files: ['import.ts', 'import.mts'] },
] as const;

type Resolution = (typeof RESOLUTIONS)[number];

/** Writes a project that has the installed package and nothing else. */
export async function writeConsumer(folder: string, installed: string): Promise<void> {
  const modules = join(folder, 'node_modules');
  await mkdir(modules, { recursive: true });
  await cp(installed, join(modules, 'cos-wx-docqueue'), { recursive: true });
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text);
}

export const tsc = (major: 5 | 7, args: readonly string[], folder: string) =>
  node([tool(`typescript-${major}/bin/tsc`), ...args], folder);

export const checkResolution = (
  major: 5 | 7,
  { name, module, files }: Resolution,
  folder: string,
) =>
  tsc(
    major,
    [
      ...['--noEmit', '--strict', '--target', 'es2017', '--lib', 'es2018'],
      ...['--module', module, '--moduleResolution', name],
      ...files,
    ],
    folder,
  );

/** TypeScript 7 dropped it. Should it come back, it must be checked like the others. */
export async function checkDropped(resolution: Resolution, folder: string): Promise<void> {
  const said = await checkResolution(7, resolution, folder).catch((error: Error) => error.message);
  match(said, /moduleResolution=node10' has been removed/);
}

export const checkRuns = (file: 'run.mjs' | 'run.cjs', folder: string) => node([file], folder);
