import type { DocQueue, DocQueueState } from 'cos-wx-docqueue';
import { checkSettings, NO_ERRORS, type SettingErrors } from '../../lib/check-settings';
import { call } from '../../lib/client';
import { confirm } from '../../lib/confirm';
import { explainError, type Problem } from '../../lib/explain-error';
import { formatNumber, formatTime } from '../../lib/format';
import {
  type Conflict,
  changedSettings,
  findConflicts,
  merge,
  type QueueSettings,
  type Setting,
  settingsOf,
  toPatch,
} from '../../lib/queue-settings';
import { changeState, confirmState, oppositeOf, verbOf } from '../../lib/queue-state';
import { diff, setDiff } from '../../lib/set-data';
import { announceQueue, takeHandedOver } from '../../lib/shared-queues';
import { textScale } from '../../lib/text-scale';

const data = {
  textScale: 1,
  id: '',
  phase: 'loading' as 'loading' | 'ready' | 'failed',
  /** Why the queue could not be read, or the last change failed. */
  problem: null as Problem | null,
  name: '',
  state: '',
  /** The state that the queue is being brought into; empty when nothing is under way. */
  targetState: '' as DocQueueState | '',
  facts: [] as { label: string; value: string }[],
  settings: {} as QueueSettings,
  usualEvents: [
    { setting: 'taskFinish', event: 'TaskFinish', text: '任务完成' },
    { setting: 'workflowFinish', event: 'WorkflowFinish', text: '工作流完成' },
  ],
  errors: NO_ERRORS,
  changed: false,
  saving: false,
  conflicts: [] as Conflict[],
};

Page({
  data,

  /** The queue as the service returned it last. */
  queue: null as DocQueue | null,
  hasLeft: false,

  onLoad({ id = '' }: { id?: string }) {
    const queue = takeHandedOver(id);
    this.show({ id, textScale: textScale() });
    if (queue) this.adopt(queue);
    this.read();
  },

  onUnload() {
    this.hasLeft = true;
  },

  /** Shows how the queue is now, and keeps what was typed. */
  async read() {
    const known = this.queue;
    this.show({ phase: known ? 'ready' : 'loading', problem: null });
    try {
      const queue = await this.fetch();
      // After a change in the meantime, the response may be older than what is shown.
      if (this.queue === known) this.adopt(queue);
    } catch (error) {
      this.fail(this.queue ? '刷新' : '', error);
    }
  },

  async fetch() {
    const QueueId = this.data.id;
    const { Response } = await call((client) => client.getDocProcessQueue({ QueueId }));
    return Response.Queue;
  },

  /** Shows the queue as the service has it, and returns what was changed both here and there. */
  adopt(queue: DocQueue): Conflict[] {
    const theirs = settingsOf(queue);
    const before = this.queue ? settingsOf(this.queue) : theirs;
    const mine = this.queue ? this.data.settings : theirs;
    const found = findConflicts(before, theirs, mine);
    const isFound = ({ setting }: Conflict) => found.some((each) => each.setting === setting);
    this.queue = queue;
    this.show({
      phase: 'ready',
      name: queue.Name || queue.QueueId,
      state: queue.State ?? '',
      facts: [
        { label: '排队上限', value: formatNumber(queue.MaxSize) },
        { label: '并发上限', value: formatNumber(queue.MaxConcurrent) },
        { label: '创建时间', value: formatTime(queue.CreateTime) },
        { label: '更新时间', value: formatTime(queue.UpdateTime) },
      ],
      conflicts: [...this.data.conflicts.filter((each) => !isFound(each)), ...found],
    });
    this.edit(merge(theirs, mine, changedSettings(before, mine)), NO_ERRORS);
    announceQueue(queue);
    return found;
  },

  /** Changes settings in the form, and takes away the errors that this may correct. */
  edit(change: Partial<QueueSettings>, corrected: Partial<SettingErrors>) {
    const { settings: shown, errors } = this.data;
    const settings = { ...shown, ...change };
    this.show(
      { changed: this.changesOf(settings).length > 0 },
      { ...diff(shown, settings, 'settings.'), ...diff(errors, corrected, 'errors.') },
    );
    this.guardLeaving();
  },

  /** Makes WeChat ask before changes are lost, unless they are being saved. */
  guardLeaving() {
    const { changed, saving } = this.data;
    if (this.hasLeft) return;
    if (changed && !saving) wx.enableAlertBeforeUnload({ message: '修改尚未保存，确定离开吗？' });
    else wx.disableAlertBeforeUnload({});
  },

  changesOf(settings: QueueSettings): Setting[] {
    return this.queue ? changedSettings(settingsOf(this.queue), settings) : [];
  },

  onInput({ currentTarget, detail }: WechatMiniprogram.Input) {
    const { setting } = currentTarget.dataset;
    this.edit({ [setting]: detail.value }, { [setting]: '' });
  },

  onBlur({ currentTarget }: WechatMiniprogram.InputBlur) {
    const setting: keyof SettingErrors = currentTarget.dataset.setting;
    const { settings, errors } = this.data;
    const found = checkSettings(settings, this.changesOf(settings));
    this.show({}, diff(errors, { [setting]: found[setting] }, 'errors.'));
  },

  onCallback({ detail }: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    if (!this.data.saving) this.edit({ callbackOn: detail.value }, { url: '', otherEvents: '' });
  },

  onEvent({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const setting: 'taskFinish' | 'workflowFinish' = currentTarget.dataset.setting;
    const { saving, settings } = this.data;
    if (!saving) this.edit({ [setting]: !settings[setting] }, { otherEvents: '' });
  },

  onCopy() {
    wx.setClipboardData({ data: this.data.id });
  },

  async onChangeState() {
    const { id, name, state } = this.data;
    const targetState = oppositeOf(state);
    if (!(await confirmState(targetState, `暂停“${name}”？`))) return;
    this.show({ targetState, problem: null });
    try {
      this.adopt(await changeState(id, targetState));
    } catch (error) {
      this.fail(verbOf(targetState), error);
    }
    this.show({ targetState: '' });
  },

  async onSave() {
    const { changed, saving, targetState, settings, conflicts } = this.data;
    if (!changed || saving || targetState || conflicts.length > 0) return;
    const errors = checkSettings(settings, this.changesOf(settings));
    const [firstError] = Object.values(errors).filter(Boolean);
    this.show({ problem: null }, diff(this.data.errors, errors, 'errors.'));
    if (firstError) wx.showToast({ title: firstError, icon: 'none' });
    else await this.save();
  },

  async save() {
    this.showSaving(true);
    try {
      const isSaved = await this.writeChanges();
      this.showSaving(false);
      if (isSaved && !this.hasLeft) wx.navigateBack();
      if (isSaved) wx.showToast({ title: '已保存', icon: 'success' });
      else if (this.hasLeft) wx.showToast({ title: '未保存：队列已在别处修改', icon: 'none' });
    } catch (error) {
      this.showSaving(false);
      this.fail('保存', error);
    }
  },

  showSaving(saving: boolean) {
    this.show({ saving });
    this.guardLeaving();
  },

  /** Writes what was changed here, unless it was changed elsewhere, too. Returns false on a conflict. */
  async writeChanges(): Promise<boolean> {
    const mine = this.data.settings;
    const changed = this.changesOf(mine);
    const queue = await this.fetch();
    if (this.adopt(queue).length > 0) return false;
    const patch = toPatch(queue, mine, changed);
    if (patch) {
      const { Response } = await call((client) => client.patchDocProcessQueue(patch));
      this.adopt(Response.Queue);
    }
    return true;
  },

  /** Tells about a failure above the buttons, where it is seen wherever the page is scrolled. */
  fail(verb: string, error: unknown) {
    const problem = explainError(error, verb);
    const { action, title } = problem;
    const isGone = problem.code === 'QueueNotFound';
    this.show({ phase: this.queue && !isGone ? 'ready' : 'failed', problem });
    if (this.queue && isGone) this.edit(settingsOf(this.queue), NO_ERRORS);
    if (!action) return;
    wx.showToast({ title: this.hasLeft ? `${action}：${title}` : action, icon: 'none' });
  },

  onRemedy() {
    if (this.data.phase === 'failed' && this.data.problem?.remedy === 'leave') {
      announceQueue(null);
      wx.navigateBack();
    } else this.read();
  },

  /** Settles the first conflict. The next one is asked about then: one question fits on a small phone. */
  onResolve({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const [conflict, ...others] = this.data.conflicts;
    this.show({ conflicts: others });
    if (conflict && this.queue && currentTarget.dataset.keep === 'theirs') {
      const { setting } = conflict;
      const settings = merge(this.data.settings, settingsOf(this.queue), [setting]);
      this.edit(settings, { [setting]: '' });
    }
  },

  async onDiscard() {
    if (!(await confirm('放弃修改？', '将恢复为上次保存的内容。', '放弃'))) return;
    this.show({ problem: null, conflicts: [] });
    if (this.queue) this.edit(settingsOf(this.queue), NO_ERRORS);
  },

  show(next: Partial<typeof data>, more?: Record<string, unknown>) {
    setDiff<typeof data>(this, next, more);
  },
});
