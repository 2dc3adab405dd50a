import { inspect } from 'node:util';
import type { DocQueueError } from '../../src/index.js';
import { type Answer, failed, reports } from '../support/client.js';
import { AUTHORIZATION, ECHOES, HEADERS, SECRETS } from '../support/echoes.js';
import { failureOf } from '../support/methods.js';

const ofError = (error: unknown) => reports({ statusCode: 403, error });

/** Where an echo may come from. */
const PLACES: [string, (echo: string) => Answer][] = [
  ['the body of a failed answer', (echo) => failed(400, echo)],
  ['a failed answer that the SDK read', ofError],
  ['a page with status 200', (echo) => echo],
  ['a message', (Message) => ofError({ Code: 'X', Message })],
  ['a code', (Code) => ofError({ Code })],
  ['an address of the error', (Resource) => ofError({ Resource })],
  ['other fields', (echo) => ofError({ Code: 'X', Authorization: echo, Nested: [echo] })],
  ['an id of a request', (RequestId) => ofError({ RequestId })],
  ['a header', (echo) => failed(403, '', { 'x-echo': echo, 'x-ci-request-id': echo })],
  ['a secret header', () => failed(403, '', { ...HEADERS, 'X-COS-Security-Token': SECRETS.token })],
  ['a reason of wx.request', (error) => reports({ error })],
  ['an error of the SDK', (text) => reports(Object.assign(new Error(text), { error: text }))],
  ['a text of the SDK', reports],
  ['an error of the app', (text) => () => Promise.reject(new TypeError(text))],
];

/** All that a log or a person may see of an error. */
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

describe.each(PLACES)('no secret is left of an echo in %s', (_, answer) => {
  it.each(ECHOES)('%s', async (_, echo) => {
    const shown = all(await failureOf(answer(echo)));
    expect(PIECES.filter((piece) => shown.includes(piece))).toEqual([]);
  });
});

describe('an answer that cannot be read and names a secret is not kept', () => {
  const hex = Array.from(SECRETS.token, (character) => character.charCodeAt(0).toString(16));
  it.each([
    ['text before it', `<pre>Bad Gateway\nAuthorization: ${AUTHORIZATION}`, SECRETS.token],
    ['an escaped value', `{"token": "${hex.map((code) => `\\u00${code}`).join('')}"`, '\\u'],
    ['a value in references', `<p>token: ${hex.map((code) => `&#x${code};`).join('')}`, '&#x'],
    [
      'a wrapped value',
      `token:\n${SECRETS.token.replace(/(.{10})/g, '$1\n')}`,
      SECRETS.token.slice(0, 10),
    ],
    ['a short value', 'secret: hunter2', 'hunter2'],
    ['a value far behind', `<td>token</td>${' '.repeat(200)}<td>${SECRETS.token}`, SECRETS.token],
    ['a name behind its value', `[{"value": "${SECRETS.token}", "name": "token"}`, SECRETS.token],
    ['an access key', `<p>AccessKeyId: ${SECRETS.secretId}`, SECRETS.secretId],
    [
      'the beginning of an Authorization',
      `q-ak=${SECRETS.secretId}&q-sign-time=1`,
      SECRETS.secretId,
    ],
  ])('%s', async (_, body, secret) => {
    for (const answer of [failed(502, body), body]) {
      const error = await failureOf(answer);
      expect(error.error).toBe('[redacted]');
      expect(inspect(error, { depth: 9 })).not.toContain(secret);
    }
  });
});

describe('what is no secret stays', () => {
  it.each([
    ['ExpiredToken', 'The temporary key has expired.'],
    ['InvalidToken', 'token: please log in again'],
    ['MissingAuthorization', 'The token has expired'],
    ['SecretidNotExist', 'The SecretId does not exist.'],
    [
      'SignatureDoesNotMatch',
      'The Signature you specified is invalid. Please check your signature and secret key again.',
    ],
  ])('the words of %s', async (Code, Message) => {
    const error = await failureOf(ofError({ Code, Message }));
    expect(error.message).toContain(`${Code}: ${Message.replace(/\.$/, '')}; `);
    expect(error.error).toEqual({ Code, Message });
  });

  it('a message before the first name of a secret', async () => {
    const Message = `Denied: /docqueue?${AUTHORIZATION}`;
    const denied = await failureOf(ofError({ Code: 'X', Message }));
    expect(denied.error).toEqual({ Code: 'X', Message: 'Denied: /docqueue?[redacted]' });
  });

  it('the beginning of a text whose secret is far behind it', async () => {
    const beginning = 'x'.repeat(1024);
    const Message = `${'x'.repeat(3000)} token: ${SECRETS.token}`;
    expect((await failureOf(failed(502, Message))).error).toBe(beginning);
    expect((await failureOf(ofError({ Message }))).error).toEqual({ Message: beginning });
    const Code = Message.slice(1500);
    expect((await failureOf(ofError({ Code }))).error).toEqual({ Code: `${beginning}[redacted]` });
  });

  it('a header without one, and the name of one with', async () => {
    const headers = { server: 'tencent-ci', 'content-length': 5, ...HEADERS };
    const error = await failureOf(reports({ statusCode: 403, headers }));
    expect(error.headers).toEqual({
      server: 'tencent-ci',
      'content-length': '5',
      Authorization: '[redacted]',
      'x-ci-security-token': '[redacted]',
    });
  });
});
