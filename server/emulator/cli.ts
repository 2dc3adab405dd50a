import { runCommand } from '../command';
import { type Emulator, startEmulator } from './index';
import { MAX_QUEUES } from './state';

const DEFAULT_PORT = 9876;

const HELP = `The doc-queue service of Tencent Cloud CI on this machine, to develop and test against.

  npm run server -- [--port <number>] [--queues <number>]

  --port <number>    the port on 127.0.0.1; 0 takes a free one (default ${DEFAULT_PORT})
  --queues <number>  how many queues it has (default: a few, one of each kind)
  --help             this text`;

const introduce = ({ url, key, queues }: Emulator) => `\
The doc-queue service is at ${url} with ${queues.length} queues. Ctrl+C ends it.

  Point the plugin at it:
    docQueue(cos, { Bucket: 'examplebucket-1250000000', Region: 'ap-beijing', Domain: '${url}' });

  Temporary keys, for getAuthorization:  GET ${url}/sts
  Or the fixed pair, on this machine only:
    SecretId   ${key.secretId}
    SecretKey  ${key.secretKey}

  Faults and what else it can do:        GET ${url}/_emulator
  For example, let the next two lists fail:
    curl -X PUT ${url}/_emulator/fault -d '{"target":"list","times":2,"answer":{"status":503}}'`;

runCommand({
  name: 'server',
  help: HELP,
  limits: { queues: MAX_QUEUES },
  async start({ port = DEFAULT_PORT, ...options }) {
    const emulator = await startEmulator({ port, ...options });
    console.log(introduce(emulator));
    return emulator;
  },
});
