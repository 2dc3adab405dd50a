import type { IncomingMessage } from 'node:http';

/** A request that the service received. */
export interface LoggedRequest {
  readonly method: string;
  /** Path and query, as received. */
  readonly url: string;
  /** Names in lower case. Session tokens and the signature itself are hidden. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body of an update whose signature was accepted. */
  body?: string;
  /** What was answered; left out while there is no answer, and when there never is one. */
  status?: number;
}

export function logged({
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

const HIDDEN = '(hidden)';

function hideSecrets(name: string, value: string): string {
  if (name.endsWith('-security-token') || name === 'cookie') return HIDDEN;
  if (name !== 'authorization') return value;
  return /(^|&)q-signature=/.test(value)
    ? value.replace(/(^|&)(q-signature=)[^&]*/g, `$1$2${HIDDEN}`)
    : HIDDEN;
}
