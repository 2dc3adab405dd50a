import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compileFunction } from 'node:vm';

// biome-ignore lint/suspicious/noExplicitAny: compiled code has no types
type Any = any;

/** Loads a compiled mini program's scripts by the rules of WeChat: Node's would find too much. */
export class MiniProgram {
  private readonly modules = new Map<string, { exports: Any }>();

  constructor(private readonly folder: string) {}

  /** @param path from the mini program's root, such as `pages/queues/queues.js` */
  load(path: string): Any {
    const known = this.modules.get(path);
    if (known) return known.exports;
    const module = { exports: {} };
    this.modules.set(path, module);
    const code = readFileSync(join(this.folder, path), 'utf8');
    const run = compileFunction(code, ['require', 'module', 'exports'], { filename: path });
    run((name: string) => this.require(name, path), module, module.exports);
    return module.exports;
  }

  /** What a script gets when it requires a module. */
  require(name: string, from: string): Any {
    const found = this.candidates(name, dirname(from)).find((path) =>
      existsSync(join(this.folder, path)),
    );
    if (!found) throw new Error(`module '${name}' is not defined, ${from} requires it`);
    return this.load(found);
  }

  private candidates(name: string, folder: string): string[] {
    if (/^\.{0,2}\//.test(name)) {
      const path = name.startsWith('/') ? name.slice(1) : join(folder, name);
      return [path.endsWith('.js') ? path : `${path}.js`, join(path, 'index.js')];
    }
    const inside = join(folder, 'miniprogram_npm', name);
    const here = [`${inside}.js`, join(inside, 'index.js')];
    return folder === '.' ? here : [...here, ...this.candidates(name, dirname(folder))];
  }
}
