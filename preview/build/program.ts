import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppConfig, ComponentConfig, ThemeVariables } from '../phone/program';
import { styleScope } from '../phone/style-scope';
import { WEUI_STYLE } from './weui';
import { compileTemplates } from './wxml';
import { compileStyle } from './wxss';

/** The source of a module that starts the mini program in the folder `root`. */
export async function programModule(root: string): Promise<string> {
  const app = await readJson<AppConfig>(root, 'app.json');
  const theme = app.themeLocation && (await readJson<ThemeVariables>(root, app.themeLocation));
  const configs = await readConfigs(root, app.pages);
  const paths = Object.keys(configs);

  const wxml = new Map<string, string>();
  for (const path of paths) wxml.set(path, await readFile(join(root, `${path}.wxml`), 'utf8'));

  const styles: Record<string, string> = {};
  if (app.useExtendedLib?.weui) styles.weui = await compileStyle(WEUI_STYLE);
  for (const path of ['app', ...paths]) {
    const file = join(root, `${path}.wxss`);
    const scope = configs[path]?.component ? styleScope(path) : undefined;
    if (existsSync(file)) styles[path] = await compileStyle(file, scope);
  }

  const modules = ['app', ...paths].map(
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

/** The JSON files of these pages and of the components that they use, by path. */
async function readConfigs(root: string, pages: readonly string[]) {
  const configs: Record<string, ComponentConfig> = {};
  const paths = [...pages];
  for (const path of paths) {
    if (configs[path]) continue;
    const config = await readJson<ComponentConfig>(root, `${path}.json`);
    configs[path] = config;
    const used = Object.values(config.usingComponents ?? {});
    paths.push(...used.map((url) => new URL(url, `http://root/${path}`).pathname.slice(1)));
  }
  return configs;
}

async function readJson<T>(root: string, path: string): Promise<T> {
  const file = join(root, path);
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T;
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}
