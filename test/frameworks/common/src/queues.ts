import type {
  DocProcessQueueResult,
  DocQueue,
  DocQueueCallback,
  DocQueueMethods,
} from 'cos-wx-docqueue';

/** Pauses an active queue, and resumes a paused one, with a callback. */
export function toggle(
  cos: DocQueueMethods,
  { QueueId, State }: DocQueue,
  callback: DocQueueCallback<DocProcessQueueResult>,
) {
  const target = State === 'Active' ? 'Paused' : 'Active';
  cos.patchDocProcessQueue({ QueueId, State: target }, callback);
}

/** Pauses every active queue, one after the other, with promises. */
export async function pauseAll(cos: DocQueueMethods, show: (changed: DocQueue) => void) {
  for (const { QueueId } of await cos.listAllDocProcessQueues({ State: 'Active' })) {
    const { Response } = await cos.pauseDocProcessQueue({ QueueId });
    show(Response.Queue);
  }
}

export function replace(queues: DocQueue[], changed: DocQueue): DocQueue[] {
  return queues.map((queue) => (queue.QueueId === changed.QueueId ? changed : queue));
}
