const MAX_LENGTH = 1024;

/**
 * The name of a secret with what is long enough for its value somewhere behind it, or any parameter of a
 * signature: in text, XML, HTML or JSON, encoded or not. Words about tokens and signatures do not match.
 */
const SECRET =
  /(?:authorization|token|secret|signature)[\s\S]{0,80}?[\w+/=%.~-]{16}|q-(?:ak|sign|key|header|url)/i;
const SECRET_NAME = /authorization|token|secret|signature/i;

/**
 * The beginning of a text, up to the first secret that it may echo. What comes behind is not kept: nobody knows
 * how an unreadable answer goes on.
 */
export function redact(text: string): string {
  const at = text.slice(0, 2 * MAX_LENGTH).search(SECRET);
  return at < 0
    ? text.slice(0, MAX_LENGTH)
    : `${text.slice(0, Math.min(at, MAX_LENGTH))}[redacted]`;
}

/** Headers without secrets. */
export function redactHeaders(headers: Record<string, unknown>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of Object.keys(headers)) {
    kept[name] = SECRET_NAME.test(name) ? '[redacted]' : redact(`${headers[name]}`);
  }
  return kept;
}
