import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';

export interface Size {
  minified: number;
  gzipped: number;
}

/** The size of a module as a bundler ships it: minified, without comments, and gzipped. */
export function sizeOf(file: string): Size {
  const { outputFiles } = buildSync({
    entryPoints: [file],
    bundle: true,
    minify: true,
    write: false,
    format: 'cjs',
    target: 'es2017',
    legalComments: 'none',
  });
  return sizes((outputFiles[0] as { contents: Uint8Array }).contents);
}

/** The size of a file that is minified already. */
export function sizeAsItIs(file: string): Size {
  return sizes(readFileSync(file));
}

const sizes = (contents: Uint8Array): Size => ({
  minified: contents.length,
  gzipped: gzipSync(contents, { level: 9 }).length,
});
