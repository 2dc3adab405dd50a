import { type CredentialData, getCredential } from 'qcloud-cos-sts';
import type { Env } from './env';

/** Gets a temporary key from the real STS. It allows nothing but listing and updating document queues. */
export async function getTemporaryKey(env: Env, durationSeconds = 1800): Promise<CredentialData> {
  try {
    return await getCredential({
      secretId: env.COS_SECRET_ID,
      secretKey: env.COS_SECRET_KEY,
      region: env.COS_REGION,
      endpoint: env.COS_STS_ENDPOINT,
      policy: leastPrivilege(env),
      durationSeconds,
    });
  } catch (error) {
    throw new Error(reasonOf(error));
  }
}

/** Both actions are resource-level (460/41741); `getPolicy` of qcloud-cos-sts knows only `cos` resources. */
function leastPrivilege({ COS_BUCKET: bucket, COS_REGION: region }: Env) {
  const appId = bucket.slice(bucket.lastIndexOf('-') + 1);
  return {
    version: '2.0',
    statement: [
      {
        effect: 'allow',
        action: ['ci:DescribeDocProcessQueues', 'ci:UpdateDocProcessQueue'],
        resource: [`qcs::ci:${region}:uid/${appId}:bucket/${bucket}/*`],
      },
    ],
  };
}

/** An error from STS has a `Code`; a network error has a `code`, and holds the request with its secrets. */
function reasonOf(error: unknown): string {
  const { Code, Message, code, message } = error as Record<string, string | undefined>;
  return Code ? `${Code}: ${Message}` : message || String(code);
}
