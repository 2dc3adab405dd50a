import { createHash, createHmac } from 'node:crypto';
import { ServiceError } from './errors';
import type { ServiceRequest } from './request';
import type { State } from './state';

/** The format of 436/7778. The names in both lists are encoded and in lower case. */
const AUTHORIZATION = new RegExp(
  `^${[
    'q-sign-algorithm=sha1',
    'q-ak=(?<secretId>[^&]+)',
    'q-sign-time=(?<signTime>\\d{1,12};\\d{1,12})',
    'q-key-time=(?<keyTime>\\d{1,12};\\d{1,12})',
    'q-header-list=(?<headers>[^&A-Z]*)',
    'q-url-param-list=(?<parameters>[^&A-Z]*)',
    'q-signature=(?<signature>[^&]+)',
  ].join('&')}$`,
);

// Not documented; Amazon, whose error codes these are, allows as much.
const MAX_SKEW_SECONDS = 15 * 60;

/** Verifies a request's signature by 436/7778. `now` is the service's clock, in milliseconds. */
export function verifySignature(request: ServiceRequest, keys: State['keys'], now: number): void {
  const authorization = parseAuthorization(request.headers.authorization?.join());
  const key = keys.get(authorization.secretId);
  if (!key) throw new ServiceError('SecretidNotExist', 'The SecretId does not exist.');

  const temporary = 'token' in key ? key : undefined;
  if (temporary && now / 1000 > temporary.expiredTime) {
    throw new ServiceError('ExpiredToken', 'The temporary key has expired.');
  }
  checkTime(authorization.signTime, now / 1000);
  checkTime(authorization.keyTime, now / 1000);
  if (sign(request, authorization, key.secretKey) !== authorization.signature) {
    throw new ServiceError('SignatureDoesNotMatch', 'The Signature you specified is invalid.');
  }
  if (temporary) checkToken(request, temporary.token);
}

function parseAuthorization(header = '') {
  if (!header) throw new ServiceError('MissingAuthorization', 'The request is not signed.');
  const fields = AUTHORIZATION.exec(header)?.groups;
  if (!fields) throw new ServiceError('InvalidAuthorization', 'The Authorization is malformed.');
  return fields as Record<
    'secretId' | 'signTime' | 'keyTime' | 'headers' | 'parameters' | 'signature',
    string
  >;
}

function checkTime(period: string, seconds: number): void {
  const [start = 0, end = 0] = period.split(';').map(Number);
  // A signature that starts in the future means that the client's clock is ahead. The SDK corrects that with the
  // Date of this response. A client's clock that is behind cannot be told from an expired signature.
  if (start > seconds + MAX_SKEW_SECONDS) {
    throw new ServiceError('RequestTimeTooSkewed', 'The signature starts in the future.');
  }
  if (seconds > end) throw new ServiceError('SignatureExpired', 'The signature has expired.');
}

/** The SDK sends the token as `x-ci-…` to hosts `*.ci.*`, and as `x-cos-…` to others, such as this one. */
function checkToken({ headers }: ServiceRequest, token: string): void {
  const sent = ['x-ci-security-token', 'x-cos-security-token'].flatMap(
    (name) => headers[name] ?? [],
  );
  if (sent.includes(token)) return;
  throw sent.length === 0
    ? new ServiceError('InvalidAccessKeyId', 'A temporary SecretId needs its session token.')
    : new ServiceError('AccessDenied', 'The session token does not belong to the SecretId.');
}

/** Computes the signature that the request should have. The names are those of 436/7778. */
function sign(
  request: ServiceRequest,
  { signTime, keyTime, headers, parameters }: ReturnType<typeof parseAuthorization>,
  secretKey: string,
): string {
  const allHeaders = Object.entries(request.headers).flatMap(([name, values = []]) =>
    values.map((value) => [name, value]),
  );
  const httpString = [
    request.method.toLowerCase(),
    request.path,
    signedPairs([...request.query], parameters),
    signedPairs(allHeaders, headers),
    '',
  ].join('\n');
  const stringToSign = `sha1\n${signTime}\n${sha1(httpString)}\n`;
  return hmacSha1(hmacSha1(secretKey, keyTime), stringToSign);
}

function signedPairs(pairs: readonly string[][], list: string): string {
  const names = list === '' ? [] : list.split(';').sort();
  const signed = names.map((name) => {
    const same = pairs.filter(([other = '']) => encode(other).toLowerCase() === name);
    // With two values it is not known which one is signed, and the other could be anything.
    if (same.length !== 1) {
      throw new ServiceError(
        'SignatureDoesNotMatch',
        `The signed ${name} must be sent exactly once.`,
      );
    }
    return `${name}=${encode(same[0]?.[1] ?? '')}`;
  });
  return signed.join('&');
}

/** The UrlEncode of 436/7778, which encodes all but letters, digits, `-`, `_`, `.` and `~`. */
const encode = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex');
const hmacSha1 = (key: string, text: string) => createHmac('sha1', key).update(text).digest('hex');
