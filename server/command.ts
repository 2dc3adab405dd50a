import { parseArgs } from 'node:util';

/** The options that take a number. */
export interface Options {
  port?: number;
  queues?: number;
}

interface Command {
  /** As in `npm run <name>`. */
  readonly name: string;
  /** What `--help` prints. */
  readonly help: string;
  /** The largest value of each option that it has beside `--port`. */
  readonly limits?: { readonly queues?: number };
  /** Begins to serve, and says so. */
  start(options: Options): Promise<{ close(): Promise<void> }>;
}

/** Runs a command of this repository that serves until it is told to end. */
export async function runCommand({ name, help, limits, start }: Command): Promise<void> {
  try {
    const options = readOptions(name, help, { port: 65535, ...limits });
    if (!options) {
      console.log(help);
      return;
    }
    const served = await start(options);
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

/** @returns nothing when help is asked for */
function readOptions(
  name: string,
  help: string,
  limits: Record<string, number>,
): Options | undefined {
  const number = { type: 'string' } as const;
  const flag = { type: 'boolean', short: 'h' } as const;
  const numbers = Object.fromEntries(Object.keys(limits).map((option) => [option, number]));
  try {
    for (const option of Object.keys(limits)) refuseWhatNpmKept(name, option);
    const { help: asked, ...texts } = parseArgs({ options: { ...numbers, help: flag } }).values;
    if (asked) return undefined;
    return Object.fromEntries(
      Object.entries(texts).map(([option, text]) => [
        option,
        readNumber(option, String(text), limits[option] as number),
      ]),
    );
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${help}`);
  }
}

/** Without a `--` of its own, npm takes an option for one of npm's, and passes on its value at most. */
function refuseWhatNpmKept(name: string, option: string): void {
  const passedOn = process.argv.some((argument) => argument.startsWith(`--${option}`));
  if (passedOn || process.env[`npm_config_${option}`] === undefined) return;
  throw new Error(
    `npm kept --${option} for itself: a -- is missing. Write npm run ${name} -- --${option} <number>`,
  );
}

function readNumber(option: string, text: string, limit: number): number {
  if (/^\d{1,9}$/.test(text) && Number(text) <= limit) return Number(text);
  throw new Error(`--${option} must be a number up to ${limit}, not ${text}.`);
}
