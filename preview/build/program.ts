import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppConfig, ComponentConfig, ThemeVariables } from '../phone/program';
import { styleScope } from '../phone/style-scope';
import { WEUI, WEUI_FOLDER, WEUI_STYLE } from './weui';
import { compileTemplates } from './wxml';
import { compileStyle } from './wxss';

/** The source of a module that starts the mini program in the folder `root`. */
export async function programModule(root: string): Promise<string> {
  const fileOf = (path: string) => join(root, path).replace(join(root, WEUI), WEUI_FOLDER);
  const app = await readJson<AppConfig>(fileOf('app'));
  const theme = app.themeLocation && (await readJson<ThemeVariables>(fileOf('theme')));
  const configs = await readConfigs(app, fileOf);
  const paths = Object.keys(configs);

  const wxml = new Map<string, string>();
  for (const path of paths) wxml.set(path, await readFile(`${fileOf(path)}.wxml`, 'utf8'));

  const styles: Record<string, string> = {};
  if (app.useExtendedLib?.weui) styles.weui = await compileStyle(WEUI_STYLE);
  for (const path of ['app', ...paths]) {
    const file = `${fileOf(path)}.wxss`;
    const scope = configs[path]?.component ? styleScope(path) : undefined;
    if (existsSync(file)) styles[path] = await compileStyle(file, scope);
  }

  const modules = ['app', ...paths].map(
    (path) => `${JSON.stringify(path)}: () => require(${JSON.stringify(fileOf(path))}),`,
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

/** The JSON files of all pages and of the components that they use, by path. */
async function readConfigs(app: AppConfig, fileOf: (path: string) => string) {
  const configs: Record<string, ComponentConfig> = {};
  const paths: string[] = [...app.pages];
  for (const path of paths) {
    if (configs[path]) continue;
    const config = await readJson<ComponentConfig>(fileOf(path));
    const used = Object.entries({ ...app.usingComponents, ...config.usingComponents }).map(
      ([name, url]) => [name, absolute(url, path)] as const,
    );
    configs[path] = { ...config, usingComponents: Object.fromEntries(used) };
    paths.push(...used.map(([, url]) => url.slice(1)));
  }
  return configs;
}

/** A component's path from the root, such as `/components/toggle/toggle` or `/weui-miniprogram/cell/cell`. */
function absolute(url: string, user: string): string {
  return url.startsWith(`${WEUI}/`) ? `/${url}` : new URL(url, `http://root/${user}`).pathname;
}

async function readJson<T>(path: string): Promise<T> {
  const file = `${path}.json`;
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T;
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}
