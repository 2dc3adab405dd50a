import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compileFunction, createContext } from 'node:vm';
import type { Any } from './any';
import { WX } from './wx';

/** Globals that WeChat hides from each script. */
const HIDDEN = ['window', 'document', 'self', 'location', 'navigator', 'XMLHttpRequest'];

/**
 * Runs the scripts of a compiled mini program by the rules of WeChat: `require` finds what WeChat finds, and a
 * script sees no more than WeChat gives it, with a `wx` that does HTTP alone.
 */
export class MiniProgram {
  private readonly modules = new Map<string, { exports: Any }>();
  /** What the scripts have handed to `App`, `Page` and `Component`, by the script. */
  private readonly defined = new Map<string, Any>();
  private readonly context: object;
  private loading = '';

  constructor(
    private readonly folder: string,
    wx: object = {},
  ) {
    const define = (options: object) => this.defined.set(this.loading, options);
    this.context = createContext({
      wx: { ...WX, ...wx },
      App: define,
      Page: define,
      Component: define,
      getApp: () => this.defined.get('app.js'),
      getCurrentPages: () => [],
      console,
      setTimeout,
      clearTimeout,
      global: {},
    });
  }

  /** @param path from the mini program's root, such as `pages/queues/queues.js` */
  load(path: string): Any {
    const known = this.modules.get(path);
    if (known) return known.exports;
    const module = { exports: {} };
    this.modules.set(path, module);
    const code = readFileSync(join(this.folder, path), 'utf8');
    const run = compileFunction(code, ['require', 'module', 'exports', ...HIDDEN], {
      filename: path,
      parsingContext: this.context,
    });
    const { loading } = this;
    this.loading = path;
    run((name: string) => this.load(this.find(name, path)), module, module.exports);
    this.loading = loading;
    return module.exports;
  }

  launch(): void {
    this.load('app.js');
    this.defined.get('app.js')?.onLaunch?.({});
  }

  /** Opens a page as WeChat does. */
  open(path: string): Any {
    this.load(`${path}.js`);
    const options = this.defined.get(`${path}.js`);
    const page = {
      ...options,
      ...options.methods,
      data: structuredClone(options.data ?? {}),
      properties: {},
      triggerEvent() {},
      setData(changes: object, done?: () => void) {
        for (const [field, value] of Object.entries(changes)) setField(page.data, field, value);
        done?.();
      },
    };
    page.lifetimes?.attached?.call(page);
    page.onLoad?.({});
    return page;
  }

  private find(name: string, from: string): string {
    const path = join(name.startsWith('.') ? dirname(from) : 'miniprogram_npm', name);
    const places = name.startsWith('.') ? [path, `${path}.js`] : [`${path}.js`, `${path}/index.js`];
    const found = places.find((place) => existsSync(join(this.folder, place)));
    if (!found) throw new Error(`module '${name}' is not defined, ${from} requires it`);
    return found;
  }
}

/** @param field such as `queues[0].State` */
function setField(data: Any, field: string, value: unknown): void {
  const names = field.match(/[^.[\]]+/g) ?? [];
  const last = names.pop() as string;
  const parent = names.reduce((object, name) => object[name], data);
  parent[last] = value;
}
