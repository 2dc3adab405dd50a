import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { servePreview } from '../../preview/server';
import { isLocal } from '../../server/local';
import { emulator, send, startService } from './client';

startService();

it.each<[boolean, Record<string, string>]>([
  [true, { host: '127.0.0.1:9876' }],
  [true, { host: 'LOCALHOST' }],
  [true, { host: 'localhost:8080', origin: 'http://127.0.0.1:1' }],
  [false, {}],
  [false, { host: 'evil.example' }],
  [false, { host: '127.0.0.1.evil.example:8080' }],
  [false, { host: 'localhost', origin: 'https://evil.example' }],
  [false, { host: 'localhost', origin: 'http://evil.example:localhost' }],
  [false, { host: 'localhost', origin: 'null' }],
  [false, { host: 'evil.example', origin: 'http://localhost:8080' }],
])('isLocal returns %s for the headers %j', (expected, headers) => {
  expect(isLocal({ headers } as unknown as IncomingMessage)).toBe(expected);
});

const FOREIGN = { host: 'evil.example', origin: 'https://evil.example' };

it.each(['PUT', 'OPTIONS'])(
  'refuses to set a fault for a page of another site: %s',
  async (method) => {
    const request = { method, target: '/_emulator/fault', headers: FOREIGN, body: '{"drop":true}' };
    const response = await send(request);
    expect(response.status).toBe(403);
    expect(response.headers).not.toHaveProperty('access-control-allow-origin');
    expect(response.body).toMatch(/127\.0\.0\.1 or localhost/);
    expect(emulator.faults).toEqual([]);
  },
);

it('issues keys to pages of other sites, as apps may run there', async () => {
  expect((await send({ target: '/sts', headers: FOREIGN })).status).toBe(200);
});

it('guards the preview in the same way', async () => {
  const root = join(__dirname, '../../demo-miniprogram');
  const preview = await servePreview({ root, service: emulator.url, port: 0 });
  try {
    expect((await send({ target: '/' }, preview.url)).status).toBe(200);
    expect((await send({ target: '/', headers: FOREIGN }, preview.url)).status).toBe(403);
  } finally {
    await preview.close();
  }
});
