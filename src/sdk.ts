/**
 * The only place that calls `cos.request`, and that knows its versions. What is said of them here was
 * measured with every version on npm, and with the git tag of 1.1.1.
 */
import type { Endpoint } from './endpoint.js';
import { type DocQueueError, kindOf } from './errors.js';
import { type Source, sdkFailure } from './failure.js';

/**
 * 本插件对客户端的唯一要求：SDK 的 `COS` 实例。
 * All that this package needs of a client. An instance of the SDK's `COS` has it.
 */
export interface DocQueueClient {
  /**
   * SDK 的通用请求方法。
   * The SDK's method for any request.
   */
  // biome-ignore lint/suspicious/noExplicitAny: no version of the SDK declares types
  request(params: any, callback: any): any;
}

/** What an operation asks of the service, in the terms of `cos.request`. */
export interface Operation {
  Method: 'GET' | 'PUT';
  Key: string;
  Query?: Record<string, string>;
  Headers?: Record<string, string>;
  Body?: string;
}

export type SdkRequest = Operation & Endpoint;

/** What the SDK hands over for a 2xx status with `RawBody`. */
export interface SdkAnswer {
  statusCode: number;
  headers?: Record<string, string>;
  /** Left out when it is empty. */
  Body?: unknown;
}

interface Cos extends DocQueueClient {
  on?(event: 'before-send', listener: BeforeSend): void;
  off?(event: 'before-send', listener: BeforeSend): void;
  options?: object;
  /** The temporary keys that the client has. */
  _StsCache?: unknown[];
}
type BeforeSend = (request: { url?: unknown; body?: unknown }) => void;

/** A request that is under way, by what a `before-send` listener sees of it. */
interface Pending {
  cos: Cos;
  url: string;
  body: string | undefined;
}
const pending = new Set<Pending>();

/** What SDK 1.1.1 calls itself. */
const VERSION_OF_1_1_1 = '1.1.0';
/** How long the app may take to get a key: someone may have to log in first. */
const KEY_WAIT_MS = 600_000;
/** How long `wx.request` waits when the client has no `Timeout`. */
const DEFAULT_TIMEOUT_MS = 60_000;
/** How many times `Timeout` to wait: the mini program's `networkTimeout`, which cannot be seen here, may be longer. */
const TIMEOUTS = 5;
/** A longer timer fires at once. */
const MAX_TIMER_MS = 2147483647;

declare function setTimeout(callback: () => void, milliseconds: number): unknown;
declare function clearTimeout(timer: unknown): void;

/**
 * Has the client's own `request` send a request, which signs it. The promise settles once, whatever the SDK
 * does: call back twice, throw, throw after it called back, or never call back.
 *
 * The last is what SDK 1.7.2 and 1.8.0 do: they throw inside `wx.request`'s callback when a failed answer is XML
 * that they cannot parse, such as one cut inside a tag. So there is a timer. It begins again when the request is
 * sent, and with each retry, unless an equal one is pending: that one may have been sent instead.
 *
 * @throws DocQueueError
 */
export function sdkRequest(cos: Cos, request: SdkRequest): Promise<SdkAnswer> {
  return new Promise((resolve, reject) => {
    const { Timeout } = Object(cos.options);
    const answerWait = TIMEOUTS * (Timeout > 0 ? Timeout : DEFAULT_TIMEOUT_MS);
    const params = forThisVersion(cos, request);
    const own: Pending = { cos, url: params.Url, body: params.Body };
    let timer: unknown;

    function startTimer(wait: number): void {
      clearTimeout(timer);
      const reason = { error: 'timeout: the SDK did not call back' };
      timer = setTimeout(() => callback(reason), Math.min(wait, MAX_TIMER_MS));
    }
    function onSend({ url, body }: { url?: unknown; body?: unknown }): void {
      if (url !== own.url || body !== own.body) return;
      for (const other of pending) {
        if (other !== own && other.cos === cos && other.url === url && other.body === body) return;
      }
      startTimer(answerWait);
    }
    function end(): void {
      clearTimeout(timer);
      pending.delete(own);
      if (cos.off) cos.off('before-send', onSend);
    }
    function callback(reason: unknown, answer?: SdkAnswer): void {
      end();
      if (answer && !reason) resolve(answer);
      else reject(failure(request, reason));
    }

    pending.add(own);
    startTimer(KEY_WAIT_MS + answerWait);
    if (cos.on) cos.on('before-send', onSend);
    try {
      const returned = cos.request(params, callback);
      // The SDK returns nothing. A request that the app has wrapped may return a promise, and not call back.
      if (returned) {
        Promise.resolve(returned)
          .then((answer) => {
            if (Object(answer).statusCode) callback(null, answer);
          })
          .catch(callback);
      }
    } catch (reason) {
      end();
      reject(failure(request, reason, isAskingForKey(cos) ? 'getAuthorization' : 'app'));
    }
  });
}

function failure(request: SdkRequest, reason: unknown, from?: Source): DocQueueError {
  try {
    return sdkFailure(reason, from || (isThrown(reason) ? 'app' : 'sdk'), request);
  } catch {
    // Its getters throw, or it is a revoked proxy.
    return sdkFailure('a value that cannot be read', 'app', request);
  }
}

function forThisVersion(cos: Cos, request: SdkRequest): SdkRequest {
  const params = Object.assign({ Query: {}, RawBody: true }, request);
  if (Object(cos.constructor).version === VERSION_OF_1_1_1) {
    // It writes the keys of Query in lower case, which the service does not know. In the address they keep
    // their case, outside of the signature.
    const pairs = Object.entries(params.Query).map((pair) =>
      pair.map(encodeURIComponent).join('='),
    );
    if (pairs.length > 0) params.Url += `?${pairs.join('&')}`;
    params.Query = {};
  }
  if (Object(cos.options).ForcePathStyle) {
    // With a bucket, SDKs up to 1.4.13 sign the path /<Bucket>/<Key> but ask for /<Key>. Later ones have no such
    // option.
    params.Bucket = '';
  }
  return params;
}

/** What an SDK reports is a plain object, or an Error with the field `error`. */
function isThrown(reason: unknown): boolean {
  return kindOf(reason) === 'Error' && !(reason as { error?: unknown }).error;
}

/**
 * Whether it is the app's `getAuthorization` that threw, rather than a `before-send` listener or a wrapped
 * `request`: the SDK asks for a key only while it has none.
 */
function isAskingForKey(cos: Cos): boolean {
  const { getAuthorization, getSTS } = Object(cos.options);
  const isWrapped = Object.keys(cos).includes('request');
  return (getAuthorization || getSTS) && !isWrapped && !Object(cos._StsCache).length;
}
