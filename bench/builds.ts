/** The plugin, and the snippet that it replaces, as mini programs ship them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { transformSync } from 'esbuild';

/** WeChat's own tools: `npm run test:package` installs a locked version of them. */
const TOOLS = join(process.cwd(), 'test/package/node_modules/miniprogram-ci/dist');

export interface Build {
  plugin: string;
  snippet: string;
}

/** As a bundler makes them, and, where WeChat's tools are installed, as these do at their usual settings. */
export function makeBuilds(): { ES2017: Build; ES5?: Build } {
  const plugin = readFileSync('miniprogram_dist/index.js', 'utf8');
  // Plain assignments, where esbuild's own way to export takes half a kilobyte.
  const source = readFileSync('bench/snippet.ts', 'utf8').replace(
    /export (function (\w+))/g,
    'exports.$2 = $2;\n$1',
  );
  const snippet = transformSync(source, { loader: 'ts', target: 'es2017' }).code;
  return {
    ES2017: { plugin: minify(plugin), snippet: minify(snippet) },
    ...(existsSync(TOOLS) && { ES5: { plugin: toEs5(plugin), snippet: toEs5(snippet) } }),
  };
}

function minify(code: string): string {
  const options = { format: 'cjs', target: 'es2017', legalComments: 'none' } as const;
  return transformSync(code, { ...options, minify: true }).code;
}

/** Neither of the two needs one of Babel's helpers, which would be a file of its own. */
function toEs5(code: string): string {
  const compiler = join(TOOLS, 'modules/corecompiler/original/js');
  const helpers = { babelRoot: '@babel/runtime', filePath: 'index.js' };
  const es5 = require(join(compiler, 'enhance.js'))({ code, ...helpers });
  return require(join(compiler, 'minifyjs.js'))({ code: es5.code }).code;
}

export const sizeOf = (code: string) => ({
  minified: Buffer.byteLength(code),
  gzipped: gzipSync(code, { level: 9 }).length,
});
