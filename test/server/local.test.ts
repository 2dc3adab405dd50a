import { join } from 'node:path';
import { servePreview } from '../../preview/server';
import { startEmulator } from '../../server/emulator';
import { endProcesses, run } from '../support/process';
import { send, sendRaw, until } from './client';

const KEY_SERVER = {
  PATH: process.env.PATH,
  COS_SECRET_ID: 'AKIDexample',
  COS_SECRET_KEY: 'secret',
  COS_BUCKET: 'examplebucket-1250000000',
  COS_REGION: 'ap-beijing',
  // Nothing listens there: 502 instead of a key.
  COS_STS_ENDPOINT: '127.0.0.1:1',
};

async function startKeyServer() {
  const { output } = run('server/sts.ts', ['--port', '0'], { env: KEY_SERVER });
  const [url] = await until(() => /http:\/\/[\d.:]+/.exec(output.text));
  return { url, close: async () => endProcesses() };
}

const root = join(__dirname, '../preview/fixture');
const startPreview = () => servePreview({ root, service: 'http://127.0.0.1:1', port: 0 });

describe.each([
  ["the service's control", '/_emulator', 200, startEmulator],
  ['the preview', '/', 200, startPreview],
  ['the key server', '/sts', 502, startKeyServer],
])('%s', (_, target, answered, start) => {
  let server: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server.close());

  it.each<Record<string, string>>([
    {},
    { host: 'localhost:8080' },
    { host: '127.0.0.1' },
    { origin: 'http://localhost:8080' },
    { origin: 'http://127.0.0.1:1' },
  ])('answers a request of this machine: %j', async (headers) => {
    expect((await send(server.url, { target, headers })).status).toBe(answered);
  });

  it.each<Record<string, string>>([
    { host: 'evil.example' },
    { host: 'localhost.evil.example' },
    { host: '127.0.0.1.evil.example:8080' },
    { host: 'evil.example/localhost' },
    { origin: 'https://evil.example' },
    { origin: 'http://localhost.evil.example' },
    { origin: 'http://evil.example:localhost' },
    { origin: 'null' },
    { host: 'evil.example', origin: 'http://localhost:8080' },
  ])('refuses a page of another site: %j', async (headers) => {
    const answer = await send(server.url, { target, headers });
    expect(answer.status).toBe(403);
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    expect(answer.body).toMatch(/127\.0\.0\.1 or localhost/);
  });

  it('refuses a request without a host', async () => {
    const head = await sendRaw(server.url, `GET ${target} HTTP/1.0\r\n\r\n`);
    expect(head).toMatch(/^HTTP\/1\.1 403/);
  });

  it.each([
    'GET //',
    'GET ///',
    'GET http://',
    'GET http://[',
    'GET /%',
    'GET /%ff?%ff',
    'GET /?',
    'OPTIONS *',
    'CONNECT a:1',
    'HEAD /',
  ])('goes on after %s', async (line) => {
    await sendRaw(server.url, `${line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    expect((await send(server.url, { target })).status).toBe(answered);
  });
});

it('plants no fault for a page of another site', async () => {
  const emulator = await startEmulator();
  const target = '/_emulator/fault';
  const headers = { origin: 'https://evil.example', 'content-type': 'text/plain' };
  const body = '{"drop":true}';
  expect((await send(emulator.url, { method: 'PUT', target, headers, body })).status).toBe(403);
  expect((await send(emulator.url, { method: 'OPTIONS', target, headers })).status).toBe(403);
  expect(emulator.faults).toEqual([]);
  await emulator.close();
});
