import { aWhile, until } from '../support/until';
import type { PageUnderTest } from './support/page';
import { answer, holdAnswers, phone } from './support/phone';
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
  page.press('button', '暂停');
  answer(true);
}

const paused = () => stage.emulator.queues.filter(({ State }) => State === 'Paused').length;

test('queues are chosen one by one, or all that the filter finds, drawn or not', async () => {
  setQueues(50, 'Active');
  const page = await openBatch();
  expect(page.canPress('暂停')).toBe(false);
  page.press('checkbox', '选择 queue 12');
  page.press('checkbox', '选择 queue 30');
  expect(page.text).toContain('已选 2 个');
  expect(page.isChecked('checkbox', '选择 queue 12')).toBe(true);
  page.press('checkbox', '选择 queue 12');
  expect(page.text).toContain('已选 1 个');
  expect(page.canPress('暂停')).toBe(true);

  page.press('button', '全选');
  expect(page.text).toContain('已选 50 个');
  page.press('button', '取消全选');
  expect(page.text).toContain('已选 0 个');

  // What is out of sight is not chosen.
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
  test('is asked about once, sends three requests at a time, and tells how far it is', async () => {
    const releaseThree = holdAnswers('PUT', 3);
    const page = await openBatch();
    page.press('button', '全选');
    page.press('button', '暂停');
    page.press('button', '暂停');
    expect(phone.modals.map(({ title }) => title)).toEqual(['暂停所选的 12 个队列？']);
    answer(false);
    await aWhile();
    expect(page.text).toContain('已选 12 个');
    expect(stage.calls('PUT')).toEqual([]);

    page.press('button', '暂停');
    answer(true);
    await until(() => page.text.includes('正在暂停… 已完成 0 / 12'));
    await until(() => stage.calls('PUT').length === 3);
    expect(page.all('status')).toHaveLength(MANY + 1);

    const releaseAll = holdAnswers('PUT');
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
    // Ready for the next one.
    page.press('button', '批量');
    expect(page.text).toContain('已选 0 个');
  });

  test('resumes just so, and holds the switches of its queues, and no others', async () => {
    setQueues(MANY, 'Paused');
    const release = holdAnswers('PUT', 1);
    const page = await openBatch();
    page.press('checkbox', '选择 queue 3');
    page.press('button', '恢复');
    expect(phone.modals[0]?.title).toBe('恢复所选的 1 个队列？');
    answer(true);
    await until(() => page.row('queue 3').isBusy);
    page.row('queue 3').press('switch');
    page.row('queue 4').press('switch');
    await until(() => page.row('queue 4').tag === '运行中');
    release();
    await until(() => page.row('queue 3').tag === '运行中');
    expect(stage.calls('PUT')).toHaveLength(2);
  });

  test('tells what failed and why, and retries only that', async () => {
    stage.refuse('update', 3);
    const page = await openBatch();
    pauseAll(page);
    await until(() => page.text.includes('3 个队列暂停失败，9 个已暂停'));
    expect(page.text).toContain('queue 1 没有权限 queue 2 没有权限 queue 3 没有权限');
    expect(paused()).toBe(MANY - 3);
    expect(page.row('queue 1').isOn).toBe(true);

    const before = stage.calls('PUT').length;
    page.press('button', '重试失败项');
    await until(() => paused() === MANY);
    await until(() => phone.toasts.includes('已暂停 3 个队列'));
    expect(stage.calls('PUT')).toHaveLength(before + 3);
    expect(page.text).not.toContain('暂停失败');
  });

  test('lists fifty of its failures at most, and counts the rest', async () => {
    const page = await openBatch();
    const failure = (id: number) => ({ id, name: `queue ${id}`, reason: '没有权限' });
    const failures = Array.from({ length: 51 }, (_, index) => failure(index));
    page.instance.setData({ 'batch.phase': 'over', 'batch.failures': failures });
    expect(page.text).toContain('等 51 个队列');
    expect(page.text.match(/queue \d+ 没有权限/g)).toHaveLength(50);
  });
});

describe('a run that is stopped', () => {
  /** Stopped after three of twelve had begun, one of which may fail. */
  async function stopped(stop: (page: PageUnderTest) => void): Promise<PageUnderTest> {
    const release = holdAnswers('PUT', 3);
    const page = await openBatch();
    pauseAll(page);
    await until(() => stage.calls('PUT').length === 3);
    stop(page);
    release();
    await until(() => page.text.includes('批量暂停已停止：已完成 3 / 12，9 个未处理'));
    expect(stage.calls('PUT')).toHaveLength(3);
    expect(page.all('status')).toEqual([]);
    expect(page.row('queue 12').isOn).toBe(true);
    return page;
  }

  test('by leaving the page says so on return, and can be taken up again', async () => {
    const page = await stopped(({ instance }) => instance.onHide());
    page.instance.onShow?.();
    expect(page.text).toContain('9 个未处理');
    page.press('button', '继续处理');
    await until(() => phone.toasts.includes('已暂停 9 个队列'));
    expect(paused()).toBe(MANY);
  });

  test('by its button does not forget what failed before', async () => {
    stage.refuse('update');
    const page = await stopped((page) => page.press('button', '停止'));
    page.press('button', '继续处理');
    await until(() => paused() === MANY - 1);
    await until(() => page.text.includes('1 个队列暂停失败，11 个已暂停'));
    expect(page.text).not.toContain('未处理');
    page.press('button', '关闭');
    expect(page.text).not.toContain('暂停失败');
  });
});
