import { type DocQueue, DocQueueError } from 'cos-wx-docqueue';
import { call } from './client';

/** `listAllDocProcessQueues`, telling how many of how many queues have come when they are on several pages. */
export function readAllQueues(progress: (read: number, total: number) => void) {
  return call(async (client) => {
    const queues = new Map<string, DocQueue>();
    let total = 0;
    const pages = client.paginateDocProcessQueues();
    for (let page = await pages.next(); !page.done; page = await pages.next()) {
      const { QueueList, TotalCount = 0 } = page.value.Response;
      for (const queue of QueueList) queues.set(queue.QueueId, queue);
      total = TotalCount;
      if (queues.size < total) progress(queues.size, total);
    }
    if (queues.size < total) {
      const message = `the service counts ${total} queues, but gave ${queues.size}`;
      throw new DocQueueError('response', 'InvalidResponse', message);
    }
    return [...queues.values()];
  });
}
