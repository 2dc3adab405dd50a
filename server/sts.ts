/**
 * Issues temporary keys for the real service: `npm run sts`. It is meant for trying the demo with your own bucket;
 * a server for many users must also authenticate them.
 */
import { createServer, type IncomingMessage } from 'node:http';
import { Command } from 'commander';
import { readPort, runCommand } from './command';
import { ENV_HELP, type Env, readEnv } from './env';
import { listen } from './listen';
import { isLocal, NOT_LOCAL } from './local';
import { type HttpResponse, jsonResponse, respond } from './respond';
import { getTemporaryKey } from './temporary-key';

const command = new Command('npm run sts --')
  .description('Issues temporary keys for the real service, only on this machine.')
  .option('--port <number>', 'the port on 127.0.0.1; 0 picks a free one', readPort, 9877)
  .addHelpText('after', ENV_HELP);

runCommand(command, async ({ port }: { port: number }) => {
  const env = readEnv();
  const server = createServer(async (incoming, outgoing) => {
    // Keys must not be cached.
    outgoing.setHeader('Cache-Control', 'no-store');
    respond(outgoing, await serve(env, incoming));
  });
  const listening = await listen(server, port);
  console.log(`Keys for ${env.COS_BUCKET} in ${env.COS_REGION}: ${listening.url}/sts`);
  return listening;
});

async function serve(env: Env, incoming: IncomingMessage): Promise<HttpResponse> {
  if (!isLocal(incoming)) return jsonResponse(403, { error: NOT_LOCAL });
  const [path] = (incoming.url ?? '/').split('?');
  if (`${incoming.method} ${path}` !== 'GET /sts') {
    return jsonResponse(404, { error: 'There is only GET /sts.' });
  }
  try {
    const key = await getTemporaryKey(env);
    console.log(`Issued a key that expires at ${new Date(key.expiredTime * 1000).toISOString()}.`);
    return jsonResponse(200, key);
  } catch (error) {
    const { message } = error as Error;
    console.error(`STS issued no key: ${message}`);
    return jsonResponse(502, { error: message });
  }
}
