import { DocQueueError, isDocQueueError } from '../../src/index.js';
import { failed, LIST_URL, type Responder, reports } from '../support/client.js';
import { failureOf } from '../support/methods.js';

const reported = (failure: unknown) => failureOf(reports(failure));
/** A response of status 200, with a body of any kind. */
const ofBody =
  (Body: unknown): Responder =>
  (_, callback) =>
    callback(null, { statusCode: 200, headers: {}, Body });

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
    const known = {
      Code: 'A',
      Message: 'B',
      Resource: 'C',
      RequestId: 'D',
      TraceId: 'E',
      ServerTime: 'F',
    };
    const document = { ...known, SignatureProvided: 'x', StringToSign: 'y' };
    expect((await reported({ statusCode: 403, error: document })).error).toEqual(known);
  });

  const HTML = '<html><body><h1>502</h1></body></html>';
  it.each<[string, string, string, unknown]>([
    [
      'JSON of a gateway',
      '{"code":"Slow","message":"Wait","RequestId":"J"}',
      'Slow',
      { RequestId: 'J' },
    ],
    ["JSON in the service's spelling", ' {"Code":"Slow","Message":"Wait"}', 'Slow', {}],
    ['JSON with an Error', '{"Error":{"Code":"Slow","Message":"Wait"}}', 'Slow', {}],
    [
      'XML with braces',
      '<Error><Code>Slow</Code><Message>{x}</Message></Error>',
      'Slow',
      { Message: '{x}' },
    ],
    ['white space', '<Error><Code> Slow\n</Code><Message> </Message></Error>', 'Slow', {}],
    ['a message alone', '{"message":"Wait"}', 'HttpError', { Message: 'Wait' }],
    ['a page of HTML', HTML, 'HttpError', `no content type, ${HTML.length} characters, <html`],
    ['HTML that is no XML', '<h1><br></h1>', 'HttpError', 'no content type, 13 characters, <h1'],
    ['a text', 'Bad < Gateway', 'HttpError', 'no content type, 13 characters, no element'],
    ['nothing', '', 'HttpError', 'no content type, 0 characters, no element'],
    ['JSON that is cut', '{"code":"Slow', 'HttpError', expect.stringContaining('13 characters')],
    ['a code that is no text', '{"code":5}', 'HttpError', expect.stringContaining('10 characters')],
    ['two codes', '<Error><Code>A</Code><Code>B</Code></Error>', 'HttpError', expect.any(String)],
    ['an error that is text', '<Error>no</Error>', 'HttpError', expect.any(String)],
    ['an empty error', '<Error/>', 'HttpError', expect.any(String)],
  ])('is read from %s', async (_, body, code, read) => {
    const { kind, statusCode, error, ...failure } = await failureOf(failed(503, body));
    expect([kind, failure.code, statusCode]).toEqual(['service', code, 503]);
    if (code === 'Slow') expect(error).toMatchObject({ Code: code, ...(read as object) });
    else expect(error).toEqual(read);
  });

  it('says how long a text was that is too long, and keeps the first 1024 characters', async () => {
    const Message = 'x '.repeat(3000);
    const error = await reported({ statusCode: 403, error: { Code: 'A', Message } });
    expect(error.error).toEqual({ Code: 'A', Message: Message.slice(0, 1024) });
    expect(error.message.length).toBeLessThan(1200);
  });

  it('names the type of a body that cannot be read', async () => {
    const error = await failureOf(failed(502, '<p>', { 'Content-Type': 'text/html' }));
    expect(error.error).toBe('text/html, 3 characters, <p');
    expect(error.message).toBe(`HttpError: GET ${LIST_URL} 502`);
  });

  it.each<[string, Responder, object]>([
    [
      'a failed response',
      reports({ statusCode: 500, error: Object.create(null) }),
      { kind: 'service' },
    ],
    [
      'what SDK 1.8.0 read',
      reports({ statusCode: 500, error: { toString: 'x' } }),
      { kind: 'service' },
    ],
    ['a response', ofBody(Object.create(null)), { kind: 'response' }],
    ['a response', ofBody({ length: 5 }), { kind: 'response' }],
  ])('is told although %s has a body that cannot be printed', async (_, response, expected) => {
    expect(await failureOf(response)).toMatchObject(expected);
  });

  it.each([
    ['AccessDenied', "the key's policy must allow this action"],
    ['RequestTimeTooSkewed', "check the device's clock"],
  ])('comes with advice: %s', async (Code, advice) => {
    const error = await reported({ statusCode: 403, error: { Code, Message: 'No.' } });
    expect(error.message).toBe(`${Code}: No; ${advice}; GET ${LIST_URL} 403`);
  });

  it.each(['toString', 'constructor'])(
    'may have a code like what every object has: %s',
    async (Code) => {
      const error = await reported({ statusCode: 403, error: { Code, Message: 'No' } });
      expect(error.message).toBe(`${Code}: No; GET ${LIST_URL} 403`);
    },
  );
});

describe('an error of the network', () => {
  it.each([
    'request:fail timeout',
    'request:fail errcode:-118 cronet_error_code:-118 error_msg:net::ERR_CONNECTION_TIMED_OUT',
    'request:fail Time Out',
    'request:fail time-out',
    'request:fail timedout',
  ])('is a Timeout: %s', async (error) => {
    const message = `Timeout: ${error}; GET ${LIST_URL}`;
    const expected = { kind: 'network', code: 'Timeout', message, error };
    expect(await reported({ error, headers: {} })).toMatchObject(expected);
  });

  it('says why, and what to look at', async () => {
    const error = 'request:fail url not in domain list';
    expect(await reported({ error, headers: {} })).toMatchObject({
      kind: 'network',
      code: 'NetworkError',
      message: `NetworkError: ${error}; is the host in the request 合法域名 of the mini program?; GET ${LIST_URL}`,
      error,
      url: LIST_URL,
      method: 'GET',
    });
  });

  it.each([
    [{ error: {} }],
    [{ error: {}, statusCode: 0 }],
    [{ error: { toString: 1 } }],
    [{ error: { error: 5 } }],
    [{ x: 1 }],
  ])('is all that is left when the SDK gives no reason: %p', async (failure) => {
    const error = await reported(failure);
    expect(error).toMatchObject({ kind: 'network', code: 'NetworkError', url: LIST_URL });
    expect(error.message).toContain('no reason given');
  });
});

describe('an error of the credentials', () => {
  const message = 'getAuthorization callback params missing "TmpSecretId"';
  it.each([
    ['an Error', Object.assign(new Error(message), { error: message }), message],
    ['a text', message, message],
    ['the text of SDKs before 1.4', 'authorization error', 'authorization error'],
    ['a field', { error: 'authorization error' }, 'authorization error'],
  ])('is told by %s, and names no address, as nothing was sent', async (_, failure, text) => {
    const error = await reported(failure);
    expect({ ...error }).toEqual({
      name: 'DocQueueError',
      kind: 'credential',
      code: 'InvalidCredential',
      message: `InvalidCredential: ${text}; check what getAuthorization gives`,
      error: text,
    });
  });

  it.each([`lost: ${message}`, 'no authorization error'])(
    'is not told by a text that only quotes the SDK: %s',
    async (text) => {
      expect(await reported(text)).toMatchObject({ kind: 'network' });
    },
  );
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
