import type { DocQueue, DocQueueState } from 'cos-wx-docqueue';
import { changes, show } from '../../lib/changes';
import { call } from '../../lib/client';
import { confirm } from '../../lib/confirm';
import { copy } from '../../lib/copy';
import { explainError, explainFailed, type Problem } from '../../lib/explain-error';
import { tellQueueNews } from '../../lib/queue-news';
import {
  changedSettings,
  checkSettings,
  conflictsOf,
  eventsOf,
  LABELS,
  lengthOf,
  MAX_LENGTH,
  merge,
  patchOf,
  type QueueSettings,
  readableSetting,
  type Setting,
  type SettingErrors,
  settingsOf,
} from '../../lib/queue-settings';
import { changeState, mayChangeState, verbOf } from '../../lib/queue-state';
import { readableNumber, readableTime } from '../../lib/readable';
import { textScale } from '../../lib/text-scale';

/** A setting that was changed here and elsewhere. */
interface Conflict {
  setting: Setting;
  label: string;
  mine: string;
  theirs: string;
}

interface Data {
  textScale: number;
  id: string;
  phase: 'loading' | 'ready' | 'failed';
  /** Why the queue could not be read, or the last change failed. */
  problem: Problem | null;
  name: string;
  state: string;
  /** The state that it is being brought into; empty when nothing is under way. */
  wanted: DocQueueState | '';
  facts: { label: string; value: string }[];
  settings: QueueSettings;
  /** The usual events, each to be chosen by a tap. */
  chips: { event: string; text: string; chosen: boolean }[];
  /** The field for further events, as it is typed. */
  others: string;
  maxLength: number;
  nameLength: number;
  errors: SettingErrors;
  changed: boolean;
  saving: boolean;
  conflicts: Conflict[];
}

const data: Data = {
  textScale: 1,
  id: '',
  phase: 'loading',
  problem: null,
  name: '',
  state: 'Active',
  wanted: '',
  facts: [],
  settings: { name: '', callbackOn: false, url: '', events: '' },
  chips: [
    { event: 'TaskFinish', text: '任务完成', chosen: false },
    { event: 'WorkflowFinish', text: '工作流完成', chosen: false },
  ],
  others: '',
  maxLength: MAX_LENGTH,
  nameLength: 0,
  errors: { name: '', url: '', events: '' },
  changed: false,
  saving: false,
  conflicts: [],
};

Page({
  data,

  /** The queue as the service gave it last. */
  queue: {} as DocQueue,
  left: false,
  /** Whether WeChat asks before the page is left. */
  heldBack: false,

  onLoad({ id = '' }: { id?: string }) {
    this.show({ id, textScale: textScale() });
    this.read();
  },

  onUnload() {
    this.left = true;
  },

  onShareAppMessage() {
    const { id, name } = this.data;
    return { title: name || '文档转码队列', path: `/pages/queue/queue?id=${id}` };
  },

  async read() {
    this.show({ phase: 'loading', problem: null });
    try {
      this.queue = await this.get();
      this.showQueue();
      this.fill(settingsOf(this.queue));
      this.show({ phase: 'ready' });
    } catch (error) {
      this.show({ phase: 'failed', problem: explainError(error) });
    }
  },

  async get() {
    const QueueId = this.data.id;
    const { Response } = await call((client) => client.getDocProcessQueue({ QueueId }));
    return Response.Queue;
  },

  showQueue() {
    const { QueueId, Name, State, MaxSize, MaxConcurrent, CreateTime, UpdateTime } = this.queue;
    const facts = [
      { label: '最大排队数', value: readableNumber(MaxSize) },
      { label: '最大并发', value: readableNumber(MaxConcurrent) },
      { label: '创建时间', value: readableTime(CreateTime) },
      { label: '更新时间', value: readableTime(UpdateTime) },
    ];
    this.show({ name: Name || QueueId, state: State ?? '', facts });
  },

  /**
   * Shows the queue as it is now. What was not changed here follows it; what was changed here and there is
   * asked about.
   */
  take(queue: DocQueue) {
    const { settings: mine, conflicts: asked } = this.data;
    const before = settingsOf(this.queue);
    const theirs = settingsOf(queue);
    const found = conflictsOf(before, theirs, mine);
    const open = asked.filter(({ setting }) => !found.includes(setting));
    const conflicts = found.map((setting) => ({
      setting,
      label: LABELS[setting],
      mine: readableSetting(mine, setting),
      theirs: readableSetting(theirs, setting),
    }));
    this.queue = queue;
    this.showQueue();
    this.fill(merge(theirs, mine, changedSettings(before, mine)));
    this.show({ conflicts: [...open, ...conflicts] });
    tellQueueNews(queue);
  },

  /** Fills the form. */
  fill(settings: QueueSettings) {
    const usual = this.data.chips.map(({ event }) => event);
    const others = eventsOf(settings.events).filter((event) => !usual.includes(event));
    this.show({ others: others.join(',') });
    this.edit(settings);
  },

  edit(change: Partial<QueueSettings>) {
    const { settings: shown, errors, chips } = this.data;
    const settings = { ...shown, ...change };
    const changed = changedSettings(settingsOf(this.queue), settings);
    const chosen = eventsOf(settings.events);
    const chipChanges = chips.map((chip, index) =>
      changes(chip, { chosen: chosen.includes(chip.event) }, `chips[${index}].`),
    );
    this.show(
      { nameLength: lengthOf(settings.name), changed: changed.length > 0 },
      Object.assign(
        changes(shown, settings, 'settings.'),
        changes(errors, checkSettings(settings, changed), 'errors.'),
        ...chipChanges,
      ),
    );
    this.holdBack();
  },

  /** Has WeChat ask before changes are lost. Whoever leaves while they are saved loses nothing. */
  holdBack() {
    const unsaved = this.data.changed && !this.data.saving;
    if (this.left || unsaved === this.heldBack) return;
    this.heldBack = unsaved;
    if (!wx.canIUse('enableAlertBeforeUnload')) return;
    if (unsaved) wx.enableAlertBeforeUnload({ message: '修改尚未保存，确定离开吗？' });
    else wx.disableAlertBeforeUnload({});
  },

  onInput({ currentTarget, detail }: WechatMiniprogram.Input) {
    this.edit({ [currentTarget.dataset.setting]: detail.value });
  },

  onCallback({ detail }: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    if (!this.data.saving) this.edit({ callbackOn: detail.value });
  },

  onChip({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { event } = currentTarget.dataset;
    const chosen = eventsOf(this.data.settings.events);
    const others = chosen.filter((each) => each !== event);
    this.edit({ events: (others.length < chosen.length ? others : [...chosen, event]).join(',') });
  },

  onOthers({ detail }: WechatMiniprogram.Input) {
    const chosen = this.data.chips.filter((chip) => chip.chosen).map(({ event }) => event);
    this.show({ others: detail.value });
    this.edit({ events: [...chosen, ...eventsOf(detail.value)].join(',') });
  },

  onCopy() {
    copy(this.data.id);
  },

  async onToggle({ detail }: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    const { id, name, saving } = this.data;
    const wanted = detail.value ? 'Active' : 'Paused';
    // Two changes at once would each write back what the other one changes.
    if (saving) {
      wx.showToast({ title: '正在保存，请稍候', icon: 'none' });
      return;
    }
    if (!(await mayChangeState(name, wanted))) return;
    this.show({ wanted, problem: null });
    try {
      const queue = await changeState(id, wanted);
      this.show({ wanted: '' });
      this.take(queue);
    } catch (error) {
      this.show({ wanted: '' });
      this.fail(`${verbOf(wanted)}失败`, error);
    }
  },

  async onSave() {
    const { changed, saving, wanted, errors, conflicts } = this.data;
    if (!changed || saving || wanted || Object.values(errors).some(Boolean)) return;
    if (conflicts.length > 0) return;
    this.show({ problem: null });
    this.showSaving(true);
    try {
      const saved = await this.save();
      this.showSaving(false);
      if (saved) this.leave();
    } catch (error) {
      this.showSaving(false);
      this.fail('保存失败', error);
    }
  },

  showSaving(saving: boolean) {
    this.show({ saving });
    this.holdBack();
  },

  /** Gives whether it was saved: there may be something to ask first. A page that was left shows nothing. */
  async save(): Promise<boolean> {
    const { settings: mine } = this.data;
    const before = settingsOf(this.queue);
    const queue = await this.get();
    const theirs = settingsOf(queue);
    this.take(queue);
    if (conflictsOf(before, theirs, mine).length > 0) {
      if (this.left) wx.showToast({ title: '未保存：队列已在别处修改', icon: 'none' });
      return false;
    }
    const different = changedSettings(theirs, mine);
    const changed = changedSettings(before, mine).filter((each) => different.includes(each));
    if (changed.length > 0) {
      const patch = patchOf(queue, mine, changed);
      const { Response } = await call((client) => client.patchDocProcessQueue(patch));
      this.take(Response.Queue);
    }
    return true;
  },

  leave() {
    if (!this.left) wx.navigateBack();
    wx.showToast({ title: '已保存', icon: 'success' });
  },

  /** Tells of a change that failed: above the buttons, where it is seen wherever the page is scrolled. */
  fail(what: string, error: unknown) {
    const problem = explainFailed(what, error);
    const gone = problem.remedy === 'leave';
    this.show({ phase: gone ? 'failed' : 'ready', problem });
    if (gone) this.fill(settingsOf(this.queue));
    const words = problem.remedy === 'refresh' ? `${what}，也许已经生效` : problem.title;
    wx.showToast({ title: this.left ? words : what, icon: 'none' });
  },

  /** What the notice's button does. */
  onRemedy() {
    const { problem, phase } = this.data;
    if (problem?.remedy === 'leave') {
      tellQueueNews(null);
      wx.navigateBack({ fail: () => wx.reLaunch({ url: '/pages/queues/queues' }) });
    } else if (phase === 'ready') this.refresh();
    else this.read();
  },

  /** Shows how the queue is now, and keeps what is typed. */
  async refresh() {
    this.show({ problem: null });
    try {
      this.take(await this.get());
    } catch (error) {
      this.fail('刷新失败', error);
    }
  },

  onResolve({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { setting, keep } = currentTarget.dataset;
    const { settings, conflicts } = this.data;
    this.show({ conflicts: conflicts.filter((each) => each.setting !== setting) });
    if (keep === 'theirs') this.fill(merge(settings, settingsOf(this.queue), [setting]));
  },

  async onDiscard() {
    if (!(await confirm('放弃修改？', '将恢复为上次保存的内容。', '放弃'))) return;
    this.show({ problem: null, conflicts: [] });
    this.fill(settingsOf(this.queue));
  },

  show(next: Partial<Data>, more?: Record<string, unknown>) {
    show<Data>(this, next, more);
  },
});
