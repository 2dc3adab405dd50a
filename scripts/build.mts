/**
 * Builds the package: `tsx scripts/build.mts` writes `miniprogram_dist`, `--check` fails when what is
 * committed there is not what `src` builds.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { generateDtsBundle } from 'dts-bundle-generator';
import { type TransformOptions, transform } from 'esbuild';
import { rollup } from 'rollup';

const OUT = 'miniprogram_dist';

const TYPESCRIPT: TransformOptions = {
  loader: 'ts',
  target: 'es2017',
  charset: 'utf8',
  // Otherwise a class's declared fields become definitions, which ES2017 has none of.
  tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
};

/**
 * Half of saxen is for namespaces, streams, proxies and attributes. They are methods and options of its
 * `Parser`, so no bundler can tell that they are not used here: without these lines Rollup drops the
 * rest. They are those of the locked version: another one may need others, and says so.
 */
const UNUSED: [RegExp, string][] = [
  ...['ns', 'write', 'end', 'stop'].map((method): [RegExp, string] => [
    new RegExp(`^ {2}this\\['${method}'\\] = function[^]*?^ {2}\\};$`, 'm'),
    '',
  ]),
  [/(?<=var proxy = )options && options\['proxy'\]/, 'false'],
  [/(?<=function parse\(xml), streaming = false/, ''],
  [/(?<=onOpenTag\(elementName), getAttrs, .*(?=\))/, ''],
];

function withoutUnused(code: string, id: string): string | null {
  if (!id.includes('/saxen/')) return null;
  return UNUSED.reduce((left, [unused, instead]) => {
    if (!unused.test(left)) throw new Error(`saxen is not what it was: it has no ${unused}`);
    return left.replace(unused, instead);
  }, code);
}

/** What WeChat DevTools copies byte for byte: CommonJS, ES2017, readable in the debugger. */
async function script(): Promise<string> {
  const { license, version } = JSON.parse(await readFile('package.json', 'utf8'));
  const notice = await readFile('node_modules/saxen/LICENSE', 'utf8');
  const bundle = await rollup({
    input: 'src/index.ts',
    plugins: [
      { name: 'unused', transform: withoutUnused },
      {
        name: 'typescript',
        resolveId: (id, importer) =>
          importer && id.startsWith('.')
            ? join(dirname(importer), id.replace(/\.js$/, '.ts'))
            : null,
        transform: async (code) => (await transform(code, TYPESCRIPT)).code,
      },
      nodeResolve(),
    ],
  });
  const { output } = await bundle.generate({
    format: 'cjs',
    esModule: true,
    banner: [
      `/* cos-wx-docqueue ${version}, ${license} licence. It holds a copy of saxen, whose licence is:`,
      '',
      notice.trim(),
      '*/',
    ].join('\n'),
  });
  return output[0].code;
}

function declarations(): string {
  const [text] = generateDtsBundle(
    [{ filePath: 'src/index.ts', output: { noBanner: true, exportReferencedTypes: false } }],
    { preferredConfigPath: 'src/tsconfig.json' },
  );
  return text as string;
}

async function committed(): Promise<Record<string, string>> {
  const names = await readdir(OUT).catch(() => []);
  const texts = await Promise.all(names.map((name) => readFile(`${OUT}/${name}`, 'utf8')));
  return Object.fromEntries(names.map((name, index) => [name, texts[index] as string]));
}

const built: Record<string, string> = { 'index.js': await script(), 'index.d.ts': declarations() };

if (process.argv.includes('--check')) {
  const found = await committed();
  const names = new Set([...Object.keys(built), ...Object.keys(found)]);
  const stale = [...names].filter((name) => built[name] !== found[name]);
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
