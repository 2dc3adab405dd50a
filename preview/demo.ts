import { join } from 'node:path';
import { type Emulator, startEmulator } from '../server/emulator';
import type { Listening } from '../server/listen';
import { servePreview } from './server';

export interface DemoOptions {
  /** The preview's port: 0, the default, picks a free one. */
  readonly port?: number;
  /** How many queues the service has; by default a few, one of each kind. */
  readonly queues?: number;
  /** The folder of the mini program. */
  readonly root?: string;
}

export interface Demo extends Listening {
  readonly emulator: Emulator;
}

const MINI_PROGRAM = join(__dirname, '../demo-miniprogram');

/**
 * Starts the service and the preview of the mini program that uses it.
 *
 * @throws (rejects) when the source cannot be built, or the port asked for is taken
 */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const { port = 0, root = MINI_PROGRAM, ...emulatorOptions } = options;
  const emulator = await startEmulator(emulatorOptions);
  try {
    const preview = await servePreview({ root, service: emulator.url, port });
    const close = async () => {
      await Promise.all([preview.close(), emulator.close()]);
    };
    return { url: preview.url, emulator, close };
  } catch (error) {
    await emulator.close();
    throw error;
  }
}
