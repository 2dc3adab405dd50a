import { randomBytes } from 'node:crypto';
import type { HttpResponse } from '../respond';
import { writeXml, type XmlFields } from './xml';

/** What the responses to one request have in common. `now` is the service's clock, in milliseconds. */
export const newStamp = (now: number, resource: string) => ({
  requestId: randomBytes(24).toString('base64'),
  resource,
  now,
});
export type Stamp = ReturnType<typeof newStamp>;

export function serviceResponse(
  { now, requestId }: Stamp,
  status: number,
  body: string,
  contentType = 'application/xml',
): HttpResponse {
  const headers = {
    'Content-Type': contentType,
    Date: new Date(now).toUTCString(),
    Server: 'tencent-ci',
    'x-ci-request-id': requestId,
  };
  return { status, headers, body };
}

export const resultResponse = (stamp: Stamp, content: XmlFields): HttpResponse =>
  serviceResponse(stamp, 200, writeXml('Response', { RequestId: stamp.requestId, ...content }));

/** Writes an error. The Python SDK cannot read one without a `Resource`. */
export function errorXml(
  { requestId: RequestId, resource: Resource }: Stamp,
  { code: Code, message: Message }: { code: string; message: string },
): string {
  const TraceId = randomBytes(48).toString('base64');
  return writeXml('Error', { Code, Message, Resource, RequestId, TraceId });
}
