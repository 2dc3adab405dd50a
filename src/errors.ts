/**
 * 错误的类别。
 * What went wrong, in one word:
 * - `'param'`: a parameter is wrong (code `InvalidParameter`); nothing was sent.
 * - `'credential'`: the client's `getAuthorization` gave no usable key (code `InvalidCredential`); nothing
 *   was sent.
 * - `'network'`: no answer arrived (codes `NetworkError` and `Timeout`). An update may have been carried out
 *   all the same.
 * - `'service'`: the service refused. `code` is its own code, such as `AccessDenied`; `HttpError` when
 *   the answer carries none; `QueueNotFound` also when a queue to get, patch, pause or resume does not exist.
 * - `'response'`: the service agreed, but its answer is not the document it should be (code
 *   `InvalidResponse`). An update may have been carried out all the same.
 */
export type DocQueueErrorKind = 'param' | 'credential' | 'network' | 'service' | 'response';

/**
 * 请求与应答的已知信息。
 * What is known of the request and its answer when something goes wrong.
 */
export interface DocQueueErrorDetails {
  statusCode?: number | undefined;
  headers?: Record<string, string> | undefined;
  RequestId?: string | undefined;
  url?: string | undefined;
  method?: string | undefined;
  error?: unknown;
}

/**
 * 本插件的唯一错误类，字段名与 SDK 的错误一致，可直接记录日志。
 * Every failure of this package. The field names are those of the SDK's own errors. What an answer echoes of
 * a key, a token or an `Authorization` header is taken out, so an error can be logged and shown as it is.
 */
export class DocQueueError extends Error {
  override readonly name = 'DocQueueError';
  /**
   * 错误类别，见 {@link DocQueueErrorKind}。
   * Which part failed.
   */
  readonly kind: DocQueueErrorKind;
  /**
   * 错误码：服务端返回的，或本插件的。
   * The service's error code, or one of this package's: see {@link DocQueueErrorKind}.
   */
  readonly code: string;
  /**
   * HTTP 状态码；没有收到应答时没有此字段。
   * HTTP status of the answer, if there was one.
   */
  declare readonly statusCode?: number;
  /**
   * 应答头（名称小写）；没有收到应答时没有此字段。
   * Headers of the answer, names in lower case, if there was one.
   */
  declare readonly headers?: Record<string, string>;
  /**
   * 请求 ID，联系腾讯云技术支持时需要提供。
   * The service's id of the request: Tencent Cloud's support asks for it.
   */
  declare readonly RequestId?: string;
  /**
   * 请求地址，不含查询参数。
   * Address of the request, without its query.
   */
  declare readonly url?: string;
  /**
   * HTTP 方法。
   * HTTP method of the request.
   */
  declare readonly method?: string;
  /**
   * 原始错误，每段文本最多保留 1024 个字符。
   * The original, at most 1024 characters of each text: what the service's error document says
   * (`{ Code, Message, … }`), the reason that `wx.request` gave, what the app's own code threw, or the
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
    for (const [name, value] of Object.entries(details)) {
      if (value !== undefined) Object.assign(this, { [name]: value });
    }
    // An Error's own message is left out by JSON.stringify. The SDK makes that of its errors enumerable too.
    Object.defineProperty(this, 'message', { enumerable: true });
  }
}

/**
 * 判断捕获的值是否为 DocQueueError。
 * Whether a caught value is a {@link DocQueueError}. Unlike `instanceof` it also recognises one from
 * a second copy of this package, and one whose class was compiled to ES5 by WeChat DevTools.
 *
 * @param value what was caught
 */
export function isDocQueueError(value: unknown): value is DocQueueError {
  return kindOf(value) === 'Error' && (value as Error).name === 'DocQueueError';
}

/** `Object`, `Array`, `Error`, `Null`, … also for values of another realm. */
export function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}
