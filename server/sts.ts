/**
 * Gives temporary keys for the real service, with no more rights than listing and updating document
 * queues: `npm run sts`. It is for trying the demo with your own bucket; a server for many users must also
 * know who is asking.
 */
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { Command } from 'commander';
import { getCredential } from 'qcloud-cos-sts';
import { z } from 'zod';
import { readPort, runCommand } from './command';
import { listen } from './listen';
import { isLocal, NOT_LOCAL } from './local';

const ENV_FILE = '.env';

const command = new Command('npm run sts --')
  .description('Temporary keys for the real service, given on this machine.')
  .option('--port <number>', 'the port on 127.0.0.1; 0 takes a free one', readPort, 9877)
  .addHelpText(
    'after',
    `
It reads from the environment, or from lines such as COS_REGION=ap-beijing in a file ${ENV_FILE} here,
which git ignores:

  COS_SECRET_ID, COS_SECRET_KEY  a key of a CAM user with sts:GetFederationToken and both actions
                                 (ci:DescribeDocProcessQueues, ci:UpdateDocProcessQueue)
  COS_BUCKET                     such as examplebucket-1250000000
  COS_REGION                     such as ap-beijing
  COS_STS_ENDPOINT               a host; sts.tencentcloudapi.com unless set`,
  );

const setting = (form: RegExp) =>
  z
    .string('is not set')
    .min(1, { error: 'is not set', abort: true })
    .regex(form, 'does not have the right form');

const settingsSchema = z.object({
  COS_SECRET_ID: setting(/^\S+$/),
  COS_SECRET_KEY: setting(/^\S+$/),
  COS_BUCKET: setting(/^[a-z\d][a-z\d-]*-\d+$/),
  COS_REGION: setting(/^[a-z\d][a-z\d-]*$/),
  /** Another site's STS, such as `sts.intl.tencentcloudapi.com`. */
  COS_STS_ENDPOINT: setting(/^[a-z\d.-]+(:\d+)?$/i).default('sts.tencentcloudapi.com'),
});

type Settings = z.infer<typeof settingsSchema>;

/** Ends the process when a setting is missing or malformed, and names it, never what a secret is. */
function readSettings(): Settings {
  if (existsSync(ENV_FILE)) process.loadEnvFile(ENV_FILE);
  const { data, error } = settingsSchema.safeParse(process.env);
  if (data) return data;
  const faults = error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`);
  return command.error(faults.join(' '));
}

/** Both actions are resource-level (460/41741); `getPolicy` of qcloud-cos-sts knows only `cos` resources. */
function leastPrivilege({ COS_BUCKET: bucket, COS_REGION: region }: Settings) {
  const appId = bucket.slice(bucket.lastIndexOf('-') + 1);
  return {
    version: '2.0',
    statement: [
      {
        effect: 'allow',
        action: ['ci:DescribeDocProcessQueues', 'ci:UpdateDocProcessQueue'],
        resource: [`qcs::ci:${region}:uid/${appId}:bucket/${bucket}/*`],
      },
    ],
  };
}

async function answer(
  settings: Settings,
  request: IncomingMessage,
): Promise<[status: number, content: object]> {
  if (!isLocal(request)) return [403, { error: NOT_LOCAL }];
  const [path] = (request.url ?? '/').split('?');
  if (`${request.method} ${path}` !== 'GET /sts') {
    return [404, { error: 'There is only GET /sts.' }];
  }
  try {
    const keys = await getCredential({
      secretId: settings.COS_SECRET_ID,
      secretKey: settings.COS_SECRET_KEY,
      region: settings.COS_REGION,
      endpoint: settings.COS_STS_ENDPOINT,
      policy: leastPrivilege(settings),
      durationSeconds: 1800,
    });
    console.log(`Gave a key that ends at ${new Date(keys.expiredTime * 1000).toISOString()}.`);
    return [200, keys];
  } catch (error) {
    const reason = describe(error);
    console.error(`STS gave no key: ${reason}`);
    return [502, { error: reason }];
  }
}

/** An error of STS, or of the network, which names its code itself, and holds the request with its secrets. */
function describe(error: unknown): string {
  const { Code, Message, code, message } = error as Record<string, string | undefined>;
  return Code ? `${Code}: ${Message}` : (message ?? '') || String(code);
}

runCommand(command, async ({ port }: { port: number }) => {
  const settings = readSettings();
  const server = createServer(async (request, response) => {
    const [status, content] = await answer(settings, request);
    // No CORS: pages of other sites could read the keys.
    response.writeHead(status, {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
    });
    response.end(JSON.stringify(content));
  });
  const listening = await listen(server, port);
  const { COS_BUCKET: bucket, COS_REGION: region } = settings;
  console.log(`Keys for ${bucket} in ${region}: ${listening.url}/sts`);
  return listening;
});
