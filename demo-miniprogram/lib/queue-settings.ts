import type { DocQueue, DocQueueNotifyConfigParams } from 'cos-wx-docqueue';

/** What a queue's page edits. */
export interface QueueSettings {
  name: string;
  callbackOn: boolean;
  url: string;
  taskFinish: boolean;
  workflowFinish: boolean;
  /** Names of further events, with commas between. */
  otherEvents: string;
}

export type Setting = keyof QueueSettings;

const LABELS: Record<Setting, string> = {
  name: '名称',
  callbackOn: '回调',
  url: '回调地址',
  taskFinish: '任务完成事件',
  workflowFinish: '工作流完成事件',
  otherEvents: '其他事件',
};

export const SETTINGS = Object.keys(LABELS) as Setting[];

/** A setting that was changed here and elsewhere. */
export interface Conflict {
  setting: Setting;
  label: string;
  mine: string;
  theirs: string;
}

export function settingsOf({ Name, NotifyConfig }: DocQueue): QueueSettings {
  const { State, Url = '', Event = '' } = NotifyConfig;
  const events = splitEvents(parseEvents(Event));
  return { name: Name ?? '', callbackOn: State === 'On', url: Url, ...events };
}

/** The settings as they are saved: a pasted address brings blanks and line ends along. */
export function normalize(settings: QueueSettings): QueueSettings {
  return {
    name: settings.name.trim(),
    callbackOn: settings.callbackOn,
    url: settings.url.replace(/[\r\n]+/g, '').trim(),
    ...splitEvents(eventsOf(settings)),
  };
}

function splitEvents(events: string[]) {
  const others = events.filter((event) => event !== 'TaskFinish' && event !== 'WorkflowFinish');
  return {
    taskFinish: events.includes('TaskFinish'),
    workflowFinish: events.includes('WorkflowFinish'),
    otherEvents: others.sort().join(','),
  };
}

/** The names of the events that the settings choose. */
export function eventsOf({ taskFinish, workflowFinish, otherEvents }: QueueSettings): string[] {
  const usual = `${taskFinish ? 'TaskFinish' : ''},${workflowFinish ? 'WorkflowFinish' : ''}`;
  return parseEvents(`${usual},${otherEvents}`);
}

/** Each event once. A Chinese comma separates events, too. */
function parseEvents(text: string): string[] {
  return [...new Set(text.split(/[,，、\s]+/).filter(Boolean))];
}

/** The settings that differ. */
export function changedSettings(before: QueueSettings, after: QueueSettings): Setting[] {
  const [a, b] = [normalize(before), normalize(after)];
  return SETTINGS.filter((setting) => a[setting] !== b[setting]);
}

/** The settings that were changed both here and elsewhere since `before`, and differently. */
export function findConflicts(
  before: QueueSettings,
  theirs: QueueSettings,
  mine: QueueSettings,
): Conflict[] {
  const changedThere = changedSettings(before, theirs);
  const different = changedSettings(theirs, mine);
  return changedSettings(before, mine)
    .filter((setting) => changedThere.includes(setting) && different.includes(setting))
    .map((setting) => ({
      setting,
      label: LABELS[setting],
      mine: describeSetting(mine, setting),
      theirs: describeSetting(theirs, setting),
    }));
}

function describeSetting(settings: QueueSettings, setting: Setting): string {
  const value = normalize(settings)[setting];
  if (typeof value === 'boolean') return value ? '开启' : '关闭';
  return value || '（空）';
}

/** Their settings, with those of mine that are named. */
export function merge(
  theirs: QueueSettings,
  mine: QueueSettings,
  kept: readonly Setting[],
): QueueSettings {
  return Object.assign({}, theirs, ...kept.map((setting) => ({ [setting]: mine[setting] })));
}

/** The patch for those of the `changed` settings in which the queue differs, if any. */
export function toPatch(queue: DocQueue, mine: QueueSettings, changed: readonly Setting[]) {
  const merged = normalize(merge(settingsOf(queue), mine, changed));
  const different = changedSettings(settingsOf(queue), merged);
  if (different.length === 0) return undefined;
  const { name, callbackOn, url } = merged;
  const isEvent = (setting: Setting) => !['name', 'callbackOn', 'url'].includes(setting);
  const callback: DocQueueNotifyConfigParams = {
    ...(different.includes('callbackOn') && { State: callbackOn ? 'On' : 'Off' }),
    ...(different.includes('url') && { Url: url }),
    ...(different.some(isEvent) && { Event: eventsOf(merged).join(',') }),
  };
  const isCallbackChanged = Object.keys(callback).length > 0;
  // Empty in a queue that never had a callback.
  if (isCallbackChanged && !queue.NotifyConfig.Type) callback.Type = 'Url';
  return {
    QueueId: queue.QueueId,
    ...(different.includes('name') && { Name: name }),
    ...(isCallbackChanged && { NotifyConfig: callback }),
  };
}
