import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import {
  authorization,
  type ClientRequest,
  codeOf,
  emulator,
  put,
  send,
  startService,
  textOf,
} from './client';

startService();
it.each([
  ['GET', '/', '404 InvalidUrl'],
  ['GET', '/x/../docqueue', '404 InvalidUrl'],
  ['GET', '/_emulators', '404 InvalidUrl'],
  ['PUT', '/docqueue/%ff', '404 InvalidUrl'],
  ['GET', '/docqueue?state=%', '404 InvalidUrl'],
  ['POST', '/docqueue', '404 InvalidUrl'],
  ['GET', '/docqueue?pageSize=1', '401 MissingAuthorization'],
  ['PUT', '/docqueue/p1', '401 MissingAuthorization'],
])('responds to %s %s with %s', async (method, target, code) => {
  const response = await send({ method, target });
  expect(codeOf(response)).toBe(code);
  expect(response.headers['content-type']).toBe('application/xml');
  expect(response.body).toMatch(
    /^<\?xml version="1.0" encoding="utf-8"\?><Error><Code>\w+<\/Code><Message>[^<]+<\/Message><Resource>[^<]+<\/Resource><RequestId>[^<]+<\/RequestId><TraceId>[^<]+<\/TraceId><\/Error>$/,
  );
  expect(textOf(response.body, 'Resource')).toBe(target.replace(/\?.*/, ''));
  expect(textOf(response.body, 'RequestId')).toBe(response.headers['x-ci-request-id']);
});

// jsdom does not check these two headers; test/clients tests the rest of CORS.
it('lets a page of another origin update queues and read the time', async () => {
  const { status, headers } = await send({ method: 'OPTIONS', target: '/docqueue/p1' });
  expect(status).toBe(204);
  expect(headers['access-control-allow-methods']).toContain('PUT');
  expect(headers['access-control-expose-headers']).toContain('Date');
});

const LARGE = 'x'.repeat(2 * 1024 * 1024);
it.each([
  ['too large', true, put(LARGE)],
  ['not signed', false, put(LARGE)],
  ['without a route', false, { ...put(LARGE), target: '/_emulator/nowhere' }],
])(
  'serves the next request of a client after one whose body it did not read: %s',
  async (_, isSigned, call) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const sendOn = async ({ method = 'GET', target, body }: ClientRequest) => {
      const headers = isSigned ? { authorization: authorization({ method, target }) } : {};
      const sending = request(emulator.url + target, { agent, method, headers });
      sending.end(body);
      const [response] = (await once(sending, 'response')) as [IncomingMessage];
      await text(response);
      return response.statusCode;
    };
    try {
      expect(await sendOn(call)).toBeGreaterThanOrEqual(400);
      expect(await sendOn({ target: '/sts' })).toBe(200);
    } finally {
      agent.destroy();
    }
  },
);
