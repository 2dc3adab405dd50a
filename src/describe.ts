import { type DocQueueTarget, TARGET } from './endpoint.js';
import { COUNT, check, isGiven, type Rule, STATE, take } from './params.js';
import { type DocQueueList, type DocQueueState, readList } from './queue.js';
import { type Context, type DocQueueResult, request } from './request.js';

/**
 * 查询队列的参数。
 * Parameters of `describeDocProcessQueues`.
 */
export interface DescribeDocProcessQueuesParams extends DocQueueTarget {
  /**
   * 只查询这些队列：数组，或以逗号分隔的字符串。
   * Only these queues: an array, or a comma-separated string. The answer then has no counts.
   */
  QueueIds?: string | readonly string[] | undefined;
  /**
   * 只查询处于此状态的队列，默认全部。
   * Only queues in this state. Default: both.
   */
  State?: DocQueueState | undefined;
  /**
   * 页码，从 1 开始，默认 1。
   * Which page to get, counted from 1. Default 1.
   */
  PageNumber?: number | undefined;
  /**
   * 每页个数，默认 10。
   * How many queues a page has at most. Default 10.
   */
  PageSize?: number | undefined;
}

/**
 * 查询队列的结果。
 * What `describeDocProcessQueues` gives.
 */
export type DescribeDocProcessQueuesResult = DocQueueResult<DocQueueList>;

/** https://cloud.tencent.com/document/product/460/46946 */
export async function describeDocProcessQueues(
  context: Context,
  params: DescribeDocProcessQueuesParams,
): Promise<DescribeDocProcessQueuesResult> {
  const fields = take(params, [...TARGET, 'QueueIds', 'State', 'PageNumber', 'PageSize']);
  const { QueueIds, State, PageNumber, PageSize } = fields;
  const Query: Record<string, string> = {};
  if (isGiven(QueueIds)) Query.queueIds = idsOf(QueueIds);
  if (isGiven(State)) Query.state = check('State', State, STATE);
  if (isGiven(PageNumber)) Query.pageNumber = check('PageNumber', PageNumber, COUNT);
  if (isGiven(PageSize)) Query.pageSize = check('PageSize', PageSize, COUNT);
  return request(context, fields, { Method: 'GET', Key: 'docqueue', Query }, readList);
}

/** People write blanks around ids in a comma-separated string. */
function idsOf(ids: unknown): string {
  const given =
    typeof ids === 'string'
      ? ids
          .split(',')
          .map((id) => id.trim())
          .join()
      : ids;
  return check('QueueIds', given, QUEUE_IDS);
}

// No group that repeats: a string of millions of ids would be too much for it.
const QUEUE_IDS: Rule = [/^(?!,|.*,,)[\w,-]*[\w-]$/, 'comma-separated queue ids'];
