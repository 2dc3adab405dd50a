import type { IncomingMessage } from 'node:http';
import { ServiceError } from './errors';

/** One name and its value; names of headers are in lower case. */
export type Pair = readonly [name: string, value: string];

/**
 * A request as it came over the wire. A signature covers what was sent, so nothing here goes through
 * a URL parser, which would tidy up `..`, letters and encodings first.
 */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: readonly Pair[];
  readonly headers: readonly Pair[];
}

/** @throws ServiceError when the path or the query is not percent-encoded UTF-8 */
export function receive(incoming: IncomingMessage): Received {
  const target = incoming.url ?? '/';
  const question = target.indexOf('?');
  return {
    method: incoming.method ?? 'GET',
    path: decode(rawPath(target), 'InvalidUrl'),
    query: question < 0 ? [] : readQuery(target.slice(question + 1)),
    headers: readHeaders(incoming.rawHeaders),
  };
}

/** The path of a request target, which may be a whole URL (RFC 9112, section 3.2.2). */
export function rawPath(target: string): string {
  const path = target.replace(/^https?:\/\/[^/?]*/i, '').replace(/\?.*$/s, '');
  return path === '' ? '/' : path;
}

/** The bucket that the host names, when it is not just this machine. */
export function bucketOf(headers: readonly Pair[]): string | undefined {
  return /^([a-z\d-]+-\d+)\./.exec(valuesOf(headers, 'host')[0] ?? '')?.[1];
}

export function valuesOf(pairs: readonly Pair[], name: string): string[] {
  return pairs.filter((pair) => pair[0] === name).map((pair) => pair[1]);
}

function readQuery(query: string): Pair[] {
  return query
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const [name, value] = splitPair(part);
      return [decode(name, 'InvalidArgument'), decode(value, 'InvalidArgument')];
    });
}

/** `name=value`, or a name alone. */
export function splitPair(text: string): Pair {
  const equals = text.indexOf('=');
  return equals < 0 ? [text, ''] : [text.slice(0, equals), text.slice(equals + 1)];
}

export function readHeaders(rawHeaders: readonly string[]): Pair[] {
  const headers: Pair[] = [];
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    headers.push([(rawHeaders[i] as string).toLowerCase(), rawHeaders[i + 1] as string]);
  }
  return headers;
}

function decode(text: string, code: 'InvalidUrl' | 'InvalidArgument'): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ServiceError(code, `${JSON.stringify(text)} is not percent-encoded UTF-8.`);
  }
}

// A body of this service is about 1 KB; a whole set of queues sent to /_emulator is larger.
const MAX_BODY = 1024 * 1024;

/** @throws ServiceError when there is more than the limit, without waiting for the rest of it */
export async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // The connection must outlive the loop: the error has to be answered over it.
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > MAX_BODY) {
      throw new ServiceError('EntityTooLarge', `The body is larger than ${MAX_BODY} bytes.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
