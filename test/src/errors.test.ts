import { DocQueueError, isDocQueueError } from '../../src/index.js';
import { failed, LIST_URL, type Responder, reports } from '../support/client.js';
import { failureOf } from '../support/methods.js';

const reported = (failure: unknown) => failureOf(reports(failure));
const refused = (error: unknown) => reported({ statusCode: 403, error });

const DENIED =
  '<Error><Code>AccessDenied</Code><Message>Access &amp; Denied.</Message><RequestId>R1</RequestId></Error>';

describe('an error of the service', () => {
  const headers = { 'x-cos-request-id': 'COS', 'x-ci-request-id': 'CI' };
  const error = { Code: 'AccessDenied', Message: 'Access & Denied.', RequestId: 'R1' };
  const expected = {
    name: 'DocQueueError',
    kind: 'service',
    code: 'AccessDenied',
    message: `AccessDenied: Access & Denied; the key's policy must allow this action; GET ${LIST_URL} 403`,
    statusCode: 403,
    headers,
    RequestId: 'CI',
    url: LIST_URL,
    method: 'GET',
    error,
  };

  it.each([
    ['the text that older SDKs give', failed(403, DENIED, headers)],
    ['the fields that newer SDKs give', reports({ error, statusCode: 403, headers })],
  ])('has the same fields from %s, also as JSON', async (_, response) => {
    const failure = await failureOf(response);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).toBeInstanceOf(DocQueueError);
    expect(isDocQueueError(failure)).toBe(true);
    expect({ ...failure }).toEqual(expected);
    expect(JSON.parse(JSON.stringify(failure))).toEqual(expected);
  });

  it('has the same fields from a response that says 200', async () => {
    const message = expected.message.replace('403', '200');
    const differences = { message, statusCode: 200, RequestId: 'REQ' };
    const headers = { 'x-ci-request-id': 'REQ' };
    expect(await failureOf(DENIED)).toMatchObject({ ...expected, headers, ...differences });
  });

  it.each([
    [{ 'x-cos-request-id': 'COS' }, 'COS'],
    [{}, 'R1'],
  ])('has the id of the request from the headers first: %j', async (headers, id) => {
    expect((await failureOf(failed(403, DENIED, headers))).RequestId).toBe(id);
  });

  it('keeps every field that is known, and no other', async () => {
    const message = { Code: 'A', Message: 'B', Resource: 'C' };
    const known = { ...message, RequestId: 'D', TraceId: 'E', ServerTime: 'F' };
    const document = { ...known, SignatureProvided: 'x', StringToSign: 'y' };
    expect((await refused(document)).error).toEqual(known);
  });

  it.each([
    ['{"code":"Slow","message":"Wait"}'],
    [' {"Code":"Slow","Message":"Wait"}'],
    ['{"Error":{"Code":"Slow","Message":"Wait"}}'],
    ['<Error a="{"><Code> Slow\n</Code><Message>Wait</Message></Error>'],
  ])('is read from %j', async (body) => {
    const error = { Code: 'Slow', Message: 'Wait' };
    const code = 'Slow';
    expect(await failureOf(failed(429, body))).toMatchObject({ kind: 'service', code, error });
  });

  it.each([
    ['{"message":"Wait"}', { Message: 'Wait' }],
    ['<html><h1>502</h1></html>', 'no type, 25 characters, <html'],
    ['<a-1><br></a-1>', 'no type, 15 characters, <a-1'],
    [`<${'a'.repeat(99)}`, `no type, 100 characters, <${'a'.repeat(31)}`],
    ['Bad < Gateway', 'no type, 13 characters, no element'],
    ['', 'no type, 0 characters, no element'],
    ['{"code":"Slow', expect.stringContaining('13 characters')],
    ['{"code":5}', expect.stringContaining('10 characters')],
    ['<Error><Code>A</Code><Code>B</Code></Error>', expect.stringContaining('<Error')],
    ['<Error>no</Error>', expect.stringContaining('<Error')],
    ['<Error><Code> </Code></Error>', expect.stringContaining('<Error')],
  ])('is an HttpError where there is no code: %j', async (body, error) => {
    const expected = { kind: 'service', code: 'HttpError', statusCode: 503, error };
    expect(await failureOf(failed(503, body))).toMatchObject(expected);
  });

  it('names the type of a body that cannot be read', async () => {
    const error = await failureOf(failed(502, '<p>', { 'Content-Type': 'text/html' }));
    expect(error.error).toBe('text/html, 3 characters, <p');
    expect(error.message).toBe(`HttpError: GET ${LIST_URL} 502`);
  });

  it.each([Object.create(null), { toString: 'x' }, { length: 5 }, 5])(
    'is told of any body: %p',
    async (body) => {
      expect(await refused(body)).toMatchObject({ kind: 'service', code: 'HttpError' });
      const response: Responder = (_, done) => done(null, { statusCode: 200, Body: body });
      expect(await failureOf(response)).toMatchObject({ kind: 'response' });
    },
  );

  it('keeps the first 1024 characters of a text', async () => {
    const Message = 'x '.repeat(3000);
    const error = await refused({ Code: 'A', Message });
    expect(error.error).toEqual({ Code: 'A', Message: Message.slice(0, 1024) });
    expect(error.message.length).toBeLessThan(1200);
  });

  it.each([
    ['RequestTimeTooSkewed', "; check the device's clock"],
    // Codes like what every object has.
    ['toString', ''],
    ['constructor', ''],
  ])('comes with advice: %s', async (Code, advice) => {
    const { message } = await refused({ Code, Message: 'No.' });
    expect(message).toBe(`${Code}: No${advice}; GET ${LIST_URL} 403`);
  });
});

describe('an error of the network', () => {
  it.each([
    'request:fail timeout',
    'request:fail errcode:-118 cronet_error_code:-118 error_msg:net::ERR_CONNECTION_TIMED_OUT',
    'request:fail Time Out',
    'request:fail timedout',
  ])('is a Timeout: %s', async (error) => {
    const message = `Timeout: ${error}; GET ${LIST_URL}`;
    const expected = { kind: 'network', code: 'Timeout', message, error };
    expect(await reported({ error, headers: {} })).toMatchObject(expected);
  });

  it('says why, and what to look at', async () => {
    const error = 'request:fail url not in domain list';
    const advice = 'is the host in the request 合法域名 of the mini program?';
    const message = `NetworkError: ${error}; ${advice}; GET ${LIST_URL}`;
    const expected = { kind: 'network', code: 'NetworkError', message, error };
    const failure = await reported({ error, headers: {} });
    expect(failure).toMatchObject({ ...expected, url: LIST_URL, method: 'GET' });
  });

  it.each([[{ error: {} }], [{ error: {}, statusCode: 0 }], [{ error: { toString: 1 } }]])(
    'needs no reason: %p',
    async (failure) => {
      const error = await reported(failure);
      expect(error).toMatchObject({ kind: 'network', code: 'NetworkError', url: LIST_URL });
      expect(error.message).toContain('no reason given');
    },
  );
});

describe('an error of the credentials', () => {
  const text = 'getAuthorization callback params missing "TmpSecretId"';
  it.each([
    ['an Error', Object.assign(new Error(text), { error: text }), text],
    ['a text', text, text],
    ['the text of SDKs before 1.4', { error: 'authorization error' }, 'authorization error'],
  ])('is told by %s, and names no address, as nothing was sent', async (_, failure, error) => {
    const details = { code: 'InvalidCredential', message: `InvalidCredential: ${error}`, error };
    const expected = { name: 'DocQueueError', kind: 'credential', ...details };
    expect({ ...(await reported(failure)) }).toEqual(expected);
  });

  it('is not told by a text that only quotes the SDK', async () => {
    for (const quote of [`lost: ${text}`, 'no authorization error']) {
      expect(await reported(quote)).toMatchObject({ kind: 'network' });
    }
  });
});

describe('isDocQueueError', () => {
  it('recognises an error of a second copy of this package, and nothing else', () => {
    const name = 'DocQueueError';
    expect(isDocQueueError(Object.assign(new Error('x'), { name }))).toBe(true);
    for (const value of [new Error('x'), { name }, null, undefined, name]) {
      expect(isDocQueueError(value)).toBe(false);
    }
  });

  it('recognises an error without details', () => {
    const error = new DocQueueError('param', 'InvalidParameter', 'no');
    expect(isDocQueueError(error)).toBe(true);
    expect(Object.keys(error).sort()).toEqual(['code', 'kind', 'message', 'name']);
  });
});
