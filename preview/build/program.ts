import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { AppConfig, ComponentConfig, ThemeVariables } from '../phone/program';
import { styleScope } from '../phone/style-scope';
import { compileTemplates } from './wxml';
import { compileStyle } from './wxss';

type Configs = Record<string, ComponentConfig>;

/** The source of a module that starts the mini program in the folder `root`. */
export async function programModule(root: string): Promise<string> {
  const app = await readJson<AppConfig>(root, 'app.json');
  const theme = app.themeLocation && (await readJson<ThemeVariables>(root, app.themeLocation));
  const configs = await readConfigs(root, app.pages);
  const wxml = await readTemplates(root);
  const templates = compileTemplates(wxml);
  const styles = await readStyles(root, configs, placeholderClasses(wxml));
  const modules = ['app', ...Object.keys(configs)].map(
    (path) => `${JSON.stringify(path)}: () => require(${JSON.stringify(`./${path}`)}),`,
  );
  // `require` runs a module only when called: `wx` and `Page` must be there before the SDK and the
  // pages ask for them.
  return `import { launch } from 'phone';
launch({
  ...${JSON.stringify({ app, theme: theme || undefined, configs, styles })},
  templates: ${templates},
  modules: {
    ${modules.join('\n    ')}
  },
});`;
}

/** The configuration of the pages, and of every component that they use. */
async function readConfigs(root: string, pages: readonly string[]): Promise<Configs> {
  const configs: Configs = {};
  const paths = [...pages];
  for (const path of paths) {
    if (path in configs) continue;
    const config = await readJson<ComponentConfig>(root, `${path}.json`);
    configs[path] = config;
    const folder = posix.dirname(`/${path}`);
    for (const used of Object.values(config.usingComponents ?? {})) {
      paths.push(posix.resolve(folder, used).slice(1));
    }
  }
  return configs;
}

async function readStyles(root: string, configs: Configs, placeholders: ReadonlySet<string>) {
  const styles: Record<string, string> = {};
  for (const path of ['app', ...Object.keys(configs)]) {
    const file = join(root, `${path}.wxss`);
    const scope = configs[path]?.component ? styleScope(path) : undefined;
    if (existsSync(file)) styles[path] = await compileStyle(file, { scope, placeholders });
  }
  return styles;
}

function placeholderClasses(wxml: ReadonlyMap<string, string>): ReadonlySet<string> {
  const sources = [...wxml.values()].join('\n');
  const named = sources.matchAll(/placeholder-class="([\w-]+)"/g);
  return new Set(Array.from(named, ([, name = '']) => name));
}

/** All WXML, by path without the ending. */
async function readTemplates(root: string): Promise<Map<string, string>> {
  const ending = '.wxml';
  const sources = new Map<string, string>();
  for (const file of await readdir(root, { recursive: true })) {
    if (!file.endsWith(ending) || NOT_SOURCE.test(file)) continue;
    const path = file.slice(0, -ending.length).replaceAll('\\', '/');
    sources.set(path, await readFile(join(root, file), 'utf8'));
  }
  return sources;
}

// What 构建 npm leaves in the folder is not the mini program's own.
const NOT_SOURCE = /(^|[\\/])(node_modules|miniprogram_npm)[\\/]/;

async function readJson<T>(root: string, path: string): Promise<T> {
  const file = join(root, path);
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T;
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}
