import { parseArgs } from 'node:util';
import { startDemo } from './demo';

const HELP = `The demo in a browser: the mini program, and the service that it uses, on this machine.

  npm run demo -- [--port <number>] [--queues <number>]

  --port <number>    the port on 127.0.0.1 (default 8080, or a free one when that is taken)
  --queues <number>  so many queues (default: a few, one of each kind)
  --help             this text`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      queues: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const demo = await startDemo({
    ...readNumber('port', values.port, 65535),
    ...readNumber('queues', values.queues, 100_000),
  });
  console.log(`The demo is at ${demo.url}\nCtrl+C ends it.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => demo.close());
}

function readNumber(name: string, text: string | undefined, most: number) {
  if (text === undefined) return {};
  const number = Number(text);
  if (!/^\d{1,9}$/.test(text) || number > most) {
    throw new Error(`--${name} must be a number up to ${most}, not ${text}.\n\n${HELP}`);
  }
  return { [name]: number };
}

main().catch((error: NodeJS.ErrnoException & { port?: number }) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? `Port ${error.port} is taken. Leave --port out to have a free one.`
      : error.message,
  );
  process.exitCode = 1;
});
