/** The plugin, and the snippet that it replaces, as mini programs ship them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSync, transformSync } from 'esbuild';

/** WeChat's own tools: `npm run test:package` installs a locked version of them. */
const TOOLS = join(process.cwd(), 'test/package/node_modules/miniprogram-ci/dist');

interface Script {
  /** What is uploaded. */
  shipped: string;
  /** The same with the helpers that it requires, for `new Function('exports', …)`. */
  runnable: string;
}

export interface Build {
  plugin: Script;
  snippet: Script;
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

function minify(code: string): Script {
  const options = { format: 'cjs', target: 'es2017', legalComments: 'none' } as const;
  const { code: shipped } = transformSync(code, { ...options, minify: true });
  return { shipped, runnable: shipped };
}

function toEs5(code: string): Script {
  const compiler = join(TOOLS, 'modules/corecompiler/original/js');
  // The root of the helpers is relative to the file, which has no folder here.
  const helpers = { babelRoot: join(TOOLS, 'vendor/babel_runtime'), filePath: 'index.js' };
  const es5 = require(join(compiler, 'enhance.js'))({ code, ...helpers });
  const { code: shipped } = require(join(compiler, 'minifyjs.js'))({ code: es5.code });
  // In a mini program they are there.
  const withoutPaths = shipped.split(helpers.babelRoot).join('@babel/runtime');
  return { shipped: withoutPaths, runnable: withHelpers(shipped) };
}

/** In a mini program the helpers are files of their own, which all of its code shares. */
function withHelpers(contents: string): string {
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: '/' },
    bundle: true,
    write: false,
    format: 'cjs',
    minifyWhitespace: true,
  });
  return outputFiles[0]?.text as string;
}

export const sizeOf = (code: string) => ({
  minified: Buffer.byteLength(code),
  gzipped: gzipSync(code, { level: 9 }).length,
});
