import { codeOf, send, startService, textOf } from './client';

startService();

it.each([
  ['GET', '/', '404 InvalidUrl'],
  ['GET', '/_emulators', '404 InvalidUrl'],
  ['PUT', '/docqueue/%ff', '404 InvalidUrl'],
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

it('closes the connection when it responds before the whole body has come', async () => {
  const call = { method: 'POST', target: '/docqueue', headers: { connection: 'keep-alive' } };
  expect((await send(call)).headers.connection).toBe('keep-alive');
  const { headers } = await send({ ...call, body: 'x'.repeat(1_000_000) });
  expect(headers.connection).toBe('close');
});

it('lets a page of another origin update queues and read the time', async () => {
  const asked = { 'access-control-request-headers': 'authorization' };
  const call = { method: 'OPTIONS', target: '/docqueue/p1', headers: asked };
  const { status, headers } = await send(call);
  expect(status).toBe(204);
  expect(headers['access-control-allow-origin']).toBe('*');
  expect(headers['access-control-allow-methods']).toContain('PUT');
  expect(headers['access-control-allow-headers']).toBe('authorization');
  expect(headers['access-control-expose-headers']).toContain('Date');
});
