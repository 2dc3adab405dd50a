import { join } from 'node:path';
import { until, useStage } from './stage';

const stage = useStage({ root: join(__dirname, 'fixture') });

const at = (selector: string) => stage.phone.locator(selector);
const textOf = (selector: string) => at(selector).textContent();
const styleOf = (selector: string, name: 'color' | 'backgroundColor' | 'width' | 'paddingBottom') =>
  at(selector).evaluate(
    (element, property) => element.ownerDocument.defaultView?.getComputedStyle(element)[property],
    name,
  );
const title = (words: string) => stage.page.getByRole('heading', { level: 1, name: words });
const radio = (name: string) => stage.page.getByRole('radio', { name, exact: true });
const log = () => stage.page.getByRole('list').getByRole('listitem');

/** Runs an expression where the mini program runs. */
async function inPhone<Result>(expression: string): Promise<Result> {
  const frame = stage.page.frames().find((each) => each.url().endsWith('/phone.html'));
  if (!frame) throw new Error('the phone is not there');
  return frame.evaluate(expression);
}

const outcomeOf = (name: string, options: string) =>
  inPhone<Record<string, unknown>>(
    `new Promise((done) => wx.${name}({ ...${options}, success: (data) => done({ data }), fail: (failure) => done({ failure }) }))`,
  );

async function open(colorScheme: 'light' | 'dark' = 'light') {
  await stage.open({ colorScheme });
  await at('.box').waitFor();
}

describe('the sources', () => {
  test('see the real address of the service', async () => {
    await open();
    expect(await textOf('.box')).toBe(stage.emulator.url);
  });

  test('know the safe area of the phone', async () => {
    await open();
    expect(await styleOf('.foot', 'paddingBottom')).toBe('35px');
  });

  test("keep a component's classes apart from the page's", async () => {
    await open();
    expect(await styleOf('note view', 'backgroundColor')).toBe('rgb(7, 8, 9)');
    expect(await styleOf('note view', 'color')).not.toBe('rgb(1, 2, 3)');
    expect(await styleOf('.box', 'backgroundColor')).not.toBe('rgb(7, 8, 9)');
  });

  test('a component talks to its page', async () => {
    await open();
    await at('note view').click();
    await until(async () => (await textOf('.told')) === 'hello');
  });
});

describe('the theme', () => {
  test('decides media rules and the colours of the bar', async () => {
    await open();
    expect(await styleOf('.box', 'color')).toBe('rgb(1, 2, 3)');

    await stage.choose('深色');
    await until(async () => (await styleOf('.box', 'color')) === 'rgb(4, 5, 6)');
    const bar = () =>
      stage.page.locator('.screen').evaluate((element) => element.getAttribute('style'));
    expect(await bar()).toContain('--navigation: #101010');

    await stage.choose('浅色');
    await until(async () => (await styleOf('.box', 'color')) === 'rgb(1, 2, 3)');
  });

  test('begins as the computer has it', async () => {
    await open('dark');
    expect(await styleOf('.box', 'color')).toBe('rgb(4, 5, 6)');
  });
});

describe('elements', () => {
  test('an undefined attribute is not written', async () => {
    await open();
    expect(await at('.role').getAttribute('aria-label')).toBeNull();
    expect(await at('.role').getAttribute('role')).toBe('button');
  });

  test('one with a role of a button is pressed with keys', async () => {
    await open();
    await at('.role').focus();
    await stage.page.keyboard.press('Enter');
    await until(async () => (await textOf('.told')) === 'tap 1');
  });

  test('one that is pressed shows its hover-class', async () => {
    await open();
    const classes = () => at('.role').getAttribute('class');
    await at('.role').hover();
    await stage.page.mouse.down();
    await until(async () => (await classes()) === 'role pressed');
    await stage.page.mouse.up();
    await until(async () => (await classes()) === 'role');
    await until(async () => (await textOf('.told')) === 'tap 1');
  });

  test("an input's placeholder has the class that it names", async () => {
    await open();
    const color = await at('.entry').evaluate(
      (element) =>
        element.ownerDocument.defaultView?.getComputedStyle(element, '::placeholder').color,
    );
    expect(color).toBe('rgb(9, 9, 9)');
  });

  test('a field tells its value, up to its length, and a long one grows', async () => {
    await open();
    expect(await at('.idle').isDisabled()).toBe(true);
    await at('.entry').pressSequentially('abcdef');
    await until(async () => (await textOf('.value')) === 'abcd');
    const { height = 0 } = (await at('.long').boundingBox()) ?? {};
    await at('.long').fill('long '.repeat(40));
    await until(async () => ((await at('.long').boundingBox())?.height ?? 0) > 2 * height);
    await until(async () => Boolean((await textOf('.value'))?.startsWith('long long')));
  });
});

describe('pages', () => {
  test('live as in WeChat', async () => {
    await open();
    await inPhone("wx.navigateTo({ url: '../second/second?id=a%26b' })");
    await title('第二页').waitFor();
    await stage.page.getByRole('button', { name: '返回' }).click();
    await title('夹具').waitFor();

    expect(await inPhone('lifetimes')).toEqual([
      'first onLoad {}',
      'first onShow',
      'first onReady',
      'first onHide',
      'second onLoad {"id":"a%26b"}',
      'second onUnload',
      'first onShow',
    ]);
  });

  test('do not see the styles of each other', async () => {
    await open();
    await inPhone("wx.navigateTo({ url: '/pages/second/second' })");
    await at('.second').waitFor();
    expect((await at('.second').boundingBox())?.height).toBeLessThan(100);
  });

  test('keep their place when another one covers them', async () => {
    await open();
    await inPhone('scrollTo(0, 200)');
    await inPhone("wx.navigateTo({ url: '/pages/second/second' })");
    await at('.second').waitFor();
    await inPhone('wx.navigateBack()');
    await title('夹具').waitFor();
    expect(await inPhone('scrollY')).toBe(200);
  });

  test('that do not exist are not opened', async () => {
    await open();
    expect(await outcomeOf('navigateTo', "{ url: '/pages/none/none' }")).toEqual({
      failure: { errMsg: 'navigateTo:fail page "pages/none/none" is not found' },
    });
  });

  test('are all left for one', async () => {
    await open();
    await inPhone("wx.navigateTo({ url: '/pages/second/second' })");
    await inPhone("wx.reLaunch({ url: '/pages/second/second' })");
    await title('第二页').waitFor();
    expect(await stage.page.getByRole('button', { name: '返回' }).isHidden()).toBe(true);
    expect(await outcomeOf('navigateBack', '{}')).toEqual({
      failure: { errMsg: 'navigateBack:fail cannot navigate back' },
    });
  });

  test('may ask before they are left', async () => {
    await open();
    await inPhone("wx.navigateTo({ url: '/pages/second/second' })");
    await inPhone("wx.enableAlertBeforeUnload({ message: '真的？' })");
    await stage.page.getByRole('button', { name: '返回' }).click();
    await stage.page.getByRole('dialog').getByText('真的？').waitFor();
    await stage.page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
    await title('夹具').waitFor();
  });

  test('hear of their bottom each time it is reached', async () => {
    await open();
    for (const times of [1, 2, 3]) {
      await inPhone('scrollTo(0, document.documentElement.scrollHeight)');
      await until(async () => (await textOf('.counts')) === `${times} 0`);
    }
  });

  test('are pulled down with a finger', async () => {
    await open();
    const finger = await stage.page.context().newCDPSession(stage.page);
    const { x = 0, y = 0 } = (await at('.box').first().boundingBox()) ?? {};
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', distance?: number) =>
      finger.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: distance === undefined ? [] : [{ x: x + 20, y: y + 5 + distance }],
      });
    await touch('touchStart', 0);
    for (const distance of [40, 90, 160]) await touch('touchMove', distance);
    await touch('touchEnd');
    await until(async () => (await textOf('.counts')) === '0 1');
  });

  test('hear of being pulled down, once until that is over', async () => {
    await open();
    const pull = stage.page.getByRole('button', { name: '下拉刷新' });
    await pull.click();
    await pull.click();
    await until(async () => (await textOf('.counts')) === '0 1');
    await inPhone('wx.stopPullDownRefresh()');
    await pull.click();
    await until(async () => (await textOf('.counts')) === '0 2');
  });
});

describe('wx', () => {
  const list = () => `${stage.emulator.url}/_emulator/queues`;

  test('request parses JSON, unless text was asked for', async () => {
    await open();
    const json = await outcomeOf('request', `{ url: '${list()}' }`);
    expect(json).toMatchObject({
      data: { statusCode: 200, errMsg: 'request:ok', data: expect.any(Array) },
    });
    const text = await outcomeOf('request', `{ url: '${list()}', dataType: 'text' }`);
    expect(text).toMatchObject({ data: { data: expect.stringMatching(/^\[/) } });
  });

  test('request calls success for any answer', async () => {
    await open();
    const { data } = await outcomeOf('request', `{ url: '${stage.emulator.url}/none' }`);
    expect(data).toMatchObject({ statusCode: 404 });
  });

  test('request ends with a timeout, by default that of app.json', async () => {
    await open();
    stage.emulator.setFault({ target: 'sts', delay: 600_000 });
    const url = `${stage.emulator.url}/sts`;
    const failure = { errMsg: 'request:fail timeout' };
    expect(await outcomeOf('request', `{ url: '${url}' }`)).toEqual({ failure });
    expect(await outcomeOf('request', `{ url: '${url}', timeout: 50 }`)).toEqual({ failure });
  });

  test('showModal tells which button was pressed', async () => {
    await open();
    const modal = outcomeOf('showModal', "{ title: '题', content: '文', confirmText: '行' }");
    await stage.page.getByRole('dialog', { name: '题 文' }).getByText('行').click();
    expect(await modal).toMatchObject({ data: { confirm: true, cancel: false } });
  });

  test('showToast goes by itself', async () => {
    await open();
    await inPhone("wx.showToast({ title: '好了' })");
    await stage.page.getByText('好了').waitFor();
    await stage.page.getByText('好了').waitFor({ state: 'hidden' });
  });

  test('knows what it can do', async () => {
    await open();
    expect(await inPhone("[wx.canIUse('getAppBaseInfo'), wx.canIUse('openBluetooth')]")).toEqual([
      true,
      false,
    ]);
    await stage.choose('大');
    // The mini program starts anew meanwhile.
    const size = () => inPhone('wx.getAppBaseInfo().fontSizeSetting').catch(() => 0);
    await until(async () => (await size()) === 20);
  });
});

describe('the panel', () => {
  test('logs requests without what signs them', async () => {
    await open();
    await outcomeOf(
      'request',
      `{ url: '${stage.emulator.url}/docqueue?pageNumber=1', header: { Authorization: 'q-signature=secret' } }`,
    );
    await log().getByText('/docqueue?pageNumber=1').waitFor();
    await log().getByText('403').or(log().getByText('401')).waitFor();
    expect(await stage.page.locator('.log').innerText()).not.toContain('secret');

    await stage.page.getByRole('button', { name: '清空' }).click();
    expect(await log().count()).toBe(0);
  });

  test('switches faults of the service on and off, and shows those that are on', async () => {
    await open();
    await stage.choose('没有权限');
    await until(() => stage.emulator.faults.length === 1);
    await stage.page.reload();
    await until(() => radio('没有权限').isChecked());
    await stage.page.getByText('返回 403 AccessDenied').waitFor();
    await stage.choose('正常');
    await until(() => stage.emulator.faults.length === 0);
  });

  test('tells of a fault that was set elsewhere', async () => {
    stage.emulator.setFault({ times: 3, answer: { status: 418 } });
    await open();
    await stage.page.getByText('服务上设置了其他故障').waitFor();
    expect(await stage.page.locator('#faults :checked').count()).toBe(0);
  });

  test('replaces the queues, by as many again, too', async () => {
    await open();
    await stage.choose('50');
    await until(() => stage.emulator.queues.length === 50);
    stage.emulator.changeQueue(stage.emulator.queues[7]?.QueueId ?? '', { Name: 'changed' });
    await radio('50').click();
    await until(() => !stage.emulator.queues.some(({ Name }) => Name === 'changed'));
  });

  test('gives the address of the service, and says when nothing is there any more', async () => {
    await open();
    await stage.page.getByText(`curl ${stage.emulator.url}/_emulator`).waitFor();
    const alert = stage.page.getByRole('alert').filter({ hasText: '模拟服务已停止' });
    expect(await alert.isVisible()).toBe(false);
    await stage.page.route('**/_emulator**', (route) => route.abort());
    await radio('没有权限').click();
    await alert.waitFor();
    expect(await stage.page.locator('#faults :checked').count()).toBe(0);
    expect(await stage.page.locator('#fault-hint').textContent()).toBe('');
    await stage.page.unrouteAll();
    await radio('正常').click();
    await alert.waitFor({ state: 'hidden' });
  });

  test('fits a small window', async () => {
    await stage.open({ viewport: { width: 375, height: 667 } });
    await at('.box').waitFor();
    const [width, scrollWidth] = await stage.page.evaluate<[number, number]>(
      '[innerWidth, document.documentElement.scrollWidth]',
    );
    expect(scrollWidth).toBe(width);
    await stage.page.getByRole('button', { name: '下拉刷新' }).scrollIntoViewIfNeeded();
    await stage.choose('没有权限');
  });
});
