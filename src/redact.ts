const SECRET = /authorization|token|secret-?key/i;
const SIGNATURE = /q-sign-algorithm(=|%3D)[^\s"'<>\\]*/gi;
// A name, what may stand between it and its value in text, XML, HTML or JSON, and a value long enough.
const NAMED = /((?:authorization|token|secret-?key)(?:[^\w<]|<[^<>]*>){1,40}?)[\w.+/=%~-]{16,}/gi;

/**
 * The beginning of a text, without what a proxy or an error page may have echoed of the request: its
 * `Authorization` header or its token.
 */
export function redactText(text: string): string {
  return text
    .slice(0, 4096)
    .replace(SIGNATURE, '[redacted]')
    .replace(NAMED, '$1[redacted]')
    .slice(0, 1024);
}

/** The texts and numbers of a document or of headers, which are flat, in the same way. */
export function redactFields(fields: object): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value !== 'object') {
      kept[name] = SECRET.test(name) ? '[redacted]' : redactText(String(value));
    }
  }
  return kept;
}
