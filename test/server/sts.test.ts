import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { generate } from 'selfsigned';
import { readEnv } from '../../server/env';
import { type Listening, listen } from '../../server/listen';
import { endProcesses, serve } from '../support/process';
import { send } from './client';

const ENV = {
  COS_SECRET_ID: 'AKIDexampleexample',
  COS_SECRET_KEY: 'n0tForTheLog',
  COS_BUCKET: 'examplebucket-1250000000',
  COS_REGION: 'ap-beijing',
};

/** Stands in for the real STS; qcloud-cos-sts speaks only HTTPS. */
let sts: Listening;
let stsResponse: object;
let stsRequest: URLSearchParams;
let folder: string;
let keyServer: Awaited<ReturnType<typeof serve>>;
const fetchKey = () => fetch(`${keyServer.url}/sts`);

beforeAll(async () => {
  const altNames = [{ type: 7 as const, ip: '127.0.0.1' }];
  const { cert, private: key } = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    extensions: [{ name: 'subjectAltName', altNames }],
  });
  folder = mkdtempSync(join(tmpdir(), 'sts-'));
  const NODE_EXTRA_CA_CERTS = join(folder, 'ca.pem');
  writeFileSync(NODE_EXTRA_CA_CERTS, cert);
  const server = createServer({ key, cert }, async (request, response) => {
    stsRequest = new URLSearchParams(await text(request));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ Response: stsResponse }));
  });
  sts = await listen(server, 0);
  const COS_STS_ENDPOINT = new URL(sts.url).host;
  writeFileSync(join(folder, '.env'), 'COS_SECRET_KEY=other\nCOS_REGION=ap-shanghai\n');
  const env = { ...ENV, COS_REGION: undefined, COS_STS_ENDPOINT, NODE_EXTRA_CA_CERTS };
  keyServer = await serve('server/sts.ts', ['--port', '0'], { cwd: folder, env });
});
afterAll(async () => {
  await endProcesses();
  await sts.close();
  rmSync(folder, { recursive: true });
});

it('gives a temporary key with the least privilege, and logs no secret', async () => {
  const expiredTime = 1900000000;
  stsResponse = {
    Credentials: { TmpSecretId: 'TMP', TmpSecretKey: 'TMPKEY', Token: 'TOKEN' },
    ExpiredTime: expiredTime,
    RequestId: 'R',
  };
  const response = await fetchKey();
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
  expect(await response.json()).toMatchObject({
    credentials: { tmpSecretId: 'TMP', tmpSecretKey: 'TMPKEY', sessionToken: 'TOKEN' },
    startTime: expiredTime - 1800,
    expiredTime,
  });
  expect(stsRequest.get('DurationSeconds')).toBe('1800');
  expect(JSON.parse(decodeURIComponent(stsRequest.get('Policy') ?? ''))).toEqual({
    version: '2.0',
    statement: [
      {
        effect: 'allow',
        action: ['ci:DescribeDocProcessQueues', 'ci:UpdateDocProcessQueue'],
        resource: ['qcs::ci:ap-shanghai:uid/1250000000:bucket/examplebucket-1250000000/*'],
      },
    ],
  });
  expect(keyServer.output.text).toContain('expires at 2030-03-17T17:46:40.000Z.');
  expect(keyServer.output.text).not.toMatch(/n0tForTheLog|AKIDexample|TMP|TOKEN/);
});

it('refuses a page of another site', async () => {
  const request = { target: '/sts', headers: { origin: 'https://evil.example' } };
  expect((await send(request, keyServer.url)).status).toBe(403);
});

it('reports why STS refused', async () => {
  stsResponse = { Error: { Code: 'AuthFailure', Message: 'no such key' }, RequestId: 'R' };
  const response = await fetchKey();
  expect(response.status).toBe(502);
  expect(await response.json()).toEqual({ error: 'AuthFailure: no such key' });
});

it('reports that STS cannot be reached, without the request that holds the secrets', async () => {
  await sts.close();
  const response = await fetchKey();
  expect(response.status).toBe(502);
  const reason = `connect ECONNREFUSED ${new URL(sts.url).host}`;
  expect(await response.json()).toEqual({ error: reason });
  expect(keyServer.output.errors).toMatch(new RegExp(`STS issued no key: ${reason}\n$`));
});

it('reads from .env what the environment lacks', () => {
  expect(keyServer.output.text).toContain('Keys for examplebucket-1250000000 in ap-shanghai');
});

it.each([
  [{ COS_SECRET_KEY: '' }, 'COS_SECRET_KEY is not set. See --help.'],
  [
    { COS_SECRET_ID: undefined, COS_BUCKET: undefined },
    'COS_SECRET_ID is not set. COS_BUCKET is not set. See --help.',
  ],
  [
    { COS_BUCKET: 'examplebucket' },
    'COS_BUCKET must end with the APPID, as in examplebucket-1250000000. See --help.',
  ],
])('refuses the settings %j', (change, message) => {
  const env = jest.replaceProperty(process, 'env', { ...ENV, ...change });
  expect(readEnv).toThrow(new Error(message));
  env.restore();
});
