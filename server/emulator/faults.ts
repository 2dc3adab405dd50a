import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import type { HttpResponse } from '../respond';
import { errorXml, type Stamp, serviceResponse } from './response';

/** The calls that a fault can affect. */
const targetSchema = z.enum(['list', 'update', 'sts']);
export type Target = z.infer<typeof targetSchema>;
const formatSchema = z.enum(['xml', 'json', 'html', 'text', 'empty']);
type Format = z.infer<typeof formatSchema>;

/** A response in place of the real one. It is named after the field of the control API. */
const answerSchema = z.strictObject({
  status: z.int().min(200).max(599).default(500),
  /** By default, as in the call's own responses: JSON for `sts`, otherwise XML. */
  format: formatSchema.optional(),
  /** By default, one that fits the status. */
  code: z.string().optional(),
  message: z.string().default('This error was requested through /_emulator/fault.'),
  /** A text to send instead of an error. */
  body: z.string().optional(),
});

export const faultSchema = z.strictObject({
  /** The calls to affect; all of them by default. */
  target: z.union([targetSchema, z.array(targetSchema)]).optional(),
  /** How many calls to affect; every call by default. */
  times: z.int().min(1).optional(),
  /** Milliseconds to delay the response by. The call itself is carried out at once. */
  delay: z.int().min(0).max(600_000).optional(),
  /** A response to send instead of carrying out the call. */
  answer: answerSchema.optional(),
  /** Sends only the first part of the body, with a Content-Length that fits. */
  cut: z.strictObject({ fraction: z.number().min(0).max(1) }).optional(),
  /** Drops the connection: before the call or, with `answer` or `cut`, after what they send. */
  drop: z.boolean().optional(),
});

export type Fault = z.input<typeof faultSchema>;
export type CheckedFault = z.output<typeof faultSchema>;

const CODES: Record<number, string> = {
  401: 'AccessDenied',
  403: 'AccessDenied',
  404: 'NoSuchBucket',
  429: 'SlowDown',
  503: 'ServiceUnavailable',
};

export function faultResponse(
  { status, message, ...fault }: z.output<typeof answerSchema>,
  target: Target,
  stamp: Stamp,
): HttpResponse {
  const code = fault.code ?? CODES[status] ?? (status < 500 ? 'InvalidArgument' : 'InternalError');
  const json = JSON.stringify({ Code: code, Message: message, RequestId: stamp.requestId });
  const title = `${status} ${STATUS_CODES[status] ?? ''}`;
  const formats: Record<Format, [body: string, contentType: string]> = {
    xml: [errorXml(stamp, { code, message }), 'application/xml'],
    json: [json, 'application/json'],
    // The error page of a proxy.
    html: [
      `<html>\r\n<body>\r\n<h1>${title}</h1>\r\n<hr>nginx\r\n</body>\r\n</html>\r\n`,
      'text/html',
    ],
    text: [message, 'text/plain; charset=utf-8'],
    empty: ['', 'application/xml'],
  };
  const [body, contentType] = formats[fault.format ?? (target === 'sts' ? 'json' : 'xml')];
  return serviceResponse(stamp, status, fault.body ?? body, contentType);
}
