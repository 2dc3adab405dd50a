import type { DocQueueTarget } from './endpoint.js';
import { COUNT, check, isGiven, QUEUE_ID, STATE } from './params.js';
import { type DocQueueList, type DocQueueState, readList } from './queue.js';
import { type Context, type DocQueueResult, request } from './request.js';

/** Parameters of `describeDocProcessQueues`. */
export interface DescribeDocProcessQueuesParams extends DocQueueTarget {
  /** Only these queues: an array, or a text with commas. The answer then has no counts. */
  QueueIds?: string | readonly string[] | undefined;
  /** Only queues in this state. Default: both. */
  State?: DocQueueState | undefined;
  /** Which page, from 1. Default 1. */
  PageNumber?: number | undefined;
  /** How many queues a page has at most. Default 10. */
  PageSize?: number | undefined;
}

/** What `describeDocProcessQueues` gives. */
export type DescribeDocProcessQueuesResult = DocQueueResult<DocQueueList>;

/** https://cloud.tencent.com/document/product/460/46946 */
export function describeDocProcessQueues(
  context: Context,
  params: DescribeDocProcessQueuesParams,
): Promise<DescribeDocProcessQueuesResult> {
  return request(context, params, readList, () => {
    const Query: Record<string, string> = {};
    const { QueueIds, State, PageNumber, PageSize } = params;
    if (isGiven(QueueIds)) Query.queueIds = queueIds(QueueIds);
    if (isGiven(State)) Query.state = check('State', State, ...STATE);
    if (isGiven(PageNumber)) Query.pageNumber = check('PageNumber', PageNumber, ...COUNT);
    if (isGiven(PageSize)) Query.pageSize = check('PageSize', PageSize, ...COUNT);
    return { Method: 'GET', Key: 'docqueue', Query };
  });
}

function queueIds(ids: string | readonly string[]): string {
  const checked = (id: string) => check('QueueIds', id.trim(), ...QUEUE_ID);
  return String(ids).split(',').map(checked).join();
}
