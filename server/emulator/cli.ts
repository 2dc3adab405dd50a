import { parseArgs } from 'node:util';
import { ZodError, z } from 'zod';
import { type Emulator, startEmulator } from './index';

const DEFAULT_PORT = 9876;

const HELP = `The doc-queue service of Tencent Cloud CI on this machine, to develop and test against.

  npm run server -- [--port <number>] [--queues <number>]

  --port <number>    the port on 127.0.0.1; 0 takes a free one (default ${DEFAULT_PORT})
  --queues <number>  so many queues (default: a few, one of each kind)
  --help             this text`;

async function main(): Promise<void> {
  const { port, queues, help } = readArguments();
  if (help) {
    console.log(HELP);
    return;
  }
  const emulator = await startEmulator({ port, ...(queues !== undefined && { queues }) });
  console.log(introduce(emulator));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => emulator.close());
  }
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: String(DEFAULT_PORT) },
      queues: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const port = readNumber('--port', values.port);
  if (port > 65535) throw new Error('--port must be at most 65535.');
  const queues = values.queues === undefined ? undefined : readNumber('--queues', values.queues);
  return { port, queues, help: values.help };
}

function readNumber(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${name} must be a number, not ${text}.`);
  return Number(text);
}

const introduce = ({ url, key, queues }: Emulator) => `\
The doc-queue service is at ${url} with ${queues.length} queues. Ctrl+C ends it.

  Point the plugin at it:
    docQueue(cos, { Bucket: 'examplebucket-1250000000', Region: 'ap-beijing', Domain: '${url}' });

  Temporary keys, for getAuthorization:  GET ${url}/sts
  Or the fixed pair, on this machine only:
    SecretId   ${key.secretId}
    SecretKey  ${key.secretKey}

  Faults and what else it can do:        GET ${url}/_emulator
  The next two calls fail, for example:
    curl -X PUT ${url}/_emulator/fault -d '{"times":2,"answer":{"status":503}}'`;

function explain(error: unknown): string {
  const { code, port, message } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken. Stop what listens there, or choose another: npm run server -- --port 0`;
  }
  if (error instanceof ZodError) return z.prettifyError(error);
  return `${message}\n\n${HELP}`;
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exitCode = 1;
});
