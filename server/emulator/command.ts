import { parseArgs } from 'node:util';
import { MAX_QUEUES } from './state';

export interface Arguments {
  port?: number;
  queues?: number;
}

/**
 * Runs a command of this repository that serves until it is told to end.
 *
 * @param name as in `npm run <name>`
 * @param help what `--help` prints
 * @param start begins to serve, and says so
 */
export async function runCommand(
  name: string,
  help: string,
  start: (given: Arguments) => Promise<{ close(): Promise<void> }>,
): Promise<void> {
  try {
    const given = readArguments(help);
    if (!given) {
      console.log(help);
      return;
    }
    const served = await start(given);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => served.close());
  } catch (error) {
    const { code, port, message } = error as NodeJS.ErrnoException & { port?: number };
    console.error(
      code === 'EADDRINUSE'
        ? `Port ${port} is taken. Stop what listens there, or choose another: npm run ${name} -- --port 0`
        : message,
    );
    process.exitCode = 1;
  }
}

/** Nothing when help is asked for. */
function readArguments(help: string): Arguments | undefined {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string' },
        queues: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return undefined;
    return {
      ...readNumber('port', values.port, 65535),
      ...readNumber('queues', values.queues, MAX_QUEUES),
    };
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${help}`);
  }
}

function readNumber(name: string, text: string | undefined, most: number) {
  if (text === undefined) return {};
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} must be a number, not ${text}.`);
  if (Number(text) > most)
    throw new Error(`--${name} must be a number up to ${most}, not ${text}.`);
  return { [name]: Number(text) };
}
