import type { Connection, WireResponse } from './connection';

const KEPT_HEADERS = ['content-type', 'server'];

/** Elements whose text is always replaced. */
const ELEMENTS: [names: string, text: string][] = [
  ['RequestId|TraceId', 'REQUEST-ID'],
  ['StringToSign|FormatString|SignatureProvided', 'SIGNATURE'],
  ['Url', 'https://example.com/callback'],
  ['Name', 'queue'],
];

/** Replaces ids, buckets, accounts, addresses and keys; an id by the same replacement in all responses. */
export function anonymize({ env, keys, responses }: Connection): WireResponse[] {
  const secrets = keys.flatMap((key) => Object.values(key).map(String));
  const ids = responses.flatMap(({ body }) =>
    Array.from(body.matchAll(/<Queue(?:Id|ID)>([^<]+)/g), ([, id = '']) => id),
  );
  const values = new Map([
    ...secrets.map((secret) => [secret, 'SECRET'] as const),
    [env.COS_BUCKET, 'examplebucket-1250000000'] as const,
    ...[...new Set(ids)].map((id, index) => [id, `p${`${index + 1}`.padStart(32, '0')}`] as const),
  ]);
  const hide = (text: string) => {
    let hidden = text.replace(/\b\d{1,3}(\.\d{1,3}){3}\b/g, '192.0.2.1');
    for (const [value, replacement] of values) hidden = hidden.replaceAll(value, replacement);
    for (const [names, replacement] of ELEMENTS) {
      hidden = hidden.replace(new RegExp(`<(${names})>[^<]+`, 'g'), `<$1>${replacement}`);
    }
    // Account numbers, including the APPID.
    return hidden.replace(/\b\d{9,12}\b/g, '1250000000');
  };
  return responses.map(({ request, status, headers, body }) => {
    const kept = Object.entries(headers).filter(([header]) => KEPT_HEADERS.includes(header));
    return { request: hide(request), status, headers: Object.fromEntries(kept), body: hide(body) };
  });
}
