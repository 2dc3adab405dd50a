import type { DocQueue } from 'cos-wx-docqueue';

type Listener = (queue: DocQueue | null) => void;

let listener: Listener | undefined;

/** The list hears of a queue that its page changed, or found gone. Without a listener it hears no more. */
export function onQueueNews(heard?: Listener): void {
  listener = heard;
}

/** `null` when the queue is gone. */
export function tellQueueNews(queue: DocQueue | null): void {
  listener?.(queue);
}
