import { type DescribeDocProcessQueuesResult, describeDocProcessQueues } from './describe.js';
import type { DocQueueTarget } from './endpoint.js';
import { checkObject, isGiven } from './params.js';
import type { DocQueue, DocQueueState } from './queue.js';
import type { Context } from './request.js';

/** Parameters of `listAllDocProcessQueues` and `paginateDocProcessQueues`. */
export interface ListAllDocProcessQueuesParams extends DocQueueTarget {
  /** Only queues in this state. Default: both. */
  State?: DocQueueState | undefined;
  /** How many queues to ask for at a time. Default 100. */
  PageSize?: number | undefined;
}

type Page = DescribeDocProcessQueuesResult;

/** Not an async generator: its syntax is newer than ES2017, and compiled it is larger than this. */
export function paginateDocProcessQueues(
  context: Context,
  params: ListAllDocProcessQueuesParams,
): AsyncIterableIterator<Page> {
  const PageSize = isGiven(params.PageSize) ? params.PageSize : 100;
  const seen = new Set<string>();
  let PageNumber = 0;
  let done = false;

  async function read(): Promise<IteratorResult<Page, undefined>> {
    if (done) return { done, value: undefined };
    done = true;
    PageNumber++;
    const value = await describeDocProcessQueues(
      context,
      Object.assign({}, checkObject(params), { QueueIds: undefined, PageNumber, PageSize }),
    );
    const { QueueList, TotalCount = 0, PageSize: full = PageSize } = value.Response;
    const before = seen.size;
    for (const { QueueId } of QueueList) seen.add(QueueId);
    // A page that brings nothing new is the end: no count of the service's can make it endless.
    if (PageNumber > 1 && seen.size === before) return { done, value: undefined };
    // A count below what was seen is wrong; then only a page that is not full is the last.
    done = seen.size >= TotalCount && (seen.size === TotalCount || QueueList.length < full);
    return { done: false, value };
  }

  let latest: Promise<unknown> = Promise.resolve();
  return {
    next() {
      const next = latest.then(read, read);
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
