import type { IncomingMessage } from 'node:http';

export const NOT_LOCAL = 'Host, and Origin if there is one, must be 127.0.0.1 or localhost.';

/**
 * Whether a request comes from this machine itself. A page of any site can send requests to 127.0.0.1, and under
 * a name that it lets point there (DNS rebinding) it can read the responses as well.
 */
export function isLocal({ headers: { host = '', origin } }: IncomingMessage): boolean {
  const names = origin === undefined ? [host] : [host, origin.replace(/^https?:\/\//, '')];
  return names.every((name) => /^(127\.0\.0\.1|localhost)(:\d+)?$/i.test(name));
}
