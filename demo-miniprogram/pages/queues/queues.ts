import { type DocQueue, DocQueueState } from 'cos-wx-docqueue';
import { config } from '../../config';
import { show } from '../../lib/changes';
import { client } from '../../lib/client';
import { copy } from '../../lib/copy';
import { explainError, explainFailed, type Problem } from '../../lib/explain-error';
import { firstQueues, nextQueues, PAGE_SIZE, type Queues } from '../../lib/queue-pages';
import { listChanges, type QueueRow, rowChanges, toRow } from '../../lib/queue-row';
import { onQueueSaved } from '../../lib/saved-queue';
import { textScale } from '../../lib/text-scale';

/** What is older when the page shows again is read anew. */
const FRESH_FOR = 30_000;

const FILTERS = [
  { value: '', text: '全部' },
  { value: DocQueueState.Active, text: '运行中' },
  { value: DocQueueState.Paused, text: '已暂停' },
] as const;

type Filter = (typeof FILTERS)[number]['value'];

interface Data {
  textScale: number;
  bucket: string;
  region: string;
  filters: typeof FILTERS;
  filter: Filter;
  phase: 'loading' | 'ready' | 'failed';
  queues: QueueRow[];
  total: number;
  foot: 'more' | 'loading' | 'failed' | 'end';
  /** Why the list, or a refresh of it, failed. */
  problem: Problem | null;
  /** Why the next page failed. */
  footProblem: Problem | null;
}

/** A change of a queue's state that is under way. */
interface Change {
  /** The state to return to when it fails. */
  from: DocQueueState;
  to: DocQueueState;
}

const data: Data = {
  textScale: 1,
  bucket: config.Bucket,
  region: config.Region,
  filters: FILTERS,
  filter: '',
  phase: 'loading',
  queues: [],
  total: 0,
  foot: 'end',
  problem: null,
  footProblem: null,
};

Page({
  data,

  /** Counts the reads of the list: the answer of any but the last one comes too late. */
  latestRead: 0,
  reading: false,
  readAt: 0,
  pending: {} as Record<string, Change>,
  /** What was changed since the last read began: its answer may still show it as it was. */
  changed: {} as Record<string, DocQueue>,

  onLoad() {
    this.show({ textScale: textScale() });
    onQueueSaved((queue) => this.showQueue(queue));
    this.readFirst();
  },

  onShow() {
    // As much as is on the screen, so that a user in the middle of it stays there.
    if (!this.reading && Date.now() - this.readAt > FRESH_FOR) this.refresh();
  },

  onUnload() {
    onQueueSaved();
  },

  onPullDownRefresh() {
    this.readFirst();
  },

  onReachBottom() {
    // A page that failed waits for its button: scrolling about would only repeat the failure.
    if (this.data.foot === 'more') this.readNext();
  },

  onFilter({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const filter: Filter = currentTarget.dataset.filter;
    if (filter === this.data.filter) return;
    this.show({ filter });
    this.startOver();
  },

  /** Shows a skeleton until the list is there. */
  startOver() {
    const queues = this.data.queues.length > 0 ? [] : this.data.queues;
    this.show({ phase: 'loading', queues, foot: 'end', problem: null, footProblem: null });
    this.readFirst();
  },

  refresh() {
    this.readFirst(this.data.queues.length);
  },

  async readFirst(count = PAGE_SIZE) {
    // The page that was on its way comes too late now.
    if (this.data.foot === 'loading') this.show({ foot: 'more' });
    const answer = await this.read((state) => firstQueues(count, state));
    if (!answer) return;
    this.readAt = Date.now();
    wx.stopPullDownRefresh();
    const { found, error } = answer;
    if (!found) {
      if (this.data.phase === 'ready') this.show({ problem: explainFailed('没有刷新', error) });
      else this.show({ phase: 'failed', problem: explainError(error) });
      return;
    }
    const rows = found.queues.map((queue) => this.rowOf(queue));
    this.show(
      {
        phase: 'ready',
        total: found.total,
        foot: found.more ? 'more' : 'end',
        problem: null,
        footProblem: null,
      },
      listChanges(this.data.queues, rows),
    );
  },

  async readNext() {
    if (this.reading) return;
    this.show({ foot: 'loading', footProblem: null });
    const answer = await this.read((state) => nextQueues(this.data.queues, state));
    if (!answer) return;
    const { found, error } = answer;
    if (!found) {
      this.show({ foot: 'failed', footProblem: explainFailed('没有加载更多', error) });
      return;
    }
    const { queues } = this.data;
    const rows = found.queues.map((queue) => this.rowOf(queue));
    this.show(
      { total: found.total, foot: found.more ? 'more' : 'end' },
      listChanges(queues, [...queues, ...rows]),
    );
  },

  /** Gives nothing when another read has begun meanwhile. */
  async read(ask: (state?: DocQueueState) => Promise<Queues>) {
    this.latestRead += 1;
    const read = this.latestRead;
    this.reading = true;
    this.changed = {};
    const answer = await ask(this.data.filter || undefined).then(
      (found) => ({ found, error: null }),
      (error: unknown) => ({ found: null, error }),
    );
    if (read !== this.latestRead) return null;
    this.reading = false;
    return answer;
  },

  /** The row of a queue as the service gave it, which may be behind what was done here meanwhile. */
  rowOf(given: DocQueue): QueueRow {
    const row = toRow(this.changed[given.QueueId] ?? given);
    const change = this.pending[row.id];
    if (!change) return row;
    change.from = row.state;
    return { ...row, state: change.to, busy: true };
  },

  async onSwitch({ currentTarget, detail }: WechatMiniprogram.SwitchChange) {
    const id: string = currentTarget.dataset.id;
    const row = this.data.queues.find((each) => each.id === id);
    if (!row) return;
    const { name, state: from } = row;
    const to = detail.value ? DocQueueState.Active : DocQueueState.Paused;
    const asks = to === DocQueueState.Paused;
    if (this.pending[id]) {
      // The switch has moved by itself: unless the data follows it, setting it back changes nothing.
      this.showRow(id, { state: to });
      this.showRow(id, { state: from });
      return;
    }
    const change = { from, to };
    this.pending[id] = change;
    this.showRow(id, { state: to, busy: !asks });
    if (!asks || (await confirmPause(name))) {
      await this.changeState(id, name, change);
    } else {
      delete this.pending[id];
      this.showRow(id, { state: change.from, busy: false });
    }
  },

  async changeState(QueueId: string, name: string, change: Change) {
    this.showRow(QueueId, { busy: true, problem: null });
    try {
      const { Response } =
        change.to === DocQueueState.Active
          ? await client.resumeDocProcessQueue({ QueueId })
          : await client.pauseDocProcessQueue({ QueueId });
      delete this.pending[QueueId];
      this.showQueue(Response.Queue);
    } catch (error) {
      delete this.pending[QueueId];
      const problem = explainFailed(
        change.to === DocQueueState.Active ? '没有恢复' : '没有暂停',
        error,
      );
      const shown = this.showRow(QueueId, { state: change.from, busy: false, problem });
      if (!shown) wx.showToast({ title: `${name} ${problem.title}`, icon: 'none' });
    }
  },

  /**
   * A queue that the filter no longer fits stays until the next read: nothing moves under the finger,
   * and what was just done can be seen and undone.
   */
  showQueue(queue: DocQueue) {
    this.changed[queue.QueueId] = queue;
    this.showRow(queue.QueueId, this.rowOf(queue));
  },

  /** Gives whether there is such a row. */
  showRow(id: string, row: Partial<QueueRow>): boolean {
    const { queues } = this.data;
    const index = queues.findIndex((each) => each.id === id);
    const shown = queues[index];
    if (shown) this.show({}, rowChanges(index, shown, row));
    return shown !== undefined;
  },

  show(next: Partial<Data>, more?: Record<string, unknown>) {
    show<Data>(this, next, more);
  },

  onSettings({ currentTarget }: WechatMiniprogram.TouchEvent) {
    wx.navigateTo({ url: `/pages/settings/settings?id=${currentTarget.dataset.id}` });
  },

  onCopy({ currentTarget }: WechatMiniprogram.TouchEvent) {
    copy(currentTarget.dataset.text);
  },
});

function confirmPause(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    wx.showModal({
      title: `暂停“${name}”？`,
      content: '已提交的任务会留在队列里等待，正在执行的任务会继续完成。恢复后接着处理。',
      confirmText: '暂停',
      success: ({ confirm }) => resolve(confirm),
      fail: () => resolve(false),
    });
  });
}
