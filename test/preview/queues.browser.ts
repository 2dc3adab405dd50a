import { until, useStage } from './stage';

const stage = useStage();

const row = (name: string) =>
  stage.phone.getByRole('listitem').filter({ has: stage.phone.getByText(name, { exact: true }) });
const rows = () => stage.phone.getByRole('listitem');
const toggle = (name: string) => stage.phone.getByRole('switch', { name: `运行 ${name}` });
const filter = (name: string) => stage.phone.getByRole('tab', { name });
const text = (words: string) => stage.phone.getByText(words);
const button = (name: string) => stage.phone.getByRole('button', { name });
const dialog = () => stage.page.getByRole('dialog');
const answer = (name: string) => dialog().getByRole('button', { name }).click();
const pullDown = () => stage.page.getByRole('button', { name: '下拉刷新' }).click();
const stored = (name: string) => stage.emulator.queues.find(({ Name }) => Name === name);
const calls = (method: string) =>
  stage.emulator.requests.filter((request) => request.method === method);

describe('the list', () => {
  test('shows every queue with what matters of it', async () => {
    await stage.open();

    await rows().nth(4).waitFor();
    expect(await rows().count()).toBe(5);
    for (const words of ['已暂停', 'https://example.com/hooks/合同?type=预览&notify=1', '10,000']) {
      await row('合同预览队列').getByText(words).waitFor();
    }
    await row('合同预览队列').getByText('更新于 2023年1月19日 18:30').waitFor();
    expect(await toggle('invoice-preview').isChecked()).toBe(true);
    expect(await toggle('合同预览队列').isChecked()).toBe(false);
    expect(await stage.page.getByRole('heading', { level: 1 }).textContent()).toBe('文档转码队列');
  });

  test('copies an id', async () => {
    await stage.open();

    await button('复制队列 ID p2505d57bdf4c4329804b58a6a5fb1572').click();

    await stage.page.getByText('内容已复制').waitFor();
    expect(await stage.page.evaluate('navigator.clipboard.readText()')).toBe(
      'p2505d57bdf4c4329804b58a6a5fb1572',
    );
  });

  test('shows a skeleton until it is there', async () => {
    stage.emulator.setFault({ target: 'list', delay: 600_000 });
    await stage.open();

    await stage.phone.getByRole('status', { name: '正在读取队列' }).waitFor();
  });

  test('says what to do when there is none', async () => {
    stage.emulator.setQueues(0);
    await stage.open();

    await text('这个存储桶还没有队列').waitFor();
  });

  test('filters by state', async () => {
    await stage.open();
    await rows().nth(4).waitFor();

    await filter('已暂停').click();
    await until(async () => (await rows().count()) === 2);
    expect(await filter('已暂停').getAttribute('aria-selected')).toBe('true');
    expect(await filter('全部').getAttribute('aria-selected')).toBe('false');

    stage.emulator.setQueues([{ State: 'Active' }]);
    await pullDown();
    await text('没有已暂停的队列').waitFor();
    await button('看全部').click();
    await until(async () => (await rows().count()) === 1);
  });

  test('reads page after page up to 500 queues', async () => {
    stage.emulator.setQueues(500);
    await stage.open();
    await rows().nth(19).waitFor();

    await until(async () => {
      await rows().last().scrollIntoViewIfNeeded();
      return (await rows().count()) === 500;
    });

    await text('共 500 个队列').waitFor();
    const names = await rows()
      .getByRole('switch')
      .evaluateAll((switches) => switches.map((each) => each.getAttribute('aria-label')));
    expect(new Set(names).size).toBe(500);
  });

  test('a toggle far down stays where it is', async () => {
    stage.emulator.setQueues(100);
    await stage.open();
    await rows().nth(19).waitFor();
    await until(async () => {
      await rows().last().scrollIntoViewIfNeeded();
      return (await rows().count()) >= 60;
    });

    await toggle('queue-doc-process-37').click();

    await row('queue-doc-process-37').getByText('运行中').waitFor();
    await until(() => stored('queue-doc-process-37')?.State === 'Active');
  });
});

describe('a switch', () => {
  test('resumes at once, and keeps the callback as it was', async () => {
    await stage.open();
    const before = stored('合同预览队列');

    await toggle('合同预览队列').click();

    await row('合同预览队列').getByText('运行中').waitFor();
    await until(() => stored('合同预览队列')?.State === 'Active');
    expect(stored('合同预览队列')?.NotifyConfig).toEqual(before?.NotifyConfig);
    expect(await dialog().isVisible()).toBe(false);
  });

  test('pauses once that is confirmed, and keeps the callback as it was', async () => {
    await stage.open();
    const before = stored('invoice-preview');

    await toggle('invoice-preview').click();
    await dialog().getByText('暂停“invoice-preview”？').waitFor();
    expect(calls('PUT')).toHaveLength(0);
    await answer('暂停');

    await row('invoice-preview').getByText('已暂停').waitFor();
    await until(() => stored('invoice-preview')?.State === 'Paused');
    expect(stored('invoice-preview')?.NotifyConfig).toEqual(before?.NotifyConfig);
    expect(await toggle('invoice-preview').isChecked()).toBe(false);
  });

  test('goes back when the pause is cancelled', async () => {
    await stage.open();

    await toggle('invoice-preview').click();
    await answer('取消');

    await until(() => toggle('invoice-preview').isChecked());
    await row('invoice-preview').getByText('运行中').waitFor();
    expect(calls('PUT')).toHaveLength(0);
  });

  test('waits alone while its change is under way', async () => {
    await stage.open();
    await toggle('合同预览队列').waitFor();
    stage.emulator.setFault({ target: 'update', delay: 600_000, times: 1 });

    await toggle('合同预览队列').click();
    await row('合同预览队列').getByText('正在恢复…').waitFor();
    expect(await toggle('合同预览队列').isDisabled()).toBe(true);

    await toggle('archive-nightly').click();
    await until(() => stored('archive-nightly')?.State === 'Active');
    await until(() => toggle('archive-nightly').isEnabled());
  });

  test('goes back when the service refuses, and says why', async () => {
    await stage.open();
    await toggle('合同预览队列').waitFor();
    stage.emulator.setFault({ target: 'update', answer: { status: 403, code: 'AccessDenied' } });

    await toggle('合同预览队列').click();

    await row('合同预览队列').getByRole('alert').getByText('没有权限').waitFor();
    await until(async () => !(await toggle('合同预览队列').isChecked()));
    await row('合同预览队列').getByText('已暂停').waitFor();
    expect(stored('合同预览队列')?.State).toBe('Paused');
  });
});

describe('a refresh', () => {
  test('shows what someone else changed', async () => {
    await stage.open();
    await row('invoice-preview').getByText('运行中').waitFor();
    const id = stored('invoice-preview')?.QueueId ?? '';
    stage.emulator.changeQueue(id, { State: 'Paused' });

    await pullDown();

    await row('invoice-preview').getByText('已暂停').waitFor();
  });

  test('comes of pulling the page down', async () => {
    await stage.open();
    await row('invoice-preview').waitFor();
    const before = calls('GET').length;

    const { x = 0, y = 0 } = (await text('examplebucket-1250000000').boundingBox()) ?? {};
    await stage.page.mouse.move(x + 40, y + 5);
    await stage.page.mouse.down();
    await stage.page.mouse.move(x + 40, y + 180, { steps: 8 });
    await stage.page.mouse.up();

    await until(() => calls('GET').length > before);
    // The page goes up again when the answer is there.
    await until(async () => (await text('examplebucket-1250000000').boundingBox())?.y === y);
  });

  test('that fails leaves the list, and says why', async () => {
    await stage.open();
    await row('invoice-preview').waitFor();
    stage.emulator.setFault({ target: 'list', answer: { status: 503 } });

    await pullDown();

    await stage.phone.getByRole('alert').getByText('服务正忙').waitFor();
    expect(await rows().count()).toBe(5);
    stage.emulator.setFault([]);
    await button('再刷新一次').click();
    await until(async () => (await stage.phone.getByRole('alert').count()) === 0);
  });
});

describe('what goes wrong', () => {
  test.each([
    ['没有权限', '没有权限', 'AccessDenied'],
    ['没有开通', '文档处理还没有开通', 'MediaBucketUnBinded'],
    ['时间不准', '时间对不上', 'RequestTimeTooSkewed'],
    ['服务不可用', '服务正忙', 'ServiceUnavailable'],
    ['乱码回答', '收到的回答读不懂', 'InvalidResponse'],
    ['连接中断', '连不上文档处理服务', 'NetworkError'],
    ['域名未登记', '域名不在合法域名列表里', 'NetworkError'],
  ])('%s is explained, and a retry helps', async (fault, title, code) => {
    await stage.open();
    await rows().first().waitFor();

    await stage.choose(fault);
    await stage.page.getByRole('button', { name: '重新启动小程序' }).click();
    const alert = stage.phone.getByRole('alert');
    await alert.getByText(title, { exact: true }).waitFor();
    await alert.getByText(code, { exact: true }).waitFor();

    await stage.choose('正常');
    await button('重试').click();
    await rows().first().waitFor();
  });

  test('a key server that fails is explained', async () => {
    await stage.open();
    await rows().first().waitFor();

    await stage.choose('密钥服务故障');
    await stage.phone.getByRole('alert').getByText('没有拿到临时密钥').waitFor();

    await stage.choose('正常');
    await rows().first().waitFor();
  });

  test('a request id is copied', async () => {
    stage.emulator.setFault({ target: 'list', answer: { status: 403 } });
    await stage.open();

    await button('复制请求 ID').click();

    await stage.page.getByText('内容已复制').waitFor();
    expect(await stage.page.evaluate('navigator.clipboard.readText()')).toMatch(/^\S{10,}$/);
  });

  test('a next page that failed waits for its button', async () => {
    stage.emulator.setQueues(50);
    await stage.open();
    await rows().nth(19).waitFor();
    stage.emulator.setFault({ target: 'list', answer: { status: 503 } });

    await rows().last().scrollIntoViewIfNeeded();
    await stage.phone.getByRole('alert').getByText('服务正忙').waitFor();

    stage.emulator.setFault([]);
    await button('重试').click();
    await rows().nth(20).waitFor();
  });
});

describe('without a mouse', () => {
  test('a switch is pressed and confirmed with keys', async () => {
    await stage.open();

    await toggle('invoice-preview').focus();
    await stage.page.keyboard.press('Space');
    await dialog().waitFor();
    await stage.page.keyboard.press('Escape');
    await until(() => toggle('invoice-preview').isChecked());

    await stage.page.keyboard.press('Enter');
    await dialog().waitFor();
    await stage.page.keyboard.press('Enter');
    await until(() => stored('invoice-preview')?.State === 'Paused');
  });

  test('filters and buttons are reached with Tab', async () => {
    await stage.open();
    await rows().first().waitFor();

    await filter('全部').focus();
    await stage.page.keyboard.press('Tab');
    await stage.page.keyboard.press('Enter');
    await until(async () => (await filter('运行中').getAttribute('aria-selected')) === 'true');
  });
});

const luminance = async (property: 'backgroundColor' | 'color') => {
  const color = await row('invoice-preview').evaluate(
    (element, name) => element.ownerDocument.defaultView?.getComputedStyle(element)[name] ?? '',
    property,
  );
  return (color.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
};

test.each(['light', 'dark'] as const)('a %s phone has a list one can read', async (colorScheme) => {
  await stage.open({ colorScheme });
  await rows().first().waitFor();

  const shown = stage.page.getByRole('radio', { name: colorScheme === 'dark' ? '深色' : '浅色' });
  expect(await shown.isChecked()).toBe(true);
  const paper = await luminance('backgroundColor');
  const ink = await luminance('color');
  expect(paper > ink).toBe(colorScheme === 'light');
  expect(Math.abs(paper - ink)).toBeGreaterThan(400);
});

test('the theme changes without a new start', async () => {
  await stage.open({ colorScheme: 'light' });
  await rows().first().waitFor();
  const before = calls('GET').length;

  await stage.choose('深色');

  await until(async () => (await luminance('backgroundColor')) < 200);
  expect(calls('GET')).toHaveLength(before);
});
