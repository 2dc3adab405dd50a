import type { DocQueue } from 'cos-wx-docqueue';
import { call } from './client';

/** Lists every queue, and reports the progress when the list has several pages. */
export function listQueues(onProgress: (read: number, total: number) => void): Promise<DocQueue[]> {
  return call(async (client) => {
    const queues = new Map<string, DocQueue>();
    const pages = client.paginateDocProcessQueues();
    for (let page = await pages.next(); !page.done; page = await pages.next()) {
      const { QueueList, TotalCount = 0 } = page.value.Response;
      for (const queue of QueueList) queues.set(queue.QueueId, queue);
      if (queues.size < TotalCount) onProgress(queues.size, TotalCount);
    }
    return [...queues.values()];
  });
}
