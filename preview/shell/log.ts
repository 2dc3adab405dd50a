import type { LoggedRequest } from './api';
import { element } from './element';

const MOST = 200;

const list = element<HTMLOListElement>('#log');

/** Shows a request, the latest on top. */
export function logRequest({ method, path, outcome, milliseconds }: LoggedRequest): void {
  const entry = document.createElement('li');
  const ok = typeof outcome === 'number' && outcome < 400;
  entry.append(
    cell('method', method),
    cell('path', readable(path)),
    cell(ok ? 'ok' : 'failed', String(outcome)),
    cell('time', `${milliseconds} ms`),
  );
  list.prepend(entry);
  list.children[MOST]?.remove();
}

export function clearLog(): void {
  list.replaceChildren();
}

function cell(name: string, text: string): HTMLElement {
  const span = document.createElement('span');
  span.className = name;
  span.textContent = text;
  return span;
}

function readable(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
