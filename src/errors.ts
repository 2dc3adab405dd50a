/**
 * What went wrong, in one word:
 * - `'param'`: a parameter is wrong (code `InvalidParameter`); nothing was sent.
 * - `'credential'`: no usable key came from the client's `getAuthorization`; nothing was sent.
 * - `'network'`: no answer arrived (codes `NetworkError` and `Timeout`).
 * - `'service'`: the service refused. `code` is its own code, such as `AccessDenied`; `HttpError` when
 *   the answer carries none; `QueueNotFound` also when a queue to pause or resume does not exist.
 * - `'response'`: the service agreed, but its answer is not the document it should be (code
 *   `InvalidResponse`). An update may have been carried out all the same.
 */
export type DocQueueErrorKind = 'param' | 'credential' | 'network' | 'service' | 'response';

/** What is known of the request and its answer when something goes wrong. */
export interface DocQueueErrorDetails {
  statusCode?: number | undefined;
  headers?: Record<string, string> | undefined;
  RequestId?: string | undefined;
  url?: string | undefined;
  method?: string | undefined;
  error?: unknown;
}

/**
 * Every failure of this package. The field names are those of the SDK's own errors. It never holds a
 * key, a token or an `Authorization` header, so it can be logged and shown as it is.
 */
export class DocQueueError extends Error {
  override readonly name = 'DocQueueError';
  /** Which part failed. */
  readonly kind: DocQueueErrorKind;
  /** The service's error code, or one of this package's: see {@link DocQueueErrorKind}. */
  readonly code: string;
  /** HTTP status of the answer, if there was one. */
  declare readonly statusCode?: number;
  /** Headers of the answer, names in lower case, if there was one. */
  declare readonly headers?: Record<string, string>;
  /** The service's id of the request: Tencent Cloud's support asks for it. */
  declare readonly RequestId?: string;
  /** Address of the request, without its query. */
  declare readonly url?: string;
  /** HTTP method of the request. */
  declare readonly method?: string;
  /**
   * The original, at most 1024 characters of each text: what the service's error document says
   * (`{ Code, Message, … }`), the reason that `wx.request` gave, what `getAuthorization` caused, or the
   * beginning of an unreadable answer.
   */
  declare readonly error?: unknown;

  constructor(
    kind: DocQueueErrorKind,
    code: string,
    message: string,
    details: DocQueueErrorDetails = {},
  ) {
    super(message);
    this.kind = kind;
    this.code = code;
    Object.assign(this, details);
  }
}

/**
 * Whether a caught value is a {@link DocQueueError}. Unlike `instanceof` it also recognises one from
 * a second copy of this package, and one whose class was compiled to ES5 by WeChat DevTools.
 */
export function isDocQueueError(value: unknown): value is DocQueueError {
  return kindOf(value) === 'Error' && (value as Error).name === 'DocQueueError';
}

/** `Object`, `Array`, `Error`, `Null`, … also for values of another realm. */
export function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}
