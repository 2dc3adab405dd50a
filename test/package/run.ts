/**
 * Packs the package, installs it as a user does, and builds the demo with WeChat's own tools: `npm run
 * test:package`. Needs nothing but Node, npm and its registry.
 */
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, copyDemo, installDemo } from './app';
import { checkDropped, checkResolution, checkRuns, RESOLUTIONS, writeConsumer } from './consumer';
import { checkFault, FAULTS } from './faults';
import { Report } from './report';
import { RELEASE, RELEASE_STEPS, stepsOf } from './steps';
import { checkFiles, checkWithPublint, pack, type Tarball } from './tarball';
import { installTools } from './tools';

async function checkAll(report: Report, folder: string): Promise<void> {
  if (!(await report.check('the locked tools are installed', installTools))) return;

  let tarball: Tarball = { path: '', files: [] };
  const packed = await report.check('npm pack', async () => {
    tarball = await pack(folder);
  });
  if (!packed) return;
  await report.check('the tarball holds these files and no other', () => checkFiles(tarball));
  await report.check('publint finds no fault', () => checkWithPublint(tarball, folder));

  const app = { source: join(folder, 'demo'), built: join(folder, 'built') };
  const consumer = join(folder, 'consumer');
  const installed = await report.check(
    'the tarball and the SDK install in a copy of the demo',
    async () => {
      await copyDemo(app, tarball.path);
      await installDemo(app);
      await writeConsumer(consumer, join(app.source, 'node_modules/cos-wx-docqueue'));
    },
  );
  if (!installed) return;
  await checkConsumer(report, consumer);
  // A fault in what is faulty already shows nothing.
  if (!(await checkApp(report, app))) return;
  for (const fault of FAULTS) {
    await report.check(`${fault.name} turns this red`, () => checkFault(fault, app));
  }
}

async function checkConsumer(report: Report, folder: string): Promise<void> {
  for (const resolution of RESOLUTIONS) {
    const { name, files } = resolution;
    const what = `types resolve under ${name} in ${files.join(', ')}`;
    await report.check(`${what}: TypeScript 5`, () => checkResolution(5, resolution, folder));
    if (name === 'node10') {
      const dropped = 'TypeScript 7 has no node10 any more, and says so';
      await report.check(dropped, () => checkDropped(resolution, folder));
    } else {
      await report.check(`${what}: TypeScript 7`, () => checkResolution(7, resolution, folder));
    }
  }
  await report.check('Node imports it by name', () => checkRuns('run.mjs', folder));
  await report.check('Node requires it', () => checkRuns('run.cjs', folder));
}

async function checkApp(report: Report, app: App): Promise<boolean> {
  for (const { name, run } of [...stepsOf(RELEASE), ...RELEASE_STEPS]) {
    // The steps after it would only tell of the same.
    if (!(await report.check(`the demo: ${name}`, () => run(app)))) return false;
  }
  return true;
}

async function main(): Promise<void> {
  const report = new Report();
  // Some systems give a link, and the tools disagree on which of its two names is the project's.
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'docqueue-package-')));
  try {
    await checkAll(report, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  report.end();
}

main();
