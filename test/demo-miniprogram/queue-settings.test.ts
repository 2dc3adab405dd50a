import { checkSettings, NO_ERRORS } from '../../demo-miniprogram/lib/check-settings';
import {
  changedSettings,
  type QueueSettings,
  SETTINGS,
  settingsOf,
  toPatch,
} from '../../demo-miniprogram/lib/queue-settings';

const STORED: QueueSettings = {
  name: 'invoice-preview',
  callbackOn: true,
  url: 'https://example.com/callback',
  taskFinish: true,
  workflowFinish: true,
  otherEvents: '',
};

const long = 'x'.repeat(101);
const NO_EVENTS = { taskFinish: false, workflowFinish: false, otherEvents: '' };

describe('the check of the settings', () => {
  test.each([
    ['name', '   ', '请输入名称'],
    ['name', '合'.repeat(103), '最多 100 个字符，已超出 3 个'],
    ['url', '', '开启回调后须填写地址'],
    ['url', 'ftp://example.com/', '须以 http:// 或 https:// 开头'],
    ['url', 'https://example.com/a b', '不能包含空格'],
    ['url', 'https://user:secret@example.com/', '格式有误'],
    ['url', 'https://example.com:0/', '格式有误'],
    ['url', `https://example.com/${long}`, '最多 100 个字符'],
    ['url', 'http://localhost:8080/hook', '公网'],
    ['url', 'http://10.1.2.3/', '公网'],
    ['url', 'http://172.16.0.1/', '公网'],
    ['url', 'http://192.168.1.2/hook', '公网'],
    ['url', 'http://nas.local/hook', '公网'],
    ['url', 'http://[::1]/', '公网'],
    ['otherEvents', 'Task-Finish', '只能包含字母、数字和下划线'],
  ])('%s %j: %s', (setting, text, error) => {
    const errors = checkSettings({ ...STORED, [setting]: text }, SETTINGS);
    expect(errors).toEqual({ ...NO_ERRORS, [setting]: expect.stringContaining(error) });
  });

  test.each([
    ['name', '😀'.repeat(100)],
    ['url', 'http://172.32.0.1:8080/hook?a=user@host#b'],
    ['url', 'https://例子.公司/回调'],
    ['url', '  https://example.com/\npasted  '],
    ['otherEvents', 'TaskFinish，WorkflowFinish, Another,'],
  ])('%s %j is accepted', (setting, text) => {
    expect(checkSettings({ ...STORED, [setting]: text }, SETTINGS)).toEqual(NO_ERRORS);
  });

  test('requires an address and events only while the callback is on', () => {
    const off = { ...STORED, ...NO_EVENTS, callbackOn: false, url: '' };
    expect(checkSettings(off, SETTINGS)).toEqual(NO_ERRORS);
    const on = { ...STORED, ...NO_EVENTS, otherEvents: ' , ，' };
    expect(checkSettings(on, SETTINGS).otherEvents).toContain('须至少选择一个事件');
    // But an address that is given must be valid.
    expect(checkSettings({ ...off, url: 'nonsense' }, SETTINGS).url).not.toBe('');
  });

  test('a stored address is checked only when the callback is changed', () => {
    const odd = { ...STORED, url: 'http://intranet/' };
    expect(checkSettings(odd, ['name']).url).toBe('');
    expect(checkSettings(odd, ['callbackOn']).url).not.toBe('');
  });
});

test.each([
  [{}, []],
  [{ name: ' invoice-preview ', url: 'https://example.com/callback\n' }, []],
  [{ taskFinish: false, otherEvents: 'WorkflowFinish，TaskFinish,TaskFinish' }, []],
  [{ name: 'new', taskFinish: false }, ['name', 'taskFinish']],
])('%j changes %j', (change, changed) => {
  expect(changedSettings(STORED, { ...STORED, ...change })).toEqual(changed);
});

describe('a patch', () => {
  const queue = {
    QueueId: 'q1',
    Name: 'one',
    NotifyConfig: { State: 'Off', Url: '', Event: '', Type: '' },
  } as never;

  test('keeps the events that somebody else has chosen', () => {
    const theirs = { QueueId: 'q1', Name: 'one', NotifyConfig: { Type: 'Url', Event: 'Another' } };
    const settings = { ...settingsOf(queue), taskFinish: true };
    expect(toPatch(theirs as never, settings, ['taskFinish'])).toEqual({
      QueueId: 'q1',
      NotifyConfig: { Event: 'TaskFinish,Another' },
    });
  });

  test('of a first callback makes it one by address', () => {
    const settings = { ...STORED, name: 'one' };
    expect(toPatch(queue, settings, SETTINGS)).toEqual({
      QueueId: 'q1',
      NotifyConfig: {
        State: 'On',
        Url: 'https://example.com/callback',
        Event: 'TaskFinish,WorkflowFinish',
        Type: 'Url',
      },
    });
  });
});
