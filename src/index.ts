import { toDocQueueError } from './errors.js';
import { assign } from './inspect.js';
import * as operations from './operations.js';
import * as params from './params.js';
import { secretsOf } from './sdk.js';
import type { Setup } from './service.js';
import type { DocQueueClient, DocQueueOptions, DocQueueState, WithDocQueue } from './types.js';

export { DocQueueError, type DocQueueErrorKind, isDocQueueError } from './errors.js';
export * from './types.js';

/**
 * 为 cos-wx-sdk-v5 的客户端添加文档处理队列的方法。
 * Adds the document-processing queues of Cloud Infinite (CI) to a client of `cos-wx-sdk-v5` 1.1.1 or
 * newer.
 * @param cos an instance of `COS`, or `COS.prototype` for all instances
 * @param options the default `Bucket` and `Region`, and the `Domain` and `Timeout`, of every call; calling `docQueue`
 *   again replaces them
 * @returns the same object, typed with the methods
 * @throws DocQueueError `InvalidParameter` when `cos` is not a client, or `options` is no object or has an unknown name or
 *   a `Timeout` that is not a positive number; every other failure is the outcome of a call
 * @example
 * const cos = docQueue(new COS({ getAuthorization }), {
 *   Bucket: 'examplebucket-1250000000',
 *   Region: 'ap-beijing',
 * });
 * cos.describeDocProcessQueues({ State: 'Active' }).then(({ Response }) => console.log(Response.QueueList));
 */
export function docQueue<Client extends DocQueueClient>(
  cos: Client,
  options?: DocQueueOptions,
): WithDocQueue<Client> {
  let defaults: DocQueueOptions;
  try {
    defaults = params.parseRegistration(cos, options);
  } catch (thrown) {
    throw toDocQueueError(thrown, []);
  }

  /** Runs a part of a call. What it throws becomes a `DocQueueError`. */
  function attempt<Result>(
    self: unknown,
    run: (setup: Setup) => Result | Promise<Result>,
  ): Promise<Result> {
    // After `page.list = cos.describeDocProcessQueues`, `this` is the page, which is not a client.
    const isInstance = Object.prototype.isPrototypeOf.call(cos, Object(self));
    const client = isInstance ? (self as DocQueueClient) : cos;
    return new Promise<Result>((resolve) => {
      resolve(run({ cos: client, options: defaults }));
    }).catch((thrown) => {
      throw toDocQueueError(thrown, secretsOf(client));
    });
  }

  function method<Params, Result>(
    parse: (given: unknown, options: DocQueueOptions) => Params,
    operation: (setup: Setup, params: Params) => Promise<Result>,
  ) {
    return function (this: unknown, first: unknown, second: unknown) {
      const isCallbackAlone = typeof first === 'function';
      const callback = isCallbackAlone ? first : second;
      const given = isCallbackAlone ? {} : first;
      const outcome = attempt(this, (setup) => operation(setup, parse(given, defaults)));
      if (typeof callback !== 'function') return outcome;
      // Not `.then(…).catch(…)`: a callback that throws must not be called again.
      outcome.then(
        (data) => callback(null, data),
        (error) => callback(error),
      );
      return undefined;
    };
  }

  const describe = method(params.parseList, operations.describeQueues);
  const update = method(params.parseUpdate, operations.updateQueue);
  const setState = (State: DocQueueState) =>
    method(params.parseQueue, (setup, queue: params.QueueParams) =>
      operations.patchQueue(setup, assign({ State }, queue)),
    );
  return assign(cos, {
    describeDocProcessQueues: describe,
    describeDocProcessQueue: describe,
    getDocProcessQueue: method(params.parseQueue, operations.getQueue),
    updateDocProcessQueue: update,
    updateProcessQueue: update,
    patchDocProcessQueue: method(params.parsePatch, operations.patchQueue),
    pauseDocProcessQueue: setState('Paused'),
    resumeDocProcessQueue: setState('Active'),
    listAllDocProcessQueues: method(params.parseListAll, operations.listAllQueues),
    paginateDocProcessQueues(this: unknown, given: unknown) {
      const opened = attempt(this, (setup) =>
        operations.openPages(setup, params.parseListAll(given, defaults)),
      );
      // `next()` reports the failure; before that it must not be an unhandled rejection.
      opened.catch(() => {});
      const iterator: Record<string | symbol, unknown> = {
        next: () => opened.then((pages) => attempt(this, pages.next)),
      };
      iterator[Symbol.asyncIterator] = () => iterator;
      return iterator;
    },
  }) as unknown as WithDocQueue<Client>;
}
