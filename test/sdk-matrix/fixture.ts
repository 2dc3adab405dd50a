import { type DocQueueError, docQueue, type WithDocQueue } from '../../miniprogram_dist/index.js';
import type { Emulator } from '../../server/emulator/index';
import type { Any } from '../support/any';
import { BUCKET } from '../support/client';

type Methods = WithDocQueue<Any>;
type Method = Exclude<keyof Methods & string, 'paginateDocProcessQueues' | 'request'>;
/** Hands keys to the SDK. */
export type Give = (keys?: unknown) => void;

export const NO_KEY = { SecretId: '', SecretKey: '' };

/** One SDK, one service, and what happened between them. */
export class Fixture {
  /** Calls of a user's callback that were not the first of their call. */
  extraOutcomes = 0;

  constructor(
    readonly COS: Any,
    readonly emulator: Emulator,
  ) {}

  /** A client with the fixed key, unless the options have others. */
  client(options: object = {}, Timeout?: number): Methods {
    const { secretId: SecretId, secretKey: SecretKey } = this.emulator.key;
    const cos = new this.COS({ SecretId, SecretKey, ...options });
    return docQueue(cos, { ...BUCKET, Domain: this.emulator.url, ...(Timeout && { Timeout }) });
  }

  /** A client whose app does this when the SDK asks it for a key. */
  clientWithKeysFrom(getAuthorization: (give: Give) => unknown, options = {}, Timeout?: number) {
    const ask = (_: object, give: Give) => getAuthorization(give);
    return this.client({ ...NO_KEY, ...options, getAuthorization: ask }, Timeout);
  }

  /** A temporary key, as an app hands it to the SDK. */
  newKey() {
    const { secretId, secretKey, token, startTime, expiredTime } = this.emulator.issueKey();
    return {
      TmpSecretId: secretId,
      TmpSecretKey: secretKey,
      SecurityToken: token,
      // Before 1.2.0 the token is read from here.
      XCosSecurityToken: token,
      StartTime: startTime,
      ExpiredTime: expiredTime,
    };
  }

  /** The data of a call, or the summary of its failure. */
  call(method: Method, params: object = {}, cos = this.client()): Promise<Any> {
    return new Promise((resolve) => {
      let outcomes = 0;
      (cos[method] as Any)(params, (error: DocQueueError | null, data: Any) => {
        outcomes += 1;
        if (outcomes > 1) this.extraOutcomes += 1;
        resolve(error ? this.summary(error) : data);
      });
    });
  }

  list(cos?: Methods): Promise<Any> {
    return this.call('describeDocProcessQueues', {}, cos);
  }

  /** The queue that is changed: active, with a callback. */
  get queue(): Any {
    return this.emulator.queues[1];
  }

  /** The methods of the requests that reached the service. */
  get sent() {
    return this.emulator.requests.map(({ method }) => method).join(' ');
  }

  /** What every SDK must agree on about a failure. */
  private summary(error: DocQueueError) {
    const { name, kind, code, statusCode = 0, method = '', url = '', RequestId } = error;
    const request = `${method} ${url.replace(this.emulator.url, '')}`.trim();
    return { name, kind, code, statusCode, request, hasRequestId: Boolean(RequestId) };
  }
}

/** The summary of a failure. */
export const failure = (
  kind: string,
  code: string,
  statusCode = 0,
  request = statusCode ? 'GET /docqueue' : '',
) => ({ name: 'DocQueueError', kind, code, statusCode, request, hasRequestId: statusCode > 0 });

export interface Case {
  name: string;
  run(fixture: Fixture): Promise<unknown>;
  expected: unknown;
}
