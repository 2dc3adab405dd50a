import { bundle } from './esbuild';

/**
 * Compiles a WXSS file, with all that it imports, to CSS.
 *
 * @param scope the prefix by which the engine keeps a component's classes apart
 */
export async function compileStyle(file: string, scope?: string): Promise<string> {
  const css = await bundle({ entryPoints: [file], loader: { '.wxss': 'css' } });
  return (
    css
      .replace(/[^{}]+(?=\{)/g, (prelude) =>
        prelude.trimStart().startsWith('@') ? withTheme(prelude) : rewriteSelectors(prelude, scope),
      )
      // A desktop browser has no safe area.
      .replace(/\benv\(safe-area-inset-(\w+)\)/g, (_, side) => (side === 'bottom' ? '34px' : '0px'))
  );
}

/** The theme is the one chosen in the panel, not the computer's. */
function withTheme(prelude: string): string {
  return prelude.replace(
    /@media \(prefers-color-scheme: (\w+)\)(?= $)/,
    ':where([data-theme="$1"])',
  );
}

function rewriteSelectors(selectors: string, scope?: string): string {
  const prefix = scope === undefined ? '' : `${scope}--`;
  return (
    selectors
      .replace(/\.([a-z_-][\w-]*)/gi, `.${prefix}$1`)
      // In WeChat a placeholder is an element; the demo and WeUI name its class `…placeholder`.
      .replace(
        /[^\s,]*\.(?:[\w-]+--)?([\w-]*placeholder)(?=\s*(?:,|$))/g,
        '$&, [placeholder-class="$1"]::placeholder',
      )
  );
}
