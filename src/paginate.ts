import { type DescribeDocProcessQueuesResult, describeDocProcessQueues } from './describe.js';
import type { DocQueueTarget } from './endpoint.js';
import { invalidResponse } from './failure.js';
import { ANY, COUNT, type Fields, type Rules, STATE, take } from './params.js';
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

const PARAMS: Rules = { Bucket: ANY, Region: ANY, State: STATE, PageSize: COUNT };

type Page = DescribeDocProcessQueuesResult;
type Pages = AsyncIterableIterator<Page>;

/** Reads page after page, each when it is asked for. A wrong parameter makes every page fail. */
export function paginateDocProcessQueues(
  context: Context,
  params: ListAllDocProcessQueuesParams,
): Pages {
  let fields: Fields;
  try {
    fields = Object.assign({ PageSize: 100 }, take(params, PARAMS));
  } catch (error) {
    return pagesOf(() => Promise.reject(error));
  }
  const seen = new Set<string>();
  let counted = 0;
  let PageNumber = 1;

  return pagesOf(async () => {
    const page = await describeDocProcessQueues(context, Object.assign({ PageNumber }, fields));
    const { QueueList, TotalCount = counted, PageSize = Number(fields.PageSize) } = page.Response;
    const before = seen.size;
    for (const { QueueId } of QueueList) seen.add(QueueId);
    counted = TotalCount;
    // A page that brings nothing new is the end: no count of the service's can make it endless. A count that
    // is too low is ignored: then the first page that is not full is the last.
    const isEmpty = seen.size === before;
    const isLast =
      isEmpty || seen.size === counted || (seen.size > counted && QueueList.length < PageSize);
    if (isLast && seen.size < counted) {
      throw invalidResponse(`the list ended with ${seen.size} of ${counted} queues`, page);
    }
    PageNumber++;
    // An empty page is given only if it is the first.
    return { page: isEmpty && before > 0 ? undefined : page, isLast };
  });
}

/**
 * The pages that `read` gives, one at a time; one that failed is asked for again. Not an async generator: a failure
 * would end it, its syntax is newer than ES2017, and compiled it is larger than this.
 */
function pagesOf(read: () => Promise<{ page: Page | undefined; isLast: boolean }>): Pages {
  let isOver = false;
  let latest: Promise<unknown> = Promise.resolve();

  async function readNext(): Promise<IteratorResult<Page, undefined>> {
    if (!isOver) {
      const { page, isLast } = await read();
      isOver = isLast;
      if (page) return { done: false, value: page };
    }
    return { done: true, value: undefined };
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
