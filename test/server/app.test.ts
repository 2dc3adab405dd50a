import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { aWhile, until } from '../support/until';
import {
  authorization,
  codeOf,
  emulator,
  list,
  put,
  send,
  sendRaw,
  startService,
  textOf,
} from './client';

startService();
// Whatever a test sent: the service goes on.
afterEach(async () => {
  expect((await list()).status).toBe(200);
});

describe('responds with an error to', () => {
  it.each([
    ['GET', '/', '404 InvalidUrl'],
    ['GET', '/docqueues', '404 InvalidUrl'],
    ['GET', '/docqueue/', '404 InvalidUrl'],
    ['GET', '//docqueue', '404 InvalidUrl'],
    ['GET', '/x/../docqueue', '404 InvalidUrl'],
    ['GET', '/_emulators', '404 InvalidUrl'],
    ['PUT', '/docqueue/a/b', '404 InvalidUrl'],
    ['PUT', '/docqueue/%ff', '404 InvalidUrl'],
    ['GET', '/docqueue?state=%', '404 InvalidUrl'],
    ['POST', '/docqueue', '404 InvalidUrl'],
    ['GET', '/docqueue/p1', '404 InvalidUrl'],
    ['GET', '/docqueue?pageSize=1', '401 MissingAuthorization'],
    ['PUT', '/docqueue/p1', '401 MissingAuthorization'],
  ])('%s %s', async (method, target, code) => {
    const response = await send({ method, target });
    expect(codeOf(response)).toBe(code);
    expect(response.headers['content-type']).toBe('application/xml');
    expect(response.body).toMatch(
      /^<\?xml version="1.0" encoding="utf-8"\?><Error><Code>\w+<\/Code><Message>[^<]+<\/Message><Resource>[^<]+<\/Resource><RequestId>[^<]+<\/RequestId><TraceId>[^<]+<\/TraceId><\/Error>$/,
    );
    expect(textOf(response.body, 'Resource')).toBe(target.replace(/\?.*/, ''));
    expect(textOf(response.body, 'RequestId')).toBe(response.headers['x-ci-request-id']);
  });

  const closing = (line: string, ...headers: string[]) =>
    [line, ...headers, 'Connection: close', '\r\n'].join('\r\n');

  it.each([
    ['no host', closing('GET /docqueue HTTP/1.0'), '401', 'MissingAuthorization'],
    ['no real host', closing('GET /docqueue HTTP/1.1', 'Host: a b'), '401', 'MissingAuthorization'],
    ['a whole URL', closing('GET http://x/docqueue HTTP/1.1', 'Host: x'), '404', 'InvalidUrl'],
    ['no path', closing('DELETE * HTTP/1.1', 'Host: x'), '404', 'InvalidUrl'],
  ])('%s', async (_, bytes, status, code) => {
    const response = await sendRaw(bytes);
    expect(response).toMatch(new RegExp(`^HTTP/1.1 ${status}`));
    expect(response).toContain(`<Error><Code>${code}`);
  });

  it('nothing, if the upload breaks off', async () => {
    const log = jest.spyOn(console, 'error');
    const { method, target } = put('');
    const headers = { 'content-length': 1000, authorization: authorization(put('')) };
    const upload = request(emulator.url + target, { method: method as string, headers });
    const failed = once(upload, 'error');
    upload.write('<Request>');
    await until(() => emulator.requests.length > 0, 3000);
    upload.destroy(new Error('broken off'));
    await failed;
    await aWhile();
    expect(emulator.requests[0]).not.toHaveProperty('status');
    expect(log).not.toHaveBeenCalled();
    log.mockRestore();
  });
});

// What jsdom does not insist on: the rest of CORS is in test/clients.
it('lets a page of another origin update queues and read the time', async () => {
  const { status, headers } = await send({ method: 'OPTIONS', target: '/docqueue/p1' });
  expect(status).toBe(204);
  expect(headers['access-control-allow-methods']).toContain('PUT');
  expect(headers['access-control-expose-headers']).toContain('Date');
});

it.each([
  ['larger than the limit', put('x'.repeat(1024 * 1024))],
  ['not signed', { ...put('x'.repeat(1024 * 1024)), unsigned: true }],
  [
    'for the control API',
    { method: 'POST', target: '/_emulator/fault', body: 'x'.repeat(1024 * 1024) },
  ],
])('serves the next request of a client after a body that it did not read: %s', async (_, call) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const sendOn = async (method = 'GET', target: string, body = '') => {
    const signed = 'unsigned' in call ? {} : { authorization: authorization({ method, target }) };
    const sending = request(emulator.url + target, { agent, method, headers: signed });
    sending.end(body);
    const [response] = (await once(sending, 'response')) as [IncomingMessage];
    await text(response);
    return response.statusCode;
  };
  try {
    expect(await sendOn(call.method, call.target, `${call.body}`)).toBeGreaterThanOrEqual(400);
    expect(await sendOn('GET', '/sts')).toBe(200);
  } finally {
    agent.destroy();
  }
});
