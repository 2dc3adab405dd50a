import { startEngine } from './engine';
import { PageStack } from './page-stack';
import type { Program, Theme } from './program';
import { shell } from './shell';
import { addStyle, applyTheme } from './styles';
import { interaction } from './wx/interaction';
import { navigation } from './wx/navigation';
import { createRequest } from './wx/request';
import { storage } from './wx/storage';
import { system } from './wx/system';

const DEFAULT_TIMEOUT = 60_000;

type ThemeListener = (change: { theme: Theme }) => void;

/** Starts the mini program as WeChat does: the app, then all pages' modules, then the first page. */
export function launch(program: Program): void {
  const { app, configs, styles, modules } = program;
  const themeListeners = new Set<ThemeListener>();
  const wx: Record<string, unknown> = {
    ...interaction,
    ...storage,
    ...system,
    request: createRequest(app.networkTimeout?.request ?? DEFAULT_TIMEOUT),
    canIUse: (name: string) => (name.split('.')[0] ?? '') in wx,
    onThemeChange: (listener: ThemeListener) => themeListeners.add(listener),
    offThemeChange: (listener: ThemeListener) => themeListeners.delete(listener),
  };
  let appInstance: Record<string, unknown> = {};
  Object.assign(globalThis, {
    wx,
    App(definition: Record<string, unknown>) {
      appInstance = definition;
    },
    getApp: () => appInstance,
    getCurrentPages: () => pages.instances,
  });

  document.documentElement.dataset.style = app.style ?? 'v1';
  addStyle(styles.app ?? '');
  for (const [path, { component }] of Object.entries(configs)) {
    if (component) addStyle(styles[path] ?? '');
  }
  modules.app?.();
  const pages = new PageStack(program, startEngine(program));
  Object.assign(wx, navigation(pages));
  callIfThere(appInstance, 'onLaunch');
  callIfThere(appInstance, 'onShow');
  pages.open(`/${app.pages[0]}`);

  applyTheme(shell.theme);
  shell.connect({
    setTheme(theme) {
      applyTheme(theme);
      pages.showNavigation();
      for (const listener of themeListeners) listener({ theme });
    },
    navigateBack: () => void pages.back(),
    pullDown: () => pages.startPullDown(),
  });
}

function callIfThere(instance: Record<string, unknown>, name: string): void {
  const method = instance[name];
  if (typeof method === 'function') method.call(instance, {});
}
