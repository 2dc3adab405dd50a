import { type DocQueueMethods, docQueue } from '../../miniprogram_dist/index.js';
import type { Emulator } from '../../server/emulator/index';
import { BUCKET } from '../support/client';
import { asSdkKey } from '../support/keys';
import { type Call, call } from './call';

// biome-ignore lint/suspicious/noExplicitAny: the SDK has no types
type Any = any;

/** What is needed for calls of one SDK over real HTTP to the service on this machine. */
export class Service {
  constructor(
    readonly COS: Any,
    readonly emulator: Emulator,
  ) {}

  /** A client with the fixed key, or with the keys of an own `getAuthorization`. */
  client(options: object = {}): DocQueueMethods {
    const { secretId: SecretId, secretKey: SecretKey } = this.emulator.key;
    const keys = 'getAuthorization' in options ? {} : { SecretId, SecretKey };
    return docQueue(new this.COS({ ...keys, ...options }), { Domain: this.emulator.url });
  }

  call(cos: DocQueueMethods, method: Call['method'] = 'GET', params: object = {}): Promise<Call> {
    return call(cos, method, { ...BUCKET, Domain: this.emulator.url }, params);
  }

  /** A new temporary key, as `getAuthorization` hands it on. */
  newKeys(): object {
    return asSdkKey(this.emulator.issueKey());
  }
}
