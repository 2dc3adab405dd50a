import { startEngine } from './engine';
import { PageStack } from './page-stack';
import type { Program } from './program';
import { shell } from './shell';
import { addStyle, applyTheme } from './styles';
import { interaction } from './wx/interaction';
import { navigation } from './wx/navigation';
import { createRequest } from './wx/request';
import { system } from './wx/system';

const DEFAULT_TIMEOUT = 60_000;

/** Starts the mini program as WeChat does: the app, then all pages' modules, then the first page. */
export function launch(program: Program): void {
  const { app, configs, styles, modules } = program;
  const wx: Record<string, unknown> = {
    ...interaction,
    ...system,
    request: createRequest(app.networkTimeout?.request ?? DEFAULT_TIMEOUT),
    canIUse: (name: string) => (name.split('.')[0] ?? '') in wx,
  };
  Object.assign(globalThis, { wx, App() {} });

  addStyle(styles.app ?? '');
  for (const [path, { component }] of Object.entries(configs)) {
    if (component) addStyle(styles[path] ?? '');
  }
  modules.app?.();
  const pages = new PageStack(program, startEngine(program));
  Object.assign(wx, navigation(pages));
  pages.open(`/${app.pages[0]}`);

  applyTheme(shell.theme);
  shell.connect({
    setTheme(theme) {
      applyTheme(theme);
      pages.showNavigation();
    },
    navigateBack: () => void pages.back(),
    pullDown: () => pages.startPullDown(),
  });
}
