/** The only caller of `cos.request`. Claims about versions were measured, on npm's from 1.1.5 and git tag 1.1.1. */
import { appFailure, requestFailure, timeoutFailure } from './errors.js';
import { assign, keys } from './inspect.js';
import type { DocQueueClient, DocQueueResult } from './types.js';

/** A request, in the terms of `cos.request`. */
export interface SdkRequest {
  Method: 'GET' | 'PUT';
  Bucket: string;
  Region: string;
  Key: string;
  Url: string;
  Query: Record<string, string>;
  Headers?: Record<string, string>;
  Body?: string;
}

/** A response of any status. `body` is its text or, if it failed, what newer SDKs parsed from that. */
type SdkResponse = Omit<DocQueueResult<never>, 'Response'> & { body: unknown };

interface Cos extends DocQueueClient {
  options?: Record<string, unknown>;
  /** The temporary keys that the client has fetched. */
  _StsCache?: Record<string, unknown>[];
}

/** What SDK 1.1.1 calls itself. */
const VERSION_OF_1_1_1 = '1.1.0';
const MIN_TIMEOUT_MS = 300_000;
/** The SDK's `Timeout` is for one attempt, and it may make several. */
const TIMEOUT_FACTOR = 5;
/** A longer timer fires at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;
/** A shorter string is not a key, and could be part of any word. */
const MIN_SECRET_LENGTH = 8;

declare function setTimeout(callback: () => void, milliseconds: number): unknown;
declare function clearTimeout(timer: unknown): void;

/**
 * Signs and sends a request by the client's own `request`. There is exactly one outcome, even if the SDK never calls
 * back, as 1.7.2 and 1.8.0 do not after a failed response whose XML they cannot parse.
 * @throws Failure
 */
export function sendBySdk(cos: Cos, request: SdkRequest, Timeout?: number): Promise<SdkResponse> {
  const sdkTimeout = Number(Object(cos.options).Timeout) || 0;
  const fallback = Math.max(TIMEOUT_FACTOR * sdkTimeout, MIN_TIMEOUT_MS);
  const wait = Math.min(Timeout || fallback, MAX_TIMER_MS);
  let timer: unknown;
  const outcome = new Promise<{ reported: unknown; data: unknown }>((resolve, reject) => {
    timer = setTimeout(() => reject(timeoutFailure(wait)), wait);
    let hasReachedSdk = false;
    const withRawBody = {
      get RawBody() {
        hasReachedSdk = true;
        return true;
      },
    };
    const callback = (reported: unknown, data?: unknown) => resolve({ reported, data });
    const returned = cos.request(assign(withRawBody, paramsFor(cos, request)), callback);
    // The SDK returns nothing. A request that the app has wrapped may return a promise, and never call back.
    if (typeof Object(returned).then === 'function') {
      returned.then((data: unknown) => {
        // An async wrapper that has handed on the request resolves to nothing, and the callback comes later.
        if (data !== undefined || !hasReachedSdk) callback(null, data);
      }, callback);
    }
  });
  const stopTimer = () => clearTimeout(timer);
  outcome.then(stopTimer, stopTimer);
  return outcome.then(({ reported, data }) => readOutcome(request, reported, data));
}

function readOutcome(request: SdkRequest, reported: unknown, data: unknown): SdkResponse {
  const { statusCode, headers, error, Body } = Object(reported || data);
  if (statusCode) {
    // With RawBody, SDKs up to 1.7.0 give the raw text of a failed response as { body }.
    const isRaw = keys(Object(error)).join() === 'body';
    const body = reported ? (isRaw ? error.body : error) : Body || '';
    const lowerCase: Record<string, string> = {};
    keys(Object(headers)).forEach((name) => {
      lowerCase[name.toLowerCase()] = String(headers[name]);
    });
    const RequestId = lowerCase['x-ci-request-id'] || lowerCase['x-cos-request-id'] || '';
    return { statusCode, headers: lowerCase, RequestId, body };
  }
  // What an SDK reports is a string, or has the field `error`.
  const isFromSdk = reported && (typeof reported === 'string' || error);
  if (isFromSdk) throw requestFailure(reported, request.Method, request.Url);
  throw appFailure(reported || 'a wrapped request gave no response');
}

/** Adapts a request to the client's version and options. */
function paramsFor(cos: Cos, request: SdkRequest): SdkRequest {
  const params = assign({}, request);
  if (Object(cos.constructor).version === VERSION_OF_1_1_1) {
    // It writes the keys of Query in lower case, which the service does not know. In the address they keep
    // their case, but are not signed.
    const query = keys(request.Query).map((name) => `${name}=${request.Query[name]}`);
    if (query.length > 0) params.Url += `?${query.join('&')}`;
    params.Query = {};
  }
  // With a bucket, SDKs up to 1.4.13 sign the path /<Bucket>/<Key> but ask for /<Key>. Later ones refuse the option.
  if (Object(cos.options).ForcePathStyle) params.Bucket = '';
  return params;
}

/** The keys and tokens of a client, each as it is and encoded for an address. */
export function secretsOf(cos: Cos): string[] {
  const secrets: string[] = [];
  [Object(cos.options)].concat(cos._StsCache || []).forEach((holder) => {
    keys(holder).forEach((name) => {
      const value = holder[name];
      const isSecret = /Secret|Token/.test(name) && typeof value === 'string';
      if (isSecret && value.length >= MIN_SECRET_LENGTH) {
        secrets.push(value, encodeURIComponent(value));
      }
    });
  });
  return secrets;
}
