import type { DocQueue, DocQueueState } from 'cos-wx-docqueue';
import { changes } from './changes';
import type { Problem } from './explain-error';
import { readableNumber, readableTime } from './readable';

/** A queue as the list shows it: only this goes through `setData`. */
export interface QueueRow {
  id: string;
  name: string;
  state: DocQueueState;
  callbackOn: boolean;
  callbackUrl: string;
  maxSize: string;
  maxConcurrent: string;
  updated: string;
  /** A change of the state is under way. */
  busy: boolean;
  /** Why the last change of the state failed. */
  problem: Problem | null;
}

export function toRow(queue: DocQueue): QueueRow {
  return {
    id: queue.QueueId,
    name: queue.Name,
    state: queue.State,
    callbackOn: queue.NotifyConfig.State === 'On',
    callbackUrl: queue.NotifyConfig.Url ?? '',
    maxSize: readableNumber(queue.MaxSize),
    maxConcurrent: readableNumber(queue.MaxConcurrent),
    updated: readableTime(queue.UpdateTime),
    busy: false,
    problem: null,
  };
}

/** The paths for `setData` that change one row. */
export function rowChanges(index: number, shown: QueueRow, row: Partial<QueueRow>) {
  return changes(shown, row, `queues[${index}].`);
}

/** The paths for `setData` that make these rows of those that are shown. */
export function listChanges(shown: readonly QueueRow[], rows: readonly QueueRow[]) {
  // No path takes a row away.
  if (rows.length < shown.length) return { queues: rows };
  const paths: Record<string, unknown> = {};
  rows.forEach((row, index) => {
    const old = shown[index];
    if (old?.id === row.id) Object.assign(paths, rowChanges(index, old, row));
    else paths[`queues[${index}]`] = row;
  });
  return paths;
}
