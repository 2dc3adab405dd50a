/**
 * Gives temporary keys for the real service, with no more rights than listing and updating document
 * queues: `npm run sts`. For trying the demo with a bucket of yours; a server for many users also has
 * to know who asks.
 */
import { existsSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { getCredential } from 'qcloud-cos-sts';

interface Settings {
  secretId: string;
  secretKey: string;
  bucket: string;
  region: string;
  port: number;
  /** Another site's STS, such as `sts.intl.tencentcloudapi.com`. */
  endpoint: string;
}

const ENV_FILE = '.env';

const HELP = `npm run sts gives temporary keys for the real service. It reads from the environment, or from
lines such as COS_REGION=ap-beijing in a file ${ENV_FILE} here, which git ignores:

  COS_SECRET_ID, COS_SECRET_KEY  a key of a CAM user that may call sts:GetFederationToken
  COS_BUCKET                     such as examplebucket-1250000000
  COS_REGION                     such as ap-beijing
  PORT                           9876 unless set
  COS_STS_ENDPOINT               sts.tencentcloudapi.com unless set`;

const WANTED: Record<string, RegExp> = {
  COS_SECRET_ID: /^\S+$/,
  COS_SECRET_KEY: /^\S+$/,
  COS_BUCKET: /^[a-z\d][a-z\d-]*-\d+$/,
  COS_REGION: /^[a-z\d][a-z\d-]*$/,
  PORT: /^\d{1,5}$/,
  COS_STS_ENDPOINT: /^[a-z\d.-]+(:\d+)?$/i,
};
const DEFAULTS = { PORT: '9876', COS_STS_ENDPOINT: 'sts.tencentcloudapi.com' };

/** @throws Error that names what is missing or malformed, never what a secret is */
function readSettings(given: NodeJS.ProcessEnv): Settings {
  const env: NodeJS.ProcessEnv = { ...DEFAULTS, ...given };
  const missing = Object.keys(WANTED).filter((name) => !env[name]);
  if (missing.length > 0) throw new Error(`Not set: ${missing.join(', ')}.`);
  const wrong = Object.keys(WANTED).filter((name) => !WANTED[name]?.test(env[name] ?? ''));
  if (wrong.length > 0) throw new Error(`Not of the right form: ${wrong.join(', ')}.`);
  const { COS_SECRET_ID, COS_SECRET_KEY, COS_BUCKET, COS_REGION, PORT, COS_STS_ENDPOINT } = env;
  return {
    secretId: COS_SECRET_ID as string,
    secretKey: COS_SECRET_KEY as string,
    bucket: COS_BUCKET as string,
    region: COS_REGION as string,
    port: Number(PORT),
    endpoint: COS_STS_ENDPOINT as string,
  };
}

/** Both actions are resource-level (460/41741); `getPolicy` of qcloud-cos-sts knows only `cos` resources. */
function leastPrivilege({ bucket, region }: Settings) {
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

function createApp(settings: Settings): Hono {
  const app = new Hono();
  // No CORS, and no other name of this machine: pages that a browser has open could read the keys.
  app.use(async (context, next) => {
    const { hostname } = new URL(context.req.url);
    if (['127.0.0.1', 'localhost'].includes(hostname)) return next();
    return context.json({ error: 'Forbidden' }, 403);
  });
  app.get('/sts', async (context) => {
    const { secretId, secretKey, region, endpoint } = settings;
    const policy = leastPrivilege(settings);
    try {
      const keys = await getCredential({
        secretId,
        secretKey,
        region,
        endpoint,
        policy,
        durationSeconds: 1800,
      });
      console.log(`Gave a key that ends at ${new Date(keys.expiredTime * 1000).toISOString()}.`);
      return context.json(keys);
    } catch (error) {
      const reason = describe(error);
      console.error(`STS gave no key: ${reason}`);
      return context.json({ error: reason }, 502);
    }
  });
  return app;
}

/** An error of STS, or of the network; that one also holds the request, with its secrets. */
function describe(error: unknown): string {
  const { Code, Message, code, message } = error as Record<string, string | undefined>;
  return [Code ?? code, Message ?? message].filter(Boolean).join(': ');
}

function main(): void {
  if (process.argv.includes('--help')) {
    console.log(HELP);
    return;
  }
  if (existsSync(ENV_FILE)) process.loadEnvFile(ENV_FILE);
  const settings = readSettings(process.env);
  const server = serve(
    { fetch: createApp(settings).fetch, hostname: '127.0.0.1', port: settings.port },
    ({ port }) =>
      console.log(
        `Keys for ${settings.bucket} in ${settings.region}: http://127.0.0.1:${port}/sts`,
      ),
  );
  server.on('error', ({ code, message }: NodeJS.ErrnoException) =>
    fail(
      code === 'EADDRINUSE'
        ? `Port ${settings.port} is taken, perhaps by npm run server. Stop that, or set PORT.`
        : message,
    ),
  );
}

function fail(reason: string): void {
  console.error(`${reason}\n\n${HELP}`);
  process.exit(1);
}

try {
  main();
} catch (error) {
  fail((error as Error).message);
}
