import appJson from '../../demo-miniprogram/app.json';
import queuesJson from '../../demo-miniprogram/pages/queues/queues.json';
import { passSeconds, setClock } from './support/clock';
import { type PageUnderTest, type } from './support/page';
import { phone } from './support/phone';
import { setUpStage } from './support/stage';
import { aWhile, until } from './support/until';

const stage = setUpStage();
const LIST = 'GET /docqueue?';

/** So many queues, named `queue 1` and so on. */
const named = (count: number, State = 'Active') =>
  Array.from({ length: count }, (_, index) => ({ Name: `queue ${index + 1}`, State }));

async function openList(rows = 5) {
  const page = stage.open('queues');
  await until(() => page.names.length === rows);
  return page;
}

const tabs = (page: PageUnderTest) =>
  page.all('tab').map((tab) => [...tab.children].map((each) => each.textContent).join(' '));

test('the app opens with the list, under its title', () => {
  expect(appJson.pages[0]).toBe('pages/queues/queues');
  expect(queuesJson.navigationBarTitleText).toBe('文档转码队列');
  expect(queuesJson.enablePullDownRefresh).toBe(true);
});

describe('a row', () => {
  test.each([
    ['invoice-preview', '运行中', '回调已开启', true],
    ['archive-nightly', '已暂停', '未设置回调', false],
    ['slides_to_images', '运行中', '回调已关闭', true],
  ])('of %s: %s, %s', async (name, state, callback, isOn) => {
    const page = await openList();
    expect(page.row(name).text).toBe(`${name} ${state} ${callback}`);
    expect(page.row(name).isOn).toBe(isOn);
    expect(page.row(name).switch.getAttribute('aria-label')).toBe(`运行 ${name}`);
  });

  test('of a queue that the service tells little of', async () => {
    stage.emulator.setQueues([{ QueueId: 'q1', Name: '', State: 'Frozen' }]);
    const page = await openList(1);
    expect(page.row('q1').text).toBe('q1 状态未知 未设置回调');
    expect(tabs(page)).toEqual(['全部 1', '运行中 0', '已暂停 0']);
  });

  test("opens its queue's page by the id alone", async () => {
    const page = await openList();
    page.row('archive-nightly').press('详情 archive-nightly');
    expect(phone.routes).toEqual(['/pages/queue/queue?id=pb5c00e141cde79870ec8785799dba4f6']);
  });
});

describe('reading', () => {
  test('takes every page of the service, and tells how far it is', async () => {
    stage.emulator.setQueues(250);
    stage.emulator.setFault({ target: 'list', delay: 50 });
    const page = stage.open('queues');
    expect(page.get('status').getAttribute('aria-label')).toBe('正在加载队列');
    await until(() => page.text.includes('正在加载 200 / 250'));
    await until(() => page.names.length > 0);
    expect(tabs(page)[0]).toBe('全部 250');
    expect(stage.calls(LIST)).toHaveLength(3);
    expect(page.all('status')).toEqual([]);
  });

  test('that brings fewer queues than the service counts is a failure', async () => {
    const body = '<Response><TotalCount>9</TotalCount><PageNumber>1</PageNumber></Response>';
    stage.emulator.setFault({ target: 'list', answer: { status: 200, body } });
    const page = stage.open('queues');
    await until(() => page.text.includes('响应内容无法识别'));
  });

  test('a bucket without queues says where they come from', async () => {
    stage.emulator.setQueues([]);
    const page = stage.open('queues');
    await until(() => page.text.includes('该存储桶暂无队列'));
    expect(page.text).toContain('数据万象控制台');
  });

  test('tells when the list was read', async () => {
    setClock('2025-03-02T21:40:00+08:00');
    const page = await openList();
    expect(page.text).toContain('刚刚更新 · 21:40');
    passSeconds(61);
    page.instance.onShow?.();
    await until(() => page.text.includes('刚刚更新 · 21:41'));
  });
});

describe('refreshing', () => {
  const ways = {
    'by the button': (page: PageUnderTest) => page.press('button', '刷新'),
    'by pulling down': (page: PageUnderTest) => page.instance.onPullDownRefresh(),
  };

  test.each(Object.entries(ways))('%s shows what changed', async (_, refresh) => {
    const page = await openList();
    const { QueueId } = stage.stored('archive-nightly');
    stage.emulator.changeQueue(QueueId, { Name: 'renamed', State: 'Active' });
    stage.emulator.removeQueue(stage.stored('invoice-preview').QueueId);
    refresh(page);
    // The rows stay until the answer comes.
    expect(page.row('archive-nightly').isOn).toBe(false);
    await until(() => page.row('renamed').isOn);
    expect(page.names).not.toContain('invoice-preview');
    expect(tabs(page)).toEqual(['全部 4', '运行中 3', '已暂停 1']);
    await until(() => phone.pullDownStops === 2);
  });

  test('that fails keeps the list and says so above it', async () => {
    const page = await openList();
    stage.emulator.setFault({ target: 'list', times: 1, answer: { status: 403 } });
    page.press('button', '刷新');
    await until(() => page.text.includes('刷新失败：没有权限'));
    expect(page.names).toHaveLength(5);
    page.press('button', '再试');
    await until(() => page.all('alert').length === 0);
  });

  test('happens by itself when the page shows again and is older than 30 s', async () => {
    setClock('2025-03-02T20:00:00+08:00');
    const page = await openList();
    passSeconds(29);
    page.instance.onShow?.();
    await aWhile();
    expect(stage.calls(LIST)).toHaveLength(1);
    passSeconds(2);
    page.instance.onShow?.();
    page.instance.onShow?.();
    await until(() => stage.calls(LIST).length === 2);
    await aWhile();
    expect(stage.calls(LIST)).toHaveLength(2);
  });

  test('leaves the user where they scrolled to', async () => {
    stage.emulator.setQueues(named(90));
    const page = await openList(40);
    page.instance.onReachBottom();
    stage.emulator.changeQueue(stage.stored('queue 70').QueueId, { Name: 'renamed' });
    page.instance.onPullDownRefresh();
    await until(() => page.row('renamed'));
    expect(page.names).toHaveLength(80);
  });
});

describe('narrowing down', () => {
  test('by state, with the counts of each', async () => {
    const page = await openList();
    expect(tabs(page)).toEqual(['全部 5', '运行中 3', '已暂停 2']);
    page.press('tab', '已暂停');
    expect(page.names).toEqual(['合同预览队列', 'archive-nightly']);
    expect(page.get('tab', '已暂停').hasAttribute('aria-selected')).toBe(true);
    page.press('tab', '全部');
    expect(page.names).toHaveLength(5);
    expect(stage.calls(LIST)).toHaveLength(1);
  });

  test.each([
    ['合同', ['合同预览队列']],
    [' ARCHIVE ', ['archive-nightly']],
    ['pb5c00e14', ['archive-nightly']],
    ['preview', ['invoice-preview']],
  ])('by the words %j', async (words, names) => {
    const page = await openList();
    type(page.get('searchbox'), words);
    expect(page.names).toEqual(names);
    expect(tabs(page)[0]).toBe('全部 1');
    page.press('button', '清空搜索');
    expect(page.names).toHaveLength(5);
  });

  test('to nothing says so and leads back', async () => {
    const page = await openList();
    page.press('tab', '已暂停');
    type(page.get('searchbox'), 'slides');
    expect(page.text).toContain('没有匹配的队列');
    page.press('button', '清空搜索');
    stage.emulator.setQueues(named(2));
    page.press('button', '刷新');
    await until(() => page.text.includes('没有已暂停的队列'));
    page.press('button', '查看全部');
    expect(page.names).toEqual(['queue 1', 'queue 2']);
  });
});

test('rows appear in slices, to the last', async () => {
  stage.emulator.setQueues(named(90));
  const page = await openList(40);
  expect(page.text).toContain('上滑查看更多');
  for (const shown of [80, 90, 90]) {
    page.instance.onReachBottom();
    expect(page.names).toEqual(named(shown).map(({ Name }) => Name));
  }
  expect(page.text).toContain('共 90 个队列');
  expect(stage.calls(LIST)).toHaveLength(1);
});

describe('what is sent to the view', () => {
  const bytesOf = (sent: unknown) => Buffer.byteLength(JSON.stringify(sent));

  test('grows with the slice, not with the list', async () => {
    stage.emulator.setQueues(2000);
    const page = await openList(40);
    const slices = [1, 2].map(() => {
      page.sent.length = 0;
      page.instance.onReachBottom();
      expect(page.sent).toHaveLength(1);
      return bytesOf(page.sent);
    });
    expect(Math.abs(Number(slices[0]) - Number(slices[1]))).toBeLessThan(200);
    expect(slices[0]).toBeLessThan(8000);
  });

  test.each([5, 2000])('for a switch is the same with %d queues', async (count) => {
    stage.emulator.setQueues(count);
    const page = await openList(Math.min(count, 40));
    page.sent.length = 0;
    page.row('archive-nightly').flip();
    await until(() => stage.stored('archive-nightly').State === 'Active');
    await until(() => !page.row('archive-nightly').isBusy);
    expect(page.sent).toEqual([
      { 'rows[3].wanted': 'Active' },
      {
        'rows[3].wanted': '',
        'rows[3].state': 'Active',
        'tabs[1].count': expect.anything(),
        'tabs[2].count': expect.anything(),
      },
    ]);
  });

  test('for a refresh without news is no row', async () => {
    const page = await openList();
    page.sent.length = 0;
    page.press('button', '刷新');
    await until(() => page.sent.length === 2);
    await aWhile();
    expect(page.sent).toEqual([{ reading: true }, { reading: false }]);
  });
});

test('shares itself', async () => {
  const page = await openList();
  expect(page.instance.onShareAppMessage()).toEqual({
    title: '文档转码队列',
    path: '/pages/queues/queues',
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
