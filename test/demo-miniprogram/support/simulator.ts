import { join } from 'node:path';
import type { Rendered } from './page';

const ROOT = join(__dirname, '../../../demo-miniprogram');

export type PageName = 'queues' | 'queue' | 'minimal';

/** Loads the pages of the demo, once per test file, and returns a function that renders one. */
export function loadPages(wx: object) {
  // Required only once the globals that it looks for are there.
  const { load, render } = require('miniprogram-simulate');
  // The simulator's own `wx` has functions that the demo must not rely on.
  Object.assign(globalThis, { wx, Page: definePage });
  runComponentsAnew();
  registerBuiltIns();
  const loadPage = (name: PageName) =>
    load(join(ROOT, `pages/${name}/${name}`), { rootPath: ROOT });
  const ids = {
    queues: loadPage('queues'),
    queue: loadPage('queue'),
    minimal: loadPage('minimal'),
  };
  return (name: PageName): Rendered => render(ids[name]);
}

/** miniprogram-simulate has no pages: a page is defined as a component with the same members. */
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

// The built-in tags of miniprogram-simulate drop their attributes. These keep them, so that tests see what a user
// or a screen reader would.
const TAGS = ['view', 'text', 'button', 'input', 'textarea'];
const ARIA = ['Role', 'Label', 'Selected', 'Checked', 'Disabled', 'Hidden', 'Pressed'];
const SHOWN = [...ARIA.map((name) => `aria${name}`), 'disabled', 'value'];

function registerBuiltIns(): void {
  const { register }: { register(definition: object): void } = require('j-component');
  const properties = Object.fromEntries(SHOWN.map((name) => [name, shown(name)]));
  for (const id of TAGS) register({ id, tagName: `wx-${id}`, template: '<slot/>', properties });
}

/** A property that shows as an attribute. */
function shown(property: string) {
  const attribute = property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return {
    type: null,
    observer(this: { $$: HTMLElement }, value: unknown) {
      if (value === false || value === undefined || value === '') {
        this.$$.removeAttribute(attribute);
      } else this.$$.setAttribute(attribute, String(value));
    },
  };
}
