import { type PageUnderTest, type } from './support/page';
import { answer, phone } from './support/phone';
import { setUpStage } from './support/stage';
import { until } from './support/until';

const stage = setUpStage();
const PUT = 'PUT /docqueue/';
const MANY = 12;

beforeEach(() =>
  stage.emulator.setQueues(
    Array.from({ length: MANY }, (_, index) => ({ Name: `queue ${index + 1}`, State: 'Active' })),
  ),
);

/** The list page on which queues are being chosen. */
async function openBatch(): Promise<PageUnderTest> {
  const page = stage.open('queues');
  await until(() => page.names.length > 0);
  page.press('button', '批量');
  return page;
}

async function pauseAll(page: PageUnderTest): Promise<void> {
  page.press('button', '全选');
  page.press('button', '暂停');
  answer(true);
}

const paused = () => stage.emulator.queues.filter(({ State }) => State === 'Paused').length;
const canRun = (page: PageUnderTest) => !page.get('button', '暂停').hasAttribute('disabled');

describe('choosing', () => {
  test('row by row, or all that the filter finds', async () => {
    const page = await openBatch();
    expect(canRun(page)).toBe(false);
    page.press('checkbox', '选择 queue 12');
    page.press('checkbox', '选择 queue 3');
    expect(page.text).toContain('已选 2 个');
    expect(page.get('checkbox', '选择 queue 3').hasAttribute('aria-checked')).toBe(true);
    page.press('checkbox', '选择 queue 3');
    expect(page.text).toContain('已选 1 个');
    expect(canRun(page)).toBe(true);

    page.press('button', '全选');
    expect(page.text).toContain('已选 12 个');
    page.press('button', '取消全选');
    expect(page.text).toContain('已选 0 个');
  });

  test('holds nothing that is out of sight', async () => {
    const page = await openBatch();
    page.press('button', '全选');
    type(page.get('searchbox'), 'queue 12');
    expect(page.text).toContain('已选 1 个');
    page.press('button', '清空搜索');
    expect(page.text).toContain('已选 1 个');
  });

  test('reaches those that are not drawn yet', async () => {
    stage.emulator.setQueues(100);
    const page = await openBatch();
    page.press('button', '全选');
    expect(page.text).toContain('已选 100 个');
  });

  test('ends without a trace', async () => {
    const page = await openBatch();
    page.press('checkbox', '选择 queue 3');
    page.press('button', '取消');
    expect(page.all('checkbox')).toEqual([]);
    page.press('button', '批量');
    expect(page.text).toContain('已选 0 个');
  });
});

describe('a run', () => {
  test('is asked about once, with how many, and sends three requests at a time', async () => {
    stage.emulator.setFault({ target: 'update', delay: 40 });
    const page = await openBatch();
    page.press('button', '全选');
    page.press('button', '暂停');
    expect(phone.modals[0]?.title).toBe('暂停所选的 12 个队列？');
    expect(stage.calls(PUT)).toEqual([]);
    answer(true);

    await until(() => page.text.includes('正在暂停… 已完成 0 / 12'));
    await until(() => stage.calls(PUT).length === 3);
    expect(page.all('status')).toHaveLength(MANY + 1);
    await until(() => page.text.includes('已完成 3 / 12'));
    expect(stage.calls(PUT).length).toBeLessThanOrEqual(6);

    await until(() => phone.toasts.length > 0);
    expect(phone.toasts).toEqual(['已暂停 12 个队列']);
    expect(paused()).toBe(MANY);
    expect(page.all('status')).toEqual([]);
    expect(page.row('queue 12').tag).toBe('已暂停');
    // Ready for the next one.
    page.press('button', '批量');
    expect(page.text).toContain('已选 0 个');
  });

  test('resumes just so', async () => {
    stage.emulator.setQueues([{ Name: 'one', State: 'Paused' }]);
    const page = await openBatch();
    page.press('checkbox', '选择 one');
    page.press('button', '恢复');
    expect(phone.modals[0]?.title).toBe('恢复所选的 1 个队列？');
    answer(true);
    await until(() => page.row('one').tag === '运行中');
  });

  test('that is not confirmed changes nothing', async () => {
    const page = await openBatch();
    page.press('button', '全选');
    page.press('button', '暂停');
    answer(false);
    await Promise.resolve();
    expect(page.text).toContain('已选 12 个');
    expect(stage.calls(PUT)).toEqual([]);
  });

  test('tells what failed and why, and retries only that', async () => {
    stage.emulator.setFault({ target: 'update', times: 3, answer: { status: 403 } });
    const page = await openBatch();
    await pauseAll(page);
    await until(() => page.text.includes('3 个队列暂停失败'));
    expect(page.text).toContain('queue 1 没有权限 queue 2 没有权限 queue 3 没有权限');
    expect(paused()).toBe(MANY - 3);
    expect(page.row('queue 1').isOn).toBe(true);

    const before = stage.calls(PUT).length;
    page.press('button', '重试失败项');
    await until(() => paused() === MANY);
    await until(() => phone.toasts.includes('已暂停 3 个队列'));
    expect(stage.calls(PUT)).toHaveLength(before + 3);
    expect(page.text).not.toContain('暂停失败');
  });

  test('holds the switches of its queues, and no others', async () => {
    stage.emulator.setFault({ target: 'update', delay: 40 });
    const page = await openBatch();
    page.press('checkbox', '选择 queue 3');
    page.press('button', '暂停');
    answer(true);
    await until(() => page.row('queue 3').isBusy);
    page.row('queue 3').flip();
    page.row('queue 4').flip();
    answer(true);
    await until(() => page.row('queue 4').tag === '已暂停' && page.row('queue 3').tag === '已暂停');
    expect(stage.calls(PUT)).toHaveLength(2);
  });
});

describe('leaving the page in between', () => {
  /** Left after three of twelve had begun, and shown again. */
  async function returned(): Promise<PageUnderTest> {
    stage.emulator.setFault({ target: 'update', times: 3, delay: 60 });
    const page = await openBatch();
    await pauseAll(page);
    await until(() => stage.calls(PUT).length === 3);
    page.instance.onHide();
    await until(() => paused() === 3 && page.all('status').length === 0);
    page.instance.onShow?.();
    return page;
  }

  test('stops after the running ones, and says so on return', async () => {
    const page = await returned();
    expect(page.text).toContain('批量暂停已停止：已完成 3 / 12，9 个未处理');
    expect(stage.calls(PUT)).toHaveLength(3);
    expect(page.row('queue 12').isOn).toBe(true);
    page.press('button', '关闭');
    expect(page.text).not.toContain('未处理');
  });

  test('the rest can be taken up again', async () => {
    const page = await returned();
    page.press('button', '继续处理');
    await until(() => phone.toasts.includes('已暂停 9 个队列'));
    expect(paused()).toBe(MANY);
  });

  test('what failed before is not forgotten', async () => {
    stage.emulator.setFault([
      { target: 'update', times: 1, answer: { status: 403 } },
      { target: 'update', times: 2, delay: 60 },
    ]);
    const page = await openBatch();
    await pauseAll(page);
    await until(() => stage.calls(PUT).length >= 3);
    page.press('button', '停止');
    await until(() => page.text.includes('个未处理'));
    page.press('button', '继续处理');
    await until(() => paused() === MANY - 1);
    await until(() => page.text.includes('1 个队列暂停失败'));
    expect(page.text).not.toContain('未处理');
  });
});
