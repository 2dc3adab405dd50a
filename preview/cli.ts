import { runCommand } from '../server/command';
import { MAX_QUEUES } from '../server/emulator/state';
import { startDemo } from './demo';

const HELP = `The demo in a browser: the mini program, and the service that it uses, on this machine.

  npm run demo -- [--port <number>] [--queues <number>]

  --port <number>    the port on 127.0.0.1 (default 8080, or a free one when that is taken)
  --queues <number>  how many queues it has (default: a few, one of each kind)
  --help             this text`;

runCommand({
  name: 'demo',
  help: HELP,
  limits: { queues: MAX_QUEUES },
  async start(options) {
    const demo = await startDemo(options);
    console.log(`The demo is at ${demo.url}\nCtrl+C ends it.`);
    return demo;
  },
});
