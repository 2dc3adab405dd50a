/** A connection to the real service, or to the local one at `options.domain`. */
import { readXml } from '../../server/emulator/xml';
import { getTemporaryKey } from '../../server/temporary-key';
import { docQueue } from '../../src/index.js';
import type { Any } from '../support/any';
import { installWx, type RequestOptions, request } from '../support/wx';
import type { WireResponse } from './anonymize';
import { env, options } from './options';

const { COS_BUCKET, COS_REGION: Region } = env;
const { domain } = options;

/** A permanent or a temporary key, as the SDK's constructor takes it. */
export type Key = Readonly<Record<string, string | number>>;

export const permanentKey: Key = { SecretId: env.COS_SECRET_ID, SecretKey: env.COS_SECRET_KEY };

/** Every key that was used, so that none of them is recorded. */
export const keys: Key[] = [permanentKey];

/** Every response, oldest first. */
export const responses: WireResponse[] = [];

installWx({
  request: ({ success, ...options }: RequestOptions) =>
    request({
      ...options,
      success(response) {
        responses.push({
          request: `${options.method} ${options.url}`,
          status: response.statusCode,
          headers: response.header,
          body: `${response.data}`,
        });
        success(response);
      },
    }),
});
// The SDK cannot be loaded before `wx` exists.
const COS = require('cos-wx-sdk-v5');

/** Gets a key with the narrow policy of the README. */
export async function temporaryKey(seconds = 1800): Promise<Key> {
  const { credentials, startTime, expiredTime } = domain
    ? await localKey(domain, seconds)
    : await getTemporaryKey(env, seconds);
  const key = {
    SecretId: credentials.tmpSecretId,
    SecretKey: credentials.tmpSecretKey,
    SecurityToken: credentials.sessionToken,
    StartTime: startTime,
    ExpiredTime: expiredTime,
  };
  keys.push(key);
  return key;
}

async function localKey(origin: string, keySeconds: number): Promise<Any> {
  const settings = { method: 'PATCH', body: JSON.stringify({ keySeconds }) };
  await fetch(`${origin}/_emulator/settings`, settings);
  return (await fetch(`${origin}/sts`)).json();
}

/** Creates an SDK client with the package and this key. */
export const client = (key: Key): Any =>
  docQueue(new COS(key), { Bucket: COS_BUCKET, Region, ...(domain && { Domain: domain }) });

/** Lists with the SDK alone, so that the package cannot hide anything. */
export function list(cos: Any, Query: Record<string, string> = {}, Bucket = COS_BUCKET) {
  const origin = domain ?? `https://${Bucket}.ci.${Region}.myqcloud.com`;
  const target = { Bucket, Region, Key: 'docqueue', Url: `${origin}/docqueue` };
  return responseTo(cos.request({ ...target, Method: 'GET', Query, RawBody: true }));
}

/** The raw response to a call, or why there was none, whatever the SDK and the package make of it. */
export async function responseTo(call: Promise<unknown>) {
  const count = responses.length;
  const failure: Any = await call.catch((error) => error);
  const response = responses.slice(count).at(-1);
  const content = contentOf(response?.body ?? '');
  const outcome = response
    ? [response.status, content.Code].join(' ').trim()
    : `no response: ${failure?.message ?? failure?.error}`;
  return { headers: Object(response?.headers), content, outcome };
}

function contentOf(body: string): Any {
  try {
    return readXml(body).content;
  } catch {
    return {};
  }
}
