import { inspect } from 'node:util';
import { type DocQueueError, docQueue } from '../../src/index.js';
import {
  BUCKET,
  clientWith,
  failed,
  type Responder,
  rejection,
  reports,
  StubCos,
} from '../support/client.js';
import { AUTHORIZATION, ECHOES, HEADERS, SECRETS } from '../support/echoes.js';
import { call, failureOf, METHODS, service, WRITING } from '../support/methods.js';

const respondsWith =
  (data: object): Responder =>
  (_, callback) =>
    callback(null, data);
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
  ['a reason of wx.request', (error) => reports({ error })],
  ['an error of the SDK', (text) => reports(Object.assign(new Error(text), { error: text }))],
  ['a text of the SDK', reports],
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
  .flatMap((secret) =>
    Array.from({ length: secret.length - 11 }, (_, at) => secret.slice(at, at + 12)),
  );
const piecesIn = (error: DocQueueError) => {
  const shown = all(error);
  return PIECES.filter((piece) => shown.includes(piece));
};

describe.each(PLACES)('an error has no named secret from %s', (_, responder) => {
  it.each(ECHOES)('%s', async (_, echo) => {
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
  const texts = [secretId, secretKey, token, encodeURIComponent(token)];

  function cosOf(options: object, keys: unknown, responder: Responder) {
    const client = Object.assign(new StubCos([responder], { ...options }), { _StsCache: keys });
    return docQueue(client, BUCKET);
  }

  describe.each(HOLDERS)('from its %s', (_, options, keys) => {
    it.each(PLACES)('in %s', async (_, responder) => {
      for (const text of texts) {
        const cos = cosOf(options, keys, responder(`Denied ${text}, ${text}.`));
        const error = await rejection(cos.describeDocProcessQueues());
        expect(piecesIn(error)).toEqual([]);
        if (error.message.includes('Denied')) {
          expect(error.message).toContain('Denied [redacted], [redacted]');
        }
      }
    });

    it('in a parameter, whether it is refused or sent', async () => {
      for (const text of texts) {
        for (const name of ['Bucket', 'QueueId', 'State', 'Name', 'NotifyConfig', text]) {
          for (const [method, params] of METHODS) {
            const cos = cosOf(options, keys, failed(403, ''));
            const error = await rejection(call(cos, method, { ...params, [name]: text }));
            expect([method, name, piecesIn(error)]).toEqual([method, name, []]);
          }
        }
      }
    });
  });

  it('of the instance, when its prototype is registered', async () => {
    class COS extends StubCos {}
    docQueue(COS.prototype, BUCKET);
    const cos = new COS([ofError({ Message: `no ${secretKey}` })], { SecretKey: secretKey });
    const error = await rejection(call(cos, 'describeDocProcessQueues'));
    expect(error.message).toContain('no [redacted];');
  });

  it('but a short text, or another option, is no key', async () => {
    const SecretId = '1234567';
    for (const secrets of [
      { SecretId, SecretKey: `${SecretId}8` },
      { AppName: 'queues-of-mine' },
      { SecurityToken: undefined },
    ]) {
      const Message = `${Object.values(secrets).map(String).join()}.`;
      const cos = cosOf(secrets, [], ofError({ Message }));
      const { error } = await rejection(cos.describeDocProcessQueues());
      expect(error).toEqual({ Message: Message.replace('12345678', '[redacted]') });
    }
  });
});

it('an address with a token is not shown when it is refused', async () => {
  const NotifyConfig = { Url: 'https://a.cn/?token=hunter2\0' };
  for (const [method, params] of WRITING) {
    const cos = docQueue(clientWith(service), BUCKET);
    const error = await rejection(call(cos, method, { ...params, NotifyConfig }));
    expect(error.message).toContain('NotifyConfig.Url must be text');
    expect(all(error)).not.toContain('hunter2');
  }
});

it.each([
  ['Authorization=hunter2', '[redacted]'],
  ['my Authorization=hunter2', 'my[redacted]'],
  ['accesskey=hunter2', '[redacted]'],
  ['token_id=hunter2', '[redacted]'],
  ['{"token":"hunter2"}', '{"[redacted]'],
  ['the token abcdefgh1jklmnop', 'the [redacted]'],
  ['getAuthorization: no key', 'getAuthorization: no key'],
  ['the token of queue 12345678', 'the token of queue 12345678'],
  ['the token is incomprehensibilities', 'the token is incomprehensibilities'],
])('a text ends where a secret begins: %s', async (Message, shown) => {
  expect((await failureOf(ofError({ Message }))).error).toEqual({ Message: shown });
});

it('a body that cannot be read is not kept', async () => {
  for (const body of ['hunter2', '<p>secret: hunter2</p>', '{"token": "hunter2"']) {
    for (const responder of [failed(502, body), body]) {
      expect(all(await failureOf(responder))).not.toContain('hunter2');
    }
  }
});

it('only some headers are kept', async () => {
  const ids = { 'x-ci-request-id': 'a', 'x-cos-request-id': 'b', 'x-cos-trace-id': 'c' };
  const content = { 'content-type': 'd', 'content-length': '5' };
  const kept = { ...ids, date: 'e', server: 'f', ...content, 'retry-after': '8' };
  const dropped = {
    'Set-Cookie': 's=hunter2',
    Location: '/?sign=hunter2',
    'x-server': 'hunter2',
    date2: 'hunter2',
  };
  const headers = { ...kept, ...dropped, ...HEADERS };
  const data = { statusCode: 200, headers, Body: '' };
  for (const responder of [failed(403, '', headers), respondsWith(data)]) {
    const error = await failureOf(responder);
    expect(error.headers).toEqual(kept);
    expect(all(error)).not.toContain('hunter2');
  }
});

describe('what is no secret stays', () => {
  it.each([
    ['ExpiredToken', 'The temporary key has expired.'],
    ['InvalidToken', 'token: please log in again'],
    ['MissingAuthorization', 'The token has expired'],
    ['SecretidNotExist', 'The SecretId does not exist.'],
    ['SignatureDoesNotMatch', 'The Signature is invalid. Please check your secret key again.'],
  ])('such as the words of %s', async (Code, Message) => {
    const error = await failureOf(ofError({ Code, Message }));
    expect(error.message).toContain(`${Code}: ${Message.replace(/\.$/, '')}; `);
    expect(error.error).toEqual({ Code, Message });
  });

  it('such as an address that has a word for secrets', async () => {
    const cos = docQueue(clientWith(failed(404, '')), {
      Bucket: 'secret-files-20261129-1',
      Region: 'ap-x',
    });
    const error = await rejection(cos.describeDocProcessQueues());
    expect(error.url).toBe('https://secret-files-20261129-1.ci.ap-x.myqcloud.com/docqueue');
    expect(error.message).toContain(error.url);
  });

  it('such as a message before the first name of a secret', async () => {
    const Message = `Denied: /docqueue?${AUTHORIZATION}`;
    const denied = await failureOf(ofError({ Code: 'X', Message }));
    expect(denied.error).toEqual({ Code: 'X', Message: 'Denied: /docqueue?[redacted]' });
  });

  it('such as the beginning of a text whose secret is far behind it', async () => {
    const Message = `${'x'.repeat(3000)} token: ${SECRETS.token}`;
    expect((await failureOf(ofError({ Message }))).error).toEqual({ Message: 'x'.repeat(1024) });
  });
});
