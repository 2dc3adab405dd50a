import { emulator, send, startService } from './client';

startService();
const FOREIGN = { host: 'evil.example', origin: 'https://evil.example' };

it.each<[number, string, Record<string, string>]>([
  [200, 'PUT', { host: '127.0.0.1:9876' }],
  [200, 'PUT', { host: 'LOCALHOST' }],
  [200, 'PUT', { host: 'localhost:8080', origin: 'http://127.0.0.1:1' }],
  [403, 'PUT', { host: 'evil.example' }],
  [403, 'PUT', { host: '127.0.0.1.evil.example:8080' }],
  [403, 'PUT', { host: 'localhost', origin: 'https://evil.example' }],
  [403, 'PUT', { host: 'localhost', origin: 'null' }],
  [403, 'PUT', { host: 'evil.example', origin: 'http://localhost:8080' }],
  [403, 'OPTIONS', FOREIGN],
])('responds with %i to a control request: %s with %j', async (expected, method, headers) => {
  const target = '/_emulator/fault';
  const response = await send({ method, target, headers, body: '{"drop":true}' });
  const isAccepted = expected === 200;
  expect(response.status).toBe(expected);
  expect('access-control-allow-origin' in response.headers).toBe(isAccepted);
  expect(emulator.faults).toHaveLength(isAccepted ? 1 : 0);
});

it('issues keys to pages of other sites, as apps may run there', async () => {
  expect((await send({ target: '/sts', headers: FOREIGN })).status).toBe(200);
});
