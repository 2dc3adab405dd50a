import { aWhile, until } from '../support/until';
import { answer, holdResponses, phone } from './support/phone';
import * as stage from './support/stage';

test('a pause asks first and says what it does; without consent nothing changes', async () => {
  const page = await stage.openList();
  const row = () => page.row('invoice-preview');
  // The second tap of a double tap asks nothing.
  row().press('switch');
  row().press('switch');
  expect(phone.modals).toHaveLength(1);
  expect(phone.modals[0]?.title).toBe('暂停“invoice-preview”？');
  expect(phone.modals[0]?.content).toMatch(/已提交的任务.*等待.*正在执行的任务.*完成/);
  answer(false);
  await aWhile();
  expect(row().isRunning).toBe(true);
  expect(stage.calls('PUT')).toEqual([]);

  row().press('switch');
  answer(true);
  await until(() => row().text.includes('已暂停'));
  expect(row().isOn).toBe(false);
  expect(stage.stored('invoice-preview').State).toBe('Paused');
});

test('a resume does not ask, and locks only its own row, against taps and refreshes', async () => {
  const release = holdResponses('PUT', 1);
  const page = await stage.openList();
  const waiting = () => page.row('archive-nightly');
  waiting().press('switch');
  // The tag still shows the present state.
  await until(() => waiting().text === 'archive-nightly 已暂停 正在恢复…');
  expect(phone.modals).toEqual([]);
  waiting().press('switch');
  await until(() => stage.calls('PUT').length === 1);

  page.row('合同预览队列').press('switch');
  await until(() => page.row('合同预览队列').isRunning);
  stage.change('invoice-preview', { Name: 'renamed' });
  page.press('button', '刷新');
  await until(() => page.row('renamed'));
  expect([waiting().isOn, waiting().isBusy]).toEqual([true, true]);
  release();
  await until(() => waiting().isRunning);
  expect(stage.calls('PUT')).toHaveLength(2);
});

test('a list that was requested before a change does not undo it on the screen', async () => {
  const page = await stage.openList();
  const release = holdResponses('GET', 1);
  page.press('button', '刷新');
  await until(() => stage.calls('GET /docqueue').length === 2);
  page.row('archive-nightly').press('switch');
  await until(() => page.row('archive-nightly').isRunning);
  release();
  await until(() => phone.pullDownStops === 2);
  expect(page.row('archive-nightly').isOn).toBe(true);
});

test('a change that fails is rolled back, and explained in a toast and in its row', async () => {
  const page = await stage.openList();
  const row = () => page.row('invoice-preview');
  stage.refuse('update');
  row().press('switch');
  answer(true);
  await until(() => row().text.includes('暂停失败：没有权限'));
  expect(phone.toasts).toEqual(['暂停失败']);
  expect(row().isRunning).toBe(true);
  // What only support needs is folded.
  expect(row().text).not.toContain('AccessDenied');
  row().press('button', '错误详情');
  expect(row().text).toContain('错误码 AccessDenied');

  // The pause was confirmed before: it is not asked about again.
  row().press('button', '重试');
  expect(row().text).not.toContain('没有权限');
  await until(() => row().text.includes('已暂停'));
  expect(phone.modals).toEqual([]);
});

test('a change of a queue that is gone says so, and offers a refresh', async () => {
  const page = await stage.openList();
  stage.remove('archive-nightly');
  page.row('archive-nightly').press('switch');
  await until(() => page.row('archive-nightly').text.includes('该队列可能已被删除'));
  page.row('archive-nightly').press('button', '刷新');
  await until(() => page.names.length === 4);
  expect(page.all('alert')).toEqual([]);
});
