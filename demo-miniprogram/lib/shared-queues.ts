import type { DocQueue } from 'cos-wx-docqueue';

let listener: ((queue: DocQueue | null) => void) | undefined;
let opened: DocQueue | undefined;

/** Hands a queue to the page that is about to open, which then shows it without waiting for the network. */
export function handOver(queue: DocQueue | undefined): void {
  opened = queue;
}

/** Takes the queue that was handed over, if it is the one with this id. It can be taken once, as it ages. */
export function takeHandedOver(id: string): DocQueue | undefined {
  const queue = opened;
  opened = undefined;
  return queue?.QueueId === id ? queue : undefined;
}

/** Sets the listener for queues from a queue's page, or removes it. */
export function onQueueChange(next?: typeof listener): void {
  listener = next;
}

/** Gives the list a queue that its page has read or changed, or `null` when it is gone. */
export function announceQueue(queue: DocQueue | null): void {
  listener?.(queue);
}
