import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import type { HttpResponse } from '../respond';
import { errorXml, type Stamp, serviceResponse } from './response';

/** The calls that a fault can be aimed at. */
const targetSchema = z.enum(['list', 'update', 'sts']);
export type Target = z.infer<typeof targetSchema>;
const formatSchema = z.enum(['xml', 'json', 'html', 'text', 'empty']);
type Format = z.infer<typeof formatSchema>;

/** The response of a fault; its name is that of the field of the control API. */
const answerSchema = z.strictObject({
  status: z.int().min(200).max(599).default(500),
  /** The shape of the error; by default that of the call's own responses: JSON for `sts`, otherwise XML. */
  format: formatSchema.optional(),
  /** By default one that suits the status. */
  code: z.string().optional(),
  message: z.string().default('This fault was asked for.'),
  /** Exactly this text instead of an error. */
  body: z.string().optional(),
});

export const faultSchema = z.strictObject({
  /** The call to hit, or several; every call when left out. */
  target: z.union([targetSchema, z.array(targetSchema)]).optional(),
  /** How many calls to hit; until cleared when left out. */
  times: z.int().min(1).optional(),
  /** Milliseconds by which the response is late. The call itself is carried out at once. */
  delay: z.int().min(0).max(600_000).optional(),
  /** The response instead of the right one; the call is not carried out. */
  answer: answerSchema.optional(),
  /** Only the first part of the right response. HTTP itself stays in order. */
  cut: z.strictObject({ fraction: z.number().min(0).max(1) }).optional(),
  /** The connection drops without the call, or, with `cut`, after it in the middle of the response. */
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
    // As a proxy in between responds.
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
