import { element } from './element';

/** A request without its headers, which hold the signature and the session token. */
export interface LoggedRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** The status, or what went wrong when there was no response. */
  readonly outcome: number | string;
  readonly milliseconds: number;
}

const MAX_ENTRIES = 200;

const list = element('#log');

/** Shows a request, the latest on top. */
export function logRequest({ method, path, outcome, milliseconds }: LoggedRequest): void {
  const entry = document.createElement('li');
  const isOk = typeof outcome === 'number' && outcome < 400;
  entry.classList.toggle('failed', !isOk);
  entry.textContent = `${method} ${path} → ${outcome}，${milliseconds} ms`;
  list.prepend(entry);
  list.children[MAX_ENTRIES]?.remove();
}
