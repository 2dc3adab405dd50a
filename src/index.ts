import { invalidParameter, toDocQueueError } from './errors.js';
import { hasOwn, inspect } from './inspect.js';
import {
  describeQueues,
  getQueue,
  iteratePages,
  listAllQueues,
  type Pages,
  patchQueue,
  readPages,
  updateQueue,
} from './operations.js';
import {
  parseList,
  parseListAll,
  parseOptions,
  parsePatch,
  parseQueue,
  parseUpdate,
  type QueueParams,
} from './params.js';
import { secretsOf } from './sdk.js';
import type { Service } from './service.js';
import {
  type DocQueueClient,
  type DocQueueOptions,
  DocQueueState,
  type WithDocQueue,
} from './types.js';

export {
  DocQueueError,
  type DocQueueErrorDetails,
  type DocQueueErrorKind,
  isDocQueueError,
} from './errors.js';
export * from './types.js';

/**
 * 为 cos-wx-sdk-v5 的客户端添加文档处理队列的方法。
 * Adds the document-processing queues of Cloud Infinite (CI) to a client of `cos-wx-sdk-v5` 1.1.1 or
 * newer.
 *
 * @param cos an instance of `COS`, or `COS.prototype` for all instances
 * @param options defaults for every call that does not give them itself; calling `docQueue` again replaces them
 * @returns the same object, typed with the methods
 * @throws DocQueueError `InvalidParameter` when `cos` is not a client, an option does not exist or `Timeout` is no positive
 *   number; every other failure is the outcome of a call
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
  const defaults = register(cos, options);
  const serviceOf = (self: unknown): Service => ({ cos: clientOf(self, cos), options: defaults });
  const rethrow = (self: unknown) => (failure: unknown) => {
    throw toDocQueueError(failure, secretsOf(isInstance(self, cos) ? self : cos));
  };
  function method<Params, Result>(
    parse: (given: unknown, options: DocQueueOptions) => Params,
    operation: (service: Service, params: Params) => Promise<Result>,
  ) {
    return function (this: unknown, first: unknown, second: unknown) {
      const isAlone = typeof first === 'function';
      const outcome = new Promise<Result>((resolve) => {
        const params = parse(isAlone ? {} : (first ?? {}), defaults);
        resolve(operation(serviceOf(this), params));
      }).catch(rethrow(this));
      return deliver(outcome, isAlone ? first : second);
    };
  }
  const describe = method(parseList, describeQueues);
  const update = method(parseUpdate, updateQueue);
  const setState = (State: DocQueueState) =>
    method(parseQueue, (service, params: QueueParams) =>
      patchQueue(service, Object.assign(params, { settings: { State } })),
    );
  return Object.assign(cos, {
    describeDocProcessQueues: describe,
    describeDocProcessQueue: describe,
    getDocProcessQueue: method(parseQueue, getQueue),
    updateDocProcessQueue: update,
    updateProcessQueue: update,
    patchDocProcessQueue: method(parsePatch, patchQueue),
    pauseDocProcessQueue: setState(DocQueueState.Paused),
    resumeDocProcessQueue: setState(DocQueueState.Active),
    listAllDocProcessQueues: method(parseListAll, listAllQueues),
    paginateDocProcessQueues(this: unknown, given: unknown) {
      let readNext: Pages['next'];
      try {
        readNext = readPages(serviceOf(this), parseListAll(given ?? {}, defaults)).next;
      } catch (failure) {
        readNext = () => Promise.reject(failure);
      }
      return iteratePages(() => Promise.resolve().then(readNext).catch(rethrow(this)));
    },
  }) as unknown as WithDocQueue<Client>;
}

function register(cos: unknown, options: unknown): DocQueueOptions {
  try {
    if (typeof Object(cos).request === 'function') return parseOptions(options);
    const example = 'docQueue(new COS({ … }))';
    throw invalidParameter(
      `docQueue needs a cos-wx-sdk-v5 client, as in ${example}, not ${inspect(cos)}`,
    );
  } catch (failure) {
    throw toDocQueueError(failure, []);
  }
}

function isInstance(self: unknown, prototype: object): self is DocQueueClient {
  return Object.prototype.isPrototypeOf.call(prototype, Object(self));
}

/** The registered client, or the instance of a registered prototype. A page that borrows a method is neither. */
function clientOf(self: unknown, registered: DocQueueClient): DocQueueClient {
  if (isInstance(self, registered)) return self;
  if (!hasOwn.call(registered, 'constructor')) return registered;
  throw invalidParameter(
    'docQueue was given COS.prototype, so its methods must be called on an instance: cos.describeDocProcessQueues()',
  );
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
