import { element } from './element';

/** A request without its headers, which hold the signature and the session token. */
export interface LoggedRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** What went wrong, instead of a status, when there was no answer. */
  readonly outcome: number | string;
  readonly milliseconds: number;
}

const MOST = 200;

const list = element('#log');

/** Shows a request, the latest on top. */
export function logRequest({ method, path, outcome, milliseconds }: LoggedRequest): void {
  const entry = document.createElement('li');
  const ok = typeof outcome === 'number' && outcome < 400;
  entry.classList.toggle('failed', !ok);
  for (const text of [method, path, String(outcome), `${milliseconds} ms`]) {
    entry.append(Object.assign(document.createElement('span'), { textContent: text }));
  }
  list.prepend(entry);
  list.children[MOST]?.remove();
}

export function clearLog(): void {
  list.replaceChildren();
}
