import { DocQueueError, isDocQueueError } from '../../src/index.js';
import { failed, LIST_URL, reports } from '../support/client.js';
import { failureOf } from '../support/methods.js';

const reported = (failure: unknown) => failureOf(reports(failure));

const DENIED =
  '<Error><Code>AccessDenied</Code><Message>Access &amp; Denied.</Message><RequestId>R1</RequestId></Error>';

describe('a failure of the service', () => {
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
  ])('is an Error with the same fields from %s, also as JSON', async (_, answer) => {
    const failure = await failureOf(answer);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).toBeInstanceOf(DocQueueError);
    expect(isDocQueueError(failure)).toBe(true);
    expect({ ...failure }).toEqual(expected);
    expect(JSON.parse(JSON.stringify(failure))).toEqual(expected);
  });

  it('is the same from an answer that says 200', async () => {
    const message = expected.message.replace('403', '200');
    const differences = { message, statusCode: 200, RequestId: 'REQ' };
    expect(await failureOf(DENIED)).toMatchObject({ ...expected, headers: {}, ...differences });
  });

  it.each([
    [{ 'x-cos-request-id': 'COS' }, 'COS'],
    [{}, 'R1'],
  ])('has the id of the request from the headers first: %j', async (headers, id) => {
    expect((await failureOf(failed(403, DENIED, headers))).RequestId).toBe(id);
  });

  it.each([
    ['JSON of a gateway', '{"code":"SlowDown","message":"Wait","RequestId":"J"}', 'SlowDown'],
    ["JSON in the service's spelling", ' {"Code":"SlowDown","Message":"Wait"}', 'SlowDown'],
    ['JSON with an Error', '{"Error":{"Code":"SlowDown","Message":"Wait"}}', 'SlowDown'],
    ['XML with braces', '<Error><Code>SlowDown</Code><Message>{x}</Message></Error>', 'SlowDown'],
    ['white space around the code', '<Error><Code> SlowDown\n</Code></Error>', 'SlowDown'],
    ['a page of HTML', '<html><body><h1>502</h1></body></html>', 'HttpError'],
    ['HTML that is no XML', '<html><br></html>', 'HttpError'],
    ['text', 'Bad Gateway', 'HttpError'],
    ['nothing', '', 'HttpError'],
    ['JSON that is cut', '{"code":"Slow', 'HttpError'],
    ['a code that is no text', '{"code":5}', 'HttpError'],
    ['two codes', '<Error><Code>A</Code><Code>B</Code></Error>', 'HttpError'],
    ['an error that is text', '<Error>no</Error>', 'HttpError'],
    ['an empty error', '<Error/>', 'HttpError'],
  ])('is read from %s', async (_, body, code) => {
    const error = await failureOf(failed(503, body));
    expect(error).toMatchObject({ kind: 'service', code, statusCode: 503 });
    expect(error.message).toMatch(
      code === 'HttpError' ? /^HttpError: GET .* 503$/ : /^SlowDown: .*503$/,
    );
  });

  it('keeps a text that it cannot read', async () => {
    expect(await reported({ error: 'Bad Gateway', statusCode: 502, headers: {} })).toMatchObject({
      code: 'HttpError',
      error: 'Bad Gateway',
    });
  });

  it('has the code of a document with a field named body', async () => {
    const error = { code: 'AccessDenied', message: 'no', body: 'anything' };
    expect(await reported({ statusCode: 403, error })).toMatchObject({ code: 'AccessDenied' });
  });

  it.each([
    ['AccessDenied', "; the key's policy must allow this action"],
    ['RequestTimeTooSkewed', "; check the device's clock"],
    ['NoSuchBucket', ''],
    // Every object has one.
    ['constructor', ''],
  ])('says what to do about %s, if anything', async (Code, advice) => {
    const error = await reported({ statusCode: 403, error: { Code, Message: 'no' } });
    expect(error.message).toBe(`${Code}: no${advice}; GET ${LIST_URL} 403`);
  });

  it('keeps the documented texts of the error document, and nothing else', async () => {
    const others = { Resource: 'r', TraceId: 't', ServerTime: 's' };
    const document = { ...error, ...others, HostId: 'h', Nested: { a: 'b' }, Count: 5 };
    const kept = (await reported({ statusCode: 400, error: document })).error;
    expect(kept).toEqual({ ...error, ...others });
  });

  it('needs neither headers nor a body', async () => {
    const error = await reported({ statusCode: 500 });
    const message = `HttpError: GET ${LIST_URL} 500`;
    expect(error).toMatchObject({ kind: 'service', code: 'HttpError', message });
    for (const name of ['headers', 'RequestId']) expect(error).not.toHaveProperty(name);
  });
});

describe('a failure of the network', () => {
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
    [undefined],
    [null],
    [{}],
    [{ error: undefined }],
    [{ error: {}, statusCode: 0 }],
    [{ error: { toString: 1 } }],
    [Object.assign(new Error(), { message: 5 })],
  ])('is what is left when the SDK gives no reason: %p', async (failure) => {
    const error = await reported(failure);
    expect(error).toMatchObject({ kind: 'network', code: 'NetworkError' });
    expect(error.message).toContain('no reason given');
  });
});

describe('a failure of the credentials', () => {
  const message = 'getAuthorization callback params missing "TmpSecretId"';

  it.each([
    ['an Error', Object.assign(new Error(message), { error: message })],
    ['a text, as before SDK 1.4', message],
  ])('is told by %s', async (_, failure) => {
    expect(await reported(failure)).toMatchObject({
      kind: 'credential',
      code: 'InvalidCredential',
      message: `InvalidCredential: ${message}; check what getAuthorization gives; GET ${LIST_URL}`,
      error: message,
    });
  });

  it('does not include a text that only quotes the SDK', async () => {
    expect(await reported(`lost: ${message}`)).toMatchObject({ kind: 'network' });
  });
});

describe('isDocQueueError', () => {
  it('recognises one of a second copy of this package, and nothing else', () => {
    const name = 'DocQueueError';
    expect(isDocQueueError(Object.assign(new Error('x'), { name }))).toBe(true);
    for (const value of [new Error('x'), { name }, null, undefined, name]) {
      expect(isDocQueueError(value)).toBe(false);
    }
  });

  it('recognises one that has no details', () => {
    const error = new DocQueueError('param', 'InvalidParameter', 'no');
    expect(isDocQueueError(error)).toBe(true);
    expect(Object.keys(error).sort()).toEqual(['code', 'kind', 'message', 'name']);
  });
});
