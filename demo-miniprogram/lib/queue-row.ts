import type { DocQueue, DocQueueState } from 'cos-wx-docqueue';
import { changes } from './changes';
import type { Problem } from './explain-error';

/** A queue as the list shows it: only this goes through `setData`. */
export interface QueueRow {
  id: string;
  name: string;
  /** `Active`, `Paused`, or what else the service says. */
  state: string;
  callback: string;
  /** The state that it is being brought into; empty when nothing is under way. */
  wanted: DocQueueState | '';
  /** Chosen for the batch. */
  chosen: boolean;
  /** Why the last change of the state failed. */
  problem: Problem | null;
}

export function toRow({ QueueId, Name, State, NotifyConfig }: DocQueue): QueueRow {
  return {
    id: QueueId,
    name: Name || QueueId,
    state: State ?? '',
    callback: callbackOf(NotifyConfig),
    wanted: '',
    chosen: false,
    problem: null,
  };
}

function callbackOf({ State, Url }: DocQueue['NotifyConfig']): string {
  if (State === 'On') return '回调已开启';
  return Url ? '回调已关闭' : '未设置回调';
}

/** The paths for `setData` that change one row. */
function rowChanges(index: number, shown: QueueRow, row: QueueRow) {
  return changes(shown, row, `rows[${index}].`);
}

/** The paths for `setData` that make these rows of those that are shown. */
export function listChanges(shown: readonly QueueRow[], rows: readonly QueueRow[]) {
  // No path takes a row away.
  if (rows.length < shown.length) return { rows };
  const paths: Record<string, unknown> = {};
  rows.forEach((row, index) => {
    const old = shown[index];
    if (old?.id === row.id) Object.assign(paths, rowChanges(index, old, row));
    else paths[`rows[${index}]`] = row;
  });
  return paths;
}
