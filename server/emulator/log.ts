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

export function toLogged({
  method = 'GET',
  url = '/',
  headersDistinct,
}: IncomingMessage): LoggedRequest {
  const headers = Object.entries(headersDistinct).map(([name, values = []]) => [
    name,
    hideSecrets(name, values.join(', ')),
  ]);
  return { method, url, headers: Object.fromEntries(headers) };
}

function hideSecrets(name: string, value: string): string {
  if (name.endsWith('-security-token')) return '(hidden)';
  return value.replace(/\b(q-signature=)[^&]*/g, '$1(hidden)');
}
