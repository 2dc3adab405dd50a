import { Command } from 'commander';
import { queuesOption, readPort, runCommand } from '../command';
import { type Emulator, startEmulator } from './index';
import { type EmulatorOptions, MAX_QUEUES } from './state';

const command = new Command('npm run server --')
  .description(
    'Runs the doc-queue service of Tencent Cloud CI on this machine, for development and tests.',
  )
  .option('--port <number>', 'the port on 127.0.0.1; 0 picks a free one', readPort, 9876)
  .addOption(queuesOption(MAX_QUEUES));

const introduce = ({ url, key, queues }: Emulator) => `\
The doc-queue service is at ${url} with ${queues.length} queues. Ctrl+C ends it.

  Point the plugin at it:
    docQueue(cos, { Bucket: 'examplebucket-1250000000', Region: 'ap-beijing', Domain: '${url}' });

  Temporary keys, for getAuthorization:  GET ${url}/sts
  Or the permanent key, which only this service accepts:
    SecretId   ${key.secretId}
    SecretKey  ${key.secretKey}

  All that it can do, such as faults:    GET ${url}/_emulator
  For example, make every list fail (the SDK retries by itself):
    curl -X PUT ${url}/_emulator/fault -d '{"target":"list","answer":{"status":503}}'`;

runCommand(command, async (options: EmulatorOptions) => {
  const emulator = await startEmulator(options);
  console.log(introduce(emulator));
  return emulator;
});
