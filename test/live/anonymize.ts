/** A response exactly as it was received. */
export interface WireResponse {
  readonly request: string;
  readonly status: number;
  readonly headers: object;
  readonly body: string;
}

/** What is recorded of a response, its headers included. */
const RECORDED = ['request', 'status', 'headers', 'content-type', 'server', 'body'];

/** Writes responses as JSON without ids, buckets, accounts, addresses and keys. Equal ids get equal replacements. */
export function anonymize(responses: WireResponse[], bucket: string, secrets: string[]): string[] {
  const ids = responses.flatMap(({ body }) =>
    Array.from(body.matchAll(/<Queue(?:Id|ID)>([^<]+)/g), ([, id = '']) => id),
  );
  return responses.map((response) => {
    let text = JSON.stringify(response, RECORDED, 2).replaceAll(bucket, 'examplebucket-1250000000');
    for (const secret of secrets) text = text.replaceAll(secret, 'SECRET');
    for (const [index, id] of [...new Set(ids)].entries()) {
      text = text.replaceAll(id, `p${`${index + 1}`.padStart(32, '0')}`);
    }
    return (
      text
        .replace(/<(RequestId|TraceId)>[^<]+/g, '<$1>REQUEST-ID')
        .replace(/<(StringToSign|FormatString|SignatureProvided)>[^<]+/g, '<$1>SIGNATURE')
        .replace(/<Url>[^<]+/g, '<Url>https://example.com/callback')
        .replace(/<Name>[^<]+/g, '<Name>queue')
        .replace(/\b\d{1,3}(\.\d{1,3}){3}\b/g, '192.0.2.1')
        // Account numbers, including the APPID.
        .replace(/\b\d{9,12}\b/g, '1250000000')
    );
  });
}
