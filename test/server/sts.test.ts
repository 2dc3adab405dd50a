import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { generate } from 'selfsigned';
import { readEnv } from '../../server/env';
import { type Listening, listen } from '../../server/listen';
import { endProcesses, runScript, untilServing } from '../support/process';
import { until } from '../support/until';
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
let keyServer: Awaited<ReturnType<typeof untilServing>>;
const folder = mkdtempSync(join(tmpdir(), 'sts-'));
const fetchKey = () => fetch(`${keyServer.url}/sts`);

beforeAll(async () => {
  const { cert, private: key } = await generate();
  const server = createServer({ key, cert }, async (request, response) => {
    stsRequest = new URLSearchParams(await text(request));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ Response: stsResponse }));
  });
  sts = await listen(server, 0);
  writeFileSync(join(folder, '.env'), 'COS_SECRET_KEY=other\nCOS_REGION=ap-shanghai\n');
  const env = {
    ...ENV,
    COS_REGION: undefined,
    COS_STS_ENDPOINT: new URL(sts.url).host,
    NODE_TLS_REJECT_UNAUTHORIZED: '0',
  };
  keyServer = await untilServing(runScript('server/sts.ts', ['--port', '0'], { cwd: folder, env }));
});
afterAll(async () => {
  await endProcesses();
  rmSync(folder, { recursive: true });
});

it('issues a temporary key with the least privilege, and logs no secret', async () => {
  const expiredTime = 1900000000;
  stsResponse = {
    Credentials: { TmpSecretId: 'TMP', TmpSecretKey: 'TMPKEY', Token: 'TOKEN' },
    ExpiredTime: expiredTime,
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
  // The region is that of .env, as the environment has none.
  const resource = 'qcs::ci:ap-shanghai:uid/1250000000:bucket/examplebucket-1250000000/*';
  const action = ['ci:DescribeDocProcessQueues', 'ci:UpdateDocProcessQueue'];
  expect(JSON.parse(decodeURIComponent(stsRequest.get('Policy') ?? ''))).toEqual({
    version: '2.0',
    statement: [{ effect: 'allow', action, resource: [resource] }],
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
  const error = `connect ECONNREFUSED ${new URL(sts.url).host}`;
  expect(await (await fetchKey()).json()).toEqual({ error });
  await until(() => keyServer.output.errors.endsWith(`STS issued no key: ${error}\n`));
});

it('names every setting that is missing or malformed', () => {
  const change = { COS_SECRET_ID: undefined, COS_SECRET_KEY: '', COS_BUCKET: 'examplebucket' };
  const env = jest.replaceProperty(process, 'env', { ...ENV, ...change });
  const bucket = 'COS_BUCKET must end with the APPID, as in examplebucket-1250000000.';
  const message = `COS_SECRET_ID is not set. COS_SECRET_KEY is not set. ${bucket} See --help.`;
  expect(readEnv).toThrow(new Error(message));
  env.restore();
});
