import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from '../package/command';
import { ROOT } from '../package/tarball';
import { installLocked } from '../package/tools';

/** Copies an app to where an earlier run may have left its packages, and installs the tarball in it. */
export async function installApp(name: string, tarball: string): Promise<string> {
  const app = join(ROOT, '.cache/frameworks', name);
  for (const old of await readdir(app).catch(() => [])) {
    if (old !== 'node_modules') await rm(join(app, old), { recursive: true });
  }
  const source = join(__dirname, name);
  await cp(source, app, { recursive: true, filter: (path) => !path.endsWith('node_modules') });
  await installLocked(app);
  await npm(['install', '--no-save', tarball], app);
  return app;
}

/** Builds an app for WeChat: the path and the text of each file. */
export async function buildApp(
  app: string,
  build: string,
  built: string,
  SERVICE: string,
): Promise<[path: string, text: string][]> {
  // In Jest's own environment, `test`, Taro compiles for another target.
  await npm(['run', build], app, { NODE_ENV: 'production', SERVICE });
  const paths = await readdir(join(app, built), { recursive: true });
  const files = paths.filter((path) => /\.\w+$/.test(path));
  return Promise.all(
    files.map(async (path) => [path, await readFile(join(app, built, path), 'utf8')]),
  );
}
