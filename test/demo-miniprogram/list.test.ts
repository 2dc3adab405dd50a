import queuesJson from '../../demo-miniprogram/pages/queues/queues.json';
import { aWhile, until } from '../support/until';
import type { PageUnderTest } from './support/page';
import { answer, holdResponses, phone } from './support/phone';
import { setUpStage } from './support/stage';

const stage = setUpStage();
const LIST = 'GET /docqueue?';

const tabs = (page: PageUnderTest) =>
  page
    .all('tab')
    .map((tab) => [...tab.querySelectorAll('wx-text')].map((each) => each.textContent).join(' '));

test('a row shows the name, the callback and whether the queue is paused, and opens its page by the id', async () => {
  const page = await stage.openList();
  expect(page.rows.map(({ text, isOn }) => [text, isOn])).toEqual([
    ['queue-doc-process-1 未设置回调', true],
    ['invoice-preview 回调已开启', true],
    ['合同预览队列 已暂停 回调已开启', false],
    ['archive-nightly 已暂停 未设置回调', false],
    ['slides_to_images 回调已关闭', true],
  ]);
  expect(page.all('switch', '运行 archive-nightly')).toHaveLength(1);
  page.press('button', '详情 archive-nightly');
  expect(phone.routes).toEqual(['/pages/queue/queue?id=pb5c00e141cde79870ec8785799dba4f6']);
});

test('a row of a queue without a name, in a state that is not known', async () => {
  stage.emulator.setQueues([{ QueueId: 'q1', Name: '', State: 'Frozen' }]);
  const page = await stage.openList();
  expect(page.row('q1').text).toBe('q1 状态未知 未设置回调');
  expect(tabs(page)).toEqual(['全部 1', '运行中 0', '已暂停 0']);
});

test('a bucket without queues says where they come from', async () => {
  stage.emulator.setQueues([]);
  const page = stage.open('queues');
  await until(() => page.text.includes('该存储桶暂无队列'));
  expect(page.text).toContain('数据万象控制台');
});

test('queues with the same name show the end of their id, in the question, too', async () => {
  const QUEUE = { Name: 'twin', NotifyConfig: {} };
  stage.emulator.setQueues([
    { ...QUEUE, QueueId: 'p000000aaaaaa' },
    { ...QUEUE, QueueId: 'p000000bbbbbb' },
  ]);
  const page = await stage.openList();
  expect(page.rows.map(({ text }) => text)).toEqual([
    'twin 未设置回调 ID …aaaaaa',
    'twin 未设置回调 ID …bbbbbb',
  ]);
  page.press('switch', '运行 twin（…bbbbbb）');
  expect(phone.modals[0]?.title).toBe('暂停“twin（…bbbbbb）”？');
  answer(false);
  stage.change('twin', { Name: 'single' });
  page.press('button', '刷新');
  await until(() => page.row('single').text === 'single 未设置回调');
});

test('a search by id shows the part that was found', async () => {
  const page = await stage.openList();
  page.type('搜索', ' C00E1 ');
  expect(page.row('archive-nightly').text).toBe('archive-nightly 已暂停 未设置回调 ID …c00e1…');
  expect(page.text).toContain('找到 1 个');
  page.type('搜索', 'pb5c00e141cde79870ec8785799dba4f6');
  expect(page.row('archive-nightly').text).toContain('ID pb5c00e141cde79870ec8785799dba4f6');
  page.type('搜索', 'archive');
  expect(page.row('archive-nightly').text).not.toContain('ID');
});

describe('while the page is shown, the list is read again every 30 s', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2025-03-02T21:40:00+08:00'), advanceTimers: true });
  });

  /** Lets 30 s pass, and returns how many lists were read in them. */
  async function readsIn30s(): Promise<number> {
    const before = stage.calls(LIST).length;
    jest.advanceTimersByTime(31_000);
    await aWhile();
    return stage.calls(LIST).length - before;
  }

  test('silently, with the rows in their places', async () => {
    const page = await stage.openList();
    expect(page.text).toContain('更新于 21:40');
    page.press('tab', '已暂停');
    page.sent.length = 0;
    expect(await readsIn30s()).toBe(1);
    expect(page.sent).toEqual([]);

    stage.change('archive-nightly', { State: 'Active' });
    stage.change('invoice-preview', { State: 'Paused' });
    expect(await readsIn30s()).toBe(1);
    await until(() => page.names.length === 3);
    expect(page.names).toEqual(['合同预览队列', 'archive-nightly', 'invoice-preview']);
    expect(page.row('archive-nightly').isOn).toBe(true);
    expect(page.text).toContain('更新于 21:41');
    expect(page.sent).not.toContainEqual(expect.objectContaining({ refreshing: true }));
    page.press('button', '刷新');
    await until(() => page.names.length === 2);
  });

  test('without removing the reason of an earlier failure', async () => {
    const page = await stage.openList();
    stage.refuse('update');
    page.row('archive-nightly').press('switch');
    await until(() => page.row('archive-nightly').text.includes('恢复失败：没有权限'));
    expect(await readsIn30s()).toBe(1);
    expect(page.row('archive-nightly').text).toContain('恢复失败：没有权限');
    page.press('button', '刷新');
    await until(() => page.all('alert').length === 0);
  });

  test('but not while the page is hidden; after that, only a list older than 30 s is read', async () => {
    const page = await stage.openList();
    page.instance.onHide();
    expect(await readsIn30s()).toBe(0);
    page.instance.onShow?.();
    await until(() => stage.calls(LIST).length === 2);
    page.instance.onHide();
    page.instance.onShow?.();
    await aWhile();
    expect(stage.calls(LIST)).toHaveLength(2);
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

  test('and a failure changes only 更新于 to 上次更新', async () => {
    const page = await stage.openList();
    stage.refuse('list');
    expect(await readsIn30s()).toBe(1);
    await until(() => page.text.includes('上次更新 21:40'));
    expect(page.all('alert')).toEqual([]);
    expect(await readsIn30s()).toBe(1);
    await until(() => page.text.includes('更新于 21:41'));
  });
});

test('pulling down shows what changed', async () => {
  expect(queuesJson.enablePullDownRefresh).toBe(true);
  const page = await stage.openList();
  stage.change('archive-nightly', { Name: 'renamed', State: 'Active' });
  stage.remove('invoice-preview');
  page.instance.onPullDownRefresh();
  await until(() => page.row('renamed').isOn);
  expect(page.names).not.toContain('invoice-preview');
  expect(tabs(page)).toEqual(['全部 4', '运行中 3', '已暂停 1']);
  await until(() => phone.pullDownStops === 2);
});

test('a refresh that fails keeps the list and says so above it', async () => {
  const page = await stage.openList();
  stage.refuse('list');
  page.press('button', '刷新');
  await until(() => page.text.includes('刷新失败：没有权限'));
  expect(page.text).toContain('上次更新');
  expect(page.text).not.toContain('更新于');
  expect(page.names).toHaveLength(5);
  page.press('button', '重试');
  await until(() => page.all('alert').length === 0);
});

test('the tabs filter by state, the search by name and id, and the tabs count what is found', async () => {
  const page = await stage.openList();
  expect(tabs(page)).toEqual(['全部 5', '运行中 3', '已暂停 2']);
  page.press('tab', '已暂停');
  expect(page.names).toEqual(['合同预览队列', 'archive-nightly']);
  expect(page.get('tab', '已暂停').hasAttribute('aria-selected')).toBe(true);
  page.press('tab', '全部');
  for (const words of ['nightly', ' ARCHIVE ', 'pb5c00e14']) {
    expect(page.names).toHaveLength(5);
    page.type('搜索', words);
    expect(page.names).toEqual(['archive-nightly']);
    expect(tabs(page)).toEqual(['全部 1', '运行中 0', '已暂停 1']);
    page.press('button', '清空搜索');
  }
  expect(stage.calls(LIST)).toHaveLength(1);
});

test('a filter that finds nothing says so and leads back', async () => {
  const page = await stage.openList();
  page.press('tab', '已暂停');
  page.type('搜索', 'slides');
  expect(page.text).toContain('没有匹配的队列');
  page.press('button', '清空搜索');
  stage.emulator.setQueues(2);
  page.press('button', '刷新');
  await until(() => page.text.includes('没有已暂停的队列'));
  page.press('button', '查看全部');
  expect(page.names).toEqual(['queue-doc-process-1', 'invoice-preview']);
});

test('rows are added while the user scrolls, and a refresh keeps them', async () => {
  stage.emulator.setQueues(90);
  const page = await stage.openList();
  expect(page.names).toHaveLength(40);
  expect(page.text).toContain('上滑查看更多');
  page.instance.onReachBottom();
  expect(stage.calls(LIST)).toHaveLength(1);
  stage.change('queue-doc-process-70', { Name: 'renamed' });
  page.instance.onPullDownRefresh();
  await until(() => page.row('renamed'));
  expect(page.names).toHaveLength(80);
  for (let times = 0; times < 2; times++) {
    page.instance.onReachBottom();
    expect(page.names).toEqual(stage.emulator.queues.map(({ Name }) => Name));
  }
  expect(page.text).toContain('共 90 个队列');
});

test('of 2,000 queues only what changed, or a slice of new rows, is sent to the view', async () => {
  stage.emulator.setQueues(2000);
  const page = await stage.openList();
  expect(tabs(page)[0]).toBe('全部 2,000');
  page.sent.length = 0;
  page.row('archive-nightly').press('switch');
  await until(() => !page.row('archive-nightly').tag && !page.row('archive-nightly').isBusy);
  expect(page.sent).toEqual([
    { 'rows[3].targetState': 'Active' },
    {
      'rows[3].targetState': '',
      'rows[3].state': 'Active',
      'counts.Active': expect.anything(),
      'counts.Paused': expect.anything(),
    },
  ]);
  const [first = 0, second = 0] = [1, 2].map(() => {
    page.sent.length = 0;
    page.instance.onReachBottom();
    expect(page.sent).toHaveLength(1);
    return Buffer.byteLength(JSON.stringify(page.sent));
  });
  expect(Math.abs(first - second)).toBeLessThan(200);
  expect(first).toBeLessThan(10_000);
});

test.each([
  [16, '1'],
  [99, '2'],
])('with the text size %d in WeChat, texts are scaled by %s', (size, scale) => {
  phone.fontSizeSetting = size;
  const { element } = stage.open('queues');
  const screen = element.querySelector<HTMLElement>('[style]');
  expect(screen?.style.getPropertyValue('--text')).toBe(scale);
});
