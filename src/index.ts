import { describeDocProcessQueues } from './describe.js';
import type { DocQueueOptions } from './endpoint.js';
import type { DocQueueMethods } from './methods.js';
import {
  type ListAllDocProcessQueuesParams,
  listAllDocProcessQueues,
  paginateDocProcessQueues,
} from './paginate.js';
import { invalidParameter } from './params.js';
import type { Context, DocQueueClient } from './request.js';
import { pauseDocProcessQueue, resumeDocProcessQueue } from './set-state.js';
import { updateDocProcessQueue } from './update.js';

export type { DescribeDocProcessQueuesParams, DescribeDocProcessQueuesResult } from './describe.js';
export type { DocQueueOptions, DocQueueTarget } from './endpoint.js';
export {
  DocQueueError,
  type DocQueueErrorDetails,
  type DocQueueErrorKind,
  isDocQueueError,
} from './errors.js';
export type { DocQueueCallback, DocQueueMethods } from './methods.js';
export type { ListAllDocProcessQueuesParams } from './paginate.js';
export {
  type DocQueue,
  type DocQueueList,
  type DocQueueNotifyConfig,
  DocQueueState,
  type UpdatedDocQueue,
} from './queue.js';
export type { DocQueueClient, DocQueueResult } from './request.js';
export type { SetDocProcessQueueStateParams } from './set-state.js';
export type { UpdateDocProcessQueueParams, UpdateDocProcessQueueResult } from './update.js';

/** A client with the methods. One typed `any`, as the SDK's is, keeps its other members untyped. */
export type WithDocQueue<Client> = DocQueueMethods &
  // biome-ignore lint/suspicious/noExplicitAny: that is what is asked: 1 & any is any
  (0 extends 1 & Client ? Record<string, any> : Client);

/**
 * Adds the document-processing queues of Cloud Infinite (CI) to a client of `cos-wx-sdk-v5` 1.1.1 or
 * newer.
 *
 * @param cos an instance of `COS`, or `COS.prototype` for all instances
 * @param options the bucket, for every call that does not name one itself; registering again replaces them
 * @returns the same object, typed with the methods
 * @throws DocQueueError `InvalidParameter` at once when `cos` is no client: all other failures come as
 *   the outcome of a call
 * @example
 * const cos = docQueue(new COS({ getAuthorization }), {
 *   Bucket: 'examplebucket-1250000000',
 *   Region: 'ap-beijing',
 * });
 * const { Response } = await cos.describeDocProcessQueues({ State: 'Active' });
 */
export function docQueue<Client extends DocQueueClient>(
  cos: Client,
  options: DocQueueOptions = {},
): WithDocQueue<Client> {
  if (!isClient(cos)) {
    throw invalidParameter('docQueue needs a client of cos-wx-sdk-v5: docQueue(new COS({ … })).');
  }
  // On COS.prototype the client is the instance that a method is called on.
  const contextOf = (self: unknown): Context => ({ client: isClient(self) ? self : cos, options });

  const method = <Params, Result>(
    operation: (context: Context, params: Params) => Promise<Result>,
  ) =>
    function (this: unknown, ...given: unknown[]): Promise<Result> | undefined {
      const [params, callback] = typeof given[0] === 'function' ? [undefined, given[0]] : given;
      const run = async () => operation(contextOf(this), (params ?? {}) as Params);
      return deliver(run(), callback);
    };

  const describe = method(describeDocProcessQueues);
  const update = method(updateDocProcessQueue);
  return Object.assign(cos, {
    describeDocProcessQueues: describe,
    describeDocProcessQueue: describe,
    updateDocProcessQueue: update,
    updateProcessQueue: update,
    pauseDocProcessQueue: method(pauseDocProcessQueue),
    resumeDocProcessQueue: method(resumeDocProcessQueue),
    listAllDocProcessQueues: method(listAllDocProcessQueues),
    paginateDocProcessQueues(this: unknown, params?: ListAllDocProcessQueuesParams) {
      return paginateDocProcessQueues(contextOf(this), params ?? {});
    },
  }) as unknown as WithDocQueue<Client>;
}

/** An outcome by callback if there is one, as a promise otherwise. */
function deliver<Result>(outcome: Promise<Result>, callback: unknown): Promise<Result> | undefined {
  if (typeof callback !== 'function') return outcome;
  // Not `.then(…).catch(…)`: a callback that throws must not be called again.
  outcome.then(
    (data) => callback(null, data),
    (error) => callback(error),
  );
  return undefined;
}

function isClient(value: unknown): value is DocQueueClient {
  return typeof (value as DocQueueClient | null | undefined)?.request === 'function';
}
