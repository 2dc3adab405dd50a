import type { DocQueueState } from 'cos-wx-docqueue';
import type { Problem } from './explain-error';
import { formatNumber } from './format';
import { verbOf } from './queue-state';
import type { QueueStore } from './queue-store';

/** What the bar at the foot of the list shows. */
export interface Batch {
  phase: 'off' | 'choosing' | 'running' | 'stopping' | 'over';
  /** What is done to the queues: 暂停 or 恢复. */
  verb: string;
  total: number;
  done: number;
  /** How many are under way. */
  pending: number;
  failed: number;
  /** Why queues failed, each reason once. */
  reasons: Problem[];
}

export const NO_BATCH: Batch = {
  phase: 'off',
  verb: '',
  total: 0,
  done: 0,
  pending: 0,
  failed: 0,
  reasons: [],
};

/** Requests at a time: WeChat allows ten, and the user may still flip a switch meanwhile. */
const CONCURRENCY = 3;

/** Changes the state of many queues, a few at a time. */
export class BatchRunner {
  private batch = NO_BATCH;
  private state: DocQueueState = 'Paused';
  private failures = new Map<string, Problem>();

  constructor(
    private readonly store: QueueStore,
    private readonly onChange: (batch: Batch) => void,
  ) {}

  /** Changes these queues, until all are done or `stop` is called. */
  async run(ids: readonly string[], state: DocQueueState): Promise<void> {
    const waiting = [...ids];
    this.state = state;
    this.failures = new Map();
    this.report({ ...NO_BATCH, phase: 'running', verb: verbOf(state), total: ids.length });
    this.store.setTarget(ids, state);
    const changeNext = async (): Promise<void> => {
      const id = this.batch.phase === 'running' ? waiting.shift() : undefined;
      if (id === undefined) return;
      await this.change(id);
      await changeNext();
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, changeNext));
    this.finish();
    this.store.setTarget(waiting, '');
  }

  /** Changes again those that failed. */
  retry(): Promise<void> {
    return this.run([...this.failures.keys()], this.state);
  }

  /** Begins no further change. Those under way cannot be called back. */
  stop(): void {
    if (this.batch.phase === 'running') this.report({ phase: 'stopping' });
  }

  private async change(id: string): Promise<void> {
    this.report({ pending: this.batch.pending + 1 });
    const problem = await this.store.changeState(id, this.state);
    if (problem) this.failures.set(id, problem);
    const { pending, done } = this.batch;
    this.report({ pending: pending - 1, done: done + 1, failed: this.failures.size });
  }

  private finish(): void {
    const { verb, done, total, failed } = this.batch;
    if (failed > 0 || done < total) {
      const reasons = new Map([...this.failures.values()].map((each) => [each.title, each]));
      this.report({ phase: 'over', reasons: [...reasons.values()] });
    } else {
      this.report(NO_BATCH);
      wx.showToast({ title: `已${verb} ${formatNumber(total)} 个队列`, icon: 'none' });
    }
  }

  private report(change: Partial<Batch>): void {
    this.batch = { ...this.batch, ...change };
    this.onChange(this.batch);
  }
}
