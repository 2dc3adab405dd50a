import { join } from 'node:path';
import { type Emulator, startEmulator } from '../server/emulator';
import type { Listening } from '../server/listen';
import { servePreview } from './server';

export interface DemoOptions {
  /** The preview's port: 0 takes a free one, and so does the default when it is taken. */
  readonly port?: number;
  /** How many queues the service has; by default a few, one of each kind. */
  readonly queues?: number;
  /** The folder of the mini program. */
  readonly root?: string;
}

export interface Demo extends Listening {
  readonly emulator: Emulator;
}

const DEFAULT_PORT = 8080;

const MINI_PROGRAM = join(__dirname, '../demo-miniprogram');

/**
 * Starts the service and the preview of the mini program that uses it.
 *
 * @throws (rejects) when the source cannot be built, or the port asked for is taken
 */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const { port, root = MINI_PROGRAM, ...emulatorOptions } = options;
  const emulator = await startEmulator(emulatorOptions);
  const serve = (port: number) => servePreview({ root, service: emulator.url, port });
  try {
    const preview = await serve(port ?? DEFAULT_PORT).catch((error) => {
      if (port === undefined && error.code === 'EADDRINUSE') return serve(0);
      throw error;
    });
    const close = async () => {
      await Promise.all([preview.close(), emulator.close()]);
    };
    return { url: preview.url, emulator, close };
  } catch (error) {
    await emulator.close();
    throw error;
  }
}
