import type { IncomingMessage } from 'node:http';

/** A request that the service received. */
export interface LoggedRequest {
  readonly method: string;
  /** Path and query, as received. */
  readonly url: string;
  /** Names in lower case. Session tokens and signatures are hidden. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body of an update whose signature was accepted. */
  body?: string;
  /** The status of the response; left out while there is none, and when there never is one. */
  status?: number;
}

export function toLogged(incoming: IncomingMessage): LoggedRequest {
  const { method = 'GET', url = '/', headersDistinct } = incoming;
  const headers = Object.entries(headersDistinct).map(([name, values = []]) => {
    const value = values.join(', ').replace(/\b(q-signature=)[^&]*/g, '$1(hidden)');
    return [name, name.endsWith('-security-token') ? '(hidden)' : value];
  });
  return { method, url, headers: Object.fromEntries(headers) };
}
