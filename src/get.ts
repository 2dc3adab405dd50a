import { type DescribeDocProcessQueuesResult, describeDocProcessQueues } from './describe.js';
import type { DocQueueTarget } from './endpoint.js';
import { invalidResponse, toError } from './failure.js';
import { paginateDocProcessQueues } from './paginate.js';
import { ANY, checkId, type Rules, take } from './params.js';
import type { DocQueue, DocQueueRecord } from './queue.js';
import type { Context, DocQueueResult } from './request.js';

/**
 * 查询、暂停或恢复单个队列的参数。
 * Parameters of `getDocProcessQueue`, `pauseDocProcessQueue` and `resumeDocProcessQueue`.
 */
export interface DocProcessQueueParams extends DocQueueTarget {
  /**
   * 队列 ID。
   * The queue's id.
   */
  QueueId: string;
}

export const QUEUE_PARAMS: Rules = { Bucket: ANY, Region: ANY, QueueId: ANY };

/**
 * 单个队列的结果。
 * What `getDocProcessQueue` and every method that changes a queue give.
 */
export type DocProcessQueueResult = DocQueueResult<DocQueueRecord>;

/** https://cloud.tencent.com/document/product/460/46946 */
export async function getDocProcessQueue(
  context: Context,
  params: DocProcessQueueParams,
): Promise<DocProcessQueueResult> {
  const { QueueId: id, Bucket, Region } = take(params, QUEUE_PARAMS);
  const QueueId = checkId(id);
  const target = { Bucket, Region } as DocQueueTarget;
  const byId = await describeDocProcessQueues(
    context,
    Object.assign({ QueueIds: QueueId }, target),
  );
  const found = recordIn(byId, QueueId);
  if (found && isWhole(found.Response.Queue)) return found;
  if (!found) {
    const reason = `there is no queue ${QueueId}`;
    throw toError({ kind: 'service', code: 'QueueNotFound', reason, answer: byId });
  }
  const pages = paginateDocProcessQueues(context, target);
  for (let page = await pages.next(); !page.done; page = await pages.next()) {
    const listed = recordIn(page.value, QueueId);
    if (listed) return listed;
  }
  throw invalidResponse(
    `queue ${QueueId} is not in the list, and its own record is incomplete`,
    byId,
  );
}

function recordIn(
  { statusCode, headers, RequestId, Response }: DescribeDocProcessQueuesResult,
  id: string,
): DocProcessQueueResult | undefined {
  const Queue = Response.QueueList.find(({ QueueId }) => QueueId === id);
  return Queue && { statusCode, headers, RequestId, Response: { RequestId, Queue } };
}

/**
 * Whether an answer by id has all settings that a queue in a list has. The sample of such an answer has only
 * the `Url` of `NotifyConfig`; written back, it would wipe the rest.
 */
function isWhole({
  Name,
  State,
  NotifyConfig: { Url, Event, Type, State: isOn },
}: DocQueue): boolean {
  return ![Name, State, Url, Event, Type, isOn].includes(undefined);
}
