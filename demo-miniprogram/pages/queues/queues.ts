import type { DocQueueState } from 'cos-wx-docqueue';
import { config } from '../../config';
import { readAllQueues } from '../../lib/all-queues';
import { type Batch, NO_BATCH, runBatch } from '../../lib/batch';
import { show } from '../../lib/changes';
import { confirm } from '../../lib/confirm';
import { explainError, explainFailed, type Problem } from '../../lib/explain-error';
import { onQueueNews } from '../../lib/queue-news';
import { listChanges, type QueueRow } from '../../lib/queue-row';
import { changeState, mayChangeState, PAUSE_MEANS, verbOf } from '../../lib/queue-state';
import { type Filter, QueueStore } from '../../lib/queue-store';
import { readableClock, readableNumber } from '../../lib/readable';
import { textScale } from '../../lib/text-scale';

/** How many rows are added when the user scrolls to the last ones. */
const SLICE = 40;

/** What is older when the page shows again is read anew. */
const FRESH_FOR = 30_000;

/** So long it says 刚刚更新. */
const JUST_NOW = 60_000;

interface Tab {
  state: Filter['state'];
  text: string;
  count: string;
}

interface Data extends Filter {
  textScale: number;
  bucket: string;
  region: string;
  phase: 'loading' | 'ready' | 'failed';
  reading: boolean;
  /** How far the read is, when it takes several pages. */
  progress: string;
  /** When the list was read. */
  updated: string;
  tabs: Tab[];
  /** The first ones of those that the filter finds. */
  rows: QueueRow[];
  /** How many the filter finds. */
  found: number;
  /** Why the list, or a refresh of it, failed. */
  problem: Problem | null;
  batch: Batch;
}

const data: Data = {
  textScale: 1,
  bucket: config.Bucket,
  region: config.Region,
  phase: 'loading',
  reading: false,
  progress: '',
  updated: '',
  state: '',
  words: '',
  tabs: [
    { state: '', text: '全部', count: '–' },
    { state: 'Active', text: '运行中', count: '–' },
    { state: 'Paused', text: '已暂停', count: '–' },
  ],
  rows: [],
  found: 0,
  problem: null,
  batch: { ...NO_BATCH },
};

Page({
  data,

  store: new QueueStore(),
  /** Queues whose state is being changed, or asked about. */
  locked: new Set<string>(),
  readAt: 0,
  ageing: 0,
  /** What the batch brings its queues into, which ones it has not begun, and whether it is to stop. */
  batchState: 'Paused' as DocQueueState,
  batchLeft: [] as string[],
  batchStopped: false,

  onLoad() {
    this.store = new QueueStore();
    this.locked = new Set();
    this.show({ textScale: textScale() });
    onQueueNews((queue) => {
      if (queue) {
        this.store.refresh(queue);
        this.showRows();
      } else this.readAt = 0;
    });
    this.read();
  },

  onShow() {
    if (Date.now() - this.readAt > FRESH_FOR) this.read();
  },

  onHide() {
    this.stopBatch();
  },

  onUnload() {
    onQueueNews();
    clearTimeout(this.ageing);
    this.stopBatch();
  },

  onPullDownRefresh() {
    this.read();
  },

  onReachBottom() {
    const { rows, found } = this.data;
    if (rows.length < found) this.showFound(rows.length + SLICE);
  },

  onShareAppMessage() {
    return { title: '文档转码队列', path: '/pages/queues/queues' };
  },

  /** Shows a skeleton until the list is there. */
  startOver() {
    this.show({ phase: 'loading', problem: null });
    this.read();
  },

  async read() {
    if (this.data.reading) return;
    this.show({ reading: true });
    this.store.beginRead();
    try {
      const queues = await readAllQueues((read, total) =>
        this.show({ progress: `正在加载 ${readableNumber(read)} / ${readableNumber(total)}` }),
      );
      this.store.endRead(queues);
      this.readAt = Date.now();
      this.show({ phase: 'ready', problem: null, ...this.showAge() });
      this.showFound(Math.max(this.data.rows.length, SLICE));
    } catch (error) {
      if (this.data.phase === 'ready') this.show({ problem: explainFailed('刷新失败', error) });
      else this.show({ phase: 'failed', problem: explainError(error) });
    }
    this.show({ reading: false, progress: '' });
    wx.stopPullDownRefresh();
  },

  showAge(): Partial<Data> {
    const clock = readableClock(new Date());
    clearTimeout(this.ageing);
    this.ageing = setTimeout(() => this.show({ updated: `更新于 ${clock}` }), JUST_NOW);
    return { updated: `刚刚更新 · ${clock}` };
  },

  onTab({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.narrow({ state: currentTarget.dataset.state });
  },

  onSearch({ detail }: WechatMiniprogram.Input) {
    this.narrow({ words: detail.value });
  },

  onClear() {
    this.narrow({ words: '' });
  },

  onShowAll() {
    this.narrow({ state: '', words: '' });
  },

  narrow(filter: Partial<Filter>) {
    this.show(filter);
    if (this.data.phase === 'ready') this.showFound(SLICE);
  },

  /** Shows the first ones of those that the filter finds. */
  showFound(most: number) {
    const found = this.store.find(this.data);
    // What is not to be seen must not be changed with the rest.
    this.store.choose(found.filter(({ chosen }) => chosen));
    this.show({ found: found.length });
    this.showRows(found.slice(0, most));
  },

  /**
   * Brings what is shown up to date. A row that the filter no longer fits stays until the next read: nothing
   * moves under the finger, and what was just done can be seen and undone.
   */
  showRows(wanted?: readonly QueueRow[]) {
    const { rows, tabs, words, batch } = this.data;
    const latest = (wanted ?? rows).map((row) => this.store.get(row.id) ?? row);
    const counts = this.store.count(words);
    const chosen = this.store.chosen.length;
    const paths = listChanges(rows, latest);
    tabs.forEach(({ state, count }, index) => {
      const next = readableNumber(counts[state || 'all']);
      if (next !== count) paths[`tabs[${index}].count`] = next;
    });
    if (chosen !== batch.chosen) paths['batch.chosen'] = chosen;
    this.show({}, paths);
  },

  onRow({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const id: string = currentTarget.dataset.id;
    if (this.data.batch.phase === 'choosing') {
      this.store.update(id, { chosen: !this.store.get(id)?.chosen });
      this.showRows();
    } else wx.navigateTo({ url: `/pages/queue/queue?id=${id}` });
  },

  async onToggle({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    const id: string = currentTarget.dataset.id;
    const row = this.store.get(id);
    if (!row || this.locked.has(id)) return;
    const wanted = detail.value ? 'Active' : 'Paused';
    this.locked.add(id);
    const agreed = await mayChangeState(row.name, wanted);
    this.locked.delete(id);
    if (agreed) await this.changeRow(id, wanted);
  },

  async onRemedy({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const id: string = currentTarget.dataset.id;
    const row = this.store.get(id);
    if (row?.problem?.remedy !== 'retry') this.read();
    // The question was answered before it failed.
    else await this.changeRow(id, row.state === 'Active' ? 'Paused' : 'Active');
  },

  async changeRow(id: string, wanted: DocQueueState) {
    if (this.locked.has(id)) return;
    const error = await this.setState(id, wanted);
    if (error === undefined) return;
    const title = `${verbOf(wanted)}失败`;
    this.store.update(id, { problem: explainFailed(title, error) });
    this.showRows();
    wx.showToast({ title, icon: 'none' });
  },

  /** Brings a queue into a state. Gives why that failed, if it did. */
  async setState(id: string, wanted: DocQueueState): Promise<unknown> {
    this.locked.add(id);
    this.store.update(id, { wanted, problem: null });
    this.showRows();
    const error = await changeState(id, wanted).then(
      (queue) => this.store.refresh(queue),
      (reason: unknown) => reason,
    );
    this.locked.delete(id);
    this.store.update(id, { wanted: '' });
    this.showRows();
    return error;
  },

  onBatch() {
    if (this.data.batch.phase === 'choosing') this.closeBatch();
    else {
      this.show({ batch: { ...NO_BATCH, phase: 'choosing' } });
      this.showFound(this.data.rows.length);
    }
  },

  /** Chooses all that the filter finds, or none. */
  onChooseAll() {
    const found = this.store.find(this.data);
    this.store.choose(this.data.batch.chosen < found.length ? found : []);
    this.showRows();
  },

  closeBatch() {
    this.store.choose([]);
    this.show({ batch: { ...NO_BATCH } });
    this.showRows();
  },

  async onRunBatch({ detail }: WechatMiniprogram.CustomEvent<{ state: DocQueueState }>) {
    const { state } = detail;
    const ids = this.store.chosen.map(({ id }) => id);
    const verb = verbOf(state);
    const means = state === 'Paused' ? PAUSE_MEANS : '队列中等待的任务会继续处理。';
    if (!(await confirm(`${verb}所选的 ${ids.length} 个队列？`, means, verb))) return;
    this.batchState = state;
    await this.runBatch(ids, NO_BATCH, []);
  },

  onRetryBatch() {
    const { failures, succeeded } = this.data.batch;
    const failed = failures.map(({ id }) => id);
    this.runBatch(failed, { succeeded, failures: [] }, this.batchLeft);
  },

  onProceedBatch() {
    this.runBatch(this.batchLeft, this.data.batch, []);
  },

  stopBatch() {
    this.batchStopped = true;
  },

  /** Changes these queues. What came of others before, and what else was left, is told at the end with the rest. */
  async runBatch(
    chosen: string[],
    { succeeded, failures }: Pick<Batch, 'succeeded' | 'failures'>,
    alsoLeft: string[],
  ) {
    const { batchState: state } = this;
    // What is under way by its own switch is left to it.
    const ids = chosen.filter((id) => !this.locked.has(id));
    const verb = verbOf(state);
    this.batchStopped = false;
    this.store.choose([]);
    for (const id of ids) {
      this.locked.add(id);
      this.store.update(id, { wanted: state, problem: null });
    }
    const total = ids.length;
    this.show({ batch: { ...NO_BATCH, phase: 'running', verb, total, succeeded, failures } });
    this.showRows();

    const left = await runBatch(
      ids,
      async (id) => {
        const error = await this.setState(id, state);
        const { done, succeeded, failures } = this.data.batch;
        const paths: Record<string, unknown> = { 'batch.done': done + 1 };
        if (error === undefined) paths['batch.succeeded'] = succeeded + 1;
        else {
          const { name = id } = this.store.get(id) ?? {};
          const { title: reason } = explainError(error);
          paths[`batch.failures[${failures.length}]`] = { id, name, reason };
        }
        this.show({}, paths);
      },
      () => this.batchStopped,
    );

    for (const id of left) {
      this.locked.delete(id);
      this.store.update(id, { wanted: '' });
    }
    this.showRows();
    this.batchLeft = [...left, ...alsoLeft];
    if (this.batchLeft.length + this.data.batch.failures.length === 0) {
      this.closeBatch();
      wx.showToast({ title: `已${verb} ${total} 个队列`, icon: 'none' });
    } else this.show({}, { 'batch.phase': 'over', 'batch.left': this.batchLeft.length });
  },

  show(next: Partial<Data>, more?: Record<string, unknown>) {
    show<Data>(this, next, more);
  },
});
