import { Engine } from './engine';
import { PageStack } from './page-stack';
import type { Program } from './program';
import { shell } from './shell';
import { addStyle } from './styles';
import { createWx } from './wx';

/** Starts the mini program as WeChat does: the app, then all pages' modules, then the first page. */
export function launch(program: Program): void {
  const { app, configs, styles, modules } = program;
  const engine = new Engine(program);
  const pages = new PageStack(program, engine);
  Object.assign(globalThis, { wx: createWx(app, pages), App() {} });

  addStyle(styles.weui);
  addStyle(styles.app);
  for (const [path, { component }] of Object.entries(configs)) {
    if (component) addStyle(styles[path]);
  }
  modules.app?.();
  engine.runModules();
  pages.open(`/${app.pages[0]}`);

  shell.phone = pages;
}
