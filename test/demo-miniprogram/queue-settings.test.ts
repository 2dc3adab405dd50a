import { checkSettings, NO_ERRORS } from '../../demo-miniprogram/lib/check-settings';
import { type QueueSettings, SETTINGS, toPatch } from '../../demo-miniprogram/lib/queue-settings';

const SAVED: QueueSettings = {
  name: 'invoice-preview',
  callbackOn: true,
  url: 'https://example.com/callback',
  taskFinish: true,
  workflowFinish: true,
  otherEvents: '',
};

const NO_EVENTS = { taskFinish: false, workflowFinish: false, otherEvents: ' , ，' };
const OFF = { ...NO_EVENTS, callbackOn: false, url: '' };

test.each([
  [{ name: '   ' }, { name: '请输入名称' }],
  [{ name: '合'.repeat(103) }, { name: '最多 100 个字符，已超出 3 个' }],
  [{ name: '😀'.repeat(100) }, {}],
  [{ url: '' }, { url: '开启回调后须填写地址' }],
  [{ url: 'https://example.com/a b' }, { url: '地址不能包含空格' }],
  [{ url: 'https://user:secret@example.com/' }, { url: '地址格式有误' }],
  [{ url: `https://example.com/${'x'.repeat(81)}` }, { url: '最多 100 个字符，已超出 1 个' }],
  [{ url: 'http://localhost:8080/hook' }, { url: '地址须可从公网访问' }],
  [{ url: 'http://172.16.0.1/' }, { url: '地址须可从公网访问' }],
  [{ url: 'http://172.32.0.1:8080/hook?a=user@host#b' }, {}],
  [{ url: 'https://例子.公司/回调' }, {}],
  [{ url: '  https://example.com/\npasted  ' }, {}],
  [{ otherEvents: 'Task-Finish' }, { otherEvents: '事件名只能包含字母、数字和下划线' }],
  [{ otherEvents: 'TaskFinish，WorkflowFinish, Another,' }, {}],
  [NO_EVENTS, { otherEvents: '开启回调后须至少选择一个事件' }],
  [OFF, {}],
  [{ ...OFF, url: 'nonsense' }, { url: '地址须以 http:// 或 https:// 开头' }],
])('the check of %j finds %j', (change, errors) => {
  expect(checkSettings({ ...SAVED, ...change }, SETTINGS)).toEqual({ ...NO_ERRORS, ...errors });
});

test('a saved address is checked only when the callback is changed', () => {
  const settings = { ...SAVED, url: 'http://intranet/' };
  expect(checkSettings(settings, ['name']).url).toBe('');
  expect(checkSettings(settings, ['callbackOn']).url).not.toBe('');
});

test("switching on a queue's first callback sets its Type to Url", () => {
  const queue = { QueueId: 'q1', NotifyConfig: { State: 'Off', Url: '', Type: '' } } as never;
  expect(toPatch(queue, SAVED, ['callbackOn', 'url'])).toEqual({
    QueueId: 'q1',
    NotifyConfig: { State: 'On', Url: SAVED.url, Type: 'Url' },
  });
});
