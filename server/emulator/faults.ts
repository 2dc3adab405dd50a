import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import type { HttpResponse } from '../respond';
import { errorXml, type Stamp, serviceResponse } from './response';

/** The calls that a fault can be meant for. */
const targetSchema = z.enum(['list', 'update', 'sts']);
export type Target = z.infer<typeof targetSchema>;

const formatSchema = z.enum(['xml', 'json', 'html', 'text', 'empty']);
type Format = z.infer<typeof formatSchema>;

/** The name is that of the field of the control API. */
const answerSchema = z.strictObject({
  status: z.int().min(200).max(599).default(500),
  /** The shape of the error; by default that of the call's own responses: JSON for `sts`, otherwise XML. */
  format: formatSchema.optional(),
  /** By default one that suits the status. */
  code: z.string().optional(),
  message: z.string().default('This fault was asked for.'),
  /** Exactly this text instead of an error. */
  body: z.string().optional(),
  contentType: z
    .string()
    .regex(/^[ -~]*$/, 'cannot be sent as a header')
    .optional(),
});

export const faultSchema = z
  .strictObject({
    /** The call to hit, or several; every call when left out. */
    target: z
      .union([targetSchema, z.array(targetSchema).min(1)], {
        error: `expected one or an array of ${targetSchema.options.join(', ')}`,
      })
      .optional(),
    /** How many calls to hit; until cleared when left out. */
    times: z.int().min(1).optional(),
    /** Milliseconds by which the response is late. The call itself is carried out at once. */
    delay: z.int().min(0).max(600_000).optional(),
    /** The response instead of the right one; the call is not carried out. */
    answer: answerSchema.optional(),
    /** Only the first part of the right response. HTTP itself stays in order. */
    cut: z.strictObject({ fraction: z.number().min(0).max(1) }).optional(),
    /**
     * The connection drops, and the call is not carried out. With `cut` it is, and the connection
     * drops in the middle of the response.
     */
    drop: z.boolean().optional(),
  })
  .refine(({ delay, answer, cut, drop }) => delay !== undefined || answer || cut || drop, {
    error: 'a fault needs delay, answer, cut or drop',
  })
  .refine(({ answer, cut, drop }) => !(answer && (cut || drop)), {
    error: 'a fault with an answer cannot be cut or dropped as well',
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
  const title = `${status} ${STATUS_CODES[status] ?? ''}`;
  const formats: Record<Format, [contentType: string, body: string]> = {
    xml: ['application/xml', errorXml(stamp, { code, message })],
    json: [
      'application/json',
      JSON.stringify({ Code: code, Message: message, RequestId: stamp.requestId }),
    ],
    // As a proxy in between responds.
    html: [
      'text/html',
      `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`,
    ],
    text: ['text/plain; charset=utf-8', message],
    empty: ['application/xml', ''],
  };
  const [contentType, body] = formats[fault.format ?? (target === 'sts' ? 'json' : 'xml')];
  return serviceResponse(stamp, status, fault.contentType ?? contentType, fault.body ?? body);
}
