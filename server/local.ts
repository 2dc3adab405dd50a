import type { IncomingMessage } from 'node:http';

export const NOT_LOCAL = 'Host, and Origin if there is one, must be 127.0.0.1 or localhost.';

/**
 * Whether a request names this machine as its host, and comes from no other site's page. Any page can send requests to
 * 127.0.0.1, and if its own host name resolves to that address (DNS rebinding), it can read the responses, too.
 */
export function isLocal({ headers: { host = '', origin } }: IncomingMessage): boolean {
  const names = origin === undefined ? [host] : [host, origin.replace(/^https?:\/\//, '')];
  return names.every((name) => /^(127\.0\.0\.1|localhost)(:\d+)?$/i.test(name));
}
