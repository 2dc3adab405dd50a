import type { DocQueue, DocQueueNotifyConfigParams } from 'cos-wx-docqueue';

/** What a queue's page edits. */
export interface QueueSettings {
  name: string;
  callbackOn: boolean;
  url: string;
  /** Names of events, with commas between. */
  events: string;
}

export type Setting = keyof QueueSettings;

export const SETTINGS: readonly Setting[] = ['name', 'callbackOn', 'url', 'events'];

/** What the page calls them. */
export const LABELS: Record<Setting, string> = {
  name: '名称',
  callbackOn: '回调',
  url: '回调地址',
  events: '回调事件',
};

/** What is wrong with each setting that is typed: empty where nothing is. */
export type SettingErrors = Record<'name' | 'url' | 'events', string>;

/** The service's limit for each text: 460/46947. */
export const MAX_LENGTH = 100;

export function settingsOf({ Name, NotifyConfig }: DocQueue): QueueSettings {
  const { State, Url = '', Event = '' } = NotifyConfig;
  return { name: Name ?? '', callbackOn: State === 'On', url: Url, events: Event };
}

/** As they are saved: a pasted address brings blanks and line ends along. */
export function tidy({ name, callbackOn, url, events }: QueueSettings): QueueSettings {
  return {
    name: name.trim(),
    callbackOn,
    url: url.replace(/[\r\n]+/g, '').trim(),
    events: eventsOf(events).join(','),
  };
}

/** Each event once. A Chinese comma is one, too. */
export function eventsOf(text: string): string[] {
  return [...new Set(text.split(/[,，、\s]+/).filter(Boolean))];
}

/** The settings that differ. The order of events means nothing. */
export function changedSettings(before: QueueSettings, after: QueueSettings): Setting[] {
  const [a, b] = [before, after].map((settings) => {
    const { events, ...rest } = tidy(settings);
    return { ...rest, events: eventsOf(events).sort().join(',') };
  }) as [QueueSettings, QueueSettings];
  return SETTINGS.filter((setting) => a[setting] !== b[setting]);
}

/** The settings changed here that were changed elsewhere meanwhile, too, and differently. */
export function conflictsOf(
  before: QueueSettings,
  theirs: QueueSettings,
  mine: QueueSettings,
): Setting[] {
  const changedThere = changedSettings(before, theirs);
  const different = changedSettings(theirs, mine);
  return changedSettings(before, mine).filter(
    (setting) => changedThere.includes(setting) && different.includes(setting),
  );
}

/** Theirs, with those of mine that are named. */
export function merge(
  theirs: QueueSettings,
  mine: QueueSettings,
  kept: readonly Setting[],
): QueueSettings {
  return Object.assign({}, theirs, ...kept.map((setting) => ({ [setting]: mine[setting] })));
}

/** A setting's value in words. */
export function readableSetting(settings: QueueSettings, setting: Setting): string {
  const value = tidy(settings)[setting];
  if (typeof value === 'boolean') return value ? '开启' : '关闭';
  return value || '（空）';
}

/** What a patch says of a queue: the settings named, and nothing else. */
export function patchOf(queue: DocQueue, settings: QueueSettings, changed: readonly Setting[]) {
  const { name, callbackOn, url, events } = tidy(settings);
  const callback: DocQueueNotifyConfigParams = {};
  if (changed.includes('callbackOn')) callback.State = callbackOn ? 'On' : 'Off';
  if (changed.includes('url')) callback.Url = url;
  if (changed.includes('events')) callback.Event = events;
  const callbackChanged = Object.keys(callback).length > 0;
  // Empty in a queue that never had a callback.
  if (callbackChanged && !queue.NotifyConfig.Type) callback.Type = 'Url';
  return {
    QueueId: queue.QueueId,
    ...(changed.includes('name') && { Name: name }),
    ...(callbackChanged && { NotifyConfig: callback }),
  };
}

/** What is stored and stays as it is needs no check: whoever stored it could. */
export function checkSettings(settings: QueueSettings, changed: readonly Setting[]): SettingErrors {
  const { name, callbackOn, url, events } = tidy(settings);
  const isNew = (setting: Setting) => changed.includes(setting) || changed.includes('callbackOn');
  return {
    name: changed.includes('name') ? checkName(name) : '',
    url: isNew('url') && (url || callbackOn) ? checkLength(url) || checkUrl(url) : '',
    events:
      isNew('events') && (events || callbackOn) ? checkLength(events) || checkEvents(events) : '',
  };
}

function checkName(name: string): string {
  return name ? checkLength(name) : '请输入名称';
}

/** Characters as people count them: an emoji is one. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}

function checkLength(text: string): string {
  const excess = lengthOf(text) - MAX_LENGTH;
  return excess > 0 ? `最多 ${MAX_LENGTH} 个字符，已超出 ${excess} 个` : '';
}

const ADDRESS = /^https?:\/\/([^/?#]*@)?([^\s/?#:@[\]]+|\[[\da-f:.]+\])(:\d*)?([/?#].*)?$/i;

// The service calls from the internet: it reaches none of these.
const INTRANET =
  /^((?!\[)[^.]*|.*\.local|(0|10|127|169\.254|172\.(1[6-9]|2\d|3[01])|192\.168)\.[\d.]+|\[(::1?|f[cd].*|fe80:.*)\])$/i;

function checkUrl(url: string): string {
  if (!url) return '开启回调后须填写地址';
  if (!/^https?:\/\//i.test(url)) return '地址须以 http:// 或 https:// 开头';
  if (/\s/.test(url)) return '地址不能包含空格';
  const [, user, host = '', port] = ADDRESS.exec(url) ?? [];
  if (user) return '地址不能包含用户名和密码（@ 之前的部分）';
  if (!host) return '地址格式有误';
  if (port !== undefined && !isPort(port)) return '端口须在 1 到 65535 之间';
  return INTRANET.test(host) ? '地址须可从公网访问' : '';
}

/** @param text with its colon */
function isPort(text: string): boolean {
  const port = Number(text.slice(1));
  return port >= 1 && port <= 65535;
}

function checkEvents(events: string): string {
  if (!events) return '开启回调后须至少选择一个事件';
  return /^[\w,]+$/.test(events) ? '' : '事件名只能包含字母、数字和下划线';
}
