import { flip, type PageUnderTest, type } from './support/page';
import { answer, phone } from './support/phone';
import { setUpStage } from './support/stage';
import { aWhile, until } from './support/until';

const stage = setUpStage();
const PUT = 'PUT /docqueue/';
const UNTOUCHED = '没有修改';

/** The settings page of the queue with this name, once it shows them. */
async function openSettings(name = 'invoice-preview') {
  const page = stage.open('settings', { id: stage.stored(name).QueueId });
  await until(() => page.get('textbox', '名称'));
  return page;
}
const typedIn = (page: PageUnderTest, name: string) =>
  page.get('textbox', name).getAttribute('value') ?? '';
const canSave = (page: PageUnderTest) =>
  page.all('button', '保存').some((button) => !button.hasAttribute('disabled'));

describe('opening', () => {
  test('shows what is stored', async () => {
    const page = stage.open('settings', { id: stage.stored('invoice-preview').QueueId });
    expect(page.get('status').getAttribute('aria-label')).toBe('正在读取队列设置');
    await until(() => page.get('textbox', '名称'));
    expect(typedIn(page, '名称')).toBe('invoice-preview');
    expect(page.get('switch', '回调').hasAttribute('checked')).toBe(true);
    expect(typedIn(page, '回调地址')).toBe(
      'https://example.com/ci/callback?source=docqueue&env=prod',
    );
    expect(typedIn(page, '回调事件')).toBe('TaskFinish,WorkflowFinish');
    expect(page.text).toContain('15 / 100');
    expect(page.text).toContain(stage.stored('invoice-preview').QueueId);
    expect(page.all('alert')).toEqual([]);
  });

  test('shows it with a service that answers sparsely, too', async () => {
    stage.emulator.configure({ sparse: true });
    const page = await openSettings();
    expect(page.get('switch', '回调').hasAttribute('checked')).toBe(true);
    expect(typedIn(page, '回调事件')).toBe('TaskFinish,WorkflowFinish');
  });

  test('that fails says why, and can be retried', async () => {
    stage.emulator.setFault({ target: 'list', times: 1, answer: { status: 403 } });
    const page = stage.open('settings', { id: stage.stored('invoice-preview').QueueId });
    await until(() => page.text.includes('没有权限'));
    page.press('button', '重试');
    await until(() => page.get('textbox', '名称'));
  });

  test.each([{ id: 'gone' }, {}])('a queue that is not there: %j', async (query) => {
    const page = stage.open('settings', query as { id: string });
    await until(() => page.get('alert'));
    expect(page.all('textbox')).toEqual([]);
  });

  test('a queue that is not there says so', async () => {
    const page = stage.open('settings', { id: 'gone' });
    await until(() => page.text.includes('这个队列已经不在了'));
    expect(page.text).toContain('请求 ID');
  });
});

describe('what is typed is checked at once', () => {
  const long = 'x'.repeat(101);

  test.each([
    ['名称', '', '请填写名称'],
    ['名称', '   ', '请填写名称'],
    ['名称', long, '最多 100 个字符，多了 1 个'],
    ['名称', '合'.repeat(103), '多了 3 个'],
    ['回调地址', '', '开启回调后要填写地址'],
    ['回调地址', 'example.com/callback', '要以 http:// 或 https:// 开头'],
    ['回调地址', 'ftp://example.com/', '要以 http:// 或 https:// 开头'],
    ['回调地址', 'https://example.com/a b', '不含空格'],
    ['回调地址', 'https://user@example.com/', '要以 http:// 或 https:// 开头'],
    ['回调地址', `https://example.com/${long}`, '最多 100 个字符'],
    ['回调地址', 'http://localhost:8080/hook', '公网'],
    ['回调地址', 'http://127.0.0.1/', '公网'],
    ['回调地址', 'http://10.1.2.3/', '公网'],
    ['回调地址', 'http://172.16.0.1/', '公网'],
    ['回调地址', 'http://192.168.1.2/hook', '公网'],
    ['回调地址', 'http://nas.local/hook', '公网'],
    ['回调地址', 'http://intranet/hook', '公网'],
    ['回调地址', 'http://[::1]/', '公网'],
    ['回调事件', '', '至少要有一个事件'],
    ['回调事件', 'TaskFinish，WorkflowFinish', '英文逗号'],
    ['回调事件', 'TaskFinish,', '英文逗号'],
  ])('%s %s: %s', async (field, text, error) => {
    const page = await openSettings();
    type(page.get('textbox', field), text);
    expect(page.get('alert').textContent).toContain(error);
    expect(canSave(page)).toBe(false);
  });

  test.each([
    ['名称', '😀'.repeat(100)],
    ['名称', '合同_预览-*'],
    ['回调地址', 'http://172.32.0.1:8080/hook'],
    ['回调地址', 'HTTPS://example.com'],
    ['回调地址', 'https://10.example.com/?a=1&b=2#c'],
    ['回调地址', 'https://例子.公司/回调'],
    ['回调地址', 'http://[2001:db8::1]:80/'],
    ['回调地址', '  https://example.com/pasted  '],
    ['回调事件', 'TransCodingFinish'],
    ['回调事件', 'TaskFinish, WorkflowFinish, Another'],
  ])('%s %s is fine', async (field, text) => {
    const page = await openSettings();
    type(page.get('textbox', field), text);
    expect(page.all('alert')).toEqual([]);
    expect(canSave(page)).toBe(true);
  });

  test('an address and an event are needed only while the callback is on', async () => {
    const page = await openSettings('queue-doc-process-1');
    expect(page.all('alert')).toEqual([]);
    flip(page.get('switch', '回调'));
    expect(page.all('alert').map(({ textContent }) => textContent)).toEqual([
      '开启回调后要填写地址',
      '开启回调后至少要有一个事件',
    ]);
    flip(page.get('switch', '回调'));
    expect(page.all('alert')).toEqual([]);
    // But one that is there must be one.
    type(page.get('textbox', '回调地址'), 'nonsense');
    expect(page.all('alert')).toHaveLength(1);
  });

  test('a usual event is added and taken away by a tap', async () => {
    const page = await openSettings();
    page.press('button', '去掉事件 TaskFinish');
    expect(typedIn(page, '回调事件')).toBe('WorkflowFinish');
    page.press('button', '加上事件 TaskFinish');
    expect(typedIn(page, '回调事件')).toBe('WorkflowFinish,TaskFinish');
    type(page.get('textbox', '回调事件'), 'Another');
    page.press('button', '加上事件 WorkflowFinish');
    expect(typedIn(page, '回调事件')).toBe('Another,WorkflowFinish');
  });
});

describe('saving', () => {
  test('stores the settings, and of the rest nothing changes', async () => {
    const { QueueId } = stage.stored('合同预览队列');
    stage.emulator.changeQueue(QueueId, { NotifyConfig: { Type: 'TDMQ', MqName: 'mine' } });
    stage.emulator.changeQueue(QueueId, { ResultFormat: 'JSON' });
    const page = await openSettings('合同预览队列');
    type(page.get('textbox', '名称'), ' 合同 & <发票> ');
    type(page.get('textbox', '回调地址'), 'https://example.com/new?a=1&b=2');
    page.press('button', '保存');
    await until(() => phone.routes.includes('back'));
    expect(stage.stored('合同 & <发票>')).toMatchObject({
      QueueId,
      State: 'Paused',
      ResultFormat: 'JSON',
      NotifyConfig: {
        Url: 'https://example.com/new?a=1&b=2',
        Event: 'TaskFinish,WorkflowFinish',
        State: 'On',
        Type: 'TDMQ',
        MqName: 'mine',
      },
    });
    expect(phone.toasts).toEqual(['已保存']);
  });

  test('of a first callback makes it one by address', async () => {
    const page = await openSettings('queue-doc-process-1');
    flip(page.get('switch', '回调'));
    type(page.get('textbox', '回调地址'), 'https://example.com/hook');
    page.press('button', '加上事件 TaskFinish');
    page.press('button', '保存');
    await until(() => phone.routes.includes('back'));
    expect(stage.stored('queue-doc-process-1').NotifyConfig).toEqual({
      Url: 'https://example.com/hook',
      Event: 'TaskFinish',
      State: 'On',
      Type: 'Url',
    });
  });

  test('keeps a pause that somebody else made meanwhile', async () => {
    const page = await openSettings();
    stage.emulator.changeQueue(stage.stored('invoice-preview').QueueId, { State: 'Paused' });
    type(page.get('textbox', '名称'), 'renamed');
    page.press('button', '保存');
    await until(() => phone.routes.includes('back'));
    expect(stage.stored('renamed').State).toBe('Paused');
  });

  test('updates the row in the list below, and no other', async () => {
    const list = stage.open('queues');
    await until(() => list.row('invoice-preview'));
    const page = await openSettings();
    list.sent.length = 0;
    type(page.get('textbox', '名称'), 'renamed');
    flip(page.get('switch', '回调'));
    page.press('button', '保存');
    await until(() => list.row('renamed'));
    expect(list.row('renamed').text).toContain('关 回调');
    expect(list.sent).toEqual([
      {
        'queues[1].name': 'renamed',
        'queues[1].callbackOn': false,
        'queues[1].updated': expect.stringContaining('今天'),
      },
    ]);
  });

  test('shows that it is under way, and happens once', async () => {
    stage.emulator.setFault({ target: 'update', times: 1, delay: 80 });
    const page = await openSettings();
    type(page.get('textbox', '名称'), 'renamed');
    const button = page.get('button', '保存');
    page.press('button', '保存');
    expect(page.text).toContain('正在保存…');
    expect(page.all('textbox').every((input) => input.hasAttribute('disabled'))).toBe(true);
    button.removeAttribute('disabled');
    page.press('button', '正在保存');
    await until(() => phone.routes.includes('back'));
    await aWhile();
    expect(stage.calls(PUT)).toHaveLength(1);
    expect(phone.routes).toEqual(['back']);
  });

  test('that fails says why and keeps what was typed', async () => {
    stage.emulator.setFault({ target: 'update', times: 1, answer: { status: 403 } });
    const page = await openSettings();
    type(page.get('textbox', '名称'), 'renamed');
    page.press('button', '保存');
    await until(() => page.text.includes('没有权限'));
    expect(page.text).toContain('代码 AccessDenied');
    expect(typedIn(page, '名称')).toBe('renamed');
    expect(phone.routes).toEqual([]);
    expect(phone.alert).not.toBe('');
    page.press('button', '保存');
    expect(page.text).not.toContain('没有权限');
    await until(() => phone.routes.includes('back'));
  });

  test('that failed is forgotten with the changes', async () => {
    stage.emulator.setFault({ target: 'update', times: 1, answer: { status: 403 } });
    const page = await openSettings();
    type(page.get('textbox', '名称'), 'renamed');
    page.press('button', '保存');
    await until(() => page.text.includes('没有权限'));
    page.press('button', '放弃修改');
    answer(true);
    expect(page.all('alert')).toEqual([]);
  });

  test('is not offered for blanks that are stored', async () => {
    stage.emulator.changeQueue(stage.stored('invoice-preview').QueueId, { Name: 'blank ' });
    const page = await openSettings('blank ');
    expect(page.get('button', UNTOUCHED).hasAttribute('disabled')).toBe(true);
  });

  test('is not offered without a change', async () => {
    const page = await openSettings();
    expect(page.get('button', UNTOUCHED).hasAttribute('disabled')).toBe(true);
    type(page.get('textbox', '名称'), 'renamed');
    expect(canSave(page)).toBe(true);
    type(page.get('textbox', '名称'), 'invoice-preview ');
    expect(page.get('button', UNTOUCHED).hasAttribute('disabled')).toBe(true);
  });
});

describe('unsaved changes', () => {
  test('are not lost by going back: WeChat asks', async () => {
    const page = await openSettings();
    expect(phone.alert).toBe('');
    type(page.get('textbox', '名称'), 'renamed');
    expect(phone.alert).toContain('还没有保存');
    type(page.get('textbox', '名称'), 'invoice-preview');
    expect(phone.alert).toBe('');
  });

  test('once saved do not hold back', async () => {
    const page = await openSettings();
    type(page.get('textbox', '名称'), 'renamed');
    page.press('button', '保存');
    await until(() => phone.routes.includes('back'));
    expect(phone.alert).toBe('');
  });

  test('are given up only when confirmed', async () => {
    const page = await openSettings();
    expect(page.all('button', '放弃修改')).toEqual([]);
    type(page.get('textbox', '名称'), '');
    flip(page.get('switch', '回调'));
    page.press('button', '放弃修改');
    answer(false);
    expect(typedIn(page, '名称')).toBe('');
    page.press('button', '放弃修改');
    answer(true);
    expect(typedIn(page, '名称')).toBe('invoice-preview');
    expect(page.get('switch', '回调').hasAttribute('checked')).toBe(true);
    expect(page.all('alert')).toEqual([]);
    expect(phone.alert).toBe('');
  });
});

describe('leaving while it is being saved', () => {
  test('goes back no further, and the list learns of it', async () => {
    stage.emulator.setFault({ target: 'update', times: 1, delay: 80 });
    const list = stage.open('queues');
    const page = await openSettings();
    type(page.get('textbox', '名称'), 'renamed');
    page.press('button', '保存');
    await until(() => stage.calls(PUT).length === 1);
    page.leave();
    await until(() => list.row('renamed'));
    await aWhile();
    expect(phone.routes).toEqual([]);
  });

  test('does not hide that it failed', async () => {
    stage.emulator.setFault({ target: 'update', times: 1, delay: 80, answer: { status: 403 } });
    const page = await openSettings();
    type(page.get('textbox', '名称'), 'renamed');
    page.press('button', '保存');
    await until(() => stage.calls(PUT).length === 1);
    page.leave();
    await until(() => phone.toasts.length > 0);
    expect(phone.toasts).toEqual(['没有保存：没有权限']);
  });
});
