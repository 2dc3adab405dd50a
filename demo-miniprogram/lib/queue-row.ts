import type { DocQueue, DocQueueState } from 'cos-wx-docqueue';
import type { Problem } from './explain-error';
import { diff } from './set-data';

/** A queue as the list shows it: only this goes through `setData`. */
export interface QueueRow {
  id: string;
  name: string;
  /** The name, and the end of the id where another queue has the same name. */
  label: string;
  /** The part of the id that tells the queue from others, or that was searched for. */
  idPart: string;
  /** `Active`, `Paused`, or another word of the service. */
  state: string;
  callback: string;
  /** The state that the queue is being brought into; empty when nothing is under way. */
  targetState: DocQueueState | '';
  /** Chosen for the batch. */
  chosen: boolean;
  /** Why the last change of the state failed. */
  problem: Problem | null;
  /** Whether the screen already explains this problem elsewhere. */
  isExplained: boolean;
}

export function toRow({ QueueId, Name, State, NotifyConfig }: DocQueue): QueueRow {
  return {
    id: QueueId,
    name: Name || QueueId,
    label: Name || QueueId,
    idPart: '',
    state: State ?? '',
    callback: describeCallback(NotifyConfig),
    targetState: '',
    chosen: false,
    problem: null,
    isExplained: false,
  };
}

function describeCallback({ State, Url }: DocQueue['NotifyConfig']): string {
  if (State === 'On') return '回调已开启';
  return Url ? '回调已关闭' : '未设置回调';
}

/** The `setData` paths that turn the rows that are shown into these. */
export function diffRows(shown: readonly QueueRow[], rows: readonly QueueRow[]) {
  // No path takes a row away.
  if (rows.length < shown.length) return { rows };
  const paths: Record<string, unknown> = {};
  rows.forEach((row, index) => {
    const old = shown[index];
    if (old?.id === row.id) Object.assign(paths, diff(old, row, `rows[${index}].`));
    else paths[`rows[${index}]`] = row;
  });
  return paths;
}
