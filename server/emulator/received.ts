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

/** @throws ServiceError when there is no host, or the path or the query is not percent-encoded UTF-8 */
export function receive(incoming: IncomingMessage): Received {
  const { method = 'GET', url = '/' } = incoming;
  const { host = '' } = incoming.headers;
  if (!/^[\w.-]+(:\d+)?$/.test(host)) {
    throw new ServiceError('InvalidHost', `${JSON.stringify(host)} is not a host.`);
  }
  const [, query = ''] = /\?(.*)/s.exec(url) ?? [];
  return {
    method,
    path: decode(rawPath(incoming), 'InvalidUrl'),
    query: readQuery(query),
    headers: readHeaders(incoming),
  };
}

/** The path as it was sent. The target may be a whole URL (RFC 9112, section 3.2.2). */
export function rawPath({ url = '/' }: IncomingMessage): string {
  const path = url.replace(/^https?:\/\/[^/?]*/i, '').replace(/\?.*$/s, '');
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
      return [decodeQuery(name), decodeQuery(value)];
    });
}

/** `name=value`, or a name alone. */
export function splitPair(text: string): Pair {
  const equals = text.indexOf('=');
  return equals < 0 ? [text, ''] : [text.slice(0, equals), text.slice(equals + 1)];
}

export function readHeaders({ headersDistinct }: IncomingMessage): Pair[] {
  return Object.entries(headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): Pair => [name, value]),
  );
}

// The Go and Python SDKs send a space as `+`, and sign it as `%20`.
const decodeQuery = (text: string) => decode(text.replaceAll('+', ' '), 'InvalidArgument');

export function decode(text: string, code: 'InvalidUrl' | 'InvalidArgument'): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ServiceError(code, `${JSON.stringify(text)} is not percent-encoded UTF-8.`);
  }
}

/** @throws ServiceError when there is more than the limit, without waiting for the rest of it */
export async function readBody(incoming: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // The connection must outlive the loop: the error has to be answered over it.
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > limit) {
      throw new ServiceError('EntityTooLarge', `The body is larger than ${limit} bytes.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
