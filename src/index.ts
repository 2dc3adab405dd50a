import { describeDocProcessQueues } from './describe.js';
import { type DocQueueOptions, OPTIONS } from './endpoint.js';
import { getDocProcessQueue } from './get.js';
import type { DocQueueMethods, UntypedSdkMembers } from './methods.js';
import {
  type ListAllDocProcessQueuesParams,
  listAllDocProcessQueues,
  paginateDocProcessQueues,
} from './paginate.js';
import { invalidParameter, shown, take } from './params.js';
import { patchDocProcessQueue, pauseDocProcessQueue, resumeDocProcessQueue } from './patch.js';
import type { Context } from './request.js';
import type { DocQueueClient } from './sdk.js';
import { updateDocProcessQueue } from './update.js';

export type { DescribeDocProcessQueuesParams, DescribeDocProcessQueuesResult } from './describe.js';
export type { DocQueueOptions, DocQueueTarget } from './endpoint.js';
export {
  DocQueueError,
  type DocQueueErrorDetails,
  type DocQueueErrorKind,
  isDocQueueError,
} from './errors.js';
export type { DocProcessQueueParams, DocProcessQueueResult } from './get.js';
export type {
  DocQueueCallback,
  DocQueueListMethod,
  DocQueueMethod,
  DocQueueMethods,
  UntypedSdkMembers,
} from './methods.js';
export type { ListAllDocProcessQueuesParams } from './paginate.js';
export type { PatchDocProcessQueueParams } from './patch.js';
export {
  type DocQueue,
  type DocQueueList,
  type DocQueueNotifyConfig,
  type DocQueueRecord,
  DocQueueState,
} from './queue.js';
export type { DocQueueResult } from './request.js';
export type { DocQueueClient } from './sdk.js';
export type { DocQueueNotifyConfigParams } from './settings.js';
export type { UpdateDocProcessQueueParams } from './update.js';

/**
 * 带有队列方法的客户端。
 * A client with the methods. If the client is of type `any`, as the SDK's is without types, its other members stay
 * untyped.
 */
export type WithDocQueue<Client> = DocQueueMethods &
  (0 extends 1 & Client ? UntypedSdkMembers : Client);

/**
 * 为 cos-wx-sdk-v5 的客户端添加文档处理队列的方法。
 * Adds the document-processing queues of Cloud Infinite (CI) to a client of `cos-wx-sdk-v5` 1.1.1 or
 * newer.
 *
 * @param cos an instance of `COS`, or `COS.prototype` for all instances
 * @param options defaults for every call that does not give them itself; calling `docQueue` again replaces them
 * @returns the same object, typed with the methods
 * @throws DocQueueError `InvalidParameter` when `cos` is not a client or an option does not exist; every other
 *   failure is the outcome of a call
 * @example
 * const cos = docQueue(new COS({ getAuthorization }), {
 *   Bucket: 'examplebucket-1250000000',
 *   Region: 'ap-beijing',
 * });
 * const { Response } = await cos.describeDocProcessQueues({ State: 'Active' });
 */
export function docQueue<Client extends DocQueueClient>(
  cos: Client,
  options?: DocQueueOptions,
): WithDocQueue<Client> {
  if (!isClient(cos)) {
    throw invalidParameter(
      `docQueue needs a cos-wx-sdk-v5 client, as in docQueue(new COS({ … })), not ${shown(cos)}`,
    );
  }
  const defaults = take(options ?? {}, OPTIONS);
  const contextOf = (self: unknown): Context => ({ registered: cos, self, options: defaults });
  const method = <Params, Result>(
    operation: (context: Context, params: Params) => Promise<Result>,
  ) =>
    function (this: unknown, first: unknown, second: unknown): Promise<Result> | undefined {
      const isAlone = typeof first === 'function';
      const params = (isAlone ? {} : (first ?? {})) as Params;
      return deliver(operation(contextOf(this), params), isAlone ? first : second);
    };

  const describe = method(describeDocProcessQueues);
  const update = method(updateDocProcessQueue);
  const methods = {
    describeDocProcessQueues: describe,
    describeDocProcessQueue: describe,
    getDocProcessQueue: method(getDocProcessQueue),
    updateDocProcessQueue: update,
    updateProcessQueue: update,
    patchDocProcessQueue: method(patchDocProcessQueue),
    pauseDocProcessQueue: method(pauseDocProcessQueue),
    resumeDocProcessQueue: method(resumeDocProcessQueue),
    listAllDocProcessQueues: method(listAllDocProcessQueues),
    paginateDocProcessQueues(this: unknown, params?: ListAllDocProcessQueuesParams) {
      return paginateDocProcessQueues(contextOf(this), params ?? {});
    },
  };
  try {
    return Object.assign(cos, methods) as unknown as WithDocQueue<Client>;
  } catch {
    throw invalidParameter(
      'docQueue cannot add its methods to this client: it is frozen or sealed',
    );
  }
}

/** Hands the outcome to the callback, or returns the promise if there is none. */
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
  return typeof Object(value).request === 'function';
}
