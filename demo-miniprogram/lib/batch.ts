/** How a batch stands: what the bar at the foot of the list shows. */
export interface Batch {
  phase: 'off' | 'choosing' | 'running' | 'over';
  /** How many are chosen. */
  chosen: number;
  /** What is done to them: 暂停 or 恢复. */
  verb: string;
  done: number;
  total: number;
  /** How many succeeded, and what failed: in this run, and in those that it goes on with. */
  succeeded: number;
  failures: { id: string; name: string; reason: string }[];
  /** How many were not begun. */
  left: number;
}

export const NO_BATCH: Batch = {
  phase: 'off',
  chosen: 0,
  verb: '',
  done: 0,
  total: 0,
  succeeded: 0,
  failures: [],
  left: 0,
};

/** Requests at a time: WeChat allows ten, and the user may still flip a switch meanwhile. */
const AT_ONCE = 3;

/** Works on the items until all are done or it is told to stop. Gives those that it did not begin. */
export async function runBatch<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
  stopped: () => boolean,
): Promise<Item[]> {
  const left = [...items];
  async function workOn(): Promise<void> {
    while (left.length > 0 && !stopped()) await work(left.shift() as Item);
  }
  await Promise.all(Array.from({ length: AT_ONCE }, workOn));
  return left;
}
