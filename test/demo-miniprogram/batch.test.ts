import { aWhile, until } from '../support/until';
import type { PageUnderTest } from './support/page';
import { answer, holdResponses, phone } from './support/phone';
import { setUpStage } from './support/stage';

const stage = setUpStage();
const MANY = 12;

const setQueues = (count: number, State: 'Active' | 'Paused') =>
  stage.emulator.setQueues(
    Array.from({ length: count }, (_, index) => ({ Name: `queue ${index + 1}`, State })),
  );

beforeEach(() => setQueues(MANY, 'Active'));

/** The list page on which queues are being chosen. */
async function openBatch(): Promise<PageUnderTest> {
  const page = await stage.openList();
  page.press('button', '批量');
  return page;
}

function pauseAll(page: PageUnderTest): void {
  page.press('button', '全选');
  page.press('button', '暂停 ');
  answer(true);
}

const paused = () => stage.emulator.queues.filter(({ State }) => State === 'Paused').length;

test('queues are chosen one by one, or all that the filter finds, shown or not', async () => {
  setQueues(50, 'Active');
  const page = await openBatch();
  expect(page.canPress('暂停 0')).toBe(false);
  page.press('checkbox', '选择 queue 12');
  page.press('checkbox', '选择 queue 30');
  expect(page.text).toContain('已选 2 个');
  expect(page.isChecked('checkbox', '选择 queue 12')).toBe(true);
  page.press('checkbox', '选择 queue 12');
  expect(page.text).toContain('已选 1 个');
  expect(page.canPress('暂停 1')).toBe(true);

  page.press('button', '全选');
  expect(page.text).toContain('已选 50 个');
  page.press('button', '全选');
  expect(page.text).toContain('已选 0 个');

  // Queues that the filter hides are no longer chosen.
  page.press('button', '全选');
  page.type('搜索', 'nothing');
  expect(page.get('button', '全选').hasAttribute('aria-pressed')).toBe(false);
  page.press('button', '全选');
  page.type('搜索', '');
  page.press('button', '全选');
  page.type('搜索', 'queue 12');
  expect(page.text).toContain('已选 1 个');
  page.press('button', '清空搜索');
  expect(page.text).toContain('已选 1 个');

  page.press('button', '取消');
  expect(page.all('checkbox')).toEqual([]);
  page.press('button', '批量');
  expect(page.text).toContain('已选 0 个');
});

describe('a run', () => {
  test('asks once, sends three requests at a time, and shows the progress', async () => {
    const releaseThree = holdResponses('PUT', 3);
    const page = await openBatch();
    page.press('button', '全选');
    page.press('button', '暂停 12');
    expect(phone.modals.map(({ title }) => title)).toEqual(['将暂停 12 个队列']);
    answer(false);
    await aWhile();
    expect(page.text).toContain('已选 12 个');
    expect(stage.calls('PUT')).toEqual([]);

    page.press('button', '暂停 12');
    answer(true);
    await until(() => page.text.includes('正在暂停… 已完成 0 / 12'));
    await until(() => stage.calls('PUT').length === 3);
    expect(page.all('status')).toHaveLength(MANY + 1);

    const releaseAll = holdResponses('PUT');
    releaseThree();
    await until(() => page.text.includes('已完成 3 / 12'));
    await until(() => stage.calls('PUT').length === 6);
    expect(page.all('status')).toHaveLength(MANY - 3 + 1);

    releaseAll();
    await until(() => phone.toasts.length > 0);
    expect(phone.toasts).toEqual(['已暂停 12 个队列']);
    expect(paused()).toBe(MANY);
    expect(page.all('status')).toEqual([]);
    expect(page.row('queue 12').tag).toBe('已暂停');
  });

  test('changes only queues that are in the other state, and says how many', async () => {
    for (const name of ['queue 2', 'queue 4']) stage.change(name, { State: 'Paused' });
    const page = await openBatch();
    for (const name of ['queue 2', 'queue 4', 'queue 5', 'queue 6', 'queue 7']) {
      page.press('checkbox', `选择 ${name}`);
    }
    expect(page.canPress('恢复 2')).toBe(true);
    page.press('button', '暂停 3');
    expect(phone.modals[0]?.title).toBe('将暂停 3 个队列，2 个已是暂停状态');
    answer(true);
    await until(() => phone.toasts.length > 0);
    expect(phone.toasts).toEqual(['已暂停 3 个队列']);
    expect(stage.calls('PUT')).toHaveLength(3);
  });

  test('does not count queues that already were in that state', async () => {
    setQueues(50, 'Active');
    for (let number = 1; number <= 17; number++) {
      stage.change(`queue ${number}`, { State: 'Paused' });
    }
    stage.refuse('update', 50);
    const page = await openBatch();
    page.press('button', '全选');
    page.press('button', '恢复 17');
    await until(() => page.text.includes('17 个队列恢复失败'));
    expect(page.text).not.toContain('个已恢复');
    expect(stage.calls('PUT')).toHaveLength(17);
    // A resume asks no question: it harms nobody.
    expect(phone.modals).toEqual([]);
  });

  test('says what failed, marks it in the list, and retries only that', async () => {
    stage.refuse('update', 6);
    const page = await openBatch();
    pauseAll(page);
    await until(() => page.text.includes('6 个队列暂停失败，6 个已暂停 没有权限'));
    expect(paused()).toBe(MANY - 6);
    expect(page.row('queue 1').isOn).toBe(true);

    stage.refuse('update', 3);
    page.press('button', '重试失败项');
    await until(() => page.text.includes('3 个队列暂停失败，3 个已暂停'));
    page.press('button', '关闭');
    expect(page.text).not.toContain('个队列暂停失败');
    const marked = page.rows.filter(({ text }) => text.includes('暂停失败'));
    expect(marked).toHaveLength(3);
    expect(page.text.match(/没有权限/g)).toHaveLength(1);
  });
});

test('a toast writes large numbers as the list does', async () => {
  // Required only here: the SDK that it loads looks for `wx`.
  const { BatchRunner } = require('../../demo-miniprogram/lib/batch');
  const store = { setTarget() {}, changeState: async () => true };
  await new BatchRunner(store, () => {}).run(Array(2000).fill('id'), 'Paused');
  expect(phone.toasts).toEqual(['已暂停 2,000 个队列']);
});

describe('a run that is stopped', () => {
  /** Stopped after three of twelve had begun. */
  async function stopped(stop: (page: PageUnderTest) => void): Promise<PageUnderTest> {
    const release = holdResponses('PUT', 3);
    const page = await openBatch();
    pauseAll(page);
    await until(() => stage.calls('PUT').length === 3);
    stop(page);
    expect(page.text).toContain('正在停止，等待进行中的 3 个');
    expect(page.canPress('停止')).toBe(false);
    release();
    await until(() => page.text.includes('已停止：'));
    expect(stage.calls('PUT')).toHaveLength(3);
    expect(page.all('status')).toEqual([]);
    expect(page.row('queue 12').isOn).toBe(true);
    return page;
  }

  test('by its button says how many were changed and how many were not', async () => {
    stage.refuse('update');
    const page = await stopped((page) => page.press('button', '停止'));
    expect(page.text).toContain('已停止：1 个队列暂停失败，2 个已暂停，9 个未处理');
    expect(page.all('button', '继续')).toEqual([]);
  });

  test('by leaving the page says so when the page is shown again', async () => {
    const page = await stopped(({ instance }) => instance.onHide());
    page.instance.onShow?.();
    expect(page.text).toContain('已停止：3 个已暂停，9 个未处理');
  });
});
