import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';

/** A module as a bundler ships it: minified, without comments. */
export function minify(file: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [file],
    bundle: true,
    minify: true,
    write: false,
    format: 'cjs',
    target: 'es2017',
    legalComments: 'none',
  });
  return outputFiles[0]?.text ?? '';
}

export const sizeOf = (minified: string) => ({
  minified: Buffer.byteLength(minified),
  gzipped: gzipSync(minified, { level: 9 }).length,
});
