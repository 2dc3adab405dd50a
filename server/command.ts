import { type Command, InvalidArgumentError, Option } from 'commander';

/** Parses the arguments of `command` and runs the server that `start` starts, until SIGINT or SIGTERM. */
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

/** When npm receives SIGTERM, it ends the shell that runs the script, and the shell does not pass the signal on. */
function endWithShell(end: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  setInterval(() => process.ppid !== shell && end(), 200).unref();
}

/** Creates a parser of whole numbers from 0 to `limit`. */
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
    'how many queues there are (default: five, one of each kind)',
  ).argParser(numberUpTo(limit));
