import type { IncomingMessage } from 'node:http';
import { ServiceError } from './errors';

/** A request as it was sent, only decoded: the signature covers exactly that. */
export interface ServiceRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<NodeJS.Dict<string[]>>;
}

/** @throws ServiceError when the URL is not percent-encoded UTF-8 */
export function parseRequest(incoming: IncomingMessage): ServiceRequest {
  const { method = 'GET', url = '/', headersDistinct: headers } = incoming;
  try {
    // URLSearchParams does not report a malformed encoding.
    decodeURIComponent(url);
  } catch {
    throw new ServiceError('InvalidUrl', 'The URL is not percent-encoded UTF-8.');
  }
  const query = new URLSearchParams(url.replace(/^[^?]*/, ''));
  return { method, path: decodeURIComponent(rawPath(incoming)), query, headers };
}

/** The path exactly as it was sent; a URL parser would normalize it. */
export function rawPath({ url = '/' }: IncomingMessage): string {
  return url.replace(/\?.*$/s, '');
}

// An update's body is under 2 KB.
const MAX_BODY = 64 * 1024;

/** @throws ServiceError when the body is too large */
export async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Reads to the end, even if it is too large: a client that is still sending might not see the response.
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size <= MAX_BODY) chunks.push(chunk);
  }
  if (size > MAX_BODY) {
    throw new ServiceError('EntityTooLarge', `The body is larger than ${MAX_BODY} bytes.`);
  }
  return Buffer.concat(chunks).toString();
}
