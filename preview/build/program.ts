import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppConfig, ComponentConfig, ThemeVariables } from '../phone/program';
import { styleScope } from '../phone/style-scope';
import { compileTemplates } from './wxml';
import { compileStyle } from './wxss';

/** The source of a module that starts the mini program in the folder `root`. */
export async function programModule(root: string): Promise<string> {
  const app = await readJson<AppConfig>(root, 'app.json');
  const theme = app.themeLocation && (await readJson<ThemeVariables>(root, app.themeLocation));
  const wxml = await readTemplates(root);
  const configs: Record<string, ComponentConfig> = {};
  for (const path of wxml.keys()) configs[path] = await readJson(root, `${path}.json`);

  const styles: Record<string, string> = {};
  const placeholders = namedIn(wxml, 'placeholder-class');
  const pressed = namedIn(wxml, 'hover-class');
  for (const path of ['app', ...wxml.keys()]) {
    const file = join(root, `${path}.wxss`);
    const scope = configs[path]?.component ? styleScope(path) : undefined;
    if (existsSync(file)) styles[path] = await compileStyle(file, { scope, placeholders, pressed });
  }

  const modules = ['app', ...wxml.keys()].map(
    (path) => `${JSON.stringify(path)}: () => require(${JSON.stringify(`./${path}`)}),`,
  );
  // `require` runs a module only when called: `wx` and `Page` must be there before the SDK and the pages ask for them.
  return `import { launch } from 'phone';
launch({
  ...${JSON.stringify({ app, theme: theme || undefined, configs, styles })},
  templates: ${compileTemplates(wxml)},
  modules: {
    ${modules.join('\n    ')}
  },
});`;
}

/** The WXML of all pages and components, by path without the ending. */
async function readTemplates(root: string): Promise<ReadonlyMap<string, string>> {
  const sources = new Map<string, string>();
  for (const file of await readdir(root, { recursive: true })) {
    const [, path] = /^(.*)\.wxml$/.exec(file) ?? [];
    if (!path || NOT_SOURCE.test(file)) continue;
    sources.set(path.replaceAll('\\', '/'), await readFile(join(root, file), 'utf8'));
  }
  return sources;
}

// What 构建 npm leaves in the folder is not the mini program's own.
const NOT_SOURCE = /(^|[\\/])(node_modules|miniprogram_npm)[\\/]/;

/** The classes that an attribute names. */
function namedIn(wxml: ReadonlyMap<string, string>, attribute: string): ReadonlySet<string> {
  const named = [...wxml.values()].join('\n').matchAll(RegExp(`${attribute}="([\\w-]+)"`, 'g'));
  return new Set(Array.from(named, ([, name = '']) => name));
}

async function readJson<T>(root: string, path: string): Promise<T> {
  const file = join(root, path);
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T;
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}
