import type { DocQueue } from 'cos-wx-docqueue';

type Listener = (queue: DocQueue) => void;

let listener: Listener | undefined;

/** The list hears of a queue that the settings page saved. Without a listener it hears no more. */
export function onQueueSaved(heard?: Listener): void {
  listener = heard;
}

export function queueSaved(queue: DocQueue): void {
  listener?.(queue);
}
