import { installWx } from '../support/wx';

// biome-ignore lint/suspicious/noExplicitAny: the stand-ins are for code without types
type Any = any;

const nothing = () => undefined;

/** What the scripts of a mini program find: a `wx` that has everything and does HTTP alone. */
export function installMiniProgram(): void {
  installWx();
  const { wx } = globalThis as Any;
  Object.assign(globalThis, {
    wx: new Proxy(wx, { get: (all, name) => all[name] ?? nothing }),
    App: nothing,
    Page: nothing,
    Component: nothing,
    Behavior: nothing,
    getApp: () => ({}),
  });
}
