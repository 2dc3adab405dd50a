import { build } from 'esbuild';

export interface StyleOptions {
  /** The prefix by which the engine keeps a component's classes apart. */
  readonly scope: string | undefined;
  /** The classes that inputs name as their `placeholder-class`. */
  readonly placeholders: ReadonlySet<string>;
}

/** Compiles a WXSS file, with all that it imports, to CSS. */
export async function compileStyle(file: string, options: StyleOptions): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    loader: { '.wxss': 'css' },
    logLevel: 'silent',
  });
  return withSafeArea(outputFiles[0]?.text ?? '').replace(/[^{}]+(?=\{)/g, (prelude) =>
    prelude.trimStart().startsWith('@') ? prelude : rewriteSelectors(prelude, options),
  );
}

/** A browser on a desk has no notch; the phone frame has one. */
function withSafeArea(css: string): string {
  return css.replace(/\benv\((?=safe-area-inset-)/g, 'var(--');
}

function rewriteSelectors(selectors: string, { scope, placeholders }: StyleOptions): string {
  const withPlaceholders = selectors.replace(/\.([\w-]+)(?=\s*(,|$))/g, (selector, name) =>
    placeholders.has(name) ? `${selector}, [placeholder-class="${name}"]::placeholder` : selector,
  );
  if (scope === undefined) return withPlaceholders;
  return withPlaceholders
    .replace(/\.(?=[a-z_-])/gi, `.${scope}--`)
    .replaceAll(':host', `[wx-host="${scope}"]`);
}
