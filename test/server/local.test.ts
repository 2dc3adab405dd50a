import { join } from 'node:path';
import { servePreview } from '../../preview/server';
import { startEmulator } from '../../server/emulator';
import { endProcesses } from '../support/process';
import { emulator, send, sendRaw, startService } from './client';
import { startKeyServer } from './key-server';

const root = join(__dirname, '../preview/fixture');
const startPreview = () => servePreview({ root, service: 'http://127.0.0.1:1', port: 0 });

describe.each([
  ["the service's control", '/_emulator', 200, startEmulator],
  ['the preview', '/', 200, startPreview],
  [
    'the key server',
    '/sts',
    502,
    async () => ({ ...(await startKeyServer()), close: endProcesses }),
  ],
])('%s', (_, target, status, start) => {
  let server: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server.close());

  it.each<Record<string, string>>([
    {},
    { host: 'localhost:8080' },
    { origin: 'http://127.0.0.1:1' },
  ])('serves a request of this machine: %j', async (headers) => {
    expect((await send({ target, headers }, server.url)).status).toBe(status);
  });

  it.each<Record<string, string>>([
    { host: 'evil.example' },
    { host: '127.0.0.1.evil.example:8080' },
    { origin: 'https://evil.example' },
    { origin: 'http://evil.example:localhost' },
    { origin: 'null' },
    { host: 'evil.example', origin: 'http://localhost:8080' },
  ])('refuses a page of another site: %j', async (headers) => {
    const response = await send({ target, headers }, server.url);
    expect(response.status).toBe(403);
    expect(response.headers).not.toHaveProperty('access-control-allow-origin');
    expect(response.body).toMatch(/127\.0\.0\.1 or localhost/);
  });

  it('refuses a request without a host', async () => {
    const head = await sendRaw(`GET ${target} HTTP/1.0\r\n\r\n`, server.url);
    expect(head).toMatch(/^HTTP\/1\.1 403/);
  });

  it.each(['GET //', 'GET http://[', 'GET /%ff?%ff', 'OPTIONS *', 'CONNECT a:1', 'HEAD /'])(
    'still responds after %s',
    async (line) => {
      const bytes = `${line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`;
      await sendRaw(bytes, server.url);
      expect((await send({ target }, server.url)).status).toBe(status);
    },
  );
});

describe('a page of another site', () => {
  startService();

  it.each(['PUT', 'OPTIONS'])('cannot set a fault with %s', async (method) => {
    const headers = { origin: 'https://evil.example', 'content-type': 'text/plain' };
    const fault = { method, target: '/_emulator/fault', headers, body: '{"drop":true}' };
    expect((await send(fault)).status).toBe(403);
    expect(emulator.faults).toEqual([]);
  });

  it.each([
    'PUT http://localhost/_emulator/fault HTTP/1.1\r\nHost: evil.example',
    'PUT /_emulator/fault HTTP/1.1\r\nHost: evil.example\r\nHost: localhost',
  ])('cannot set one with %j', async (head) => {
    const body = '{"drop":true}';
    const rest = `Connection: close\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    expect(await sendRaw(`${head}\r\n${rest}`)).toMatch(/^HTTP\/1\.1 40[34] /);
    expect(emulator.faults).toEqual([]);
  });

  it('may get a key, as apps do', async () => {
    const headers = { host: 'evil.example', origin: 'https://evil.example' };
    expect((await send({ target: '/sts', headers })).status).toBe(200);
  });
});
