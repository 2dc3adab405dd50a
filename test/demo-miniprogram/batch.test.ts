import { aWhile, until } from '../support/until';
import type { PageUnderTest } from './support/page';
import { answer, holdResponses, phone } from './support/phone';
import * as stage from './support/stage';

const setQueues = (length: number) =>
  stage.emulator.setQueues(Array.from({ length }, (_, index) => ({ Name: `q${index + 1}` })));

beforeEach(() => setQueues(12));

/** The list page on which all queues are chosen. */
async function openBatch(): Promise<PageUnderTest> {
  const page = await stage.openList();
  page.press('button', '批量');
  page.press('button', '全选');
  return page;
}

const paused = () => stage.emulator.queues.filter(({ State }) => State === 'Paused').length;

test('queues are chosen one by one or all at once, shown or not; a search drops those that it hides', async () => {
  setQueues(50);
  const page = await openBatch();
  expect(page.text).toContain('已选 50 个');
  page.press('button', '全选');
  expect(page.canPress('暂停 0')).toBe(false);
  page.press('checkbox', '选择 q12');
  page.press('checkbox', '选择 q30');
  expect(page.text).toContain('已选 2 个');
  expect(page.isChecked('checkbox', '选择 q12')).toBe(true);
  page.press('checkbox', '选择 q12');
  expect(page.canPress('暂停 1')).toBe(true);

  page.press('button', '全选');
  page.type('搜索', 'q12');
  page.press('button', '清空搜索');
  expect(page.text).toContain('已选 1 个');
  page.press('button', '取消');
  expect(page.all('checkbox')).toEqual([]);
});

test('a batch asks once, sends three requests at a time, and shows the progress', async () => {
  const releaseThree = holdResponses('PUT', 3);
  const page = await openBatch();
  page.press('button', '暂停 12');
  expect(phone.modals.map(({ title }) => title)).toEqual(['将暂停 12 个队列']);
  answer(true);
  await until(() => page.text.includes('正在暂停… 已处理 0 / 12'));
  await until(() => stage.calls('PUT').length === 3);
  const releaseAll = holdResponses('PUT');
  releaseThree();
  await until(() => page.text.includes('已处理 3 / 12'));
  await until(() => stage.calls('PUT').length === 6);
  releaseAll();
  await until(() => phone.toasts.length > 0);
  expect(phone.toasts).toEqual(['已暂停 12 个队列']);
  expect(paused()).toBe(12);
  expect(page.row('q12').text).toContain('已暂停');
});

test('a batch changes only queues that are in the other state, and counts no others', async () => {
  for (const name of ['q2', 'q4']) stage.change(name, { State: 'Paused' });
  const page = await openBatch();
  page.press('button', '暂停 10');
  expect(phone.modals[0]?.title).toBe('将暂停 10 个队列，2 个已是暂停状态');
  answer(false);
  await aWhile();
  stage.refuse('update', 2);
  page.press('button', '恢复 2');
  await until(() => page.text.includes('2 个队列恢复失败'));
  expect(page.text).not.toContain('个已恢复');
  expect(stage.calls('PUT')).toHaveLength(2);
});

test('a batch says what failed and what to do about it, marks it in the list, and retries only that', async () => {
  stage.refuse('update', 6);
  const page = await openBatch();
  page.press('button', '暂停 12');
  answer(true);
  await until(() =>
    page.text.includes('6 个队列暂停失败，6 个已暂停 没有权限：请在临时密钥的策略'),
  );
  expect(paused()).toBe(6);
  expect(page.text.match(/没有权限/g)).toHaveLength(1);

  stage.refuse('update', 3);
  page.press('button', '重试失败项');
  await until(() => page.text.includes('3 个队列暂停失败，3 个已暂停'));
  page.press('button', '关闭');
  expect(page.text).not.toContain('个队列暂停失败');
  expect(page.rows.filter(({ text }) => text.includes('暂停失败'))).toHaveLength(3);
  expect(page.text.match(/没有权限/g)).toHaveLength(1);
});

test.each<[how: string, stop: (page: PageUnderTest) => void]>([
  ['its button', (page) => page.press('button', '停止')],
  ['leaving the page', ({ instance }) => instance.onHide()],
])('a batch stopped by %s says how many were changed and how many not', async (_, stop) => {
  stage.refuse('update');
  const release = holdResponses('PUT', 3);
  const page = await openBatch();
  page.press('button', '暂停 12');
  answer(true);
  await until(() => stage.calls('PUT').length === 3);
  stop(page);
  expect(page.text).toContain('正在停止，等待进行中的 3 个');
  expect(page.canPress('停止')).toBe(false);
  release();
  await until(() => page.text.includes('已停止：1 个队列暂停失败，2 个已暂停，9 个未处理'));
  expect(stage.calls('PUT')).toHaveLength(3);
  expect(page.all('status')).toEqual([]);
  expect(page.row('q12').isOn).toBe(true);
});
