import { once } from 'node:events';
import { request } from 'node:http';
import { type Emulator, startEmulator } from '../../server/emulator';
import { authorization, codeOf, put, send, sendRaw, sendSigned, textOf, until } from './client';

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.close());
// Whatever a test sent: the service goes on.
afterEach(async () => {
  expect((await sendSigned(emulator, { target: '/docqueue' })).status).toBe(200);
});

describe('bad input gets an error answer', () => {
  it.each([
    ['GET', '/', '404 InvalidUrl'],
    ['GET', '/docqueues', '404 InvalidUrl'],
    ['GET', '/docqueue/', '404 InvalidUrl'],
    ['GET', '//docqueue', '404 InvalidUrl'],
    ['PUT', '/docqueue/a/b', '404 InvalidUrl'],
    ['GET', '/docqueue%', '404 InvalidUrl'],
    ['PUT', '/docqueue/%ff', '404 InvalidUrl'],
    ['GET', '/docqueue?state=%', '400 InvalidArgument'],
    ['GET', '/docqueue?%e9=1', '400 InvalidArgument'],
    ['POST', '/docqueue', '405 MethodNotAllowed'],
    ['PUT', '/docqueue', '405 MethodNotAllowed'],
    ['GET', '/docqueue/p1', '405 MethodNotAllowed'],
    ['DELETE', '/docqueue/p1', '405 MethodNotAllowed'],
    ['POST', '/sts', '405 MethodNotAllowed'],
  ])('%s %s', async (method, target, code) => {
    const answer = await send(emulator.url, { method, target });
    expect(codeOf(answer)).toBe(code);
    expect(answer.headers['content-type']).toBe('application/xml');
    expect(answer.body).toMatch(
      /^<\?xml version="1.0" encoding="utf-8"\?><Error><Code>\w+<\/Code><Message>[^<]+<\/Message><Resource>[^<]+<\/Resource><RequestId>[^<]+<\/RequestId><TraceId>[^<]+<\/TraceId><\/Error>$/,
    );
    expect(textOf(answer.body, 'Resource')).toBe(target.replace(/\?.*/, ''));
    expect(textOf(answer.body, 'RequestId')).toBe(answer.headers['x-ci-request-id']);
  });

  it.each([
    ['no HTTP', 'GARBAGE\r\n\r\n', 'HTTP/1.1 400', 'InvalidArgument'],
    [
      'a header without end',
      `GET / HTTP/1.1\r\nX: ${'x'.repeat(70_000)}`,
      'HTTP/1.1 400',
      'InvalidArgument',
    ],
    [
      'no host',
      'GET /docqueue HTTP/1.1\r\nConnection: close\r\n\r\n',
      'HTTP/1.1 400',
      'InvalidHost',
    ],
    [
      'no real host',
      'GET /docqueue HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n',
      'HTTP/1.1 400',
      'InvalidHost',
    ],
    [
      'a whole URL',
      'GET http://x/docqueue HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'HTTP/1.1 401',
      'MissingAuthorization',
    ],
    [
      'no path',
      'DELETE * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'HTTP/1.1 4',
      'Invalid',
    ],
  ])('%s', async (_, bytes, head, code) => {
    const answer = await sendRaw(emulator.url, bytes);
    expect(answer.slice(0, head.length)).toBe(head);
    expect(answer).toContain(`<Error><Code>${code}`);
    expect(answer).toMatch(/content-type: application\/xml/i);
  });

  it('but an upload that breaks off has nobody to answer', async () => {
    const log = jest.spyOn(console, 'error');
    emulator.clear();
    const call = put('p1', '');
    const host = new URL(emulator.url).host;
    const upload = request(emulator.url + call.target, {
      method: 'PUT',
      headers: {
        'content-length': 1000,
        authorization: authorization({ ...call, host }, emulator.key),
      },
    });
    const failed = once(upload, 'error');
    upload.write('<Request>');
    await until(() => emulator.requests.length > 0);
    upload.destroy(new Error('broken off'));
    await failed;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(emulator.requests[0]).not.toHaveProperty('status');
    expect(log).not.toHaveBeenCalled();
    log.mockRestore();
  });
});

describe.each(['http://localhost:5173', 'https://example.com', 'null'])(
  'a page of %s',
  (origin) => {
    it('may send what the SDK sends', async () => {
      const wanted = [
        'authorization',
        'content-type',
        'x-ci-security-token',
        'x-cos-security-token',
        'x-cos-sdk-retry',
      ];
      const { status, headers } = await send(emulator.url, {
        method: 'OPTIONS',
        target: '/docqueue/p1',
        headers: {
          origin,
          'access-control-request-method': 'PUT',
          'access-control-request-headers': wanted.join(','),
        },
      });
      expect(status).toBe(204);
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['access-control-allow-methods']).toContain('PUT');
      expect(headers['access-control-allow-headers']?.split(',')).toEqual(wanted);
    });

    it('may read answers and errors, with their headers', async () => {
      const good = await sendSigned(emulator, { target: '/docqueue', headers: { origin } });
      const bad = await send(emulator.url, { target: '/docqueue', headers: { origin } });
      expect([good.status, bad.status]).toEqual([200, 401]);
      for (const { headers } of [good, bad]) {
        expect(headers['access-control-allow-origin']).toBe('*');
        expect(headers['access-control-expose-headers']).toMatch(/x-ci-request-id.*Date/);
      }
    });
  },
);
