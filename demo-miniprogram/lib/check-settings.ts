import { eventsOf, normalize, type QueueSettings, type Setting } from './queue-settings';

/** What is wrong with each setting that is typed: empty where nothing is. */
export type SettingErrors = Record<'name' | 'url' | 'otherEvents', string>;

export const NO_ERRORS: SettingErrors = { name: '', url: '', otherEvents: '' };

/** The service's limit for each text: 460/46947. */
const MAX_LENGTH = 100;

/** Checks the settings that were changed, and those that a changed `callbackOn` requires. */
export function checkSettings(settings: QueueSettings, changed: readonly Setting[]): SettingErrors {
  const { name, callbackOn, url } = normalize(settings);
  const events = eventsOf(settings).join(',');
  const mustCheck = (value: string, ...names: Setting[]) =>
    (value || callbackOn) &&
    ['callbackOn', ...names].some((each) => changed.includes(each as Setting));
  return {
    name: changed.includes('name') ? checkName(name) : '',
    url: mustCheck(url, 'url') ? checkLength(url) || checkUrl(url) : '',
    otherEvents: mustCheck(events, 'taskFinish', 'workflowFinish', 'otherEvents')
      ? checkLength(events) || checkEvents(events)
      : '',
  };
}

function checkName(name: string): string {
  return name ? checkLength(name) : '请输入名称';
}

function checkLength(text: string): string {
  // In code points, of which most emoji are one.
  const excess = Array.from(text).length - MAX_LENGTH;
  return excess > 0 ? `最多 ${MAX_LENGTH} 个字符，已超出 ${excess} 个` : '';
}

const ADDRESS = /^https?:\/\/([^\s/?#:@[\]]+|\[[\da-f:.]+\])(:[1-9]\d{0,4})?([/?#].*)?$/i;

// The service calls from the internet: it reaches none of these.
const INTRANET =
  /^((?!\[)[^.]*|.*\.local|(0|10|127|169\.254|172\.(1[6-9]|2\d|3[01])|192\.168)\.[\d.]+|\[(::1?|f[cd].*|fe80:.*)\])$/i;

function checkUrl(url: string): string {
  if (!url) return '开启回调后须填写地址';
  if (!/^https?:\/\//i.test(url)) return '地址须以 http:// 或 https:// 开头';
  if (/\s/.test(url)) return '地址不能包含空格';
  const [, host] = ADDRESS.exec(url) ?? [];
  if (!host) return '地址格式有误';
  return INTRANET.test(host) ? '地址须可从公网访问' : '';
}

function checkEvents(events: string): string {
  if (!events) return '开启回调后须至少选择一个事件';
  return /^[\w,]+$/.test(events) ? '' : '事件名只能包含字母、数字和下划线';
}
