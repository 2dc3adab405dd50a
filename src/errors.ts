/**
 * 错误的类别：参数、密钥、网络、服务端拒绝、响应内容。
 * Which part failed:
 * - `'param'`: a parameter is wrong (code `InvalidParameter`); nothing was sent.
 * - `'credential'`: the client's `getAuthorization` gave no usable key (code `InvalidCredential`); nothing
 *   was sent.
 * - `'network'`: no answer arrived (codes `NetworkError` and `Timeout`). An update may have been carried out
 *   all the same.
 * - `'service'`: the service refused. `code` is its own code, such as `AccessDenied`; `HttpError` when
 *   the answer carries none. A get, a patch, a pause and a resume report a missing queue as `QueueNotFound`, too.
 * - `'response'`: the status is 2xx, but the answer is not the document it should be (code
 *   `InvalidResponse`). An update may have been carried out all the same.
 */
export type DocQueueErrorKind = 'param' | 'credential' | 'network' | 'service' | 'response';

/**
 * 本插件的唯一错误类，字段名与 SDK 的错误一致，可直接记录日志。
 * Every failure of this package. The field names are those of the SDK's own errors. A key, a token or an
 * `Authorization` header that an answer echoes after its name is taken out; a bare value without a name before it
 * cannot be recognised.
 */
export class DocQueueError extends Error {
  /**
   * 固定为 `DocQueueError`。
   * Always `DocQueueError`.
   */
  override readonly name = 'DocQueueError';
  /**
   * 错误类别，见 {@link DocQueueErrorKind}。
   * Which part failed.
   */
  readonly kind: DocQueueErrorKind;
  /**
   * 错误码：由服务端返回，或由本插件给出。
   * The service's error code, or one of this package's: see {@link DocQueueErrorKind}.
   */
  readonly code: string;
  /**
   * HTTP 状态码；没有收到响应时没有此字段。
   * HTTP status of the answer, if there was one.
   */
  declare readonly statusCode?: number;
  /**
   * 响应头（名称小写）；没有收到响应时没有此字段。
   * Headers of the answer, names in lower case, if there was one.
   */
  declare readonly headers?: Record<string, string>;
  /**
   * 请求 ID，联系腾讯云技术支持时需要提供。
   * The service's id of the request, which Tencent Cloud's support asks for.
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
   * 原始错误，每段文字最多保留 1024 个字符。
   * The original error, with at most 1024 characters of each string: the fields of the service's error document
   * (`{ Code, Message, … }`), the reason that `wx.request` gave, what the app's own code threw, or the
   * beginning of an unreadable answer.
   */
  declare readonly error?: unknown;

  /**
   * 由本插件创建；应用通常只在测试中使用。
   * Errors are made by this package. An app needs this only for its own tests.
   */
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
 * 请求与响应的已知信息。
 * What is known about the request and its answer when something goes wrong.
 */
export type DocQueueErrorDetails = {
  [Name in keyof Omit<DocQueueError, keyof Error | 'kind' | 'code'>]?:
    | DocQueueError[Name]
    | undefined;
};

/**
 * 判断捕获的值是否为 DocQueueError。
 * Whether a caught value is a {@link DocQueueError}. Unlike `instanceof` it also recognises one from
 * a second copy of this package, and one whose class WeChat DevTools compiled to ES5.
 *
 * @param value the caught value
 */
export function isDocQueueError(value: unknown): value is DocQueueError {
  return kindOf(value) === 'Error' && (value as Error).name === 'DocQueueError';
}

export const hasOwn = Object.prototype.hasOwnProperty;

/** `Object`, `Array`, `Error`, `Null`, … also for values of another realm. */
export function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}
