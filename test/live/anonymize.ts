/** A response exactly as it was received. */
export interface WireResponse {
  readonly request: string;
  readonly status: number;
  readonly headers: object;
  readonly body: string;
}

/** What is recorded of a response, its headers included. */
const RECORDED = ['request', 'status', 'headers', 'content-type', 'server', 'body'];

/** Elements whose text is always replaced. */
const ELEMENTS: [names: string, text: string][] = [
  ['RequestId|TraceId', 'REQUEST-ID'],
  ['StringToSign|FormatString|SignatureProvided', 'SIGNATURE'],
  ['Url', 'https://example.com/callback'],
  ['Name', 'queue'],
];

/** Writes responses as JSON without ids, buckets, accounts, addresses and keys. An id is replaced alike in all. */
export function anonymize(responses: WireResponse[], bucket: string, secrets: string[]): string[] {
  const ids = responses.flatMap(({ body }) =>
    Array.from(body.matchAll(/<Queue(?:Id|ID)>([^<]+)/g), ([, id = '']) => id),
  );
  const replacements = [
    ...secrets.map((secret) => [secret, 'SECRET'] as const),
    [bucket, 'examplebucket-1250000000'] as const,
    ...[...new Set(ids)].map((id, index) => [id, `p${`${index + 1}`.padStart(32, '0')}`] as const),
  ];
  return responses.map((response) => {
    let text = JSON.stringify(response, RECORDED, 2);
    text = text.replace(/\b\d{1,3}(\.\d{1,3}){3}\b/g, '192.0.2.1');
    for (const [value, replacement] of replacements) text = text.replaceAll(value, replacement);
    for (const [names, replacement] of ELEMENTS) {
      text = text.replace(new RegExp(`<(${names})>[^<]+`, 'g'), `<$1>${replacement}`);
    }
    // Account numbers, including the APPID.
    return text.replace(/\b\d{9,12}\b/g, '1250000000');
  });
}
