const MAX_LENGTH = 1024;
const REDACTED = '[redacted]';

const NAME = 'authorization|token|secret|signature|access[-_ ]?key';

// These expressions are made at their first use: most calls of an app need none of them.

function isSecretName(text: string): boolean {
  return new RegExp(NAME, 'i').test(text);
}

/**
 * The position of the first such name that is followed by something long enough to be its value, or of a
 * parameter of a signature.
 */
function secretIn(text: string): number {
  return text.search(
    new RegExp(`(?:${NAME})[^]{0,80}?[\\w+/=%.~\\\\&#;-]{16}|q-(?:ak|sign|key|header|url)`, 'i'),
  );
}

/**
 * The beginning of a text for people, such as the service's message: up to the first secret that it may echo.
 * Words about tokens and signatures stay.
 */
export function redact(text: string): string {
  // A value may begin within what is kept, and end after it.
  const at = secretIn(text.slice(0, 2 * MAX_LENGTH));
  return at < 0 ? text.slice(0, MAX_LENGTH) : text.slice(0, Math.min(at, MAX_LENGTH)) + REDACTED;
}

/**
 * The beginning of an answer that cannot be read, or nothing of it when it names a secret: nobody knows how it
 * writes names and values, and in which order.
 */
export function redactUnreadable(text: string): string {
  const beginning = text.slice(0, 2 * MAX_LENGTH);
  const isSecret = isSecretName(beginning) || secretIn(beginning) >= 0;
  return isSecret ? REDACTED : beginning.slice(0, MAX_LENGTH);
}

/** Headers without secrets. */
export function redactHeaders(headers: Record<string, unknown>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of Object.keys(headers)) {
    kept[name] = isSecretName(name) ? REDACTED : redact(`${headers[name]}`);
  }
  return kept;
}
