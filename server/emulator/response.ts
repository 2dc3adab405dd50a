import { randomBytes } from 'node:crypto';
import type { HttpResponse } from '../respond';
import type { ServiceError } from './errors';
import { writeXml, type XmlFields } from './xml';

/** What every response to one request has in common. */
export interface Stamp {
  readonly requestId: string;
  /** The path of the request. */
  readonly resource: string;
  /** The service's clock, in milliseconds. */
  readonly now: number;
}

export function newStamp(now: number, resource: string): Stamp {
  // Base64 of numbers in hexadecimal, the first of them the time, as in the recorded responses.
  const numbers = [Math.floor(now / 1000).toString(16), hex(4), hex(2), hex(3)];
  return { requestId: Buffer.from(numbers.join('_')).toString('base64'), resource, now };
}

const hex = (bytes: number) => randomBytes(bytes).toString('hex');

export function serviceResponse(
  { now, requestId }: Stamp,
  status: number,
  contentType: string,
  body: string,
): HttpResponse {
  const headers = {
    'Content-Type': contentType,
    Date: new Date(now).toUTCString(),
    Server: 'tencent-ci',
    'x-ci-request-id': requestId,
  };
  return { status, headers, body };
}

export function resultResponse(stamp: Stamp, content: XmlFields): HttpResponse {
  const xml = writeXml('Response', { RequestId: stamp.requestId, ...content });
  return serviceResponse(stamp, 200, 'application/xml', xml);
}

export function errorResponse(stamp: Stamp, error: ServiceError): HttpResponse {
  return serviceResponse(stamp, error.status, 'application/xml', errorXml(stamp, error));
}

/** The Python SDK cannot read an error without a `Resource`. */
export function errorXml(
  { requestId, resource }: Stamp,
  { code, message, details }: { code: string; message: string; details?: XmlFields },
): string {
  return writeXml('Error', {
    Code: code,
    Message: message,
    Resource: resource,
    ...details,
    RequestId: requestId,
    TraceId: Buffer.from(hex(32)).toString('base64'),
  });
}
