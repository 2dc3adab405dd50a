const MAX_LENGTH = 1024;

/** Names of what must not be shown. `q-…` are the parameters of a signature. */
const SECRET = /authorization|token|secret|signature|q-(?:ak|sign|key|header|url)/i;
/** Such a name with something after it that is as long as a value, or a parameter of a signature. */
const SECRET_WITH_VALUE =
  /(?:authorization|token|secret|signature)[\s\S]{0,80}?[\w+/=%.~-]{16}|q-(?:ak|sign|key|header|url)/i;
const REDACTED = '[redacted]';

/**
 * The beginning of a text for people, such as the service's message: up to the first thing that looks like a
 * secret with its name. Words about tokens and signatures stay.
 */
export function redactText(text: string): string {
  return cutAt(SECRET_WITH_VALUE, text);
}

/**
 * The beginning of an answer that could not be read. How it writes names and values is not known, so nothing
 * is kept from the first name of a secret on.
 */
export function redactUnreadable(text: string): string {
  return cutAt(SECRET, text);
}

function cutAt(secret: RegExp, text: string): string {
  // Longer than what is kept: there a name may stand whose value comes after the end.
  const at = text.slice(0, 2 * MAX_LENGTH).search(secret);
  return at < 0 || at >= MAX_LENGTH ? text.slice(0, MAX_LENGTH) : text.slice(0, at) + REDACTED;
}

/** Headers without secrets. What is neither a text nor a number is left out. */
export function redactHeaders(headers: object): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === 'string' || typeof value === 'number') {
      kept[name] = SECRET.test(name) ? REDACTED : redactText(String(value));
    }
  }
  return kept;
}
