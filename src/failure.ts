import { DocQueueError, type DocQueueErrorKind, kindOf } from './errors.js';
import { redactFields, redactText } from './redact.js';
import { readXml } from './xml.js';

/** The request that failed. */
export interface Sent {
  Method: string;
  Url: string;
}

/** What the SDK hands to a callback: its version decides which of the fields are there. */
export interface SdkAnswer {
  statusCode?: number | undefined;
  headers?: Record<string, string> | undefined;
  /** A text, or a document. */
  error?: unknown;
}

const ADVICE: Record<string, string> = {
  InvalidCredential: 'check what getAuthorization gives',
  NetworkError: 'is the host in the request 合法域名 of the mini program?',
  AccessDenied: "the key's policy must allow this action",
  RequestTimeTooSkewed: "check the device's clock",
};

/** Makes the one kind of error of whatever the SDK reports, in any of its versions. */
export function failure(reported: unknown, sent: Sent): DocQueueError {
  // Bad credentials are an Error that names the field; before SDK 1.4 the text `authorization error`.
  const reason = kindOf(reported) === 'Error' ? (reported as Error).message : reported;
  if (typeof reason === 'string') {
    return toError('credential', 'InvalidCredential', reason, { error: reason }, sent);
  }
  const answer = Object(reported) as SdkAnswer;
  if (!answer.statusCode) {
    const cause = typeof answer.error === 'string' && answer.error;
    const error = cause || 'wx.request gave no reason';
    const code = /time[ _-]?(d[ _-]?)?out/i.test(error) ? 'Timeout' : 'NetworkError';
    return toError('network', code, error, { error }, sent);
  }
  const error = readError(answer.error);
  const code = textOf(error, 'Code') || 'HttpError';
  return toError(
    'service',
    code,
    textOf(error, 'Message'),
    Object.assign({}, answer, { error }),
    sent,
  );
}

/** The message tells all that one needs to know; the request only if one was made. */
export function toError(
  kind: DocQueueErrorKind,
  code: string,
  reason: string,
  { statusCode, headers, error }: SdkAnswer,
  { Method: method, Url: url }: Partial<Sent> = {},
): DocQueueError {
  const where = [method, url, statusCode].filter(Boolean).join(' ');
  const parts = [redactText(reason), ADVICE[code], where].filter(Boolean);
  const details: Record<string, unknown> = {
    method,
    url,
    statusCode,
    headers: headers && redactFields(headers),
    RequestId: requestIdOf(headers, error) || undefined,
    error: typeof error === 'string' ? redactText(error) : error && redactFields(error),
  };
  for (const name of Object.keys(details)) {
    if (details[name] === undefined) delete details[name];
  }
  return new DocQueueError(kind, code, `${code}: ${parts.join('; ')}`, details);
}

/** The service's id of a request: in the headers of every answer, and in most documents. */
export function requestIdOf(headers: Record<string, string> = {}, fields: unknown): string {
  return headers['x-ci-request-id'] || headers['x-cos-request-id'] || textOf(fields, 'RequestId');
}

/**
 * The service's error document. With `RawBody` SDKs up to 1.7.0 hand its text on as `{ body }`, later
 * ones parse it as they do without: so it is read here as they do.
 */
function readError(error: unknown): object | string {
  const fields = Object(error);
  const body = Object.keys(fields).join() === 'body' ? fields.body : error;
  if (typeof body !== 'string') return fields;
  try {
    const document = /^\s*\{/.test(body) ? JSON.parse(body) : readXml(body);
    return document.Error || document;
  } catch {
    return body;
  }
}

/** JSON gateways write `code` and `message` in lower case. */
function textOf(fields: unknown, name: string): string {
  const value = Object(fields)[name] ?? Object(fields)[name.toLowerCase()];
  return typeof value === 'string' ? redactText(value.trim()) : '';
}
