import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { generate } from 'selfsigned';
import { type Listening, listen } from '../../server/listen';
import { endProcesses } from '../support/process';
import { startKeyServer } from './key-server';

/** An STS on this machine: https, as qcloud-cos-sts knows nothing else. */
let sts: Listening;
let stsResponse: object;
let asked: URLSearchParams;
let folder: string;

beforeAll(async () => {
  const altNames = [{ type: 7 as const, ip: '127.0.0.1' }];
  const pems = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    extensions: [{ name: 'subjectAltName', altNames }],
  });
  folder = mkdtempSync(join(tmpdir(), 'sts-'));
  writeFileSync(join(folder, 'ca.pem'), pems.cert);
  const server = createServer({ key: pems.private, cert: pems.cert }, async (request, response) => {
    asked = new URLSearchParams(await text(request));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ Response: stsResponse }));
  });
  sts = await listen(server, 0);
});
afterAll(async () => {
  await sts.close();
  rmSync(folder, { recursive: true });
});
afterEach(endProcesses);

const start = (settings: NodeJS.ProcessEnv = {}) =>
  startKeyServer(
    {
      NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
      COS_STS_ENDPOINT: new URL(sts.url).host,
      ...settings,
    },
    folder,
  );

it('gives a temporary key with the least privilege, and logs none', async () => {
  const expiredTime = 1900000000;
  stsResponse = {
    Credentials: { TmpSecretId: 'TMP', TmpSecretKey: 'TMPKEY', Token: 'TOKEN' },
    ExpiredTime: expiredTime,
    RequestId: 'R',
  };
  const { url, output } = await start();
  const response = await fetch(`${url}/sts`);
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
  expect(await response.json()).toMatchObject({
    credentials: { tmpSecretId: 'TMP', tmpSecretKey: 'TMPKEY', sessionToken: 'TOKEN' },
    startTime: expiredTime - 1800,
    expiredTime,
  });
  expect(asked.get('DurationSeconds')).toBe('1800');
  expect(JSON.parse(decodeURIComponent(asked.get('Policy') ?? ''))).toEqual({
    version: '2.0',
    statement: [
      {
        effect: 'allow',
        action: ['ci:DescribeDocProcessQueues', 'ci:UpdateDocProcessQueue'],
        resource: ['qcs::ci:ap-beijing:uid/1250000000:bucket/examplebucket-1250000000/*'],
      },
    ],
  });
  expect(output.text).toContain('Gave a key that ends at 2030-03-17T17:46:40.000Z.');
  expect(output.text).not.toMatch(/n0tForTheLog|AKIDexample|TMP|TOKEN/);
});

it('reports why STS refused', async () => {
  stsResponse = { Error: { Code: 'AuthFailure', Message: 'no such key' }, RequestId: 'R' };
  const response = await fetch(`${(await start()).url}/sts`);
  expect(response.status).toBe(502);
  expect(await response.json()).toEqual({ error: 'AuthFailure: no such key' });
});

it('reports once that STS cannot be reached, without the request that failed', async () => {
  const { url, output } = await startKeyServer();
  const response = await fetch(`${url}/sts`);
  expect(response.status).toBe(502);
  expect(await response.json()).toEqual({ error: 'connect ECONNREFUSED 127.0.0.1:1' });
  expect(output.errors).toBe('STS gave no key: connect ECONNREFUSED 127.0.0.1:1\n');
});

it('reads settings that the environment lacks from .env in the current folder', async () => {
  writeFileSync(join(folder, '.env'), 'COS_SECRET_KEY=other\nCOS_REGION=ap-shanghai\n');
  try {
    const { output } = await start({ COS_REGION: undefined });
    expect(output.text).toContain('Keys for examplebucket-1250000000 in ap-shanghai');
  } finally {
    rmSync(join(folder, '.env'));
  }
});

it.each([
  [{ COS_SECRET_KEY: '' }, 'COS_SECRET_KEY is not set.'],
  [
    { COS_SECRET_ID: undefined, COS_BUCKET: undefined },
    'COS_SECRET_ID is not set. COS_BUCKET is not set.',
  ],
  [{ COS_BUCKET: 'examplebucket' }, 'COS_BUCKET does not have the right form.'],
  [{ COS_REGION: 'AP' }, 'COS_REGION does not have the right form.'],
])('refuses to start with %j', async (change, message) => {
  const { message: output } = await start(change).then(
    () => new Error('it started'),
    (error) => error,
  );
  expect(output).toContain(message);
  expect(output).not.toContain('n0tForTheLog');
});
