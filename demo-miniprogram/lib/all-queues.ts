import type { DocQueue } from 'cos-wx-docqueue';
import { call } from './client';

/** `listAllDocProcessQueues`, telling how many of how many queues have come when they are on several pages. */
export function readAllQueues(progress: (read: number, total: number) => void) {
  return call(async (client) => {
    const queues = new Map<string, DocQueue>();
    const pages = client.paginateDocProcessQueues();
    for (let page = await pages.next(); !page.done; page = await pages.next()) {
      const { QueueList, TotalCount = 0 } = page.value.Response;
      for (const queue of QueueList) queues.set(queue.QueueId, queue);
      if (queues.size < TotalCount) progress(queues.size, TotalCount);
    }
    return [...queues.values()];
  });
}
