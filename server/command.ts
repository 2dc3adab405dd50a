import { type Command, InvalidArgumentError, Option } from 'commander';

/**
 * Runs a command of this repository that serves until it is told to end.
 *
 * @param command named as it is typed, such as `npm run server --`
 * @param start begins to serve, and says where
 */
export async function runCommand<Options>(
  command: Command,
  start: (options: Options) => Promise<{ close(): Promise<void> }>,
): Promise<void> {
  command.showHelpAfterError().parse();
  try {
    const server = await start(command.opts() as Options);
    const end = () => server.close();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
    endWithShell(end);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

/** A SIGTERM to npm ends the shell in which it runs its script, and the shell does not pass the signal on. */
function endWithShell(end: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  setInterval(() => process.ppid !== shell && end(), 200).unref();
}

/** Returns a parser for whole numbers from 0 to `limit`. */
function numberUpTo(limit: number): (text: string) => number {
  return (text) => {
    if (/^\d{1,9}$/.test(text) && Number(text) <= limit) return Number(text);
    throw new InvalidArgumentError(`It must be a whole number from 0 to ${limit}.`);
  };
}

export const readPort = numberUpTo(65_535);

export const queuesOption = (limit: number) =>
  new Option(
    '--queues <number>',
    'how many queues it has (default: a few, one of each kind)',
  ).argParser(numberUpTo(limit));
