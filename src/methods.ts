import type { DescribeDocProcessQueuesParams, DescribeDocProcessQueuesResult } from './describe.js';
import type { DocQueueError } from './errors.js';
import type { DocProcessQueueParams, DocProcessQueueResult } from './get.js';
import type { ListAllDocProcessQueuesParams } from './paginate.js';
import type { PatchDocProcessQueueParams } from './patch.js';
import type { DocQueue } from './queue.js';
import type { UpdateDocProcessQueueParams } from './update.js';

/**
 * 回调函数，恰好被调用一次。
 * Called exactly once: with the failure alone, or with `null` and the result. Look at `error` first:
 * after a failure there is no `data`.
 */
export type DocQueueCallback<Result> = (error: DocQueueError | null, data: Result) => void;

/**
 * 需要参数的方法：传入回调时没有返回值，否则返回 Promise。
 * A method that needs parameters. With a callback it returns nothing, without one a promise.
 */
export interface DocQueueMethod<Params, Result> {
  (params: Params, callback: DocQueueCallback<Result>): void;
  (params: Params): Promise<Result>;
  (params: Params, callback: DocQueueCallback<Result> | undefined): Promise<Result> | undefined;
}

/**
 * 参数可省略的方法：传入回调时没有返回值，否则返回 Promise。
 * A method whose parameters may be left out. With a callback it returns nothing, without one a promise.
 */
export interface DocQueueListMethod<Params, Result> {
  (params: Params | undefined, callback: DocQueueCallback<Result>): void;
  (callback: DocQueueCallback<Result>): void;
  (params?: Params): Promise<Result>;
  (
    params: Params | undefined,
    callback: DocQueueCallback<Result> | undefined,
  ): Promise<Result> | undefined;
}

/**
 * `docQueue` 添加到客户端上的方法。
 * What `docQueue` adds to a client. Every failure is a {@link DocQueueError}: with kind `'param'` when a
 * parameter is wrong, and as described there when the key, the network, the service or its answer fails.
 */
export interface DocQueueMethods {
  /**
   * 查询文档处理队列，一次一页。
   * Lists one page of the bucket's document-processing queues, or the given ones.
   *
   * Needs `ci:DescribeDocProcessQueues` in the key's policy. Errors of the service that people meet:
   * `AccessDenied` (the policy lacks it), `NoSuchBucket`, `MediaBucketUnBinded` and its sisters (the
   * bucket is not bound to CI, or its document service is not open), `RequestTimeTooSkewed`.
   *
   * @see https://cloud.tencent.com/document/product/460/46946
   */
  describeDocProcessQueues: DocQueueListMethod<
    DescribeDocProcessQueuesParams,
    DescribeDocProcessQueuesResult
  >;

  /**
   * 查询文档处理队列（SDK 文档页中的名称）。
   * {@link DocQueueMethods.describeDocProcessQueues}, as the SDK's documentation page calls it.
   *
   * @see https://cloud.tencent.com/document/product/436/107032
   */
  describeDocProcessQueue: DocQueueMethods['describeDocProcessQueues'];

  /**
   * 查询单个队列的完整内容。
   * Gets one queue with its whole record. The service's answer for one id may hold only a part of the callback;
   * then the list is read page by page until the queue is found.
   *
   * Needs `ci:DescribeDocProcessQueues` in the key's policy. Fails with `QueueNotFound` when there is no such
   * queue.
   *
   * @see https://cloud.tencent.com/document/product/460/46946
   */
  getDocProcessQueue: DocQueueMethod<DocProcessQueueParams, DocProcessQueueResult>;

  /**
   * 更新队列：替换全部设置，没有给出的回调字段会被清空。
   * Replaces a queue's settings: all of them, so what is left out of `NotifyConfig` becomes empty. To change only
   * some of them, use {@link DocQueueMethods.patchDocProcessQueue}. A changed callback takes about five minutes
   * to act.
   *
   * Needs `ci:UpdateDocProcessQueue` in the key's policy. Errors of the service that people meet:
   * `AccessDenied`, `QueueNotFound`, `InvalidArgument` (a name or a callback it does not take).
   *
   * @see https://cloud.tencent.com/document/product/460/46947
   */
  updateDocProcessQueue: DocQueueMethod<UpdateDocProcessQueueParams, DocProcessQueueResult>;

  /**
   * 更新队列（SDK 文档页中的名称）。
   * {@link DocQueueMethods.updateDocProcessQueue}, as the SDK's documentation page calls it.
   *
   * @see https://cloud.tencent.com/document/product/436/107032
   */
  updateProcessQueue: DocQueueMethods['updateDocProcessQueue'];

  /**
   * 只修改给出的设置，其他设置保持不变。
   * Changes only the settings that are given, those of `NotifyConfig` field by field: gets the queue, and
   * writes it back with everything else as it was. It writes nothing when nothing differs. Reading and writing
   * are two requests: a change that somebody else makes between them is lost. A changed callback takes about
   * five minutes to act.
   *
   * Needs `ci:DescribeDocProcessQueues` and `ci:UpdateDocProcessQueue` in the key's policy. Fails with
   * `QueueNotFound` when there is no such queue.
   *
   * @see https://cloud.tencent.com/document/product/460/46947
   */
  patchDocProcessQueue: DocQueueMethod<PatchDocProcessQueueParams, DocProcessQueueResult>;

  /**
   * 暂停队列：已提交的任务等待，执行中的任务继续完成。
   * Pauses a queue: submitted jobs wait, running ones finish. A patch of `State`: see
   * {@link DocQueueMethods.patchDocProcessQueue}.
   *
   * While you go through pages of `State: 'Active'`, each pause moves queues to an earlier page, and the next
   * page skips some: list all queues first, then pause them.
   *
   * @see https://cloud.tencent.com/document/product/460/46947
   */
  pauseDocProcessQueue: DocQueueMethod<DocProcessQueueParams, DocProcessQueueResult>;

  /**
   * 恢复已暂停的队列。
   * Resumes a paused queue: waiting jobs run. In everything else as
   * {@link DocQueueMethods.pauseDocProcessQueue}.
   *
   * @see https://cloud.tencent.com/document/product/460/46947
   */
  resumeDocProcessQueue: DocQueueMethod<DocProcessQueueParams, DocProcessQueueResult>;

  /**
   * 查询全部队列，逐页请求，返回一个数组。
   * Lists every queue, page after page, as one array in which each stands once. It ends whatever the service
   * counts: with the first page that brings nothing new. It fails with `InvalidResponse` when it ends with
   * fewer queues than the service counted last, and as a whole when one page fails.
   *
   * @see https://cloud.tencent.com/document/product/460/46946
   */
  listAllDocProcessQueues: DocQueueListMethod<ListAllDocProcessQueuesParams, DocQueue[]>;

  /**
   * 逐页查询全部队列（异步迭代器）。
   * The same page by page: `for await (const { Response } of cos.paginateDocProcessQueues()) …`. A page
   * is asked for when the one before it has been used. When you pause or resume queues meanwhile, pages of one
   * `State` shift and queues are skipped: use {@link DocQueueMethods.listAllDocProcessQueues} for that.
   *
   * @see https://cloud.tencent.com/document/product/460/46946
   */
  paginateDocProcessQueues(
    params?: ListAllDocProcessQueuesParams,
  ): AsyncIterableIterator<DescribeDocProcessQueuesResult>;
}
