import { Command } from 'commander';
import { queuesOption, readPort, runCommand } from '../server/command';
import { MAX_QUEUES } from '../server/emulator/state';
import { type DemoOptions, startDemo } from './demo';

const command = new Command('npm run demo --')
  .description('The demo in a browser, and the service that it uses, on this machine.')
  .option('--port <number>', 'the port on 127.0.0.1; 0 picks a free one', readPort, 8080)
  .addOption(queuesOption(MAX_QUEUES));

runCommand(command, async (options: DemoOptions) => {
  const demo = await startDemo(options);
  console.log(`The demo is at ${demo.url}\nCtrl+C ends it.`);
  return demo;
});
