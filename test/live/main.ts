/** Checks what this repository assumes of the service: `npm run test:live`. */
import { Command } from 'commander';
import { ENV_HELP } from '../../server/env';
import { type LiveOptions, runChecks } from './run';

const command = new Command('npm run test:live --')
  .description('Checks against the real service what the package and the local service assume.')
  .option('--write <QueueId>', 'also pause and resume this queue, and put it back as it was found')
  .option('--record <folder>', 'keep the responses, without ids, buckets, addresses and keys')
  .option('--domain <origin>', 'check the local service at this address instead')
  .addHelpText('after', `\nIt only reads, unless --write is given.\n${ENV_HELP}`)
  .parse();

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => stop.abort(new Error('It was stopped.')));
}
// The SDK writes there what the table tells.
console.error = () => {};

runChecks(command.opts<LiveOptions>(), console.log, stop.signal)
  .catch(({ message }: Error) => console.log(message))
  .then((allAgree) => {
    process.exitCode = allAgree ? 0 : 1;
  });
