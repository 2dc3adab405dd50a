import queuesJson from '../../demo-miniprogram/pages/queues/queues.json';
import { aWhile, until } from '../support/until';
import { answer, holdResponses, phone } from './support/phone';
import * as stage from './support/stage';

const LIST = 'GET /docqueue?';

test('a row shows the name, the callback and whether the queue is paused, and opens its page by the id', async () => {
  const page = await stage.openList();
  expect(page.rows.map(({ text, isOn }) => [text, isOn])).toEqual([
    ['queue-doc-process-1 未设置回调', true],
    ['invoice-preview 回调已开启', true],
    ['合同预览队列 已暂停 回调已开启', false],
    ['archive-nightly 已暂停 未设置回调', false],
    ['slides_to_images 回调已关闭', true],
  ]);
  page.press('button', '详情 archive-nightly');
  expect(phone.routes).toEqual(['/pages/queue/queue?id=pb5c00e141cde79870ec8785799dba4f6']);
});

test('queues without a name of their own are told apart by their ids, in the question, too', async () => {
  const unnamed = { QueueId: 'p000000cccccc', Name: '', State: 'Frozen' };
  const twins = ['p000000aaaaaa', 'p000000bbbbbb'].map((QueueId) => ({ QueueId, Name: 'twin' }));
  stage.emulator.setQueues([...twins, unnamed]);
  const page = await stage.openList();
  expect(page.rows.map(({ text }) => text)).toEqual([
    'twin 未设置回调 ID …aaaaaa',
    'twin 未设置回调 ID …bbbbbb',
    'p000000cccccc 状态未知 未设置回调',
  ]);
  expect(page.tabs).toEqual(['全部 3', '运行中 2', '已暂停 0']);
  page.press('switch', '运行 twin（…bbbbbb）');
  expect(phone.modals[0]?.title).toBe('暂停“twin（…bbbbbb）”？');
  answer(false);
});

test('a bucket without queues says where they come from', async () => {
  stage.emulator.setQueues([]);
  const page = stage.open('queues');
  await until(() => page.text.includes('该存储桶暂无队列'));
  expect(page.text).toContain('数据万象控制台');
});

test('the tabs filter by state, the search by name and id, and the tabs count what is found', async () => {
  const page = await stage.openList();
  expect(page.tabs).toEqual(['全部 5', '运行中 3', '已暂停 2']);
  page.press('tab', '已暂停');
  expect(page.names).toEqual(['合同预览队列', 'archive-nightly']);
  expect(page.get('tab', '已暂停').hasAttribute('aria-selected')).toBe(true);
  page.type('搜索', 'slides');
  expect(page.text).toContain('没有匹配的队列');
  page.press('button', '查看全部');
  page.type('搜索', ' ARCHIVE ');
  expect(page.names).toEqual(['archive-nightly']);
  expect(page.text).toContain('找到 1 个');
  expect(page.tabs).toEqual(['全部 1', '运行中 0', '已暂停 1']);
  page.press('button', '清空搜索');
  expect(page.names).toHaveLength(5);
  page.type('搜索', 'c00E1');
  // The part of the id that was found.
  expect(page.row('archive-nightly').text).toContain('ID …c00e1…');
  expect(stage.calls(LIST)).toHaveLength(1);
});

test('rows are added while the user scrolls, and pulling down keeps them and shows what changed', async () => {
  expect(queuesJson.enablePullDownRefresh).toBe(true);
  stage.emulator.setQueues(90);
  const page = await stage.openList();
  expect(page.names).toHaveLength(40);
  expect(page.text).toContain('上滑查看更多');
  page.instance.onReachBottom();
  stage.change('queue-doc-process-70', { Name: 'renamed' });
  stage.remove('invoice-preview');
  page.instance.onPullDownRefresh();
  await until(() => page.row('renamed'));
  expect(page.names).toHaveLength(80);
  page.instance.onReachBottom();
  expect(page.names).toEqual(stage.emulator.queues.map(({ Name }) => Name));
  expect(page.text).toContain('共 89 个队列');
  await until(() => phone.pullDownStops === 2);
});

test('of 2,000 queues only what changed, and a slice of new rows, is sent to the view', async () => {
  stage.emulator.setQueues(2000);
  const page = await stage.openList();
  expect(page.tabs[0]).toBe('全部 2,000');
  const setData = jest.spyOn(page.instance, 'setData');
  page.row('archive-nightly').press('switch');
  await until(() => page.row('archive-nightly').isRunning);
  expect(JSON.stringify(setData.mock.calls).length).toBeLessThan(200);
  page.instance.onReachBottom();
  expect(JSON.stringify(setData.mock.calls).length).toBeLessThan(10_000);
});

test.each([
  [8, '0.9'],
  [24, '1.5'],
  [99, '2'],
])('with the text size %d in WeChat, texts are %s times their standard', (size, scale) => {
  phone.fontSizeSetting = size;
  const screen = stage.open('queues').element.querySelector<HTMLElement>('[style]');
  expect(screen?.style.getPropertyValue('--text')).toBe(scale);
});

describe('while the page is shown, the list is read again every 30 s', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2025-03-02T21:40:30'), advanceTimers: true });
  });

  /** Lets 30 s pass, and returns how many lists were read in them. */
  async function readsIn30s(): Promise<number> {
    const before = stage.calls(LIST).length;
    jest.advanceTimersByTime(31_000);
    await aWhile();
    return stage.calls(LIST).length - before;
  }

  test('silently: rows keep their places and their failures until the user refreshes', async () => {
    const page = await stage.openList();
    expect(page.text).toContain('更新于 21:40');
    page.press('tab', '已暂停');
    stage.refuse('update');
    page.row('合同预览队列').press('switch');
    await until(() => page.all('alert').length === 1);
    stage.change('archive-nightly', { State: 'Active' });
    stage.change('invoice-preview', { State: 'Paused' });
    expect(await readsIn30s()).toBe(1);
    await until(() => page.names.length === 3);
    expect(page.names).toEqual(['合同预览队列', 'archive-nightly', 'invoice-preview']);
    expect(page.row('archive-nightly').isOn).toBe(true);
    expect(page.text).toContain('更新于 21:41');
    expect(page.all('alert')).toHaveLength(1);
    page.press('button', '刷新');
    await until(() => page.names.length === 2);
    expect(page.all('alert')).toEqual([]);
  });

  test('but not while it is hidden, and when it is shown again only if the list is older', async () => {
    const page = await stage.openList();
    page.instance.onHide();
    expect(await readsIn30s()).toBe(0);
    for (let times = 1; times <= 2; times++) {
      page.instance.onShow?.();
      await aWhile();
      expect(stage.calls(LIST)).toHaveLength(2);
      page.instance.onHide();
    }
  });

  test('but not while a question, a change or a batch is under way', async () => {
    const release = holdResponses('PUT', 1);
    const page = await stage.openList();
    page.row('invoice-preview').press('switch');
    expect(await readsIn30s()).toBe(0);
    answer(true);
    await until(() => page.row('invoice-preview').isBusy);
    expect(await readsIn30s()).toBe(0);
    release();
    await until(() => !page.row('invoice-preview').isBusy);
    page.press('button', '批量');
    expect(await readsIn30s()).toBe(0);
    page.press('button', '取消');
    expect(await readsIn30s()).toBe(1);
  });

  test("and a failure changes only 更新于 to 上次更新, while one of the user's own refreshes is explained", async () => {
    const page = await stage.openList();
    stage.refuse('list', 2);
    expect(await readsIn30s()).toBe(1);
    await until(() => page.text.includes('上次更新 21:40'));
    expect(page.all('alert')).toEqual([]);
    page.press('button', '刷新');
    await until(() => page.text.includes('刷新失败：没有权限'));
    expect(page.names).toHaveLength(5);
  });
});
