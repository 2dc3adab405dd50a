import type { DescribeDocProcessQueuesParams, DescribeDocProcessQueuesResult } from './describe.js';
import type { DocQueueError } from './errors.js';
import type { DocProcessQueueParams, DocProcessQueueResult } from './get.js';
import type { ListAllDocProcessQueuesParams } from './paginate.js';
import type { PatchDocProcessQueueParams } from './patch.js';
import type { DocQueue } from './queue.js';
import type { UpdateDocProcessQueueParams } from './update.js';

/**
 * 回调函数，只会被调用一次；失败时没有 `data`。
 * Called exactly once: with the error alone, or with `null` and the result. Check `error` first:
 * after a failure there is no `data`.
 */
export type DocQueueCallback<Result> = (error: DocQueueError | null, data: Result) => void;

/**
 * 需要参数的方法：传入回调时没有返回值，否则返回 Promise。
 * A method that needs parameters. With a callback it returns nothing; without one it returns a promise.
 */
export interface DocQueueMethod<Params, Result> {
  (params: Params, callback: DocQueueCallback<Result>): void;
  (params: Params): Promise<Result>;
  (params: Params, callback: DocQueueCallback<Result> | undefined): Promise<Result> | undefined;
}

/**
 * 参数可省略的方法：传入回调时没有返回值，否则返回 Promise。
 * A method whose parameters may be left out. With a callback it returns nothing; without one it returns a
 * promise.
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
 * The methods that `docQueue` adds to a client. Every failure is a {@link DocQueueError}; its `kind` tells whether a
 * parameter, the key, the network, the service or its answer is the cause.
 */
export interface DocQueueMethods {
  /**
   * 查询文档处理队列，一次一页。
   * Lists one page of the bucket's document-processing queues, or those that `QueueIds` names.
   *
   * Needs `ci:DescribeDocProcessQueues` in the key's policy. Common errors of the service: `AccessDenied`
   * (the policy lacks it), `NoSuchBucket`, `MediaBucketUnBinded` and similar codes (the bucket is not bound to
   * CI, or its document service is not open), `RequestTimeTooSkewed`.
   *
   * @see https://cloud.tencent.com/document/product/460/46946
   */
  describeDocProcessQueues: DocQueueListMethod<
    DescribeDocProcessQueuesParams,
    DescribeDocProcessQueuesResult
  >;

  /**
   * 查询文档处理队列（SDK 文档页中的名称）。
   * The same as {@link DocQueueMethods.describeDocProcessQueues}, under its name on the SDK's documentation page.
   *
   * @see https://cloud.tencent.com/document/product/436/107032
   */
  describeDocProcessQueue: DocQueueMethods['describeDocProcessQueues'];

  /**
   * 查询单个队列的完整内容。
   * Gets one queue with its whole record. The service's answer for one id may hold only part of the callback
   * settings; then the list is read page by page until the queue is found.
   *
   * Needs `ci:DescribeDocProcessQueues` in the key's policy. Fails with `QueueNotFound` when there is no such
   * queue.
   *
   * @see https://cloud.tencent.com/document/product/460/46946
   */
  getDocProcessQueue: DocQueueMethod<DocProcessQueueParams, DocProcessQueueResult>;

  /**
   * 更新队列：替换全部设置，没有给出的回调字段会被清空。
   * Replaces all settings of a queue: fields that you leave out of `NotifyConfig` become empty. To change only some
   * settings, use {@link DocQueueMethods.patchDocProcessQueue}. A changed callback takes about five minutes to take
   * effect.
   *
   * Needs `ci:UpdateDocProcessQueue` in the key's policy. Common errors of the service: `AccessDenied`,
   * `QueueNotFound`, `InvalidArgument` (it does not accept the name or the callback).
   *
   * @see https://cloud.tencent.com/document/product/460/46947
   */
  updateDocProcessQueue: DocQueueMethod<UpdateDocProcessQueueParams, DocProcessQueueResult>;

  /**
   * 更新队列（SDK 文档页中的名称）。
   * The same as {@link DocQueueMethods.updateDocProcessQueue}, under its name on the SDK's documentation page.
   *
   * @see https://cloud.tencent.com/document/product/436/107032
   */
  updateProcessQueue: DocQueueMethods['updateDocProcessQueue'];

  /**
   * 只修改给出的设置，其他设置保持不变。
   * Changes only the settings that you give, those of `NotifyConfig` field by field: it gets the queue, and
   * writes it back with everything else as it was. It writes nothing when nothing differs. Reading and writing
   * are two requests: a change that somebody else makes in between is lost. A changed callback takes about
   * five minutes to take effect.
   *
   * Needs `ci:DescribeDocProcessQueues` and `ci:UpdateDocProcessQueue` in the key's policy. Fails with
   * `QueueNotFound` when there is no such queue.
   *
   * @see https://cloud.tencent.com/document/product/460/46947
   */
  patchDocProcessQueue: DocQueueMethod<PatchDocProcessQueueParams, DocProcessQueueResult>;

  /**
   * 暂停队列：已提交的任务排队等待，执行中的任务继续完成。
   * Pauses a queue: submitted jobs wait, running ones finish. It is a patch of `State` and needs the same rights: see
   * {@link DocQueueMethods.patchDocProcessQueue}.
   *
   * To pause many queues, list them all first. If you pause while you page through `State: 'Active'`, queues move
   * to earlier pages, and the next page skips some.
   *
   * @see https://cloud.tencent.com/document/product/460/46947
   */
  pauseDocProcessQueue: DocQueueMethod<DocProcessQueueParams, DocProcessQueueResult>;

  /**
   * 恢复已暂停的队列。
   * Resumes a paused queue: waiting jobs run. Otherwise it works as
   * {@link DocQueueMethods.pauseDocProcessQueue} does.
   *
   * @see https://cloud.tencent.com/document/product/460/46947
   */
  resumeDocProcessQueue: DocQueueMethod<DocProcessQueueParams, DocProcessQueueResult>;

  /**
   * 查询全部队列，逐页请求，返回一个数组。
   * Lists every queue, page after page, as one array without duplicates. It stops at the first page that brings
   * nothing new. It fails with `InvalidResponse` if it has then found fewer queues than the service last counted,
   * and it fails as a whole when one page fails.
   *
   * @see https://cloud.tencent.com/document/product/460/46946
   */
  listAllDocProcessQueues: DocQueueListMethod<ListAllDocProcessQueuesParams, DocQueue[]>;

  /**
   * 逐页查询全部队列（异步迭代器）。
   * Lists every queue page by page: `for await (const { Response } of cos.paginateDocProcessQueues()) …`. Each page
   * is requested only when you ask for it; after a failure `next()` asks for the same page again. It takes no
   * callback.
   *
   * To pause or resume queues, use {@link DocQueueMethods.listAllDocProcessQueues}: pages of one `State` shift
   * meanwhile, and queues are skipped.
   *
   * @see https://cloud.tencent.com/document/product/460/46946
   */
  paginateDocProcessQueues(
    params?: ListAllDocProcessQueuesParams,
  ): AsyncIterableIterator<DescribeDocProcessQueuesResult>;
}

type SdkMember =
  | 'getService'
  | 'putBucket'
  | 'headBucket'
  | 'getBucket'
  | 'deleteBucket'
  | 'putBucketAcl'
  | 'getBucketAcl'
  | 'putBucketCors'
  | 'getBucketCors'
  | 'deleteBucketCors'
  | 'getBucketLocation'
  | 'getBucketPolicy'
  | 'putBucketPolicy'
  | 'deleteBucketPolicy'
  | 'putBucketTagging'
  | 'getBucketTagging'
  | 'deleteBucketTagging'
  | 'putBucketLifecycle'
  | 'getBucketLifecycle'
  | 'deleteBucketLifecycle'
  | 'putBucketVersioning'
  | 'getBucketVersioning'
  | 'putBucketReplication'
  | 'getBucketReplication'
  | 'deleteBucketReplication'
  | 'putBucketWebsite'
  | 'getBucketWebsite'
  | 'deleteBucketWebsite'
  | 'putBucketReferer'
  | 'getBucketReferer'
  | 'putBucketDomain'
  | 'getBucketDomain'
  | 'deleteBucketDomain'
  | 'putBucketOrigin'
  | 'getBucketOrigin'
  | 'deleteBucketOrigin'
  | 'putBucketLogging'
  | 'getBucketLogging'
  | 'putBucketInventory'
  | 'getBucketInventory'
  | 'listBucketInventory'
  | 'deleteBucketInventory'
  | 'putBucketAccelerate'
  | 'getBucketAccelerate'
  | 'getObject'
  | 'headObject'
  | 'listObjectVersions'
  | 'putObject'
  | 'postObject'
  | 'deleteObject'
  | 'getObjectAcl'
  | 'putObjectAcl'
  | 'optionsObject'
  | 'putObjectCopy'
  | 'deleteMultipleObject'
  | 'restoreObject'
  | 'putObjectTagging'
  | 'getObjectTagging'
  | 'deleteObjectTagging'
  | 'appendObject'
  | 'uploadPartCopy'
  | 'multipartInit'
  | 'multipartUpload'
  | 'multipartComplete'
  | 'multipartList'
  | 'multipartListPart'
  | 'multipartAbort'
  | 'getObjectUrl'
  | 'getAuth'
  | 'sliceUploadFile'
  | 'abortUploadTask'
  | 'uploadFile'
  | 'uploadFiles'
  | 'sliceCopyFile'
  | 'options'
  | 'on'
  | 'off'
  | 'emit'
  | 'getTaskList'
  | 'cancelTask'
  | 'pauseTask'
  | 'restartTask'
  | 'isUploadRunning';

/**
 * SDK 的其他成员，均为 any。
 * The other members of the SDK's client, each `any`, as no version of the SDK declares types. They are named so that
 * they stay usable under `noPropertyAccessFromIndexSignature`.
 */
// biome-ignore lint/suspicious/noExplicitAny: no version of the SDK declares types
export type UntypedSdkMembers = { [Name in SdkMember]: any } & Record<string, any>;
