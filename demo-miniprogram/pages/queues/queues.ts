import type { DocQueueState } from 'cos-wx-docqueue';
import { config } from '../../config';
import { BatchRunner, NO_BATCH } from '../../lib/batch';
import { call } from '../../lib/client';
import { isAsking } from '../../lib/confirm';
import { explainError, type Problem } from '../../lib/explain-error';
import { formatClock, formatNumber, formatNumbers } from '../../lib/format';
import { diffRows, type QueueRow } from '../../lib/queue-row';
import { confirmState, oppositeOf } from '../../lib/queue-state';
import { countStates, type Filter, QueueStore } from '../../lib/queue-store';
import { diff, setDiff } from '../../lib/set-data';
import { handOver, onQueueChange } from '../../lib/shared-queues';
import { textScale } from '../../lib/text-scale';

/** How many rows are added when the user scrolls to the last ones. */
const SLICE = 40;

/** How often the list is read again while the page is shown. */
const REFRESH_INTERVAL = 30_000;

const data = {
  textScale: 1,
  bucket: config.Bucket,
  region: config.Region,
  phase: 'loading' as 'loading' | 'ready' | 'failed',
  /** Whether the user waits for a refresh. */
  refreshing: false,
  /** When the list was read. */
  updated: '',
  state: '' as Filter['state'],
  words: '',
  tabs: [
    { state: '', count: 'all', text: '全部' },
    { state: 'Active', count: 'Active', text: '运行中' },
    { state: 'Paused', count: 'Paused', text: '已暂停' },
  ],
  /** How many of the queues with these words are in each state. */
  counts: { all: '–', Active: '–', Paused: '–' },
  rows: [] as QueueRow[],
  /** How many queues the filter finds, and whether there are more than are shown. */
  found: 0,
  foundText: '',
  hasMore: false,
  /** Why the list, or a refresh of it, failed. */
  problem: null as Problem | null,
  batch: NO_BATCH,
  /** How many queues are chosen for the batch, and in which state they are. */
  selection: countStates([]),
};

Page({
  data,

  store: {} as QueueStore,
  runner: {} as BatchRunner,
  isReading: false,
  readAt: 0,
  timer: 0,

  onLoad() {
    this.store = new QueueStore(() => this.showRows());
    this.runner = new BatchRunner(this.store, (batch) => this.show({ batch }));
    this.show({ textScale: textScale() });
    onQueueChange((queue) => {
      if (queue) this.store.refresh(queue);
      else this.readAt = 0;
    });
    this.read();
  },

  onShow() {
    if (Date.now() - this.readAt > REFRESH_INTERVAL) this.refreshQuietly();
    this.scheduleRefresh();
  },

  scheduleRefresh() {
    this.timer = setTimeout(() => {
      this.refreshQuietly();
      this.scheduleRefresh();
    }, REFRESH_INTERVAL);
  },

  onHide() {
    clearTimeout(this.timer);
    this.runner.stop();
  },

  onUnload() {
    this.onHide();
    onQueueChange();
  },

  onPullDownRefresh() {
    this.refresh();
  },

  onReachBottom() {
    const { rows, hasMore } = this.data;
    if (hasMore) this.showFound(rows.length + SLICE, rows);
  },

  startOver() {
    this.show({ phase: 'loading', problem: null });
    this.read();
  },

  refresh() {
    this.show({ refreshing: true });
    this.read();
  },

  /** Reads the list again unless something is under way that a changing list would disturb. */
  refreshQuietly() {
    const { phase, batch } = this.data;
    const isIdle = batch.phase === 'off' || batch.phase === 'over';
    if (phase === 'ready' && isIdle && !this.store.isBusy && !isAsking()) this.read();
  },

  async read() {
    if (this.isReading) return;
    this.isReading = true;
    this.store.beginRead();
    try {
      const queues = await call((client) => client.listAllDocProcessQueues());
      const { rows, refreshing } = this.data;
      this.readAt = Date.now();
      this.show({ phase: 'ready', problem: null, updated: `更新于 ${formatClock(new Date())}` });
      // Rows move, and lose their problems, only in a refresh that the user asked for.
      this.store.endRead(queues, !refreshing);
      this.showFound(Math.max(rows.length, SLICE), refreshing ? [] : rows);
    } catch (error) {
      const { phase, refreshing, updated } = this.data;
      this.show({ updated: updated.replace('更新于', '上次更新') });
      if (phase !== 'ready') this.show({ phase: 'failed', problem: explainError(error) });
      else if (refreshing) {
        this.show({ problem: explainError(error, '刷新') });
        this.showRows();
      }
    }
    this.isReading = false;
    this.show({ refreshing: false });
    wx.stopPullDownRefresh();
  },

  onTab({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.filter({ state: currentTarget.dataset.state });
  },

  onSearch({ detail }: WechatMiniprogram.Input) {
    this.filter({ words: detail.value });
  },

  onClear() {
    this.filter({ words: '' });
  },

  onShowAll() {
    this.filter({ state: '', words: '' });
  },

  filter(filter: Partial<Filter>) {
    this.show(filter);
    if (this.data.phase === 'ready') this.showFound(SLICE);
  },

  /** Shows the first queues that the filter finds, after those that keep their places. */
  showFound(limit: number, kept: readonly QueueRow[] = []) {
    const found = this.store.find(this.data);
    // What the filter hides must not be changed.
    this.store.choose(found.filter(({ chosen }) => chosen));
    const rows = kept.filter(({ id }) => this.store.get(id));
    const ids = new Set(rows.map(({ id }) => id));
    rows.push(...found.filter(({ id }) => !ids.has(id)));
    const foundText = formatNumber(found.length);
    this.show({ found: found.length, foundText, hasMore: rows.length > limit });
    this.showRows(rows.slice(0, limit));
  },

  /**
   * Brings the rows up to date. One that no longer fits the filter stays until the user refreshes the list: nothing
   * moves under the finger, and what was just done can be seen and undone.
   */
  showRows(wanted?: readonly QueueRow[]) {
    const { rows, words, counts, problem, batch, selection } = this.data;
    const explained = [problem?.title ?? '', ...batch.reasons.map(({ title }) => title)];
    const found = this.store.find({ state: '', words });
    this.show(
      {},
      {
        ...diffRows(rows, this.store.display(wanted ?? rows, words, explained)),
        ...diff(counts, formatNumbers(countStates(found)), 'counts.'),
        ...diff(selection, countStates(this.store.chosen), 'selection.'),
      },
    );
  },

  onRow({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { id } = currentTarget.dataset;
    if (this.data.batch.phase === 'choosing') {
      this.store.toggleChosen(id);
      this.showRows();
    } else {
      handOver(this.store.queue(id));
      wx.navigateTo({ url: `/pages/queue/queue?id=${id}` });
    }
  },

  onSample() {
    wx.navigateTo({ url: '/pages/minimal/minimal' });
  },

  async onToggle({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    const row = this.data.rows.find(({ id }) => id === currentTarget.dataset.id);
    if (!row || row.targetState) return;
    const state = detail.value ? 'Active' : 'Paused';
    if (await confirmState(state, `暂停“${row.label}”？`)) this.changeRow(row.id, state);
  },

  /** Helps with a change that failed. A pause that failed was confirmed before, so it is not asked about again. */
  onRemedy({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { id } = currentTarget.dataset;
    const row = this.store.get(id);
    if (row?.problem?.remedy === 'retry') this.changeRow(id, oppositeOf(row.state));
    else this.refresh();
  },

  async changeRow(id: string, state: DocQueueState) {
    const problem = await this.store.changeState(id, state);
    if (problem) wx.showToast({ title: problem.action, icon: 'none' });
  },

  onBatch() {
    if (this.data.batch.phase === 'choosing') this.closeBatch();
    else this.show({ batch: { ...NO_BATCH, phase: 'choosing' } });
  },

  /** Chooses all that the filter finds, or none. */
  onChooseAll() {
    const found = this.store.find(this.data);
    this.store.choose(this.data.selection.all < found.length ? found : []);
    this.showRows();
  },

  closeBatch() {
    this.store.choose([]);
    this.show({ batch: NO_BATCH });
    this.showRows();
  },

  async onRunBatch({ detail }: WechatMiniprogram.CustomEvent<{ state: DocQueueState }>) {
    const { state } = detail;
    const { selection } = this.data;
    const ids = this.store.chosen
      .filter((row) => row.state === oppositeOf(state) && !row.targetState)
      .map(({ id }) => id);
    const already = selection.Paused && `，${formatNumber(selection.Paused)} 个已是暂停状态`;
    const question = `将暂停 ${formatNumber(ids.length)} 个队列${already || ''}`;
    if (!(await confirmState(state, question))) return;
    this.store.choose([]);
    await this.runner.run(ids, state);
  },

  onRetryBatch() {
    this.runner.retry();
  },

  onStopBatch() {
    this.runner.stop();
  },

  show(next: Partial<typeof data>, more?: Record<string, unknown>) {
    setDiff<typeof data>(this, next, more);
  },
});
