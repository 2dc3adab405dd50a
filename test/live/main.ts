/** Checks what this repository assumes about the real service: `npm run test:live`. */
import { Command } from 'commander';
import { ENV_HELP } from '../../server/env';
import { type LiveOptions, runChecks } from './run';

const command = new Command('npm run test:live --')
  .description('Checks what the package and the local service assume about the real service.')
  .option('--write <QueueId>', 'also pause and resume this queue, then restore it')
  .option(
    '--record <folder>',
    'write the responses to a folder, without ids, buckets, addresses and keys',
  )
  .option('--domain <origin>', 'check the local service at this address instead')
  .addHelpText('after', `\nWithout --write it only reads.\n${ENV_HELP}`)
  .parse();

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => stop.abort(new Error('Stopped.')));
}
// The SDK would print there what the table already shows.
console.error = () => {};

runChecks(command.opts<LiveOptions>(), console.log, stop.signal)
  .catch(({ message }: Error) => console.log(message))
  .then((allAgree) => {
    process.exitCode = allAgree ? 0 : 1;
  });
