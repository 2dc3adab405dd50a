import type { DescribeDocProcessQueuesParams, DescribeDocProcessQueuesResult } from './describe.js';
import type { DocQueueError } from './errors.js';
import type { ListAllDocProcessQueuesParams } from './paginate.js';
import type { DocQueue } from './queue.js';
import type { SetDocProcessQueueStateParams } from './set-state.js';
import type { UpdateDocProcessQueueParams, UpdateDocProcessQueueResult } from './update.js';

/**
 * Called exactly once: with the failure alone, or with `null` and the result. Look at `error` first:
 * after a failure there is no `data`.
 */
export type DocQueueCallback<Result> = (error: DocQueueError | null, data: Result) => void;

/** What `docQueue` adds to a client. Every failure is a {@link DocQueueError}. */
export interface DocQueueMethods {
  /**
   * Lists one page of the bucket's document-processing queues, or given ones.
   *
   * Needs `ci:DescribeDocProcessQueues` in the key's policy. Errors of the service that people meet:
   * `AccessDenied` (the policy lacks it), `NoSuchBucket`, `MediaBucketUnBinded` and its sisters (the
   * bucket is not bound to CI, or its document service is not open), `RequestTimeTooSkewed`.
   *
   * @see https://cloud.tencent.com/document/product/460/46946
   */
  describeDocProcessQueues(
    params: DescribeDocProcessQueuesParams | undefined,
    callback: DocQueueCallback<DescribeDocProcessQueuesResult>,
  ): void;
  describeDocProcessQueues(callback: DocQueueCallback<DescribeDocProcessQueuesResult>): void;
  describeDocProcessQueues(
    params?: DescribeDocProcessQueuesParams,
  ): Promise<DescribeDocProcessQueuesResult>;

  /** {@link DocQueueMethods.describeDocProcessQueues}, as the SDK's documentation page (436/107032) calls it. */
  describeDocProcessQueue: DocQueueMethods['describeDocProcessQueues'];

  /**
   * Replaces a queue's settings: all of them, so what is left out of `NotifyConfig` becomes empty. To
   * change the state alone, pause or resume. A changed callback takes about five minutes to act.
   *
   * Needs `ci:UpdateDocProcessQueue` in the key's policy. Errors of the service that people meet:
   * `AccessDenied`, `QueueNotFound`, `InvalidArgument` (a name or a callback it does not take).
   *
   * @see https://cloud.tencent.com/document/product/460/46947
   */
  updateDocProcessQueue(
    params: UpdateDocProcessQueueParams,
    callback: DocQueueCallback<UpdateDocProcessQueueResult>,
  ): void;
  updateDocProcessQueue(params: UpdateDocProcessQueueParams): Promise<UpdateDocProcessQueueResult>;

  /** {@link DocQueueMethods.updateDocProcessQueue}, as the SDK's documentation page (436/107032) calls it. */
  updateProcessQueue: DocQueueMethods['updateDocProcessQueue'];

  /**
   * Pauses a queue: submitted jobs wait, running ones finish. Only the state changes: the record is
   * read and written back with everything else as it was, and not written at all if the queue is
   * paused already. Reading and writing are two requests: a change that somebody else makes between
   * them is lost.
   *
   * Needs both actions in the key's policy (with `Queue`, `ci:UpdateDocProcessQueue` alone). Fails with
   * `QueueNotFound` when there is no such queue.
   *
   * @see https://cloud.tencent.com/document/product/460/46947
   */
  pauseDocProcessQueue(
    params: SetDocProcessQueueStateParams,
    callback: DocQueueCallback<UpdateDocProcessQueueResult>,
  ): void;
  pauseDocProcessQueue(params: SetDocProcessQueueStateParams): Promise<UpdateDocProcessQueueResult>;

  /**
   * Resumes a paused queue: waiting jobs run. In everything else as
   * {@link DocQueueMethods.pauseDocProcessQueue}.
   *
   * @see https://cloud.tencent.com/document/product/460/46947
   */
  resumeDocProcessQueue(
    params: SetDocProcessQueueStateParams,
    callback: DocQueueCallback<UpdateDocProcessQueueResult>,
  ): void;
  resumeDocProcessQueue(
    params: SetDocProcessQueueStateParams,
  ): Promise<UpdateDocProcessQueueResult>;

  /**
   * Lists every queue, page after page, as one array in which each stands once. It ends whatever the
   * service counts: with the first page that brings nothing new. A failed page fails it all.
   *
   * @see https://cloud.tencent.com/document/product/460/46946
   */
  listAllDocProcessQueues(
    params: ListAllDocProcessQueuesParams | undefined,
    callback: DocQueueCallback<DocQueue[]>,
  ): void;
  listAllDocProcessQueues(callback: DocQueueCallback<DocQueue[]>): void;
  listAllDocProcessQueues(params?: ListAllDocProcessQueuesParams): Promise<DocQueue[]>;

  /**
   * The same page by page: `for await (const { Response } of cos.paginateDocProcessQueues()) …`. A page
   * is asked for when the one before it has been used.
   *
   * @see https://cloud.tencent.com/document/product/460/46946
   */
  paginateDocProcessQueues(
    params?: ListAllDocProcessQueuesParams,
  ): AsyncIterableIterator<DescribeDocProcessQueuesResult>;
}
