/**
 * Builds the package: `tsx scripts/build.mts` writes `miniprogram_dist`, `--check` fails when what is
 * there is not what `src` builds.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { generateDtsBundle } from 'dts-bundle-generator';
import { build } from 'esbuild';

const OUT = 'miniprogram_dist';
const VALUES = ['docQueue', 'DocQueueError', 'DocQueueState', 'isDocQueueError'];

/** What WeChat DevTools copies byte for byte: CommonJS, ES2017, readable in the debugger. */
async function script(): Promise<string> {
  const { license, version } = JSON.parse(await readFile('package.json', 'utf8'));
  const { outputFiles } = await build({
    // Plain assignments to `exports`, where esbuild's own way takes half a kilobyte.
    stdin: {
      contents: [
        `import { ${VALUES.join(', ')} } from './src/index.ts';`,
        "Object.defineProperty(exports, '__esModule', { value: true });",
        ...VALUES.map((name) => `exports.${name} = ${name};`),
      ].join('\n'),
      resolveDir: '.',
    },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'neutral',
    target: 'es2017',
    charset: 'utf8',
    banner: { js: `/*! cos-wx-docqueue ${version}, ${license} licence */\n'use strict';` },
  });
  return outputFiles[0]?.text as string;
}

function declarations(): string {
  const [text] = generateDtsBundle(
    [{ filePath: 'src/index.ts', output: { noBanner: true, exportReferencedTypes: false } }],
    { preferredConfigPath: 'src/tsconfig.json' },
  );
  // An app with `lib: ["es2017"]` lacks only `AsyncIterableIterator` of all that the types name.
  return `/// <reference lib="es2018.asynciterable" />\n${documentOverloads(text as string)}`;
}

/** Gives the documentation of a method to its other overloads: an editor shows each only its own. */
function documentOverloads(declarations: string): string {
  const documented = new Map<string, string>();
  return declarations.replace(
    /(\t\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?\t(\w+)\(/g,
    (signature, comment, name) => {
      if (comment) documented.set(name, comment);
      return comment ? signature : (documented.get(name) ?? '') + signature;
    },
  );
}

const built: Record<string, string> = { 'index.js': await script(), 'index.d.ts': declarations() };

if (process.argv.includes('--check')) {
  const stale: string[] = [];
  for (const name of new Set([...Object.keys(built), ...(await readdir(OUT).catch(() => []))])) {
    const found = await readFile(`${OUT}/${name}`, 'utf8').catch(() => undefined);
    if (found !== built[name]) stale.push(name);
  }
  if (stale.length > 0) {
    console.error(`${OUT} is not what src builds: ${stale.join(', ')}. Run: npm run build`);
    process.exit(1);
  }
  console.log(`${OUT} is what src builds.`);
} else {
  await rm(OUT, { recursive: true, force: true });
  await mkdir(OUT);
  for (const [name, text] of Object.entries(built)) await writeFile(`${OUT}/${name}`, text);
  console.log(`Wrote ${Object.keys(built).join(' and ')} to ${OUT}.`);
}
