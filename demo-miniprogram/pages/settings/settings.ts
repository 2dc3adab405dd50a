import { changes, show } from '../../lib/changes';
import { explainError, explainFailed, type Problem } from '../../lib/explain-error';
import {
  checkSettings,
  isSame,
  lengthOf,
  MAX_LENGTH,
  type QueueSettings,
  settingsOf,
  tidy,
} from '../../lib/queue-settings';
import { queueSaved } from '../../lib/saved-queue';
import { readQueue, saveSettings } from '../../lib/stored-queue';
import { textScale } from '../../lib/text-scale';

/** The usual ones: the service takes further ones, which can be typed. */
const EVENTS = ['TaskFinish', 'WorkflowFinish'];

interface Data extends QueueSettings {
  textScale: number;
  id: string;
  events: { name: string; chosen: boolean }[];
  maxLength: number;
  phase: 'loading' | 'ready' | 'failed';
  /** Why the queue could not be read, or not be saved. */
  problem: Problem | null;
  nameLength: number;
  nameError: string;
  urlError: string;
  eventError: string;
  /** Whether anything differs from what is stored. */
  unsaved: boolean;
  saving: boolean;
}

const NOTHING: QueueSettings = { name: '', callbackOn: false, url: '', event: '' };

const data: Data = {
  ...NOTHING,
  textScale: 1,
  id: '',
  events: EVENTS.map((name) => ({ name, chosen: false })),
  maxLength: MAX_LENGTH,
  phase: 'loading',
  problem: null,
  nameLength: 0,
  nameError: '',
  urlError: '',
  eventError: '',
  unsaved: false,
  saving: false,
};

Page({
  data,

  stored: NOTHING,
  left: false,

  onLoad({ id = '' }: { id?: string }) {
    this.show({ id, textScale: textScale() });
    this.read();
  },

  onUnload() {
    this.left = true;
  },

  async read() {
    this.show({ phase: 'loading', problem: null });
    try {
      this.stored = settingsOf(await readQueue(this.data.id));
      this.edit(this.stored);
      this.show({ phase: 'ready' });
    } catch (error) {
      this.show({ phase: 'failed', problem: explainError(error) });
    }
  },

  onInput({ currentTarget, detail }: WechatMiniprogram.Input) {
    this.edit({ [currentTarget.dataset.field]: detail.value });
  },

  onCallback({ detail }: WechatMiniprogram.SwitchChange) {
    this.edit({ callbackOn: detail.value });
  },

  /** Adds a usual event to those that are typed, or takes it away. */
  onEvent({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const event: string = currentTarget.dataset.event;
    const events = eventsOf(this.data);
    const others = events.filter((each) => each !== event);
    const next = others.length < events.length ? others : [...events, event];
    this.edit({ event: next.join(',') });
  },

  edit(change: Partial<QueueSettings>) {
    const settings = { ...this.data, ...change };
    const { name, url, event } = checkSettings(settings);
    const unsaved = !isSame(tidy(settings), tidy(this.stored));
    if (unsaved !== this.data.unsaved) holdBack(unsaved);
    const chosen = eventsOf(settings);
    const paths = this.data.events.map((each, index) =>
      changes(each, { chosen: chosen.includes(each.name) }, `events[${index}].`),
    );
    this.show(
      {
        ...change,
        nameLength: lengthOf(settings.name),
        nameError: name,
        urlError: url,
        eventError: event,
        unsaved,
      },
      Object.assign({}, ...paths),
    );
  },

  async onSave() {
    const { id, unsaved, saving, nameError, urlError, eventError } = this.data;
    if (!unsaved || saving || nameError || urlError || eventError) return;
    this.show({ saving: true, problem: null });
    const settings = tidy(this.data);
    try {
      const queue = await saveSettings(id, settings);
      queueSaved(queue);
      this.stored = settingsOf(queue);
    } catch (error) {
      const problem = explainFailed('没有保存', error);
      this.show({ saving: false, problem });
      if (this.left) wx.showToast({ title: problem.title, icon: 'none' });
      return;
    }
    if (this.left) return;
    this.show({ saving: false });
    this.edit(this.stored);
    wx.navigateBack();
    wx.showToast({ title: '已保存', icon: 'success' });
  },

  onDiscard() {
    wx.showModal({
      title: '放弃修改？',
      content: '这里的内容会恢复成上次保存的样子。',
      confirmText: '放弃',
      success: ({ confirm }) => {
        if (confirm) this.discard();
      },
    });
  },

  discard() {
    this.show({ problem: null });
    this.edit(this.stored);
  },

  show(next: Partial<Data>, more?: Record<string, unknown>) {
    show<Data>(this, next, more);
  },
});

function eventsOf(settings: QueueSettings): string[] {
  return tidy(settings).event.split(',').filter(Boolean);
}

/** Whether WeChat asks before the page is left. */
function holdBack(unsaved: boolean): void {
  if (!wx.canIUse('enableAlertBeforeUnload')) return;
  if (unsaved) wx.enableAlertBeforeUnload({ message: '修改还没有保存，要离开吗？' });
  else wx.disableAlertBeforeUnload({});
}
