import { dirname, join } from 'node:path';
import { bundle } from './esbuild';
import { programModule } from './program';

/** The service's address in the mini program's configuration: where `npm run server` starts it. */
const CONFIGURED_SERVICE = 'http://127.0.0.1:9876';

const PREVIEW = dirname(__dirname);

export interface BundleOptions {
  /** The folder of the mini program. */
  readonly root: string;
  /** Where the service runs. */
  readonly service: string;
}

/** Builds the script of the page around the phone. */
export function bundleShell({ service }: BundleOptions): Promise<string> {
  const define = { SERVICE: JSON.stringify(service) };
  return bundle({ entryPoints: [join(PREVIEW, 'shell/shell.ts')], define });
}

/** Builds the script of the phone's screen: the mini program, and what runs it. */
export async function bundlePhone({ root, service }: BundleOptions): Promise<string> {
  const script = await bundle({
    stdin: { contents: await programModule(root), resolveDir: root },
    alias: { 'cos-wx-docqueue': dirname(PREVIEW), phone: join(PREVIEW, 'phone/launch.ts') },
  });
  return script.replaceAll(CONFIGURED_SERVICE, service);
}
