import type { IncomingMessage } from 'node:http';

/** A request that the service received. */
export interface LoggedRequest {
  readonly method: string;
  /** Path and query, as received. */
  readonly url: string;
  /** Names in lower case. Session tokens and the signature itself are hidden. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body of an update that got that far, or its beginning. */
  body?: string;
  /** What was answered; left out while there is no answer, and when there never is one. */
  status?: number;
}

const MAX_REQUESTS = 1000;
const MAX_BODY = 4096;

/** The last requests, oldest first. */
export class RequestLog {
  #requests: LoggedRequest[] = [];

  get all(): LoggedRequest[] {
    return this.#requests.map((request) => ({ ...request }));
  }

  add({ method = 'GET', url = '/', headersDistinct }: IncomingMessage): LoggedRequest {
    const headers = Object.entries(headersDistinct).map(([name, values = []]) => [
      name,
      hideSecrets(name, values.join(', ')),
    ]);
    const request: LoggedRequest = { method, url, headers: Object.fromEntries(headers) };
    this.#requests = [...this.#requests.slice(1 - MAX_REQUESTS), request];
    return request;
  }

  addBody(request: LoggedRequest, body: Buffer): void {
    const text = body.toString();
    request.body = text.length > MAX_BODY ? `${text.slice(0, MAX_BODY)}…` : text;
  }

  clear(): void {
    this.#requests = [];
  }
}

const HIDDEN = '(hidden)';

function hideSecrets(name: string, value: string): string {
  if (name.endsWith('-security-token') || name === 'cookie') return HIDDEN;
  if (name !== 'authorization') return value;
  return /(^|&)q-signature=/.test(value)
    ? value.replace(/(^|&)(q-signature=)[^&]*/g, `$1$2${HIDDEN}`)
    : HIDDEN;
}
