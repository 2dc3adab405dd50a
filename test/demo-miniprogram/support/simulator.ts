import { join } from 'node:path';
import { registerBuiltIns } from './built-ins';
import type { Rendered } from './page';

const ROOT = join(__dirname, '../../../demo-miniprogram');

// Required only once the globals that it looks for are there.
const simulate = () => require('miniprogram-simulate') as typeof import('miniprogram-simulate');

/** Loads pages of the demo, which a test file can do once, and gives what shows one. */
export function loadPages<Name extends string>(names: readonly Name[], wx: object) {
  const { load, render } = simulate();
  // Its own `wx` can do more than the demo may count on.
  Object.assign(globalThis, { wx, Page: definePage });
  defineComponentsAnew();
  registerBuiltIns();
  const ids = new Map(
    names.map((name) => [name, load(join(ROOT, `pages/${name}/${name}`), { rootPath: ROOT })]),
  );
  return (name: Name): Rendered => render(ids.get(name) as string);
}

/** miniprogram-simulate has no pages: a page is a component whose functions are methods. */
function definePage({ data, ...rest }: Record<string, unknown>): void {
  const isFunction = ([, value]: [string, unknown]) => typeof value === 'function';
  const entries = Object.entries(rest);
  const methods = Object.fromEntries(entries.filter(isFunction));
  const fields = Object.fromEntries(entries.filter((entry) => !isFunction(entry)));
  const { Component } = globalThis as unknown as { Component(definition: object): void };
  Component({
    data,
    methods,
    lifetimes: {
      created() {
        // Each page has its own, as in WeChat.
        Object.assign(this, structuredClone(fields));
      },
    },
  });
}

/**
 * The simulator defines a component for each page that uses it, by running its module again. Jest runs a
 * module once: so what it defined is defined again.
 */
function defineComponentsAnew(): void {
  const globals = globalThis as unknown as { Component(definition: object): void };
  const utils = require('miniprogram-simulate/src/utils') as { runJs(path: string): void };
  const { Component } = globals;
  const { runJs } = utils;
  const definitions = new Map<string, object>();
  let running = '';
  globals.Component = (definition) => {
    definitions.set(running, definition);
    Component({ ...definition });
  };
  utils.runJs = (path) => {
    running = path;
    const known = definitions.get(path);
    if (known) Component({ ...known });
    else runJs(path);
  };
}
