import { type DescribeDocProcessQueuesResult, describeDocProcessQueues } from './describe.js';
import { type DocQueueTarget, TARGET } from './endpoint.js';
import { invalidResponse } from './failure.js';
import { isGiven, take } from './params.js';
import type { DocQueue, DocQueueState } from './queue.js';
import type { Context } from './request.js';

/**
 * 查询全部队列的参数。
 * Parameters of `listAllDocProcessQueues` and `paginateDocProcessQueues`.
 */
export interface ListAllDocProcessQueuesParams extends DocQueueTarget {
  /**
   * 只查询处于此状态的队列，默认全部。
   * Only queues in this state. Default: both.
   */
  State?: DocQueueState | undefined;
  /**
   * 每页个数，默认 100。
   * How many queues to request at a time. Default 100.
   */
  PageSize?: number | undefined;
}

type Page = DescribeDocProcessQueuesResult;
type Pages = AsyncIterableIterator<Page>;

/**
 * Reads page after page, each when it is asked for.
 *
 * @throws DocQueueError `InvalidParameter`, synchronously, for a parameter that does not exist
 */
export function paginateDocProcessQueues(
  context: Context,
  params: ListAllDocProcessQueuesParams,
): Pages {
  const fields = take(params, [...TARGET, 'State', 'PageSize']);
  const PageSize = (isGiven(fields.PageSize) ? fields.PageSize : 100) as number;
  const seen = new Set<string>();
  let counted = 0;
  let PageNumber = 0;
  let isLast = false;

  return pagesOf(async () => {
    if (isLast) return { done: true, value: undefined };
    PageNumber++;
    const page = await describeDocProcessQueues(
      context,
      Object.assign({}, fields, { PageNumber, PageSize }),
    );
    const { QueueList, TotalCount = counted, PageSize: full = Number(PageSize) } = page.Response;
    const before = seen.size;
    for (const { QueueId } of QueueList) seen.add(QueueId);
    counted = TotalCount;
    // A page that brings nothing new is the end: no count of the service's can make it endless. A count that
    // is too low is wrong; then only a page that is not full is the last.
    const isEmpty = seen.size === before;
    isLast = isEmpty || seen.size === counted || (seen.size > counted && QueueList.length < full);
    if (isLast && seen.size < counted) {
      throw invalidResponse(`the list ended with ${seen.size} of ${counted} queues`, page);
    }
    return isEmpty && PageNumber > 1
      ? { done: true, value: undefined }
      : { done: false, value: page };
  });
}

/** Pages of which the first fails. */
export function failedPages(error: unknown): Pages {
  return pagesOf(() => Promise.reject(error));
}

/**
 * The pages that `read` gives, one at a time; a failure ends them. Not an async generator: its syntax is
 * newer than ES2017, and compiled it is larger than this.
 */
function pagesOf(read: () => Promise<IteratorResult<Page, undefined>>): Pages {
  let failed = false;
  let latest: Promise<unknown> = Promise.resolve();

  async function readNext(): Promise<IteratorResult<Page, undefined>> {
    if (failed) return { done: true, value: undefined };
    failed = true;
    const next = await read();
    failed = false;
    return next;
  }

  return {
    next() {
      const next = latest.then(readNext, readNext);
      latest = next;
      return next;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

export async function listAllDocProcessQueues(
  context: Context,
  params: ListAllDocProcessQueuesParams,
): Promise<DocQueue[]> {
  const pages = paginateDocProcessQueues(context, params);
  // A queue that moves to a later page meanwhile is in both.
  const queues = new Map<string, DocQueue>();
  for (let page = await pages.next(); !page.done; page = await pages.next()) {
    for (const queue of page.value.Response.QueueList) queues.set(queue.QueueId, queue);
  }
  return Array.from(queues.values());
}
