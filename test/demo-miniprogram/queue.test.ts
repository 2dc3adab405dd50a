import { type PageUnderTest, press, type } from './support/page';
import { answer, phone } from './support/phone';
import { setUpStage } from './support/stage';
import { aWhile, until } from './support/until';

const stage = setUpStage();
const PUT = 'PUT /docqueue/';

/** The page of the queue with this name, once it shows it. */
async function openQueue(name = 'invoice-preview') {
  const page = stage.open('queue', { id: stage.stored(name).QueueId });
  await until(() => page.get('textbox', '名称'));
  return page;
}

const typedIn = (page: PageUnderTest, name: string) =>
  page.get('textbox', name).getAttribute('value') ?? '';
const rename = (page: PageUnderTest, name: string) => type(page.get('textbox', '名称'), name);
const canSave = (page: PageUnderTest) => !page.get('button', '保存').hasAttribute('disabled');
const change = (change: object, name = 'invoice-preview') =>
  stage.emulator.changeQueue(stage.stored(name).QueueId, change);
const saved = () => until(() => phone.routes.includes('back'));

describe('opening', () => {
  test('shows what the queue is, and what can be changed', async () => {
    stage.emulator.configure({ sparse: true });
    const page = stage.open('queue', { id: stage.stored('invoice-preview').QueueId });
    expect(page.get('status').getAttribute('aria-label')).toBe('正在加载队列');
    await until(() => page.get('textbox', '名称'));
    expect(page.text).toContain(
      '最大排队数 10,000 最大并发 10 创建时间 2021年3月2日 10:15 更新时间 2024年5月16日 14:49',
    );
    expect(page.get('switch', '运行 invoice-preview').hasAttribute('aria-checked')).toBe(true);
    expect(typedIn(page, '名称')).toBe('invoice-preview');
    expect(page.text).toContain('15 / 100');
    expect(page.get('switch', '回调').hasAttribute('aria-checked')).toBe(true);
    expect(typedIn(page, '回调地址')).toBe(
      'https://example.com/ci/callback?source=docqueue&env=prod',
    );
    expect(page.get('checkbox', 'TaskFinish').hasAttribute('aria-checked')).toBe(true);
    expect(typedIn(page, '其他事件')).toBe('');
    expect(canSave(page)).toBe(false);
    expect(page.all('alert')).toEqual([]);
  });

  test('that fails says why, and can be retried', async () => {
    stage.emulator.setFault({ target: 'list', times: 1, answer: { status: 403 } });
    const page = stage.open('queue', { id: stage.stored('invoice-preview').QueueId });
    await until(() => page.text.includes('没有权限'));
    page.press('button', '重试');
    await until(() => page.get('textbox', '名称'));
  });

  test.each([{ id: 'gone' }, {}])('a queue that is not there, %j, leads back', async (query) => {
    const page = stage.open('queue', query as { id: string });
    await until(() => page.get('button', '返回列表'));
    expect(page.all('textbox')).toEqual([]);
    page.press('button', '返回列表');
    expect(phone.routes).toEqual(['back']);
  });

  test('a queue that is not there, from a shared page, leads to the list', async () => {
    phone.alone = true;
    const page = stage.open('queue', { id: 'gone' });
    await until(() => page.text.includes('队列不存在'));
    page.press('button', '返回列表');
    expect(phone.routes).toEqual(['only /pages/queues/queues']);
  });

  test('copies the id', async () => {
    const page = await openQueue();
    page.press('button', '复制队列 ID');
    expect(phone.clipboard).toBe(stage.stored('invoice-preview').QueueId);
    phone.refusesToCopy = true;
    page.press('button', '复制队列 ID');
    expect(phone.toasts).toEqual(['复制失败']);
  });

  test('shares itself by its id alone', async () => {
    const page = await openQueue();
    const { QueueId } = stage.stored('invoice-preview');
    expect(page.instance.onShareAppMessage()).toEqual({
      title: 'invoice-preview',
      path: `/pages/queue/queue?id=${QueueId}`,
    });
  });
});

describe('its switch', () => {
  test('pauses once that is confirmed, and the list learns of it', async () => {
    const list = stage.open('queues');
    const page = await openQueue();
    press(page.get('switch', '运行'));
    press(page.get('switch', '运行'));
    expect(phone.modals).toHaveLength(1);
    answer(true);
    await until(() => list.row('invoice-preview').tag === '已暂停');
    expect(page.get('switch', '运行').hasAttribute('aria-checked')).toBe(false);
    expect(page.text).toContain('更新时间 今天');
  });

  test('that fails says so', async () => {
    stage.emulator.setFault({ target: 'update', times: 1, answer: { status: 403 } });
    const page = await openQueue('archive-nightly');
    press(page.get('switch', '运行'));
    await until(() => page.text.includes('恢复失败：没有权限'));
    expect(phone.toasts).toEqual(['恢复失败']);
    expect(page.get('switch', '运行').hasAttribute('aria-checked')).toBe(false);
  });

  test('keeps what is typed, and waits for a save', async () => {
    stage.emulator.setFault({ target: 'update', delay: 60 });
    const page = await openQueue('archive-nightly');
    rename(page, 'renamed');
    press(page.get('switch', '运行'));
    await until(() => page.text.includes('正在恢复…'));
    expect(canSave(page)).toBe(false);
    await until(() => page.text.includes('运行中'));
    expect(typedIn(page, '名称')).toBe('renamed');
    page.press('button', '保存');
    press(page.get('switch', '运行'));
    expect(phone.toasts).toEqual(['正在保存，请稍候']);
    await saved();
    expect(stage.stored('renamed').State).toBe('Active');
  });
});

describe('the form', () => {
  test('says at once what is wrong, and does not save it', async () => {
    const page = await openQueue();
    rename(page, '');
    type(page.get('textbox', '回调地址'), 'https://example.com:0/');
    expect(page.all('alert').map(({ textContent }) => textContent)).toEqual([
      '请输入名称',
      '端口须在 1 到 65535 之间',
    ]);
    expect(canSave(page)).toBe(false);
  });

  test('events are chosen with a tap, or typed', async () => {
    const page = await openQueue();
    page.press('checkbox', 'WorkflowFinish');
    type(page.get('textbox', '其他事件'), 'Another，TaskFinish, Another');
    page.press('button', '保存');
    await saved();
    expect(stage.stored('invoice-preview').NotifyConfig.Event).toBe('TaskFinish,Another');

    const again = await openQueue();
    expect(again.get('checkbox', 'TaskFinish').hasAttribute('aria-checked')).toBe(true);
    expect(again.get('checkbox', 'WorkflowFinish').hasAttribute('aria-checked')).toBe(false);
    expect(typedIn(again, '其他事件')).toBe('Another');
  });

  test('sends the view what was typed, and what follows of it', async () => {
    const page = await openQueue();
    page.sent.length = 0;
    rename(page, 'invoice-previews');
    rename(page, 'invoice-preview2');
    expect(page.sent).toEqual([
      { 'settings.name': 'invoice-previews', nameLength: 16, changed: true },
      { 'settings.name': 'invoice-preview2' },
    ]);
  });

  test('is given up only when confirmed', async () => {
    const page = await openQueue();
    expect(page.all('button', '放弃修改')).toEqual([]);
    rename(page, '');
    press(page.get('switch', '回调'));
    page.press('button', '放弃修改');
    answer(false);
    await aWhile();
    expect(typedIn(page, '名称')).toBe('');
    page.press('button', '放弃修改');
    answer(true);
    await until(() => typedIn(page, '名称') === 'invoice-preview');
    expect(page.get('switch', '回调').hasAttribute('aria-checked')).toBe(true);
    expect(page.all('alert')).toEqual([]);
    expect(phone.alert).toBe('');
  });
});

describe('saving', () => {
  test('changes what was changed and nothing else, whoever changes the rest meanwhile', async () => {
    const { QueueId } = stage.stored('合同预览队列');
    const page = await openQueue('合同预览队列');
    const theirs = { Url: 'https://example.com/theirs', Type: 'TDMQ', MqName: 'theirs' };
    change({ State: 'Active', ResultFormat: 'JSON', NotifyConfig: theirs }, '合同预览队列');
    rename(page, ' 合同 & <发票> ');
    page.press('button', '保存');
    await saved();
    expect(phone.toasts).toEqual(['已保存']);
    expect(stage.stored('合同 & <发票>')).toMatchObject({
      QueueId,
      State: 'Active',
      ResultFormat: 'JSON',
      NotifyConfig: { ...theirs, State: 'On', Event: 'TaskFinish,WorkflowFinish' },
    });
  });

  test('updates the row in the list below', async () => {
    const list = stage.open('queues');
    await until(() => list.row('invoice-preview'));
    const page = await openQueue();
    rename(page, 'renamed');
    press(page.get('switch', '回调'));
    page.press('button', '保存');
    await until(() => list.row('renamed').text.includes('回调已关闭'));
  });

  test('shows that it is under way, and happens once', async () => {
    stage.emulator.setFault({ target: 'update', times: 1, delay: 80 });
    const page = await openQueue();
    rename(page, 'renamed');
    const button = page.get('button', '保存');
    press(button);
    expect(button.textContent).toBe('正在保存…');
    expect(page.all('textbox').every((field) => field.hasAttribute('disabled'))).toBe(true);
    button.removeAttribute('disabled');
    press(button);
    await saved();
    await aWhile();
    expect(stage.calls(PUT)).toHaveLength(1);
    expect(phone.routes).toEqual(['back']);
  });

  test('that fails says why, keeps what was typed, and can be repeated', async () => {
    stage.emulator.setFault({ target: 'update', times: 1, answer: { status: 403 } });
    const page = await openQueue();
    rename(page, 'renamed');
    page.press('button', '保存');
    await until(() => page.text.includes('保存失败：没有权限'));
    expect(phone.toasts).toEqual(['保存失败']);
    expect(typedIn(page, '名称')).toBe('renamed');
    expect(phone.alert).not.toBe('');
    page.press('button', '保存');
    expect(page.text).not.toContain('没有权限');
    await saved();
  });

  test('whose answer is lost offers to look, and keeps what was typed', async () => {
    stage.emulator.setFault({ target: 'update', times: 1, answer: { status: 200, body: 'Hi' } });
    const page = await openQueue();
    rename(page, 'renamed');
    page.press('button', '保存');
    await until(() => page.text.includes('这次更改也许已经生效，请先刷新确认'));
    page.press('button', '刷新');
    await until(() => page.all('alert').length === 0);
    expect(typedIn(page, '名称')).toBe('renamed');
    expect(canSave(page)).toBe(true);
  });

  test('of a queue that is gone leads back, and the list reads anew', async () => {
    const list = stage.open('queues');
    await until(() => list.row('invoice-preview'));
    const page = await openQueue();
    rename(page, 'renamed');
    stage.emulator.removeQueue(stage.stored('invoice-preview').QueueId);
    page.press('button', '保存');
    await until(() => page.text.includes('保存失败：队列不存在'));
    expect(phone.alert).toBe('');
    page.press('button', '返回列表');
    list.instance.onShow?.();
    await until(() => list.names.length === 4);
  });
});

describe('a setting that was changed elsewhere, too', () => {
  /** The name was changed here and there, and the save asks. */
  async function asked(): Promise<PageUnderTest> {
    const page = await openQueue();
    rename(page, 'mine');
    change({ Name: 'theirs', MaxSize: 5 });
    page.press('button', '保存');
    await until(() => page.text.includes('名称已在别处修改，保留哪一个？'));
    expect(page.text).toContain('采用别处的 theirs 保留我的 mine');
    expect(canSave(page)).toBe(false);
    expect(stage.calls(PUT)).toEqual([]);
    return page;
  }

  test('is saved when mine is kept', async () => {
    const page = await asked();
    page.press('button', '保留我的');
    page.press('button', '保存');
    await saved();
    expect(stage.stored('mine').MaxSize).toBe(5);
  });

  test('is given up when theirs is taken', async () => {
    const page = await asked();
    page.press('button', '采用别处的');
    expect(typedIn(page, '名称')).toBe('theirs');
    expect(canSave(page)).toBe(false);
    expect(phone.alert).toBe('');
  });

  test('asks again when it changes once more', async () => {
    const page = await asked();
    page.press('button', '保留我的');
    change({ Name: 'theirs again' }, 'theirs');
    page.press('button', '保存');
    await until(() => page.text.includes('采用别处的 theirs again'));
  });
});

describe('leaving', () => {
  test('with unsaved changes is asked about by WeChat', async () => {
    const page = await openQueue();
    expect(phone.alert).toBe('');
    rename(page, 'renamed');
    expect(phone.alert).toBe('修改尚未保存，确定离开吗？');
    rename(page, 'invoice-preview');
    expect(phone.alert).toBe('');
  });

  /** Left while the save is under way. */
  async function left(fault: object) {
    stage.emulator.setFault({ target: 'update', times: 1, delay: 80, ...fault });
    const page = await openQueue();
    rename(page, 'renamed');
    page.press('button', '保存');
    expect(phone.alert).toBe('');
    await until(() => stage.calls(PUT).length === 1);
    expect(phone.alert).toBe('');
    page.leave();
    await until(() => phone.toasts.length > 0);
    expect(phone.routes).toEqual([]);
    // The question would be asked on the page that is on the screen now.
    expect(phone.alert).toBe('');
  }

  test('at once, while somebody else changes the rest, saves what was changed and nothing else', async () => {
    const page = await openQueue();
    rename(page, 'renamed');
    change({ NotifyConfig: { Url: 'https://example.com/theirs' } });
    page.press('button', '保存');
    page.leave();
    await until(() => phone.toasts.includes('已保存'));
    expect(stage.stored('renamed').NotifyConfig.Url).toBe('https://example.com/theirs');
  });

  test.each([
    ['已保存', {}],
    ['保存失败：没有权限', { answer: { status: 403 } }],
    ['保存失败，也许已经生效', { answer: { status: 200, body: 'Hi' } }],
  ])('while it is being saved: a toast says how it ended, %s', async (toast, fault) => {
    const list = stage.open('queues');
    await left(fault);
    expect(phone.toasts).toEqual([toast]);
    if (toast === '已保存') expect(list.row('renamed')).toBeDefined();
  });
});
