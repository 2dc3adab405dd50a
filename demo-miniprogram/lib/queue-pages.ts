import type { DocQueue, DocQueueState } from 'cos-wx-docqueue';
import { client } from './client';

export const PAGE_SIZE = 20;
// The service documents no largest page; this one serves its own SDKs.
const LARGE_PAGE_SIZE = 100;

export interface Queues {
  queues: DocQueue[];
  /** How many match at the service. */
  total: number;
  /** Whether the service has further ones. */
  more: boolean;
}

/** At least so many queues from the beginning, if there are. */
export async function firstQueues(count: number, State?: DocQueueState): Promise<Queues> {
  const pageSize = count > PAGE_SIZE ? LARGE_PAGE_SIZE : PAGE_SIZE;
  const byId = new Map<string, DocQueue>();
  for (let page = 1; ; page++) {
    const { queues, total, more } = await readPage(page, pageSize, State);
    for (const queue of queues) byId.set(queue.QueueId, queue);
    if (!more || byId.size >= count) return { queues: [...byId.values()], total, more };
  }
}

/**
 * The page after those on the screen, without what is on it already. Queues come and go meanwhile, and
 * a paused one leaves the service's list of active ones: so the page is found by how many of those
 * shown still match. It may overlap, but skips nothing that was changed here.
 */
export async function nextQueues(
  shown: readonly { id: string; state: DocQueueState }[],
  State?: DocQueueState,
): Promise<Queues> {
  const known = new Set(shown.map(({ id }) => id));
  const matching = shown.filter(({ state }) => !State || state === State).length;
  for (let page = Math.floor(matching / PAGE_SIZE) + 1; ; page++) {
    const { queues, total, more } = await readPage(page, PAGE_SIZE, State);
    const fresh = queues.filter(({ QueueId }) => !known.has(QueueId));
    if (fresh.length > 0 || !more) return { queues: fresh, total, more };
  }
}

async function readPage(PageNumber: number, PageSize: number, State?: DocQueueState) {
  const { Response } = await client.describeDocProcessQueues({ State, PageNumber, PageSize });
  const { QueueList: queues, TotalCount: total = 0 } = Response;
  // A page without queues is the last, whatever the service counts.
  return { queues, total, more: queues.length > 0 && PageNumber * PageSize < total };
}
