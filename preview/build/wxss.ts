import { bundle } from './esbuild';
import { WEUI, WEUI_FOLDER } from './weui';

export interface StyleOptions {
  /** The prefix by which the engine keeps a component's classes apart. */
  readonly scope?: string | undefined;
  /** The classes that inputs name as their `placeholder-class`. */
  readonly placeholders: ReadonlySet<string>;
  /** The classes that elements name as their `hover-class`: while a finger or the mouse is down on them. */
  readonly pressed: ReadonlySet<string>;
}

/** Compiles a WXSS file, with all that it imports, to CSS. */
export async function compileStyle(file: string, options: StyleOptions): Promise<string> {
  const css = await bundle({
    entryPoints: [file],
    loader: { '.wxss': 'css' },
    alias: { [WEUI]: WEUI_FOLDER },
  });
  return withSafeArea(css).replace(/[^{}]+(?=\{)/g, (prelude) =>
    prelude.trimStart().startsWith('@') ? withTheme(prelude) : rewriteSelectors(prelude, options),
  );
}

/** A browser on a desk has no notch; the phone frame has one. */
function withSafeArea(css: string): string {
  return css.replace(/\benv\(safe-area-inset-(\w+)\)/g, (_, side) =>
    side === 'bottom' ? '34px' : '0px',
  );
}

/** The theme is the one chosen beside the phone, not the computer's. */
function withTheme(prelude: string): string {
  return prelude.replace(
    /@media \(prefers-color-scheme: (\w+)\)(?= $)/,
    ':where([data-theme="$1"])',
  );
}

function rewriteSelectors(selectors: string, options: StyleOptions): string {
  const { scope, placeholders, pressed } = options;
  const prefix = scope === undefined ? '' : `${scope}--`;
  return selectors
    .replaceAll(':host', `[wx-host="${scope}"]`)
    .replace(/\.([a-z_-][\w-]*)(\s*(?:,|$))?/gi, (_, name, end) => {
      const selector = `.${prefix}${name}`;
      if (end !== undefined && placeholders.has(name)) {
        return `${selector}, [placeholder-class="${name}"]::placeholder${end}`;
      }
      if (pressed.has(name)) {
        return `:is(${selector}, :where([hover-class="${name}"]:active:not(:disabled)))${end ?? ''}`;
      }
      return selector + (end ?? '');
    });
}
