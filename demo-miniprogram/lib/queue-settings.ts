import type { DocQueue } from 'cos-wx-docqueue';

/** What the settings page edits of a queue. */
export interface QueueSettings {
  name: string;
  callbackOn: boolean;
  url: string;
  event: string;
}

/** What is wrong with each setting: empty where nothing is. */
export type SettingErrors = Record<'name' | 'url' | 'event', string>;

/** The service's limit for each text: 460/46947. */
export const MAX_LENGTH = 100;

export function settingsOf({ Name, NotifyConfig }: DocQueue): QueueSettings {
  const { State, Url = '', Event = '' } = NotifyConfig;
  return { name: Name, callbackOn: State === 'On', url: Url, event: Event };
}

/** As they are saved: a pasted address brings blanks along. */
export function tidy({ name, callbackOn, url, event }: QueueSettings): QueueSettings {
  return { name: name.trim(), callbackOn, url: url.trim(), event: event.replace(/\s/g, '') };
}

export function isSame(a: QueueSettings, b: QueueSettings): boolean {
  return (
    a.name === b.name && a.callbackOn === b.callbackOn && a.url === b.url && a.event === b.event
  );
}

export function checkSettings(settings: QueueSettings): SettingErrors {
  const { name, callbackOn, url, event } = tidy(settings);
  return {
    name: (name ? '' : '请填写名称') || checkLength(name),
    url: checkLength(url) || (url || callbackOn ? checkUrl(url) : ''),
    event: checkLength(event) || (event || callbackOn ? checkEvent(event) : ''),
  };
}

/** Characters as people count them: an emoji is one. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}

function checkLength(text: string): string {
  const excess = lengthOf(text) - MAX_LENGTH;
  return excess > 0 ? `最多 ${MAX_LENGTH} 个字符，多了 ${excess} 个` : '';
}

// The service calls from the internet: it reaches none of these.
const INTRANET =
  /^((?!\[)[^.]*|.*\.local|(0|10|127|169\.254|172\.(1[6-9]|2\d|3[01])|192\.168)\.[\d.]+|\[(::1?|f[cd].*|fe80:.*)\])$/i;

function checkUrl(url: string): string {
  if (!url) return '开启回调后要填写地址';
  const host = /^https?:\/\/([^\s/?#:@[\]]+|\[[\da-f:]+\])(:\d+)?([/?#]\S*)?$/i.exec(url)?.[1];
  if (!host) return '地址要以 http:// 或 https:// 开头，不含空格';
  return INTRANET.test(host) ? '要用公网能访问的地址' : '';
}

function checkEvent(event: string): string {
  if (!event) return '开启回调后至少要有一个事件';
  return /^\w+(,\w+)*$/.test(event) ? '' : '只用英文事件名，以英文逗号隔开';
}
