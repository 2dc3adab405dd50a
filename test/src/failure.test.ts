import { DocQueueError, docQueue, isDocQueueError } from '../../src/index.js';
import { BUCKET, clientThatAnswers, failed, rejection } from '../support/client.js';

const URL = 'https://examplebucket-1250000000.ci.ap-beijing.myqcloud.com/docqueue';

function failureOf(answer: Parameters<typeof clientThatAnswers>[0]) {
  return rejection(docQueue(clientThatAnswers(answer), BUCKET).describeDocProcessQueues());
}

/** A failure as the SDK reports it. */
function reported(failure: unknown) {
  return failureOf((_, callback) => callback(failure));
}

const DENIED =
  '<Error><Code>AccessDenied</Code><Message>Access &amp; Denied.</Message><RequestId>R1</RequestId></Error>';

describe('a failure of the service', () => {
  const expected = {
    name: 'DocQueueError',
    kind: 'service',
    code: 'AccessDenied',
    message: `AccessDenied: Access & Denied; the key's policy must allow this action; GET ${URL} 403`,
    statusCode: 403,
    headers: { server: 'tencent-ci' },
    RequestId: 'R1',
    url: URL,
    method: 'GET',
    error: { Code: 'AccessDenied', Message: 'Access & Denied.', RequestId: 'R1' },
  };

  it('is the same from the text that older SDKs give', async () => {
    expect(await failureOf(failed(403, DENIED, { server: 'tencent-ci' }))).toMatchObject(expected);
  });

  it('is the same from the fields that newer SDKs give', async () => {
    const { error, statusCode, headers } = expected;
    expect(await reported({ error, statusCode, headers })).toMatchObject(expected);
  });

  it('is the same from an answer that says 200', async () => {
    expect(await failureOf(DENIED)).toMatchObject({
      ...expected,
      message: `AccessDenied: Access & Denied; the key's policy must allow this action; GET ${URL} 200`,
      statusCode: 200,
      headers: {},
      RequestId: 'REQ',
    });
  });

  it('is an Error, and a DocQueueError', async () => {
    const error = await failureOf(failed(403, DENIED));
    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(DocQueueError);
    expect(isDocQueueError(error)).toBe(true);
  });

  it('has its message, its code and its kind in JSON', async () => {
    const { message, code, kind, error } = await failureOf(failed(403, DENIED));
    const json = JSON.parse(JSON.stringify(await failureOf(failed(403, DENIED))));
    expect(json).toMatchObject({ name: 'DocQueueError', message, code, kind, error });
  });

  it('has the id of the request from the headers first', async () => {
    const ci = { 'x-ci-request-id': 'CI', 'x-cos-request-id': 'COS' };
    expect((await failureOf(failed(403, DENIED, ci))).RequestId).toBe('CI');
    expect((await failureOf(failed(403, DENIED, { 'x-cos-request-id': 'COS' }))).RequestId).toBe(
      'COS',
    );
  });

  it.each([
    [
      'a gateway that writes JSON',
      '{"code":"SlowDown","message":"Wait","RequestId":"J"}',
      'SlowDown',
    ],
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

  it('keeps the beginning of a text that it cannot read', async () => {
    expect((await failureOf(failed(502, 'x'.repeat(5000)))).error).toBe('x'.repeat(1024));
    expect((await reported({ error: 'Bad Gateway', statusCode: 502, headers: {} })).error).toBe(
      'Bad Gateway',
    );
  });

  it.each([
    ['AccessDenied', "; the key's policy must allow this action"],
    ['RequestTimeTooSkewed', "; check the device's clock"],
    ['NoSuchBucket', ''],
  ])('says what to do about %s, if anything', async (Code, advice) => {
    const error = await reported({ statusCode: 403, error: { Code, Message: 'no' } });
    expect(error.message).toBe(`${Code}: no${advice}; GET ${URL} 403`);
  });

  it('keeps the documented texts of the error document, and nothing else', async () => {
    const known = {
      Code: 'X',
      Message: 'm',
      Resource: 'r',
      RequestId: 'i',
      TraceId: 't',
      ServerTime: 's',
    };
    const error = { ...known, HostId: 'h', Nested: { a: 'b' }, Count: 5 };
    expect((await reported({ statusCode: 400, error })).error).toEqual(known);
  });

  it('needs neither headers nor a body', async () => {
    const error = await reported({ statusCode: 500 });
    expect(error).toMatchObject({
      kind: 'service',
      code: 'HttpError',
      message: `HttpError: GET ${URL} 500`,
    });
    for (const name of ['headers', 'RequestId']) expect(error).not.toHaveProperty(name);
  });
});

describe('a failure of the network', () => {
  it.each([
    ['request:fail url not in domain list', 'NetworkError'],
    ['request:fail abort', 'NetworkError'],
    ['request:fail timeout', 'Timeout'],
    [
      'request:fail errcode:-118 cronet_error_code:-118 error_msg:net::ERR_CONNECTION_TIMED_OUT',
      'Timeout',
    ],
    ['request:fail Time Out', 'Timeout'],
    ['request:fail timedout', 'Timeout'],
  ])('says why, and what to look at: %s', async (error, code) => {
    expect(await reported({ error, headers: {} })).toMatchObject({
      kind: 'network',
      code,
      message: `${code}: ${error}; ${code === 'Timeout' ? '' : 'is the host in the request 合法域名 of the mini program?; '}GET ${URL}`,
      error,
      url: URL,
      method: 'GET',
    });
  });

  it.each([[undefined], [null], [{}], [{ error: undefined }], [{ error: {}, statusCode: 0 }]])(
    'is what is left when the SDK says nothing: %j',
    async (failure) => {
      expect(await reported(failure)).toMatchObject({ kind: 'network', code: 'NetworkError' });
    },
  );
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
      message: `InvalidCredential: ${message}; check what getAuthorization gives; GET ${URL}`,
      error: message,
    });
  });
});

describe('whatever is reported, there is an outcome', () => {
  it.each([
    ['escapes after a name', { statusCode: 403, error: { body: 'Invalid token:\nplease log in' } }],
    ['control characters', { statusCode: 403, error: { body: 'Authorization:\r\ntoken=\t\x01x' } }],
    [
      'deep JSON',
      { statusCode: 403, error: { body: `${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}` } },
    ],
    ['what has no text', { headers: {}, error: { toString: 1 } }],
    ['an Error whose message is none', Object.assign(new Error(), { message: 5 })],
  ])('%s', async (_, failure) => {
    // Not at once: then nothing could catch what fails here.
    const error = await failureOf((_params, callback) => {
      setTimeout(callback, 0, failure);
    });
    expect(error.name).toBe('DocQueueError');
    expect(error.message).not.toContain('[object');
  });

  it('has the code of a document with a field named body', async () => {
    const error = { code: 'AccessDenied', message: 'no', body: 'anything' };
    expect(await reported({ statusCode: 403, error })).toMatchObject({ code: 'AccessDenied' });
  });

  it('has a message of bounded length', async () => {
    const error = { Code: 'X', Message: 'long '.repeat(100_000) };
    const failure = await reported({ statusCode: 403, error });
    expect(failure.message.length).toBeLessThan(2000);
    expect(JSON.stringify(failure).length).toBeLessThan(4000);
  });
});

describe('isDocQueueError', () => {
  it('recognises one of a second copy of this package, and nothing else', () => {
    expect(isDocQueueError(Object.assign(new Error('x'), { name: 'DocQueueError' }))).toBe(true);
    for (const value of [
      new Error('x'),
      { name: 'DocQueueError' },
      null,
      undefined,
      'DocQueueError',
    ]) {
      expect(isDocQueueError(value)).toBe(false);
    }
  });

  it('recognises one that has no details', () => {
    const error = new DocQueueError('param', 'InvalidParameter', 'no');
    expect(isDocQueueError(error)).toBe(true);
    expect(Object.keys(error).sort()).toEqual(['code', 'kind', 'message', 'name']);
  });
});

it('says no more of a code that is named like a method', async () => {
  const error = await failureOf(failed(400, '<Error><Code>constructor</Code></Error>'));
  expect(error.message).toBe(`constructor: GET ${URL} 400`);
});
