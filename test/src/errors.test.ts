import { inspect } from 'node:util';
import { DocQueueError, isDocQueueError } from '../../src/index.js';
import { failed, LIST_URL, type Responder, reports } from '../support/client.js';
import { failureOf } from '../support/methods.js';

const reported = (failure: unknown) => failureOf(reports(failure));
const refused = (error: unknown) => reported({ statusCode: 403, error });

describe('an error of the service', () => {
  const document =
    '<Error><Code>AccessDenied</Code><Message>Access &amp; Denied.</Message><RequestId>R1</RequestId></Error>';
  const headers = { 'x-cos-request-id': 'COS', 'x-ci-request-id': 'CI' };
  const error = { Code: 'AccessDenied', Message: 'Access & Denied.', RequestId: 'R1' };
  const ok = { statusCode: 200, headers, Body: document };

  it.each<[string, number, Responder]>([
    ['the text that older SDKs give', 403, failed(403, document, headers)],
    ['the fields that newer SDKs give', 403, reports({ statusCode: 403, headers, error })],
    ['a response that says 200', 200, (_, callback) => callback(null, ok)],
  ])('has the same fields, also as JSON, if it comes from %s', async (_, statusCode, response) => {
    const failure = await failureOf(response);
    const expected = {
      name: 'DocQueueError',
      kind: 'service',
      code: 'AccessDenied',
      message: `AccessDenied: Access & Denied; the key's policy must allow this action; GET ${LIST_URL} ${statusCode}`,
      statusCode,
      headers,
      RequestId: 'CI',
      url: LIST_URL,
      method: 'GET',
      error,
    };
    expect(failure).toBeInstanceOf(Error);
    expect(failure).toBeInstanceOf(DocQueueError);
    expect(inspect(failure)).toMatch(/^DocQueueError\b/);
    expect(isDocQueueError(failure)).toBe(true);
    expect({ ...failure }).toEqual(expected);
    expect(JSON.parse(JSON.stringify(failure))).toEqual(expected);
  });

  it('keeps every field that is known, and no other', async () => {
    const message = { Code: 'A', Message: 'B', Resource: 'C' };
    const known = { ...message, RequestId: 'D', TraceId: 'E', ServerTime: 'F' };
    const failure = await refused({ ...known, SignatureProvided: 'x', StringToSign: 'y' });
    expect(failure.error).toEqual(known);
    expect(failure.RequestId).toBe('D');
  });

  it.each([
    '{"code":"Slow","message":"Wait"}',
    ' {"Code":"Slow","Message":"Wait"}',
    '{"Error":{"Code":"Slow","Message":"Wait"}}',
    '<Error a="{"><Code> Slow\n</Code><Message>Wait</Message></Error>',
  ])('is read from %j', async (body) => {
    const error = { Code: 'Slow', Message: 'Wait' };
    const expected = { kind: 'service', code: 'Slow', error };
    expect(await failureOf(failed(429, body))).toMatchObject(expected);
  });

  it.each([
    ['{"message":"Wait"}', { Message: 'Wait' }],
    [`<${'a'.repeat(99)}`, `text/html, 100 characters, <${'a'.repeat(31)}`],
    ['Bad < Gateway', 'text/html, 13 characters, no element'],
    ['', 'text/html, 0 characters, no element'],
    ['{"code":"Slow', 'text/html, 13 characters, no element'],
    ['<Error><Code>A</Code><Code>B</Code></Error>', 'text/html, 43 characters, <Error'],
    ['<Error><Code> </Code></Error>', 'text/html, 29 characters, <Error'],
  ])('is an HttpError where there is no code: %j', async (body, error) => {
    const failure = await failureOf(failed(503, body, { 'Content-Type': 'text/html' }));
    expect(failure).toMatchObject({ kind: 'service', code: 'HttpError', RequestId: '', error });
    const reason = body.includes('Wait') ? 'Wait; ' : '';
    expect(failure.message).toBe(`HttpError: ${reason}GET ${LIST_URL} 503`);
  });

  it.each([Object.create(null), { length: 5 }, 5])('is reported for any body: %p', async (body) => {
    expect(await refused(body)).toMatchObject({ kind: 'service', code: 'HttpError' });
    const data = { statusCode: 200, Body: body };
    const failure = await failureOf((_, callback) => callback(null, data));
    expect(failure).toMatchObject({ kind: 'response' });
  });

  it('keeps the first 1024 characters of a text', async () => {
    const Message = 'x '.repeat(3000);
    const { error, message } = await refused({ Code: 'A', Message });
    expect(error).toEqual({ Code: 'A', Message: Message.slice(0, 1024) });
    expect(message.length).toBeLessThan(1200);
  });

  it.each([
    ['RequestTimeTooSkewed', "; check the device's clock"],
    // A code like what every object has.
    ['toString', ''],
  ])('gives advice where there is any: %s', async (Code, advice) => {
    const { message } = await refused({ Code, Message: 'No.' });
    expect(message).toBe(`${Code}: No${advice}; GET ${LIST_URL} 403`);
  });
});

/** What the SDK reports when `getAuthorization` gives no usable key. */
const NO_KEY = 'getAuthorization callback params missing "TmpSecretId"';

it.each<[string, unknown, unknown?]>([
  ['Timeout', 'request:fail timeout'],
  ['Timeout', 'request:fail errcode:-118 error_msg:net::ERR_CONNECTION_TIMED_OUT'],
  ['NetworkError', 'request:fail url not in domain list'],
  ['NetworkError', `a text that only quotes: ${NO_KEY}`],
  ['NetworkError', { toString: 1 }, 'no reason given'],
])('a network error is a %s and gives its reason: %p', async (code, error, reason = error) => {
  const advice = 'is the host in the request 合法域名 of the mini program?; ';
  const message = `${code}: ${reason}; ${code === 'Timeout' ? '' : advice}GET ${LIST_URL}`;
  const expected = { kind: 'network', code, message, error: reason, url: LIST_URL, method: 'GET' };
  expect(await reported({ error, statusCode: 0, headers: {} })).toMatchObject(expected);
});

it.each([
  ['an Error', Object.assign(new Error(NO_KEY), { error: NO_KEY }), NO_KEY],
  ['a text', NO_KEY, NO_KEY],
  ['the text of SDKs before 1.4', { error: 'authorization error' }, 'authorization error'],
])('a credential error is recognised from %s, and has no url', async (_, failure, error) => {
  const details = { code: 'InvalidCredential', message: `InvalidCredential: ${error}`, error };
  const expected = { name: 'DocQueueError', kind: 'credential', ...details };
  expect({ ...(await reported(failure)) }).toEqual(expected);
});

it('isDocQueueError recognises errors of this package, also of a second copy, and nothing else', () => {
  const name = 'DocQueueError';
  const made = new DocQueueError('param', 'InvalidParameter', 'no');
  expect(Object.keys(made).sort()).toEqual(['code', 'kind', 'message', 'name']);
  for (const error of [made, Object.assign(new Error('x'), { name })]) {
    expect(isDocQueueError(error)).toBe(true);
  }
  for (const value of [new Error('x'), { name }, null, undefined, name]) {
    expect(isDocQueueError(value)).toBe(false);
  }
});
