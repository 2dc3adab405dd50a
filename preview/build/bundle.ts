import { dirname, join } from 'node:path';
import { bundle } from './esbuild';
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

/** The script of the page around the phone. */
export function bundleShell({ service }: BundleOptions): Promise<string> {
  const define = { SERVICE: JSON.stringify(service) };
  return bundle({ entryPoints: [join(HERE, 'shell/shell.ts')], define });
}

/** The script of the phone's screen: the mini program, and what runs it. */
export async function bundlePhone({ root, service }: BundleOptions): Promise<string> {
  const script = await bundle({
    stdin: { contents: await programModule(root), resolveDir: root },
    alias: { 'cos-wx-docqueue': REPOSITORY, phone: join(HERE, 'phone/launch.ts') },
    // WeChat's own name for it.
    define: { global: 'globalThis' },
  });
  return script.replaceAll(CONFIGURED, service);
}
