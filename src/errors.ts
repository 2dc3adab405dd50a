import { assign, describeReason, isObject, keys, kindOf } from './inspect.js';
import { readXml } from './xml.js';

/**
 * 错误的类别：参数、密钥、应用代码、网络、服务端拒绝、响应内容。
 * Which part failed:
 * - `'param'`: a parameter is wrong (code `InvalidParameter`); nothing was sent.
 * - `'credential'`: the client's `getAuthorization` gave no usable key (code `InvalidCredential`); nothing
 *   was sent.
 * - `'app'`: the app's own code failed (code `AppError`): `getAuthorization` or a `before-send` listener threw before
 *   `request` returned, or a `request` that the app has wrapped threw or rejected.
 * - `'network'`: no response arrived (codes `NetworkError` and `Timeout`). An update may have been carried out
 *   all the same, or may still be.
 * - `'service'`: the service refused. `code` is its own code, such as `AccessDenied`; `HttpError` when
 *   the response has none that can be read. A missing queue is `QueueNotFound`.
 * - `'response'`: the status is 2xx, but the response is not the expected document (code
 *   `InvalidResponse`). An update may have been carried out all the same.
 */
export type DocQueueErrorKind = 'param' | 'credential' | 'app' | 'network' | 'service' | 'response';

/**
 * 本插件的唯一错误类，字段名与 SDK 的错误一致，可直接记录日志。
 * Every failure of this package, with the field names of the SDK's own errors. It is safe to log: the client's keys and
 * tokens are removed, and texts are cut off at a signature or anything labelled as a secret.
 */
export interface DocQueueError extends Error {
  /** 固定为 `DocQueueError`。 Always `DocQueueError`. */
  readonly name: 'DocQueueError';
  /** 错误类别，见 {@link DocQueueErrorKind}。 Which part failed. */
  readonly kind: DocQueueErrorKind;
  /** 错误码。 The service's own, or one of this package's: see {@link DocQueueErrorKind}. */
  readonly code: string;
  /** HTTP 状态码。 HTTP status of the response, if there was one. */
  readonly statusCode?: number;
  /** 部分响应头。 The ids, date, server, type, length and `retry-after` of the response, names in lower case. */
  readonly headers?: Record<string, string>;
  /** 请求 ID，联系腾讯云技术支持时需要提供。 The service's id of the request, if there was a response; `''` if that has none. */
  readonly RequestId?: string;
  /** 请求地址。 Address of the request, without its query, if it is known that one was sent. */
  readonly url?: string;
  /** HTTP 方法。 HTTP method of the request, if it is known that one was sent. */
  readonly method?: string;
  /**
   * 原始错误。
   * The fields of the service's error document (`{ Code, Message, … }`), what kind of body could not be read, or the
   * reason in words: what `wx.request` or the app's own code said.
   */
  readonly error?: unknown;
}

// Not by `class`: in ES5 a class that extends Error needs seven helpers, which take iOS as long to load as the package.
function createError(kind: string, code: string, message: string, details?: object): unknown {
  const error = Object.setPrototypeOf(new Error(message), createError.prototype);
  // As the SDK does: JSON.stringify would skip an Error's message otherwise.
  Object.defineProperty(error, 'message', { enumerable: true });
  return assign(error, { name: 'DocQueueError', kind, code }, details);
}
createError.prototype = Object.create(Error.prototype, { constructor: { value: createError } });
// Consoles show the name, which minifiers would shorten.
Object.defineProperty(createError, 'name', { value: 'DocQueueError' });
type Details = Partial<DocQueueError>;
type ErrorArgs = [kind: DocQueueErrorKind, code: string, message: string, details?: Details];
/** 由本插件创建；应用通常只在测试中使用。 Errors are made by this package. An app makes them only in its own tests. */
export const DocQueueError = createError as unknown as new (...args: ErrorArgs) => DocQueueError;

/**
 * 判断捕获的值是否为 DocQueueError。
 * Whether a caught value is a {@link DocQueueError}, even from a second copy of this package, where `instanceof` fails.
 */
export function isDocQueueError(value: unknown): value is DocQueueError {
  return kindOf(value) === 'Error' && (value as Error).name === 'DocQueueError';
}

/** A request, and its response if there was one. Other fields do not get into an error. */
export type Exchange = Omit<DocQueueError, 'name' | 'message' | 'kind' | 'code' | 'error'>;

/** A failure inside the package. It may hold secrets: `toDocQueueError` takes them out. */
export function failure(
  kind: DocQueueErrorKind,
  code: string,
  reason: string,
  exchange?: Exchange,
  error: string | Record<string, string> = reason,
) {
  return { isFailure: true, kind, code, reason, exchange, error };
}
export type Failure = ReturnType<typeof failure>;

export function isFailure(thrown: unknown): thrown is Failure {
  return Object(thrown).isFailure === true;
}

export function invalidParameter(reason: string): Failure {
  return failure('param', 'InvalidParameter', reason);
}

export function appFailure(thrown: unknown): Failure {
  return failure('app', 'AppError', describeReason(thrown));
}

/** The failure that an SDK of any version reports in place of a response. */
export function requestFailure(reported: unknown, method: string, url: string): Failure {
  const reason = describeReason(reported);
  // How the SDK's message about an unusable key begins: from 1.4 on, and before.
  if (/^(getAuthorization callback params|authorization error)/.test(reason)) {
    return failure('credential', 'InvalidCredential', reason);
  }
  const code = /timed?.?out/i.test(reason) ? 'Timeout' : 'NetworkError';
  return failure('network', code, reason, { method, url });
}

/** There was no outcome in time. Nobody knows whether the request was sent. */
export function timeoutFailure(milliseconds: number): Failure {
  const reason = `no response in ${milliseconds} ms; does getAuthorization call back?`;
  return failure('network', 'Timeout', reason);
}

/** The service refused. `body` is its error document, or what came in place of one. */
export function serviceFailure(exchange: Exchange, body: unknown): Failure {
  const document = readError(body);
  const { Code = 'HttpError', Message = '' } = document;
  const RequestId = exchange.RequestId || document.RequestId || '';
  const error = keys(document).length > 0 ? document : describeBody(exchange, body);
  return failure('service', Code, Message, assign({}, exchange, { RequestId }), error);
}

/** A 2xx response that is not the expected document. Its body is described if it could not be read. */
export function invalidResponse(reason: string, exchange: Exchange, body?: unknown): Failure {
  const error = body === undefined ? reason : describeBody(exchange, body);
  return failure('response', 'InvalidResponse', reason, exchange, error);
}

/** An error document's known fields, from XML, JSON or the SDK: https://cloud.tencent.com/document/product/460/42867 */
function readError(body: unknown): Record<string, string> {
  const fields: Record<string, string> = {};
  try {
    const isJson = /^\s*\{/.test(`${body}`);
    const document = typeof body !== 'string' ? body : isJson ? JSON.parse(body) : readXml(body);
    const error = document.Error || document;
    ['Code', 'Message', 'Resource', 'RequestId', 'TraceId', 'ServerTime'].forEach((name) => {
      // JSON gateways write `code` and `message` in lower case.
      const text = error[name] || error[name.toLowerCase()];
      if (typeof text === 'string' && text.trim()) fields[name] = text.trim();
    });
  } catch {
    // The body is not an error document.
  }
  return fields;
}

/** Says what kind of body could not be read, without its content, which may be a secret. */
function describeBody({ headers }: Exchange, body: unknown): string {
  if (typeof body !== 'string') return kindOf(body);
  const root = /<[A-Za-z][\w-]{0,30}/.exec(body) || 'no element';
  return `${Object(headers)['content-type'] || 'no type'}, ${body.length} characters, ${root}`;
}

const ADVICE = new Map([
  ['AppError', 'see getAuthorization, before-send listeners and wrappers of request'],
  ['NetworkError', 'is the host in the request 合法域名 of the mini program?'],
  ['AccessDenied', "the key's policy must allow this action"],
  ['RequestTimeTooSkewed', "check the device's clock"],
]);
/** Which fields of an exchange and of its headers an error keeps. */
const KEPT: Record<string, RegExp> = {
  exchange: /^(method|url|statusCode|headers|RequestId)$/,
  headers: /^(x-c(i|os)-request-id|x-cos-trace-id|date|server|content-(type|length)|retry-after)$/,
};
/**
 * Matches from the name of a secret to the end of the text, if a value follows: anything after `=` or `:`, or 16
 * characters of a key with a digit. Also from a parameter of a signature. It leaves prose about tokens.
 */
const NAMED_SECRET =
  /(((^|[^t])authorization|token|secret|signature|access[-_ ]?key)([\w-]*["']?[=:]["']?[^\s"']|[\s\S]{0,80}?(?=[a-z+=%_]*\d)[\w+=%]{16})|q-(ak|sign|key|header|url))[\s\S]*/i;
const REDACTED = '[redacted]';
const MAX_LENGTH = 1024;

/** Makes the error that the app gets, without the client's keys and tokens. Every error is made here. */
export function toDocQueueError(thrown: unknown, secrets: string[]): DocQueueError {
  /** Takes the secrets out of a text, or out of an object's fields. */
  function redact(value: unknown, name = ''): unknown {
    if (isObject(value)) {
      const fields: Record<string, unknown> = {};
      keys(value).forEach((field) => {
        if (!KEPT[name] || KEPT[name].test(field)) fields[field] = redact(value[field], field);
      });
      return fields;
    }
    if (typeof value !== 'string') return value;
    const text = secrets.reduce((rest, secret) => rest.split(secret).join(REDACTED), value);
    // The parts of an address were checked, and a bucket may be called token-….
    if (name === 'url') return text;
    // A secret may begin within what is kept, and end after it.
    const beginning = text.slice(0, 2 * MAX_LENGTH);
    return beginning.replace(NAMED_SECRET, REDACTED).slice(0, MAX_LENGTH);
  }

  const { kind, code, reason, exchange, error } = redact(
    isFailure(thrown) ? thrown : appFailure(thrown),
  ) as Failure;
  const { method, url, statusCode } = Object(exchange);
  const where = [method, url, statusCode].filter(Boolean).join(' ');
  const parts = [reason.replace(/\.$/, ''), ADVICE.get(code), where].filter(Boolean);
  const text = `${code}: ${parts.join('; ')}`;
  return new DocQueueError(kind, code, text, assign({ error }, exchange));
}
