import { FIXED_KEY } from '../../server/emulator/keys';
import { readXml } from '../../server/emulator/xml';
import type { Env } from '../../server/env';
import { getTemporaryKey } from '../../server/temporary-key';
import { docQueue } from '../../src/index.js';
import type { Any } from '../support/any';
import { installWx, type RequestOptions, request } from '../support/wx';

/** A response exactly as it was received. */
export interface WireResponse {
  readonly request: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A permanent or a temporary key, under the SDK's names. */
export type Key = Readonly<Record<string, string | number>>;

/** A connection to the real service or to the local one. */
export class Connection {
  /** Every key that was used, the permanent one first, so that none of them is recorded. */
  readonly keys: Key[];
  /** Every response, oldest first. */
  readonly responses: WireResponse[] = [];
  readonly #COS: Any;

  /** @param domain the address of the local service; its keys are used instead of those of `env` */
  constructor(
    readonly env: Partial<Env> & Pick<Env, 'COS_BUCKET' | 'COS_REGION'>,
    readonly domain?: string,
  ) {
    const { secretId: SecretId, secretKey: SecretKey } = domain
      ? FIXED_KEY
      : { secretId: env.COS_SECRET_ID ?? '', secretKey: env.COS_SECRET_KEY ?? '' };
    this.keys = [{ SecretId, SecretKey }];
    installWx({ request: (options: RequestOptions) => this.#request(options) });
    // The SDK cannot be loaded before `wx` exists.
    this.#COS = require('cos-wx-sdk-v5');
  }

  /** Gets a key with the narrow policy of the README. */
  async temporaryKey(seconds = 1800): Promise<Key> {
    const { credentials, startTime, expiredTime } = this.domain
      ? await localKey(this.domain, seconds)
      : await getTemporaryKey(this.env as Env, seconds);
    const key = {
      TmpSecretId: credentials.tmpSecretId,
      TmpSecretKey: credentials.tmpSecretKey,
      SecurityToken: credentials.sessionToken,
      StartTime: startTime,
      ExpiredTime: expiredTime,
    };
    this.keys.push(key);
    return key;
  }

  /** Creates an SDK client with the package and this key. */
  client(key: Key, Bucket = this.env.COS_BUCKET): Any {
    const getAuthorization = (_: unknown, callback: (key: Key) => void) => callback(key);
    const cos = new this.#COS('TmpSecretId' in key ? { getAuthorization } : key);
    const Domain = this.domain && { Domain: this.domain };
    return docQueue(cos, { Bucket, Region: this.env.COS_REGION, ...Domain });
  }

  /** Lists with the SDK alone, so that the package cannot hide anything. */
  list(cos: Any, Query: Record<string, string> = {}) {
    const { COS_BUCKET: Bucket, COS_REGION: Region } = this.env;
    const origin = this.domain ?? `https://${Bucket}.ci.${Region}.myqcloud.com`;
    const target = { Bucket, Region, Key: 'docqueue', Url: `${origin}/docqueue` };
    return this.responseTo(cos.request({ ...target, Method: 'GET', Query, RawBody: true }));
  }

  /** The raw response to a call, or why there was none, whatever the SDK and the package make of it. */
  async responseTo(call: Promise<unknown>) {
    const count = this.responses.length;
    const failure: Any = await call.catch((error) => error);
    const [response] = this.responses.slice(count).slice(-1);
    if (!response) {
      const outcome = `no response: ${failure?.message ?? failure?.error}`;
      return { headers: {} as WireResponse['headers'], content: {} as Any, outcome };
    }
    const { headers, status, body } = response;
    const content = contentOf(body);
    return { headers, content, outcome: content.Code ? `${status} ${content.Code}` : `${status}` };
  }

  #request({ success, ...options }: RequestOptions) {
    return request({
      ...options,
      success: (response) => {
        const { pathname, search } = new URL(options.url);
        this.responses.push({
          request: `${options.method} ${pathname}${search}`,
          status: response.statusCode,
          headers: response.header as Record<string, string>,
          body: `${response.data}`,
        });
        success(response);
      },
    });
  }
}

function contentOf(body: string): Any {
  try {
    return readXml(body).content;
  } catch {
    return {};
  }
}

async function localKey(origin: string, keySeconds: number): Promise<Any> {
  const settings = { method: 'PATCH', body: JSON.stringify({ keySeconds }) };
  await fetch(`${origin}/_emulator/settings`, settings);
  const response = await fetch(`${origin}/sts`);
  if (!response.ok) throw new Error(`The key server failed: ${response.status}`);
  return response.json();
}
