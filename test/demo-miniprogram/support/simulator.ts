import { join } from 'node:path';
import type { Rendered } from './page';

const ROOT = join(__dirname, '../../../demo-miniprogram');

/** Returns a function that renders a page of the demo. A page is loaded once per test file. */
export function startSimulator(wx: object): (page: string) => Rendered {
  // Loading it defines a global `wx`, with functions that the demo must not rely on.
  const { load, render } = require('miniprogram-simulate');
  Object.assign(globalThis, { wx, Page: definePage });
  rerunComponents();
  registerBuiltIns();
  const ids: Record<string, string> = {};
  return (page) => {
    ids[page] ??= load(join(ROOT, 'pages', page, page), { rootPath: ROOT });
    return render(ids[page]);
  };
}

/** miniprogram-simulate has no pages: a page is defined as a component with the same members. */
function definePage({ data, ...members }: Record<string, unknown>): void {
  const { Component } = globalThis as unknown as { Component(definition: object): void };
  const created = function (this: object) {
    Object.assign(this, members);
  };
  Component({ data, lifetimes: { created } });
}

/**
 * The simulator defines a component for each page that uses it, by running its module again. Jest does so only
 * in isolation.
 */
function rerunComponents(): void {
  const utils: { runJs(path: string): void } = require('miniprogram-simulate/src/utils');
  const { runJs } = utils;
  utils.runJs = (path) => {
    if (path.startsWith(join(ROOT, 'components'))) jest.isolateModules(() => runJs(path));
    else runJs(path);
  };
}

const TAGS = ['view', 'text', 'button', 'input', 'textarea'];
const ATTRIBUTES = ['role', 'label', 'selected', 'checked', 'disabled', 'pressed']
  .map((name) => `aria-${name}`)
  .concat('disabled', 'value');

/** Built-in tags that, unlike the simulator's own, keep the attributes that a user or a screen reader notices. */
function registerBuiltIns(): void {
  const { register }: { register(definition: object): void } = require('j-component');
  const properties = Object.fromEntries(ATTRIBUTES.map(toProperty));
  for (const id of TAGS) register({ id, tagName: `wx-${id}`, template: '<slot/>', properties });
}

function toProperty(attribute: string) {
  const name = attribute.replace(/-./, ([, letter = '']) => letter.toUpperCase());
  const observer = function (this: { $$: HTMLElement }, value: unknown) {
    if (value) this.$$.setAttribute(attribute, String(value));
    else this.$$.removeAttribute(attribute);
  };
  return [name, { type: null, observer }];
}
