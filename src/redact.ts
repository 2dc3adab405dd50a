const SIGNATURE = /q-sign-algorithm=[^\s"'<>\\]*/gi;
const NAMED = /((authorization|token|secret-?key)\\?["']?\s*[:=]\s*\\?["']?)[^"'<>,;&\\]+/gi;

/**
 * An answer without what a proxy or an error page may have echoed of the request: its `Authorization`
 * header or its token.
 */
export function redact<Value>(value: Value): Value {
  const text = JSON.stringify(value) as string | undefined;
  return text && JSON.parse(text.replace(SIGNATURE, '[redacted]').replace(NAMED, '$1[redacted]'));
}
