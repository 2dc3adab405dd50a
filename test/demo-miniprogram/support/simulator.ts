import { join } from 'node:path';
import { registerBuiltIns } from './built-ins';
import type { Rendered } from './page';

const ROOT = join(__dirname, '../../../demo-miniprogram');

export type PageName = 'queues' | 'queue';

interface Simulator {
  load(path: string, options: { rootPath: string }): string;
  render(id: string): Rendered;
}

/** Loads pages of the demo, which a test file can do once, and gives what shows one. */
export function loadPages(wx: object) {
  // Required only once the globals that it looks for are there.
  const { load, render }: Simulator = require('miniprogram-simulate');
  // Its own `wx` can do more than the demo may count on.
  Object.assign(globalThis, { wx, Page: definePage });
  runComponentsAnew();
  registerBuiltIns();
  const loadPage = (name: PageName) =>
    load(join(ROOT, `pages/${name}/${name}`), { rootPath: ROOT });
  const ids = { queues: loadPage('queues'), queue: loadPage('queue') };
  return (name: PageName): Rendered => render(ids[name]);
}

/** miniprogram-simulate has no pages: a page is a component that has what its definition holds. */
function definePage({ data, ...definition }: Record<string, unknown>): void {
  const { Component } = globalThis as unknown as { Component(definition: object): void };
  const created = function (this: Record<string, unknown>) {
    for (const [name, value] of Object.entries(definition)) {
      // Each page has fields of its own, as in WeChat.
      this[name] = typeof value === 'function' ? value : structuredClone(value);
    }
  };
  Component({ data, lifetimes: { created } });
}

/**
 * The simulator defines a component for each page that uses it, by running its module again. Jest does so only
 * in isolation.
 */
function runComponentsAnew(): void {
  const utils: { runJs(path: string): void } = require('miniprogram-simulate/src/utils');
  const { runJs } = utils;
  utils.runJs = (path) => {
    if (path.startsWith(join(ROOT, 'components'))) jest.isolateModules(() => runJs(path));
    else runJs(path);
  };
}
