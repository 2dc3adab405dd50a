import type { DocQueueTarget } from './endpoint.js';
import { ANY, COUNT, check, joined, type Rule, type Rules, STATE, take } from './params.js';
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

const QUEUE_IDS: Rule = (path, value) => {
  const texts = joined(value);
  // People write blanks around ids in a comma-separated string.
  const trimmed =
    typeof texts === 'string'
      ? texts
          .split(',')
          .map((id) => id.trim())
          .join()
      : texts;
  // No repeated group: millions of ids would exhaust the engine's stack.
  return check(path, trimmed, /^(?!,|.*,,)[\w,-]*[\w-]$/, 'comma-separated queue ids');
};

const PARAMS: Rules = {
  Bucket: ANY,
  Region: ANY,
  QueueIds: QUEUE_IDS,
  State: STATE,
  PageNumber: COUNT,
  PageSize: COUNT,
};

/** https://cloud.tencent.com/document/product/460/46946 */
export async function describeDocProcessQueues(
  context: Context,
  params: DescribeDocProcessQueuesParams,
): Promise<DescribeDocProcessQueuesResult> {
  const fields = take(params, PARAMS) as Record<string, string>;
  const { QueueIds, State, PageNumber, PageSize } = fields;
  const Query: Record<string, string> = {};
  if (QueueIds) Query.queueIds = QueueIds;
  if (State) Query.state = State;
  if (PageNumber) Query.pageNumber = PageNumber;
  if (PageSize) Query.pageSize = PageSize;
  return request(context, fields, { Method: 'GET', Key: 'docqueue', Query }, readList);
}
