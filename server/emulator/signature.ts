import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';
import { ServiceError } from './errors';
import type { ServiceRequest } from './request';
import type { State } from './state';

const period = z
  .string()
  .regex(/^\d{1,12};\d{1,12}$/)
  .transform((text) => {
    const [start = 0, end = 0] = text.split(';').map(Number);
    return { text, start, end };
  })
  .refine(({ start, end }) => start <= end);
// Encoded, in lower case, joined by semicolons.
const nameList = z
  .string()
  .regex(/^([^;A-Z]+(;[^;A-Z]+)*)?$/)
  .transform((text) => (text === '' ? [] : text.split(';')));

const authorizationSchema = z.strictObject({
  'q-sign-algorithm': z.literal('sha1'),
  'q-ak': z.string(),
  'q-sign-time': period,
  'q-key-time': period,
  'q-header-list': nameList,
  'q-url-param-list': nameList,
  'q-signature': z.string(),
});

type Authorization = z.infer<typeof authorizationSchema>;
type Period = z.infer<typeof period>;

// Not documented; what Amazon allows, whose errors these are.
const MAX_SKEW_SECONDS = 15 * 60;

/**
 * Verifies a request's signature by 436/7778.
 *
 * @param now the service's clock, in milliseconds
 * @throws ServiceError
 */
export function verifySignature(request: ServiceRequest, keys: State['keys'], now: number): void {
  const authorization = readAuthorization(request.headers.authorization);
  const key = keys.get(authorization['q-ak']);
  if (!key) throw new ServiceError('SecretidNotExist', 'The SecretId does not exist.');

  const temporary = 'token' in key ? key : undefined;
  if (temporary && now / 1000 > temporary.expiredTime) {
    throw new ServiceError('ExpiredToken', 'The temporary key has expired.');
  }
  checkTime(authorization['q-sign-time'], now);
  checkTime(authorization['q-key-time'], now);

  if (sign(request, authorization, key.secretKey) !== authorization['q-signature']) {
    throw new ServiceError('SignatureDoesNotMatch', 'The Signature you specified is invalid.');
  }
  if (temporary) checkToken(request, temporary.token);
}

/** `name=value`, or a name alone. */
function splitPair(text: string): [name: string, value: string] {
  const [name = '', ...value] = text.split('=');
  return [name, value.join('=')];
}

function readAuthorization(headers: readonly string[] = []): Authorization {
  const [header] = headers;
  if (!header) throw new ServiceError('MissingAuthorization', 'The request is not signed.');
  const pairs = header.split('&').map(splitPair);
  const names = new Set(pairs.map(([name]) => name));
  const { data } = authorizationSchema.safeParse(Object.fromEntries(pairs));
  if (!data || headers.length > 1 || names.size < pairs.length) {
    throw new ServiceError('InvalidAuthorization', 'The Authorization is malformed.');
  }
  return data;
}

function checkTime({ start, end }: Period, now: number): void {
  // A start ahead of the service means that the client's clock is wrong, which the SDK mends by
  // itself from the Date of this response. A clock that is behind looks like any old signature.
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
function checkToken(request: ServiceRequest, token: string): void {
  const sent = ['x-ci-security-token', 'x-cos-security-token'].flatMap(
    (name) => request.headers[name] ?? [],
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
function sign(request: ServiceRequest, authorization: Authorization, secretKey: string): string {
  const headers = Object.entries(request.headers).flatMap(([name, values = []]) =>
    values.map((value) => [name, value]),
  );
  const httpString = [
    request.method.toLowerCase(),
    request.path,
    signedPairs([...request.query], authorization['q-url-param-list']),
    signedPairs(headers, authorization['q-header-list']),
    '',
  ].join('\n');
  const stringToSign = `sha1\n${authorization['q-sign-time'].text}\n${sha1(httpString)}\n`;
  return hmacSha1(hmacSha1(secretKey, authorization['q-key-time'].text), stringToSign);
}

function signedPairs(pairs: readonly string[][], list: readonly string[]): string {
  return [...list]
    .sort()
    .map((listed) => {
      const same = pairs.filter(([name = '']) => encode(name).toLowerCase() === listed);
      // Nothing says which of two values would be signed: taking either would let the other pass.
      if (same.length !== 1) {
        throw new ServiceError(
          'SignatureDoesNotMatch',
          `The signature covers ${listed}, which the request holds ${same.length} times.`,
        );
      }
      return `${listed}=${encode(same[0]?.[1] ?? '')}`;
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
