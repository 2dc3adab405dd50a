import { inspect } from 'node:util';
import { type DocQueueError, docQueue } from '../../src/index.js';
import { BUCKET, failed, type Responder, rejection, reports, StubCos } from '../support/client.js';
import { AUTHORIZATION, ECHOES, HEADERS, SECRETS } from '../support/echoes.js';
import { call, failureOf, refusal, SETTINGS } from '../support/methods.js';

const ofError = (error: unknown) => reports({ statusCode: 403, error });

/** Where a text of the service or of the app may stand. */
const PLACES: [string, (text: string) => Responder][] = [
  ['the body of a failed response', (text) => failed(400, text)],
  ['a failed response that the SDK has read', ofError],
  ['a page with status 200', (text) => text],
  ['a message', (Message) => ofError({ Code: 'X', Message })],
  ['a code', (Code) => ofError({ Code })],
  ['an address of the error', (Resource) => ofError({ Resource, Message: 'no' })],
  ['other fields', (text) => ofError({ Code: 'X', Authorization: text, Nested: [text] })],
  ['an id of a request', (RequestId) => ofError({ RequestId, Message: 'no' })],
  ['a header', (text) => failed(403, '', { server: text, a: text, 'x-ci-request-id': text })],
  ['an error of the SDK', (text) => reports(Object.assign(new Error(text), { error: text }))],
  ['an error of the app', (text) => () => Promise.reject(new TypeError(text))],
];

/** Everything that a log or a person may see of an error. */
function all(error: DocQueueError): string {
  const inspected = inspect(error, { depth: 9, showHidden: true, maxStringLength: null });
  return [error.message, error.stack, JSON.stringify(error), inspected].join('\n');
}

/** The pieces of the secrets that are long enough to be of use, also as they stand in an address. */
const PIECES = Object.values(SECRETS)
  .flatMap((secret) => [secret, encodeURIComponent(secret)])
  .flatMap((text) => Array.from({ length: text.length - 11 }, (_, at) => text.slice(at, at + 12)));
const piecesIn = (error: DocQueueError) => {
  const shown = all(error);
  return PIECES.filter((piece) => shown.includes(piece));
};

describe.each(PLACES)('an error has no named secret from %s', (_, responder) => {
  it.each(ECHOES)('echoed as %s', async (_, echo) => {
    expect(piecesIn(await failureOf(responder(echo)))).toEqual([]);
  });
});

describe("an error has none of the client's own keys and tokens, even without a name", () => {
  const { secretId, secretKey, token } = SECRETS;
  const TEMPORARY = { TmpSecretId: secretId, TmpSecretKey: secretKey, SecurityToken: '' };
  /** Where SDKs keep them. */
  const HOLDERS: [string, object, unknown][] = [
    ['temporary keys', {}, [{}, { ...TEMPORARY, XCosSecurityToken: token }]],
    ['options', { SecretId: secretId, SecretKey: secretKey, SecurityToken: token }, undefined],
  ];
  const IN_MESSAGE = /^a (message|code)$|^an error of the (SDK|app)$/;
  const TWICE = '[redacted],[redacted]';
  const texts = [secretId, secretKey, token, encodeURIComponent(token)];

  // Registered on the prototype: the keys must come from the instance.
  class COS extends StubCos {}
  docQueue(COS.prototype, BUCKET);
  const cosOf = (options: object, keys: unknown, responder: Responder) =>
    Object.assign(new COS([responder], { ...options }), { _StsCache: keys });

  describe.each(HOLDERS)('from its %s', (_, options, keys) => {
    it.each(PLACES)('in %s', async (place, responder) => {
      const cos = cosOf(options, keys, responder(`Denied ${[...texts, ...texts]}.`));
      const error = await rejection(call(cos, 'describeDocProcessQueues'));
      expect(piecesIn(error)).toEqual([]);
      const shown = IN_MESSAGE.test(place) ? [`Denied ${texts.map(() => TWICE)}`] : null;
      expect(error.message.match(/Denied[^.;]*/g)).toEqual(shown);
    });

    it.each(texts)('in a parameter that is refused: %s', async (text) => {
      const cos = cosOf(options, keys, '');
      const params = { Name: text, State: text, [text]: text };
      const error = await rejection(call(cos, 'listAllDocProcessQueues', params));
      expect(piecesIn(error)).toEqual([]);
    });
  });

  it.each([
    [{ SecretId: '1234567' }, 'no 1234567'],
    [{ SecretKey: '12345678' }, 'no [redacted]'],
    [{ AppName: 'queues-of-mine' }, 'no queues-of-mine'],
    [{ SecurityToken: undefined }, 'no undefined'],
  ])('but redacts only options that are keys of 8 or more characters: %j', async (option, text) => {
    const cos = cosOf(option, [], ofError({ Message: `no ${Object.values(option)[0]}` }));
    const { error } = await rejection(call(cos, 'describeDocProcessQueues'));
    expect(error).toEqual({ Message: text });
  });
});

it('an address with a token is not shown when it is refused', async () => {
  const settings = { ...SETTINGS, NotifyConfig: { Url: 'https://a.cn/?token=hunter2\0' } };
  const message = await refusal('updateDocProcessQueue', settings);
  expect(message).toMatch(/: NotifyConfig.Url must be [\w ]+, not "https:..a.cn.\?\[redacted]$/);
});

it.each([
  ['Authorization=hunter2', '[redacted]'],
  ['my Authorization=hunter2', 'my[redacted]'],
  ['accesskey=hunter2', '[redacted]'],
  ['token_id=hunter2', '[redacted]'],
  ['{"token":"hunter2"}', '{"[redacted]'],
  ['the token abcdefgh1jklmnop', 'the [redacted]'],
  [`Denied: /docqueue?${AUTHORIZATION}`, 'Denied: /docqueue?[redacted]'],
])('a text ends where a secret begins: %s', async (Message, shown) => {
  expect((await failureOf(ofError({ Message }))).error).toEqual({ Message: shown });
});

it.each([
  ['ExpiredToken', 'The temporary key has expired.'],
  ['InvalidToken', 'token: please log in again'],
  ['MissingAuthorization', 'at getAuthorization:12'],
  ['SecretidNotExist', 'the token of queue 12345678'],
  ['X', 'the token is incomprehensibilities'],
  ['SignatureDoesNotMatch', 'The Signature is invalid. Please check your secret key again.'],
])('words about secrets stay: %s, %s', async (Code, Message) => {
  const error = await failureOf(ofError({ Code, Message }));
  expect(error.message).toContain(`${Code}: ${Message.replace(/\.$/, '')}; `);
  expect(error.error).toEqual({ Code, Message });
});

it('an address that contains a word for secrets is kept', async () => {
  const Bucket = 'secret-documents20261129-1';
  const cos = docQueue(new StubCos([failed(404, '')]), { Bucket, Region: 'ap-x' });
  const error = await rejection(cos.describeDocProcessQueues());
  expect(error.url).toBe(`https://${Bucket}.ci.ap-x.myqcloud.com/docqueue`);
  expect(error.message).toContain(error.url);
});

const UNREADABLE = ['hunter2', '<p>secret: hunter2</p>', '{"token": "hunter2"'];
it.each(UNREADABLE)('a body that cannot be read is not kept: %s', async (body) => {
  expect(all(await failureOf(failed(502, body)))).not.toContain('hunter2');
  expect(all(await failureOf(body))).not.toContain('hunter2');
});

it('a secret that begins just before the end of what is kept is cut off whole', async () => {
  const Message = `${'x '.repeat(500)}signature d667c58a8587e103acda3ae3f62967974d60f3ba`;
  const { error } = await failureOf(ofError({ Message }));
  expect(error).toEqual({ Message: `${'x '.repeat(500)}[redacted]` });
});

it('only some headers are kept', async () => {
  const ids = { 'x-ci-request-id': 'a', 'x-cos-request-id': 'b', 'x-cos-trace-id': 'c' };
  const content = { 'content-type': 'd', 'content-length': '5' };
  const kept = { ...ids, date: 'e', server: 'f', ...content, 'retry-after': '8' };
  const cookie = { 'Set-Cookie': 's=hunter2', 'x-server': 'hunter2', date2: 'hunter2' };
  const headers = { ...kept, ...cookie, ...HEADERS };
  const error = await failureOf(failed(403, '', headers));
  expect(error.headers).toEqual(kept);
  expect(all(error)).not.toContain('hunter2');
});
