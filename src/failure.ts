import { DocQueueError, type DocQueueErrorKind } from './errors.js';
import { redact, redactHeaders, redactUnreadable } from './redact.js';
import { readXml } from './xml.js';

type Headers = Record<string, string>;

/** What an error reports of the request and its answer, if there was one. */
interface Failure {
  kind: DocQueueErrorKind;
  code: string;
  /** What went wrong, for people. */
  reason: string;
  request?: { Method: string; Url: string };
  answer?: { statusCode?: number; headers?: Headers | undefined; RequestId?: string | undefined };
  /** The original, without secrets. */
  error?: unknown;
}
type Request = NonNullable<Failure['request']>;
type Answer = NonNullable<Failure['answer']>;

/** By code. It has no prototype, since the service could call a code `constructor`. */
const ADVICE: Record<string, string> = Object.assign(Object.create(null), {
  InvalidCredential: 'check what getAuthorization gives',
  AccessDenied: "the key's policy must allow this action",
  RequestTimeTooSkewed: "check the device's clock",
});
/** What an error document tells: https://cloud.tencent.com/document/product/460/42867 */
const ERROR_FIELDS = ['Code', 'Message', 'Resource', 'RequestId', 'TraceId', 'ServerTime'];

/** Makes every error except those of wrong parameters. */
export function toError({ kind, code, reason, request, answer, error }: Failure): DocQueueError {
  const { Method: method, Url: url } = Object(request);
  const { statusCode, headers, RequestId } = Object(answer);
  const kept = headers ? redactHeaders(headers) : undefined;
  const where = request ? [method, url, statusCode].filter(Boolean).join(' ') : '';
  const cause = redact(reason).replace(/\.$/, '');
  const message = [cause, ADVICE[code], where].filter(Boolean).join('; ');
  return new DocQueueError(kind, code, `${code}: ${message}`, {
    method,
    url,
    statusCode,
    headers: kept,
    RequestId: requestIdOf(kept) || RequestId || undefined,
    error,
  });
}

/** The service's id of a request, which is in the headers of every answer. */
export function requestIdOf(headers: Headers | undefined): string {
  const { 'x-ci-request-id': ci, 'x-cos-request-id': cos } = Object(headers);
  return ci || cos || '';
}

/** Whether the SDK reported the failure, or the app's own code threw it. */
export type Source = 'sdk' | 'getAuthorization' | 'app';

/** Makes an error of whatever the SDK reports, in any of its versions. */
export function sdkFailure(reason: unknown, from: Source, request: Request): DocQueueError {
  const { statusCode, headers, error } = Object(reason);
  if (statusCode) return serviceFailure(error, { statusCode, headers }, request);
  const text = textOf(reason);
  let kind: DocQueueErrorKind = 'network';
  let code = 'NetworkError';
  let words = `${text}; is the host in the request 合法域名 of the mini program?`;
  // What every SDK says about a key that it cannot use; before 1.4 it says only the latter.
  const isCredential = /^(getAuthorization callback params|authorization error)/.test(text);
  if (from === 'app') {
    words = `a before-send listener or a wrapped request threw ${text}`;
  } else if (from === 'getAuthorization' || isCredential) {
    kind = 'credential';
    code = 'InvalidCredential';
    words = text;
  } else if (/time[ _-]?(d[ _-]?)?out/i.test(text)) {
    code = 'Timeout';
    words = text;
  }
  return toError({ kind, code, reason: words, request, error: redact(text) });
}

/** The reason in words, whatever was reported or thrown. */
function textOf(reason: unknown): string {
  const { name, message, errMsg, error } = Object(reason);
  // The name tells a mistake in the code, such as a TypeError, from a failure.
  const named = name && name !== 'Error' && `${name}: ${message}`;
  const texts = [reason, named, message, errMsg, error];
  return texts.find((text) => text && typeof text === 'string') || 'no reason given';
}

/** The service refused: `error` is its document, or what came in place of one. */
export function serviceFailure(error: unknown, answer: Answer, request: Request): DocQueueError {
  const document = readError(error);
  const { Code: code = 'HttpError', Message: reason = '', RequestId } = Object(document) as Headers;
  return toError({
    kind: 'service',
    code,
    reason,
    request,
    answer: Object.assign({ RequestId }, answer),
    error: document,
  });
}

/** What is known of an error document, or the beginning of what is none. */
function readError(error: unknown): Headers | string {
  // With RawBody, SDKs up to 1.7.0 pass on the unread text as { body }; later ones read it all the same. Here it is
  // read as they do.
  const isRaw = Object.keys(Object(error)).join() === 'body';
  const body = isRaw ? (error as { body: unknown }).body : error;
  const document = Object(typeof body === 'string' ? readDocument(body) : body);
  const fields: Headers = {};
  for (const name of ERROR_FIELDS) {
    // JSON gateways write `code` and `message` in lower case.
    const value = document[name] || document[name.toLowerCase()];
    if (value && typeof value === 'string') fields[name] = redact(value.trim());
  }
  const isRead = fields.Code || fields.Message || typeof body !== 'string';
  return isRead ? fields : redactUnreadable(body);
}

function readDocument(body: string): unknown {
  try {
    const document = /^\s*\{/.test(body) ? JSON.parse(body) : readXml(body);
    return document.Error || document;
  } catch {
    return undefined;
  }
}

/** A 2xx answer that is not the document it should be. */
export function invalidResponse(
  reason: string,
  answer: Answer,
  more?: { request: Request; error: string },
): DocQueueError {
  const failure: Failure = { kind: 'response', code: 'InvalidResponse', reason, answer };
  return toError(Object.assign(failure, more));
}
