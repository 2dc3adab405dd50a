import { createHash, createHmac } from 'node:crypto';
import { ServiceError } from './errors';
import type { Keys } from './keys';
import { type Pair, type Received, splitPair, valuesOf } from './received';

interface Authorization {
  readonly secretId: string;
  readonly signTime: string;
  readonly keyTime: string;
  readonly headerList: readonly string[];
  readonly paramList: readonly string[];
  readonly signature: string;
}

// Not documented; what Amazon allows, whose errors these are.
const MAX_SKEW_SECONDS = 15 * 60;

/**
 * Verifies a request's signature by 436/7778.
 *
 * @param now the service's clock, in milliseconds
 * @throws ServiceError
 */
export function verifySignature(request: Received, keys: Keys, now: number): void {
  const authorization = readAuthorization(valuesOf(request.headers, 'authorization'));
  const key = keys.find(authorization.secretId);
  if (!key) throw new ServiceError('SecretidNotExist', 'The SecretId does not exist.');

  const temporary = 'token' in key ? key : undefined;
  if (temporary && now / 1000 > temporary.expiredTime) {
    throw new ServiceError('ExpiredToken', 'The temporary key has expired.');
  }
  checkTime(authorization.signTime, now);
  checkTime(authorization.keyTime, now);

  if (sign(request, authorization, key.secretKey) !== authorization.signature) {
    throw new ServiceError('SignatureDoesNotMatch', 'The Signature you specified is invalid.');
  }
  if (temporary) checkToken(request, temporary.token);
}

const FIELDS = [
  'q-sign-algorithm',
  'q-ak',
  'q-sign-time',
  'q-key-time',
  'q-header-list',
  'q-url-param-list',
  'q-signature',
];

function readAuthorization(headers: readonly string[]): Authorization {
  const [header] = headers;
  if (!header) throw new ServiceError('MissingAuthorization', 'The request is not signed.');
  const pairs = header.split('&').map(splitPair);
  const fields = new Map(pairs);
  const field = (name: string) => fields.get(name) ?? '';
  if (
    headers.length !== 1 ||
    pairs.length !== FIELDS.length ||
    !FIELDS.every((name) => fields.has(name)) ||
    field('q-sign-algorithm') !== 'sha1' ||
    !isPeriod(field('q-sign-time')) ||
    !isPeriod(field('q-key-time')) ||
    !isNameList(field('q-header-list')) ||
    !isNameList(field('q-url-param-list'))
  ) {
    throw new ServiceError('InvalidAuthorization', 'The Authorization is malformed.');
  }
  return {
    secretId: field('q-ak'),
    signTime: field('q-sign-time'),
    keyTime: field('q-key-time'),
    headerList: names(field('q-header-list')),
    paramList: names(field('q-url-param-list')),
    signature: field('q-signature'),
  };
}

function isPeriod(text: string): boolean {
  const [, start, end] = /^(\d{1,12});(\d{1,12})$/.exec(text) ?? [];
  return start !== undefined && end !== undefined && Number(start) <= Number(end);
}

// Encoded, in lower case, joined by semicolons.
const isNameList = (text: string) => /^([^;A-Z]+(;[^;A-Z]+)*)?$/.test(text);
const names = (list: string) => (list === '' ? [] : list.split(';'));

function checkTime(period: string, now: number): void {
  const [start, end] = period.split(';').map(Number) as [number, number];
  // A start ahead of the service means that the client's clock is wrong, which the SDK mends by
  // itself from the Date of this answer. A clock that is behind looks like any old signature.
  if (start > now / 1000 + MAX_SKEW_SECONDS) {
    throw new ServiceError(
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
      { ServerTime: new Date(now).toISOString().replace(/\.\d+/, '') },
    );
  }
  if (now / 1000 > end) throw new ServiceError('SignatureExpired', 'The signature has expired.');
}

/** The SDK names the header by the host: `x-ci-` for `*.ci.*`, `x-cos-` for any other, such as this. */
function checkToken(request: Received, token: string): void {
  const sent = ['x-ci-security-token', 'x-cos-security-token'].flatMap((name) =>
    valuesOf(request.headers, name),
  );
  if (sent.includes(token)) return;
  throw sent.length === 0
    ? new ServiceError(
        'InvalidAccessKeyId',
        'A temporary SecretId needs its session token beside it.',
      )
    : new ServiceError('AccessDenied', 'The session token is not that of the SecretId.');
}

/** The signature that the request should carry, in the document's own terms. */
function sign(request: Received, authorization: Authorization, secretKey: string): string {
  const httpString = [
    request.method.toLowerCase(),
    request.path,
    signedPairs(request.query, authorization.paramList),
    signedPairs(request.headers, authorization.headerList),
    '',
  ].join('\n');
  const stringToSign = `sha1\n${authorization.signTime}\n${sha1(httpString)}\n`;
  return hmacSha1(hmacSha1(secretKey, authorization.keyTime), stringToSign);
}

function signedPairs(pairs: readonly Pair[], list: readonly string[]): string {
  const encoded = pairs.map(([name, value]): Pair => [encode(name).toLowerCase(), encode(value)]);
  return [...list]
    .sort()
    .map((name) => {
      const values = valuesOf(encoded, name);
      // Nothing says which of two values would be signed: taking either would let the other pass.
      if (values.length !== 1) {
        throw new ServiceError(
          'SignatureDoesNotMatch',
          `The signature covers ${name}, which the request holds ${values.length} times.`,
        );
      }
      return `${name}=${values[0]}`;
    })
    .join('&');
}

/** The UrlEncode of 436/7778: all but letters, digits, `-`, `_`, `.` and `~`. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex');
const hmacSha1 = (key: string, text: string) => createHmac('sha1', key).update(text).digest('hex');
