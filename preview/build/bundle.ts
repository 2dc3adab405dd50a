import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type BuildOptions, context, type Plugin } from 'esbuild';
import { programModule } from './program';

/** Where the mini program's configuration says that the service is: where `npm run server` starts it. */
const CONFIGURED = 'http://127.0.0.1:9876';

const HERE = dirname(__dirname);
const REPOSITORY = dirname(HERE);

export interface BundleOptions {
  /** The folder of the mini program. */
  readonly root: string;
  /** Where the service really is. */
  readonly service: string;
}

export type Script = 'shell' | 'phone';

export interface Bundles {
  /** Builds what changed since the last time. Rejects with what is wrong. */
  build(script: Script): Promise<string>;
  dispose(): Promise<void>;
}

/** The scripts of the two documents: that of the page around the phone, and that of the phone's screen. */
export async function bundle({ root, service }: BundleOptions): Promise<Bundles> {
  const shared: BuildOptions = {
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    define: { SERVICE: JSON.stringify(service) },
    logLevel: 'silent',
  };
  const shell = await context({ ...shared, entryPoints: [join(HERE, 'shell/shell.ts')] });
  const phone = await context({
    ...shared,
    entryPoints: ['program'],
    alias: { 'cos-wx-docqueue': REPOSITORY, phone: join(HERE, 'phone/launch.ts') },
    plugins: [miniProgram(root, service)],
  });
  const contexts = { shell, phone };
  return {
    async build(script) {
      const { outputFiles } = await contexts[script].rebuild();
      return outputFiles?.[0]?.text ?? '';
    },
    async dispose() {
      await Promise.all([shell.dispose(), phone.dispose()]);
    },
  };
}

function miniProgram(root: string, service: string): Plugin {
  return {
    name: 'mini-program',
    setup(build) {
      build.onResolve({ filter: /^program$/ }, () => ({ path: root, namespace: 'program' }));
      build.onLoad({ filter: /.*/, namespace: 'program' }, async () => ({
        contents: await programModule(root),
        resolveDir: root,
      }));
      build.onLoad({ filter: /[\\/]config\.ts$/ }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        return { contents: source.replaceAll(CONFIGURED, service), loader: 'ts' };
      });
    },
  };
}
