import { inspect } from 'node:util';
import type { DocQueueError } from '../../src/index.js';
import { type Answer, failed, reports } from '../support/client.js';
import { failureOf } from '../support/methods.js';

const SIGNATURE = 'd667c58a8587e103acda3ae3f62967974d60f3ba';
const SECRET_ID = 'AKIDQjz3ltompVjBni5LitkWHFlFpwkn9U5q';
const SECRET_KEY = 'BQYIM75p8x0iWVFSIgqEKwFprpRSVHlz';
const TOKEN = 'dG9rZW4tb2YtdGhlLXNlc3Npb24/+Zm9yLXRlc3Rz==';
const SECRETS = [SIGNATURE, SECRET_ID, SECRET_KEY, TOKEN];

const PARAMETERS = {
  'q-sign-algorithm': 'sha1',
  'q-ak': SECRET_ID,
  'q-sign-time': '1557989151;1557996351',
  'q-key-time': '1557989151;1557996351',
  'q-header-list': 'host',
  'q-url-param-list': '',
  'q-signature': SIGNATURE,
};
const join = (parameters: [string, string][]) => parameters.map((pair) => pair.join('=')).join('&');
const AUTHORIZATION = join(Object.entries(PARAMETERS));
const HEADERS = { Authorization: AUTHORIZATION, 'x-ci-security-token': TOKEN };
const ADDRESS = `/docqueue?${AUTHORIZATION}&x-ci-security-token=${TOKEN}`;
const KEYS = { tmpSecretId: SECRET_ID, tmpSecretKey: SECRET_KEY, sessionToken: TOKEN };
const lines = (fields: object, line: (name: string, value: string) => string) =>
  Object.entries(fields)
    .map(([name, value]) => line(name, value))
    .join('\n');
const xml = (name: string, value: string) => `<${name}>${value.replace(/&/g, '&amp;')}</${name}>`;
const row = (name: string, value: string) =>
  `<tr><td>${name}</td>\n<td class="v">${value}</td></tr>`;
const openRow = (name: string, value: string) => `<tr><td>${name}<td>${value}`;

/** What a proxy, a gateway or an error page may echo. */
const ECHOES: [string, string][] = [
  ['headers', lines(HEADERS, (name, value) => `${name}: ${value}`)],
  ['headers, quoted', lines(HEADERS, (name, value) => `'${name}' => "${value}"`)],
  ['XML', `<Echo>${lines(HEADERS, xml)}</Echo>`],
  ['q-signature as an element', `<Echo>${lines(PARAMETERS, xml)}</Echo>`],
  ['a table of HTML', `<html><br><table>${lines(HEADERS, row)}</table>`],
  ['a table of the parameters', `<table>${lines(PARAMETERS, openRow)}</table>`],
  ['JSON', JSON.stringify({ headers: HEADERS })],
  ['JSON with \\u0026', JSON.stringify(HEADERS).replace(/&/g, '\\u0026')],
  ['JSON in JSON', JSON.stringify({ echo: JSON.stringify(HEADERS) })],
  ['a JSON object of the parameters', JSON.stringify(PARAMETERS)],
  ['an address', ADDRESS],
  ['an encoded address', encodeURIComponent(ADDRESS)],
  ['encoded values', lines(HEADERS, (name, value) => `${name}=${encodeURIComponent(value)}`)],
  ['parameters in another order', join(Object.entries(PARAMETERS).reverse())],
  ['a key of the key server', JSON.stringify(KEYS)],
  ['snake case', `secret_id=${SECRET_ID}, secret_key=${SECRET_KEY}, security_token=${TOKEN}`],
  ['names in capitals', `SECRETKEY ${SECRET_KEY}\nX-COS-SECURITY-TOKEN ${TOKEN}`],
  ['a bare signature', `Signature: ${SIGNATURE}`],
  ['SignatureProvided', `<E><SignatureProvided>${SIGNATURE}</SignatureProvided></E>`],
  ['a name and its value in cells of a row', `<td>token</td>\n<td>${TOKEN}</td>`],
  ['a name at the end of what is kept', `${'x'.repeat(1010)} token: ${TOKEN}`],
  ['a name across the end of what is kept', `${'x'.repeat(1018)} token: ${TOKEN}`],
  ['a value after the end of what is kept', `${'x'.repeat(2040)} token: ${TOKEN}`],
];

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
  ['a secret header', () => failed(403, '', { ...HEADERS, 'X-COS-Security-Token': TOKEN })],
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
const PIECES = SECRETS.flatMap((secret) => [secret, encodeURIComponent(secret)]).flatMap((secret) =>
  Array.from({ length: secret.length - 11 }, (_, at) => secret.slice(at, at + 12)),
);

describe.each(PLACES)('no secret is left of an echo in %s', (_, answer) => {
  it.each(ECHOES)('%s', async (_, echo) => {
    const shown = all(await failureOf(answer(echo)));
    expect(PIECES.filter((piece) => shown.includes(piece))).toEqual([]);
  });
});

describe('an answer that cannot be read and names a secret is not kept', () => {
  const hex = Array.from(TOKEN, (character) => character.charCodeAt(0).toString(16));
  it.each([
    ['text before it', `<pre>Bad Gateway\nAuthorization: ${AUTHORIZATION}`, TOKEN],
    ['an escaped value', `{"token": "${hex.map((code) => `\\u00${code}`).join('')}"`, '\\u'],
    ['a value in references', `<p>token: ${hex.map((code) => `&#x${code};`).join('')}`, '&#x'],
    ['a wrapped value', `token:\n${TOKEN.replace(/(.{10})/g, '$1\n')}`, TOKEN.slice(0, 10)],
    ['a short value', 'secret: hunter2', 'hunter2'],
    ['a value far behind', `<td>token</td>${' '.repeat(200)}<td>${TOKEN}`, TOKEN],
    ['a name behind its value', `[{"value": "${TOKEN}", "name": "token"}`, TOKEN],
    ['an access key', `<p>AccessKeyId: ${SECRET_ID}`, SECRET_ID],
    ['the beginning of an Authorization', `q-ak=${SECRET_ID}&q-sign-time=1`, SECRET_ID],
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
    const Message = `${'x'.repeat(3000)} token: ${TOKEN}`;
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
