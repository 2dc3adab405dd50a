import appJson from '../../demo-miniprogram/app.json';
import queuesJson from '../../demo-miniprogram/pages/queues/queues.json';
import { passSeconds, setClock } from './support/clock';
import { phone } from './support/phone';
import { setUpStage } from './support/stage';
import { aWhile, until } from './support/until';

const stage = setUpStage();
const LIST = 'GET /docqueue?';

/** So many queues, named `queue 1` and so on. */
const named = (count: number, State = 'Active') =>
  Array.from({ length: count }, (_, index) => ({ Name: `queue ${index + 1}`, State }));
const names = (count: number) => named(count).map(({ Name }) => Name);

test('the app opens with the list, under its title', () => {
  expect(appJson.pages[0]).toBe('pages/queues/queues');
  expect(queuesJson.navigationBarTitleText).toBe('文档转码队列');
  expect(queuesJson.enablePullDownRefresh).toBe(true);
});

describe('what a row tells', () => {
  test('all of a queue', async () => {
    setClock('2025-01-01T12:00:00+08:00');
    const page = stage.open('queues');
    const row = await until(() => page.row('invoice-preview'));
    expect(row.text).toBe(
      'invoice-preview 运行中 pda2968f10e6de6ed81ad03631ff7454f 10,000 排队上限 10 同时执行 开 回调 ' +
        'https://example.com/ci/callback?source=docqueue&env=prod 更新于 2024年5月16日 14:49 设置',
    );
    expect(row.isOn).toBe(true);
    expect(row.switch.getAttribute('aria-label')).toBe('运行 invoice-preview');
    expect(row.switch.getAttribute('aria-checked')).toBe('true');
    expect(page.text).toContain('共 5 个队列');
  });

  test('that it is paused, and that its callback is off', async () => {
    const page = stage.open('queues');
    const paused = await until(() => page.row('archive-nightly'));
    expect([paused.tag, paused.isOn]).toEqual(['已暂停', false]);
    expect(paused.switch.hasAttribute('aria-checked')).toBe(false);
    // Its address is kept.
    expect(page.row('slides_to_images').text).toContain('关 回调 https://example.com/slides');
  });

  test.each([
    ['2025-03-02T00:05:00+08:00', '今天 0:05'],
    ['2025-03-01T23:59:00+08:00', '昨天 23:59'],
    // Yesterday by this phone's clock, the day before by that of the service.
    ['2025-02-28T18:30:00-02:00', '昨天 4:30'],
    ['2025-02-28T23:59:00+08:00', '2月28日 23:59'],
    ['2024-12-31T08:00:00+08:00', '2024年12月31日 8:00'],
    ['', '未知'],
  ])('the time %s as %s', async (UpdateTime, readable) => {
    setClock('2025-03-02T20:00:00+08:00');
    stage.emulator.setQueues([{ Name: 'one', UpdateTime }]);
    const page = stage.open('queues');
    expect((await until(() => page.row('one'))).text).toContain(`更新于 ${readable} `);
  });

  test('its id, which a tap copies', async () => {
    const page = stage.open('queues');
    (await until(() => page.row('archive-nightly'))).press('复制队列 ID');
    expect(phone.clipboard).toBe('pb5c00e141cde79870ec8785799dba4f6');
    expect(phone.toasts).toEqual([]);
    phone.refusesToCopy = true;
    page.row('archive-nightly').press('复制队列 ID');
    expect(phone.toasts).toEqual(['没有复制成功']);
  });

  test('where its settings are', async () => {
    const page = stage.open('queues');
    (await until(() => page.row('archive-nightly'))).press('设置 archive-nightly');
    expect(phone.routes).toEqual(['/pages/settings/settings?id=pb5c00e141cde79870ec8785799dba4f6']);
  });
});

describe('without queues on the screen', () => {
  test('a skeleton until they are there', async () => {
    const page = stage.open('queues');
    expect(page.get('status').getAttribute('aria-label')).toBe('正在读取队列');
    await until(() => page.row('archive-nightly'));
    expect(page.all('status')).toEqual([]);
  });

  test('a bucket without any', async () => {
    stage.emulator.setQueues([]);
    const page = stage.open('queues');
    await until(() => page.text.includes('这个存储桶还没有队列'));
    expect(page.all('button')).toEqual([]);
  });

  test('a filter without any, and the way back', async () => {
    stage.emulator.setQueues(named(2));
    const page = stage.open('queues');
    await until(() => page.row('queue 1'));
    page.press('tab', '已暂停');
    await until(() => page.text.includes('没有已暂停的队列'));
    page.press('button', '看全部');
    await until(() => page.row('queue 1'));
    stage.emulator.setQueues(named(2, 'Paused'));
    page.press('tab', '运行中');
    await until(() => page.text.includes('没有运行中的队列'));
  });
});

describe('filters', () => {
  const chosen = (page: ReturnType<typeof stage.open>) =>
    page
      .all('tab')
      .filter((tab) => tab.hasAttribute('aria-selected'))
      .map(({ textContent }) => textContent);

  test('ask the service for queues in that state', async () => {
    const page = stage.open('queues');
    await until(() => page.names.length === 5);
    expect(chosen(page)).toEqual(['全部']);
    page.press('tab', '运行中');
    expect(page.get('status').getAttribute('aria-label')).toBe('正在读取队列');
    await until(() => page.names.length === 3);
    expect(page.names).toEqual(['queue-doc-process-1', 'invoice-preview', 'slides_to_images']);
    page.press('tab', '已暂停');
    await until(() => page.names.length === 2);
    expect(page.names).toEqual(['合同预览队列', 'archive-nightly']);
    expect(chosen(page)).toEqual(['已暂停']);
    page.press('tab', '全部');
    await until(() => page.names.length === 5);
  });

  test('do nothing when tapped again', async () => {
    const page = stage.open('queues');
    await until(() => page.names.length === 5);
    page.press('tab', '全部');
    await aWhile();
    expect(stage.calls(LIST)).toHaveLength(1);
  });

  test('a late answer for another filter is not shown', async () => {
    stage.emulator.setFault({ target: 'list', times: 1, delay: 120 });
    const page = stage.open('queues');
    page.press('tab', '已暂停');
    await until(() => page.names.length === 2);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(page.names).toEqual(['合同预览队列', 'archive-nightly']);
  });

  test('nor is a late failure', async () => {
    stage.emulator.setFault({ target: 'list', times: 1, delay: 120, answer: { status: 403 } });
    const page = stage.open('queues');
    page.press('tab', '已暂停');
    await until(() => page.names.length === 2);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(page.text).not.toContain('没有权限');
  });
});

describe('refreshing', () => {
  test('by pulling down, with the rows on the screen until the answer comes', async () => {
    const page = stage.open('queues');
    const { QueueId } = stage.emulator.queues[3] ?? { QueueId: '' };
    await until(() => page.row('archive-nightly'));
    stage.emulator.changeQueue(QueueId, { Name: 'renamed', State: 'Active' });
    phone.pullDownStops = 0;
    page.pullDown();
    expect(page.row('archive-nightly').isOn).toBe(false);
    await until(() => page.row('renamed').isOn);
    expect(phone.pullDownStops).toBe(1);
  });

  test('with fewer queues, and with others, than before', async () => {
    const page = stage.open('queues');
    await until(() => page.names.length === 5);
    stage.emulator.setQueues([{ QueueId: 'q1', Name: 'new' }]);
    page.pullDown();
    await until(() => page.names.length === 1);
    expect(page.names).toEqual(['new']);
    expect(page.text).toContain('共 1 个队列');
  });

  test('that fails keeps what is there and says so above it', async () => {
    const page = stage.open('queues');
    await until(() => page.names.length === 5);
    phone.pullDownStops = 0;
    stage.emulator.setFault({ target: 'list', times: 1, answer: { status: 403 } });
    page.pullDown();
    await until(() => page.text.includes('没有刷新：没有权限'));
    expect(page.names).toHaveLength(5);
    expect(phone.pullDownStops).toBe(1);
    page.press('button', '再刷新一次');
    await until(() => !page.text.includes('没有权限'));
    expect(page.names).toHaveLength(5);
  });

  test('when the page shows again and is older than 30 s, all that was on it', async () => {
    setClock('2025-03-02T20:00:00+08:00');
    stage.emulator.setQueues(named(45));
    const page = stage.open('queues');
    await until(() => page.names.length === 20);
    page.reachBottom();
    await until(() => page.names.length === 40);
    const asked = stage.calls(LIST).length;

    passSeconds(29);
    page.show();
    await aWhile();
    expect(stage.calls(LIST)).toHaveLength(asked);

    stage.emulator.changeQueue(stage.emulator.queues[39]?.QueueId ?? '', { State: 'Paused' });
    passSeconds(2);
    page.show();
    await until(() => !page.row('queue 40').isOn);
    expect(page.names.slice(0, 40)).toEqual(names(40));
  });

  test('does not begin twice', async () => {
    const page = stage.open('queues');
    page.show();
    page.show();
    await until(() => page.names.length === 5);
    await aWhile();
    expect(stage.calls(LIST)).toHaveLength(1);
  });
});

describe('paging', () => {
  test('page after page, and nothing after the last', async () => {
    stage.emulator.setQueues(named(45));
    const page = stage.open('queues');
    await until(() => page.names.length === 20);
    page.reachBottom();
    expect(page.text).toContain('正在加载更多…');
    await until(() => page.names.length === 40);
    page.press('button', '加载更多');
    await until(() => page.names.length === 45);
    expect(page.names).toEqual(names(45));
    expect(page.text).toContain('共 45 个队列');
    page.reachBottom();
    await aWhile();
    expect(stage.calls(LIST)).toHaveLength(3);
  });

  test('the bottom reached twice asks once', async () => {
    stage.emulator.setQueues(named(45));
    const page = stage.open('queues');
    await until(() => page.names.length === 20);
    page.reachBottom();
    page.reachBottom();
    await until(() => page.names.length === 40);
    await aWhile();
    expect(page.names).toHaveLength(40);
    expect(stage.calls(LIST)).toHaveLength(2);
  });

  test('a page that fails says so at the foot, and is asked for again by its button alone', async () => {
    stage.emulator.setQueues(named(45));
    const page = stage.open('queues');
    await until(() => page.names.length === 20);
    stage.emulator.setFault({ target: 'list', times: 1, answer: { status: 403 } });
    page.reachBottom();
    await until(() => page.text.includes('没有加载更多：没有权限'));
    expect(page.names).toHaveLength(20);
    page.reachBottom();
    await aWhile();
    expect(stage.calls(LIST)).toHaveLength(2);
    page.press('button', '重试');
    await until(() => page.names.length === 40);
    expect(page.text).not.toContain('没有权限');
  });

  test('a queue that moved to the next page is not shown twice', async () => {
    const first = named(25).map((queue, index) => ({ ...queue, QueueId: `q${index}` }));
    stage.emulator.setQueues(first);
    const page = stage.open('queues');
    await until(() => page.names.length === 20);
    stage.emulator.setQueues([{ QueueId: 'new', Name: 'new' }, ...first]);
    page.reachBottom();
    await until(() => page.names.length === 25);
    expect(page.names).toEqual(names(25));
  });

  test('pages that hold nothing new are passed over', async () => {
    const first = named(60).map((queue, index) => ({ ...queue, QueueId: `q${index}` }));
    stage.emulator.setQueues(first);
    const page = stage.open('queues');
    await until(() => page.names.length === 20);
    const others = named(20).map((queue, index) => ({ ...queue, QueueId: `new${index}` }));
    stage.emulator.setQueues([...others, ...first]);
    page.reachBottom();
    await until(() => page.names.length === 40);
    expect(page.names).toEqual(names(40));
  });

  test('a service that counts more than it has is not asked for ever', async () => {
    stage.emulator.setQueues(named(45));
    const page = stage.open('queues');
    await until(() => page.names.length === 20);
    const body =
      '<Response><TotalCount>999</TotalCount><PageNumber>2</PageNumber><PageSize>20</PageSize></Response>';
    stage.emulator.setFault({ target: 'list', answer: { status: 200, body } });
    page.reachBottom();
    await until(() => page.text.includes('共 999 个队列'));
    page.reachBottom();
    await aWhile();
    expect(stage.calls(LIST)).toHaveLength(2);
  });

  test('queues that were paused here make no gap in the list of running ones', async () => {
    stage.emulator.setQueues(named(45));
    const page = stage.open('queues');
    page.press('tab', '运行中');
    await until(() => page.names.length === 20);
    for (const { QueueId } of stage.emulator.queues.slice(3, 6)) {
      stage.emulator.changeQueue(QueueId, { State: 'Paused' });
    }
    for (const name of ['queue 4', 'queue 5', 'queue 6']) {
      page.row(name).flip();
      phone.modals.shift()?.success?.({ confirm: true } as never);
      await until(() => page.row(name).tag === '已暂停' && !page.row(name).isDisabled);
    }
    for (const count of [23, 43, 45]) {
      page.reachBottom();
      await until(() => page.names.length === count);
    }
    expect(page.names).toEqual(names(45));
  });

  test('a refresh overtakes the page on its way', async () => {
    stage.emulator.setQueues(named(45));
    const page = stage.open('queues');
    await until(() => page.names.length === 20);
    stage.emulator.setFault({ target: 'list', times: 1, delay: 120 });
    page.reachBottom();
    await until(() => stage.calls(LIST).length === 2);
    stage.emulator.changeQueue(stage.emulator.queues[0]?.QueueId ?? '', { Name: 'renamed' });
    page.pullDown();
    await until(() => page.row('renamed'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(page.names).toHaveLength(20);
    page.reachBottom();
    await until(() => page.names.length === 40);
  });

  test('a refresh that overtakes a page and fails leaves the page to be asked for', async () => {
    stage.emulator.setQueues(named(45));
    const page = stage.open('queues');
    await until(() => page.names.length === 20);
    stage.emulator.setFault([
      { target: 'list', times: 1, delay: 120 },
      { target: 'list', times: 1, answer: { status: 403 } },
    ]);
    page.reachBottom();
    await until(() => stage.calls(LIST).length === 2);
    page.pullDown();
    await until(() => page.text.includes('没有刷新'));
    expect(page.text).not.toContain('正在加载更多');
    page.press('button', '加载更多');
    await until(() => page.names.length === 40);
  });

  test('the bottom reached while a refresh is under way does not stop it', async () => {
    stage.emulator.setQueues(named(45));
    const page = stage.open('queues');
    await until(() => page.names.length === 20);
    stage.emulator.changeQueue(stage.emulator.queues[0]?.QueueId ?? '', { Name: 'renamed' });
    stage.emulator.setFault({ target: 'list', times: 1, delay: 60 });
    phone.pullDownStops = 0;
    page.pullDown();
    page.reachBottom();
    await until(() => page.row('renamed'));
    expect(phone.pullDownStops).toBe(1);
    expect(page.names).toHaveLength(20);
  });
});

test('text follows the size that is set in WeChat, within what the layout holds', () => {
  const scale = () =>
    stage
      .open('queues')
      .element.querySelector<HTMLElement>('[style]')
      ?.style.getPropertyValue('--text');
  expect(scale()).toBe('1');
  phone.fontSizeSetting = 24;
  expect(scale()).toBe('1.5');
  phone.fontSizeSetting = 99;
  expect(scale()).toBe('2');
});
