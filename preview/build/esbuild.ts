import { type BuildOptions, build } from 'esbuild';

/**
 * Bundles a script or a style sheet for the browser.
 *
 * @throws (rejects) with what is wrong in the sources
 */
export async function bundle(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    ...options,
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
