import { formatTime } from '../../demo-miniprogram/lib/format';
import { aWhile, until } from '../support/until';
import { answer, holdResponses, phone } from './support/phone';
import * as stage from './support/stage';

const NAME = 'invoice-preview';

/** The page of a queue with a new name typed, and the list below it. */
async function openRenamed(name = 'renamed') {
  const list = await stage.openList();
  const page = await stage.openQueue();
  page.type('名称', name);
  return { list, page };
}

/** The page of a queue as it opens from the list, before it has been brought up to date. */
async function openFromList(name = NAME) {
  const list = await stage.openList();
  const id = stage.stored(name).QueueId;
  list.press('button', `详情 ${name}`);
  return { list, open: () => stage.open('queue', { id }) };
}

const saved = () => until(() => phone.routes.includes('back'));

test('the page says why it cannot be loaded, and after a retry shows the queue and its settings', async () => {
  stage.refuse('list');
  const page = stage.open('queue', { id: stage.stored(NAME).QueueId });
  await until(() => page.text.includes('没有权限'));
  page.press('button', '重试');
  expect(page.get('status').getAttribute('aria-label')).toBe('正在加载队列');
  await until(() => page.text.includes(`${NAME} 运行中 暂停队列`));
  const created = formatTime('2021-03-02T10:15:00+08:00');
  const updated = formatTime('2024-05-16T14:49:11+08:00');
  expect(page.text).toContain(
    `排队上限 10,000 并发上限 10 创建时间 ${created} 更新时间 ${updated}`,
  );
  expect(page.typedIn('名称')).toBe(NAME);
  expect(page.isChecked('switch', '回调')).toBe(true);
  expect(page.typedIn('回调地址')).toBe('https://example.com/ci/callback?source=docqueue&env=prod');
  expect(page.isChecked('checkbox', 'TaskFinish')).toBe(true);
  expect(page.typedIn('其他事件')).toBe('');
  expect(page.canPress('保存')).toBe(false);
});

test.each([
  ['2025-03-02T00:00:00', '今天 0:00'],
  [new Date('2025-03-02T00:00:00').toISOString(), '今天 0:00'],
  ['2025-03-01T00:00:00', '昨天 0:00'],
  ['2025-02-28T23:59:59', '2月28日 23:59'],
  ['2024-12-31T23:59:59', '2024年12月31日 23:59'],
  ['never', '未知'],
])('on 2 March 2025 the time %s is shown as %s', (time, words) => {
  expect(formatTime(time, new Date('2025-03-02T21:40:00'))).toBe(words);
});

test('what the list knows is shown at once, and brought up to date as soon as that succeeds', async () => {
  const { list, open } = await openFromList();
  stage.change(NAME, { Name: 'renamed', MaxSize: 5 });
  stage.refuse('list');
  const page = open();
  expect(page.typedIn('名称')).toBe(NAME);
  page.type('回调地址', 'https://example.com/mine');
  await until(() => page.text.includes('刷新失败：没有权限'));
  page.press('button', '重试');
  await until(() => page.typedIn('名称') === 'renamed');
  expect(page.text).toContain('排队上限 5');
  expect(page.typedIn('回调地址')).toBe('https://example.com/mine');
  expect(list.names).toContain('renamed');
});

test('a record that was read before a change does not undo it on the screen', async () => {
  const { list, open } = await openFromList('archive-nightly');
  const release = holdResponses('GET', 1);
  const page = open();
  page.press('button', '恢复队列');
  await until(() => page.canPress('暂停队列'));
  release();
  await aWhile();
  expect(page.text).toContain('运行中 暂停队列');
  expect(list.row('archive-nightly').isOn).toBe(true);
});

test('a pause asks first, keeps what is typed, and takes turns with a save; the list shows both', async () => {
  const { list, page } = await openRenamed();
  const release = holdResponses('PUT', 1);
  page.press('button', '暂停队列');
  answer(true);
  await until(() => page.text.includes('正在暂停…'));
  expect(page.canPress('正在暂停…')).toBe(false);
  expect(page.canPress('保存')).toBe(false);
  release();
  await until(() => list.row(NAME).text.includes('已暂停'));
  expect(page.typedIn('名称')).toBe('renamed');
  page.press('button', '保存');
  expect(page.canPress('正在保存…')).toBe(false);
  expect(page.canPress('恢复队列')).toBe(false);
  expect(page.all('textbox').every((field) => field.hasAttribute('disabled'))).toBe(true);
  await saved();
  expect(list.row('renamed').text).toContain('已暂停');
});

test('a field is checked when the user leaves it or saves, never while typing', async () => {
  const page = await stage.openQueue();
  page.type('回调地址', 'h');
  expect(page.all('alert')).toEqual([]);
  page.leaveField('回调地址');
  expect(page.all('alert', '地址须以 http:// 或 https:// 开头')).toHaveLength(1);
  page.type('回调地址', 'ht');
  expect(page.all('alert')).toEqual([]);

  page.type('名称', '');
  page.press('button', '保存');
  expect(page.all('alert')).toHaveLength(2);
  expect(phone.toasts).toEqual(['请输入名称']);
  await aWhile();
  expect(stage.calls('PUT')).toEqual([]);
});

test('WeChat asks before changes are lost, and so does the button that discards them', async () => {
  const page = await stage.openQueue();
  expect(phone.alert).toBe('');
  page.type('名称', '');
  page.leaveField('名称');
  page.press('switch', '回调');
  expect(phone.alert).toBe('修改尚未保存，确定离开吗？');
  page.press('button', '放弃修改');
  await aWhile();
  expect(page.typedIn('名称')).toBe('');
  answer(true);
  await until(() => page.typedIn('名称') === NAME);
  expect(page.isChecked('switch', '回调')).toBe(true);
  expect(page.all('alert')).toEqual([]);
  expect(phone.alert).toBe('');
});

describe('saving', () => {
  test('writes only what was changed here, and keeps what was changed elsewhere', async () => {
    const { page } = await openRenamed(' 合同 & <发票> ');
    page.press('checkbox', 'WorkflowFinish');
    page.type('其他事件', 'Another、Another，');
    // Both switch the callback off.
    page.press('switch', '回调');
    const theirs = { State: 'Off', Url: 'https://example.com/', Type: 'TDMQ', MqName: 'theirs' };
    const others = { State: 'Paused', ResultFormat: 'JSON' };
    // They no longer choose TaskFinish.
    stage.change(NAME, { ...others, NotifyConfig: { ...theirs, Event: 'WorkflowFinish' } });
    page.press('button', '保存');
    await saved();
    const NotifyConfig = { ...theirs, Event: 'Another' };
    expect(stage.stored('合同 & <发票>')).toMatchObject({ ...others, NotifyConfig });
  });

  test.each([
    [{ status: 403 }, '保存失败', '没有权限'],
    [{ status: 200, body: 'Hi' }, '保存结果未知', '这次更改也许已经生效，请先刷新确认'],
  ])('that ends with %j is called %s, and keeps what was typed', async (answer, title, reason) => {
    stage.emulator.setFault({ target: 'update', times: 1, answer });
    const { page } = await openRenamed();
    page.press('button', '保存');
    await until(() => page.text.includes(`${title}：`));
    expect(page.text).toContain(reason);
    expect(phone.toasts).toEqual([title]);
    // Only a look at the queue tells whether it was saved.
    expect(page.all('button', '刷新')).toHaveLength(title === '保存失败' ? 0 : 1);
    expect(page.typedIn('名称')).toBe('renamed');
    expect(phone.alert).not.toBe('');
    page.press('button', '保存');
    expect(page.all('alert')).toEqual([]);
    await saved();
  });

  test('of a queue that was deleted leads back, and the list is read again', async () => {
    const { list, page } = await openRenamed();
    stage.remove(NAME);
    page.press('button', '保存');
    await until(() => page.text.includes('保存失败：队列不存在'));
    expect(phone.alert).toBe('');
    page.press('button', '返回列表');
    list.instance.onShow?.();
    await until(() => list.names.length === 4);
  });

  test('asks one by one about settings that were also changed elsewhere', async () => {
    const { page } = await openRenamed('mine');
    page.type('回调地址', 'https://example.com/mine');
    const NotifyConfig = { Url: 'https://example.com/theirs' };
    stage.change(NAME, { Name: 'theirs', MaxSize: 5, NotifyConfig });
    page.press('button', '保存');
    await until(() => page.text.includes('名称已在别处修改，保留哪一个？'));
    expect(page.text).toContain('采用别处的 theirs 保留我的 mine');
    expect(page.text).not.toContain('回调地址已在别处修改');
    expect(page.canPress('保存')).toBe(false);
    page.press('button', '保留我的');
    expect(page.text).toContain('回调地址已在别处修改，保留哪一个？');
    page.press('button', '采用别处的');
    expect(stage.calls('PUT')).toEqual([]);
    page.press('button', '保存');
    await saved();
    expect(stage.stored('mine')).toMatchObject({ MaxSize: 5, NotifyConfig });
  });
});

test.each([
  ['已保存', () => {}],
  ['保存失败：没有权限', () => stage.refuse('update')],
  ['未保存：队列已在别处修改', () => stage.change(NAME, { Name: 'theirs' })],
])('whoever leaves during a save sees in a toast how it ended: %s', async (toast, interfere) => {
  const { page } = await openRenamed();
  interfere();
  page.press('button', '保存');
  page.leave();
  await until(() => phone.toasts.length > 0);
  expect(phone.toasts).toEqual([toast]);
  // Both would concern the page that is on the screen now.
  expect([phone.routes, phone.alert]).toEqual([[], '']);
});
