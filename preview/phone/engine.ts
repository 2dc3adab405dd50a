import * as glassEasel from 'glass-easel';
import { MiniProgramEnv, type Root } from 'glass-easel-miniprogram-adapter';
import { adaptNativeNodes, detailOf } from './native-nodes';
import type { Program } from './program';
import { styleScope } from './style-scope';

/** Makes page instances out of the mini program's sources. */
export class Engine {
  readonly #backend;
  readonly #code;

  constructor(private readonly program: Program) {
    const context = new glassEasel.CurrentWindowBackendContext();
    context.onEvent((target, type, detail, options) => {
      const event = new glassEasel.Event(type, detailOf(target, type, detail), options);
      glassEasel.Event.dispatchEvent(target, event);
      return event.getEventBubbleStatus();
    });
    adaptNativeNodes();
    const env = new MiniProgramEnv();
    this.#backend = env.associateBackend(context);
    this.#code = env.createCodeSpace('', true);
  }

  /** Registers all pages and components. Their modules see `Page`, `Component` and `Behavior`. */
  runModules(): void {
    const { configs, templates, modules } = this.program;
    for (const [path, config] of Object.entries(configs)) {
      this.#code.addComponentStaticConfig(path, config);
      this.#code.addStyleSheet(path, undefined, styleScope(path));
      this.#code.addCompiledTemplate(path, {
        content: templates[path] as glassEasel.template.ComponentTemplate['content'],
        groupList: templates,
        fallbackListenerOnNativeNode: true,
      });
    }
    for (const path of Object.keys(configs)) {
      this.#code.globalComponentEnv(globalThis, path, () => modules[path]?.());
    }
  }

  createPage(path: string): Root {
    return this.#backend.createRoot('page', this.#code, path);
  }
}
