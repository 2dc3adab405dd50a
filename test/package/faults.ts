import { match } from 'node:assert/strict';
import { appendFile, cp, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type App, changePackageJson } from './app';
import { reason } from './report';
import { stepsOf } from './steps';

interface Fault {
  name: string;
  make(app: App): Promise<void>;
  /** The step that must tell of it, and its words. */
  step: RegExp;
  reason: RegExp;
}

/** One of each kind that a user can meet: a check that stays green under them checks nothing. */
export const FAULTS: Fault[] = [
  {
    name: 'a TypeScript fault',
    make: ({ source }) => appendFile(join(source, 'app.ts'), "const id: number = 'p1';\n"),
    step: /types/,
    reason: /app\.ts.*TS2322/,
  },
  {
    name: 'a WXML fault',
    make: async ({ source }) => appendFile(join(source, await aPage(source)), '<view>\n'),
    step: /WXML/,
    reason: /end tag missing/,
  },
  {
    name: 'a dependency that package.json does not name',
    make: (app) => changePackageJson(app, (dependencies) => delete dependencies['cos-wx-docqueue']),
    step: /byte for byte/,
    reason: /ENOENT.*cos-wx-docqueue/,
  },
  {
    name: 'a missing module',
    // TypeScript knows no more of this than that it may be there.
    make: ({ source }) => appendFile(join(source, 'app.ts'), "require('./missing');\n"),
    step: /loads/,
    reason: /module '\.\/missing' is not defined/,
  },
];

/** Gives an app this fault and sees that the steps tell of it, without the slow transformations. */
export async function checkFault(fault: Fault, whole: App): Promise<void> {
  const folder = join(dirname(whole.source), fault.name.replaceAll(' ', '-'));
  const app = { source: join(folder, 'source'), built: join(folder, 'built') };
  await cp(whole.source, app.source, {
    recursive: true,
    filter: (path) => !path.endsWith('miniprogram_npm'),
  });
  await fault.make(app);

  for (const { name, run } of stepsOf({})) {
    const said = await run(app).then(
      () => null,
      (error) => reason(error),
    );
    if (said === null) continue;
    match(name, fault.step, `another step fails: ${name}\n${said}`);
    match(said, fault.reason);
    return;
  }
  throw new Error('no step fails');
}

async function aPage(source: string): Promise<string> {
  const paths = await readdir(join(source, 'pages'), { recursive: true });
  const page = paths.find((path) => path.endsWith('.wxml'));
  if (!page) throw new Error('the demo has no WXML');
  return join('pages', page);
}
