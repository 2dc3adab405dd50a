import * as glassEasel from 'glass-easel';
import { MiniProgramEnv, type Root } from 'glass-easel-miniprogram-adapter';
import { adaptNativeNodes, detailOf } from './native-nodes';
import type { Program } from './program';
import { styleScope } from './style-scope';

/** Makes page instances out of the mini program's sources. */
export interface Engine {
  createPage(path: string): Root;
}

/** Registers all pages and components. Their modules see `Page`, `Component` and `Behavior`. */
export function startEngine({ configs, templates, modules }: Program): Engine {
  const context = new glassEasel.CurrentWindowBackendContext();
  context.onEvent((target, type, detail, options) => {
    const event = new glassEasel.Event(type, detailOf(target, type, detail), options);
    glassEasel.Event.dispatchEvent(target, event);
    return event.getEventBubbleStatus();
  });
  adaptNativeNodes();

  const env = new MiniProgramEnv();
  const backend = env.associateBackend(context);
  const code = env.createCodeSpace('', true);
  for (const [path, config] of Object.entries(configs)) {
    code.addComponentStaticConfig(path, config);
    code.addStyleSheet(path, undefined, styleScope(path));
    const content = templates[path];
    if (!content) throw new Error(`${path}.wxml is missing`);
    code.addCompiledTemplate(path, {
      content,
      groupList: templates,
      fallbackListenerOnNativeNode: true,
    });
  }
  for (const path of Object.keys(configs)) {
    code.globalComponentEnv(globalThis, path, () => modules[path]?.());
  }
  return { createPage: (path) => backend.createRoot('page', code, path) };
}
