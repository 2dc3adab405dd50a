import { inspect } from 'node:util';
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
    message: `AccessDenied: Access & Denied.; the key's policy must allow this action; GET ${URL} 403`,
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
      message: `AccessDenied: Access & Denied.; the key's policy must allow this action; GET ${URL} 200`,
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

  it('needs neither headers nor a body', async () => {
    const error = await reported({ statusCode: 500 });
    expect(error).toMatchObject({
      kind: 'service',
      code: 'HttpError',
      message: `HttpError: GET ${URL} 500`,
    });
    expect(error).not.toHaveProperty('RequestId');
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

  it.each([
    ['an Error', new Error('key server down'), 'key server down'],
    ['a text', 'key server down', 'key server down'],
    ['nothing', undefined, 'getAuthorization threw'],
    ['what wx.request failed with', { errMsg: 'request:fail timeout' }, 'request:fail timeout'],
  ])('is told when getAuthorization throws %s', async (_, thrown, reason) => {
    const error = await failureOf(() => {
      throw thrown;
    });
    expect(error).toMatchObject({ kind: 'credential', code: 'InvalidCredential' });
    expect(error.message).toContain(reason);
  });
});

describe('no failure holds a secret', () => {
  const AUTHORIZATION =
    'q-sign-algorithm=sha1&q-ak=AKID&q-sign-time=1;2&q-key-time=1;2&q-header-list=host&q-url-param-list=&q-signature=5ecre7';
  const TOKEN = 'T0KEN/+longer-than-a-word-5ecre7==';
  const ECHOES: [string, unknown][] = [
    [
      'a page that echoes the headers',
      {
        error: {
          body: `<pre>Authorization: ${AUTHORIZATION}\nx-ci-security-token: ${TOKEN}\n</pre>`,
        },
      },
    ],
    [
      'JSON within text',
      { error: `{"authorization":"Basic ${TOKEN}","securityToken": "${TOKEN}"}` },
    ],
    [
      'headers that echo the headers',
      { headers: { authorization: AUTHORIZATION, 'x-cos-security-token': TOKEN } },
    ],
    [
      'a message that tells the address',
      { error: { Code: 'X', Message: `/docqueue?${AUTHORIZATION}&x-cos-security-token=${TOKEN}` } },
    ],
    ['keys in a text', { error: `tmpSecretKey=${TOKEN}&a=b` }],
  ];

  it.each(ECHOES)('from %s', async (_, answer) => {
    const error = await reported({ statusCode: 400, headers: {}, ...(answer as object) });
    const shown = [error.message, JSON.stringify(error), inspect(error, { depth: 9 })].join('\n');
    expect(shown).toContain('[redacted]');
    expect(shown).not.toMatch(/5ecre7/);
    expect(error).toMatchObject({ kind: 'service', statusCode: 400 });
  });

  it('from a document that is not flat: only its texts are kept', async () => {
    const error = { Code: 'X', headers: { Authorization: AUTHORIZATION, list: [TOKEN] }, n: 5 };
    const failure = await reported({ statusCode: 400, headers: {}, error });
    expect(failure.error).toEqual({ Code: 'X', n: '5' });
  });

  it('from an answer that agrees, but is a page', async () => {
    const error = await failureOf(`<pre>authorization: ${AUTHORIZATION}`);
    expect(error.code).toBe('InvalidResponse');
    expect(inspect(error)).not.toMatch(/5ecre7/);
  });

  it('from what getAuthorization throws', async () => {
    const error = await reported(new Error(`bad: {"tmpSecretKey":"${TOKEN}"}`));
    expect(inspect(error)).not.toMatch(/5ecre7/);
    expect(error.message).toContain('bad: ');
  });

  it.each([
    ['ExpiredToken', 'The temporary key has expired.'],
    ['InvalidToken', 'token: please log in again'],
  ])('and keeps the words of %s', async (Code, Message) => {
    const error = await reported({ statusCode: 403, headers: {}, error: { Code, Message } });
    expect(error.message).toContain(`${Code}: ${Message}; GET`);
    expect(error.error).toEqual({ Code, Message });
  });

  it('and keeps the words of an ordinary failure', async () => {
    const error = await reported({
      statusCode: 401,
      headers: {},
      error: { Code: 'MissingAuthorization', Message: 'The token has expired' },
    });
    expect(error.error).toEqual({ Code: 'MissingAuthorization', Message: 'The token has expired' });
  });
});

it('says what is missing when nobody gives a reason', async () => {
  expect((await reported({})).error).toBe('wx.request gave no reason');
});

it("says to look at the device's clock", async () => {
  const error = { Code: 'RequestTimeTooSkewed', Message: 'skewed' };
  expect((await reported({ statusCode: 403, error })).message).toContain(
    "check the device's clock",
  );
});

it('reads XML with braces as XML, and takes what is empty for empty', async () => {
  const xml = '<Error><Code>Odd</Code><Message>{x}</Message></Error>';
  expect((await failureOf(failed(400, xml))).code).toBe('Odd');
  const empty = await failureOf((_, callback) => callback(null, { statusCode: 200 }));
  expect([empty.code, empty.error]).toEqual(['InvalidResponse', '']);
});

it('hides a secret by the name of its field, however short', async () => {
  const error = { Code: 'X', secretKey: 'a', 'secret-key': 'b', securityToken: 'c' };
  expect((await reported({ statusCode: 400, error })).error).toEqual({
    Code: 'X',
    secretKey: '[redacted]',
    'secret-key': '[redacted]',
    securityToken: '[redacted]',
  });
});

it.each([
  '<b>token</b> <td>0123456789abcdef</td>',
  '<b>token</b> <td class="v">0123456789abcdef</td>',
])('hides a secret behind tags: %s', async (html) => {
  const error = await failureOf(failed(500, `${html}<br>`));
  expect(error.error).not.toContain('0123456789abcdef');
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
    expect({ ...error }).toEqual({
      name: 'DocQueueError',
      kind: 'param',
      code: 'InvalidParameter',
    });
  });
});
