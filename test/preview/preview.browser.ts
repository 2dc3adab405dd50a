import { join } from 'node:path';
import { until } from '../support/until';
import { useStage, type View } from './stage';

const stage = useStage({ root: join(__dirname, 'fixture') });
const { inPhone, title } = stage;

const at = (selector: string) => stage.phone.locator(selector);
const textOf = (selector: string) => at(selector).textContent();
const button = (name: string) => stage.page.getByRole('button', { name });
const radio = (name: string) => stage.page.getByRole('radio', { name, exact: true });
const log = () => stage.page.getByRole('list').getByRole('listitem');

/** How a function of `wx` ended. */
const outcomeOf = (name: string, options: object) =>
  inPhone<Record<string, unknown>>(
    `new Promise((done) => wx.${name}({ ...${JSON.stringify(options)}, success: done, fail: done }))`,
  );
const navigateTo = (url: string) => outcomeOf('navigateTo', { url });

async function open(view?: View) {
  await stage.open(view);
  await at('.first').waitFor();
}

describe('elements', () => {
  test('have the attributes that are given, and show that they are pressed', async () => {
    await open();
    expect(await at('.role').getAttribute('aria-label')).toBeNull();
    const color = () => inPhone('getComputedStyle(document.querySelector(".role")).color');
    await at('.role').hover();
    await stage.page.mouse.down();
    expect(await color()).toBe('rgb(1, 2, 3)');
    await stage.page.mouse.up();
    expect(await color()).not.toBe('rgb(1, 2, 3)');
    await until(async () => (await textOf('.told')) === 'tap 1');
  });

  test('a field tells its value, up to its length, and a long one grows', async () => {
    await open();
    await at('.entry').pressSequentially('abcdef');
    await until(async () => (await textOf('.told')) === 'abcd');
    expect(await at('.long').inputValue()).toBe('abcd');
    const { height = 0 } = (await at('.long').boundingBox()) ?? {};
    await at('.long').fill('long '.repeat(40));
    await until(async () => ((await at('.long').boundingBox())?.height ?? 0) > 2 * height);
    await until(async () => (await textOf('.told'))?.startsWith('long long') ?? false);
  });
});

describe('pages', () => {
  test('live as in WeChat, keep their place, and do not see the styles of each other', async () => {
    await open();
    await inPhone('scrollTo(0, 200)');
    await navigateTo('../second/second?id=a%26b');
    await title('第二页').waitFor();
    expect((await at('.row.second').boundingBox())?.height).toBeLessThan(100);
    await outcomeOf('navigateBack', {});
    await title('夹具').waitFor();

    expect(await inPhone('scrollY')).toBe(200);
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

  test('are not opened when there is no such page, and are all left for one', async () => {
    await open();
    expect(await navigateTo('/pages/none/none')).toEqual({
      errMsg: 'navigateTo:fail page "pages/none/none" is not found',
    });
    await navigateTo('/pages/second/second');
    await outcomeOf('reLaunch', { url: '/pages/second/second' });
    await title('第二页').waitFor();
    expect(await button('返回').isHidden()).toBe(true);
    expect(await outcomeOf('navigateBack', {})).toEqual({
      errMsg: 'navigateBack:fail cannot navigate back',
    });
  });

  test('may ask before they are left', async () => {
    await open();
    await navigateTo('/pages/second/second');
    await outcomeOf('enableAlertBeforeUnload', { message: '真的？' });
    for (const [answer, words] of Object.entries({ 取消: '第二页', 确定: '夹具' })) {
      await button('返回').click();
      await stage.page.getByRole('dialog', { name: '真的？' }).getByText(answer).click();
      await title(words).waitFor();
    }
  });

  test('hear of their bottom each time it is reached', async () => {
    await open();
    for (const times of [1, 2, 3]) {
      await inPhone('scrollTo(0, document.documentElement.scrollHeight)');
      await until(async () => (await textOf('.counts')) === `${times} 0`);
    }
  });

  test('refresh on 下拉刷新, show it, and are not asked again until they end it', async () => {
    await open();
    const top = async () => (await at('.first').boundingBox())?.y ?? 0;
    const before = await top();
    await button('下拉刷新').click();
    await button('下拉刷新').click();
    await until(async () => (await textOf('.counts')) === '0 1');
    expect(await top()).toBeGreaterThan(before);

    await outcomeOf('stopPullDownRefresh', {});
    expect(await top()).toBe(before);
    await button('下拉刷新').click();
    await until(async () => (await textOf('.counts')) === '0 2');

    await navigateTo('/pages/second/second');
    await title('第二页').waitFor();
    expect(await button('下拉刷新').isDisabled()).toBe(true);
  });
});

test("WeChat's own style library gives its look, its components and both themes", async () => {
  await open({ colorScheme: 'dark' });
  await navigateTo('/pages/weui/weui');
  await at('.weui-cell').getByText('名称').waitFor();
  const style = (selector: string, property: string) =>
    at(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
  expect(await style('.weui-btn_primary', 'background-color')).toBe('rgb(7, 193, 96)');
  expect(await style('.weui-cells', 'background-color')).toBe('rgb(25, 25, 25)');
  await stage.choose('浅色');
  await until(
    async () => (await style('.weui-cells', 'background-color')) === 'rgb(255, 255, 255)',
  );

  await at('.weui-search-bar__label').click();
  await at('.weui-search-bar__input').fill('搜索的词');
  await at('.weui-cell').getByText('搜索的词').waitFor();
  await at('.weui-cell').getByText('名称').click();
  await title('第二页').waitFor();
});

describe('wx', () => {
  test('request gives text when that is asked for, and ends with a timeout', async () => {
    await open();
    const overview = { url: `${stage.emulator.url}/_emulator`, dataType: 'text' };
    expect(await outcomeOf('request', overview)).toMatchObject({
      data: expect.stringMatching(/^\{/),
    });
    stage.emulator.setFault({ target: 'sts', delay: 600_000 });
    const url = `${stage.emulator.url}/sts`;
    // By default that of app.json.
    for (const options of [{ url }, { url, timeout: 50 }]) {
      expect(await outcomeOf('request', options)).toEqual({ errMsg: 'request:fail timeout' });
    }
  });

  test('setClipboardData says so with a toast, which goes by itself', async () => {
    await open();
    // Only a page that has the focus may write to it.
    await at('.role').click();
    await outcomeOf('setClipboardData', { data: '好了' });
    const toast = stage.page.locator('.toast').getByText('内容已复制');
    await toast.waitFor();
    expect(await stage.page.evaluate('navigator.clipboard.readText()')).toBe('好了');
    await toast.waitFor({ state: 'hidden' });
  });

  test('knows what it can do, and the size of the text', async () => {
    await open();
    const able = "['getAppBaseInfo', 'openBluetooth'].map(wx.canIUse)";
    expect(await inPhone(able)).toEqual([true, false]);
    await stage.choose('大');
    // The mini program starts anew meanwhile.
    const size = () => inPhone('wx.getAppBaseInfo().fontSizeSetting').catch(() => 0);
    await until(async () => (await size()) === 20);
  });
});

describe('the panel', () => {
  test('logs requests without what signs them', async () => {
    await open();
    const url = `${stage.emulator.url}/docqueue?pageNumber=1`;
    await outcomeOf('request', { url, header: { Authorization: 'q-signature=secret' } });
    await log().getByText('/docqueue?pageNumber=1').waitFor();
    await log().getByText('403').or(log().getByText('401')).waitFor();
    expect(await stage.page.locator('body').innerText()).not.toContain('secret');
    await button('清空').click();
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

    stage.emulator.setFault({ times: 3, answer: { status: 418 } });
    await stage.page.reload();
    await stage.page.getByText('服务上设置了其他故障').waitFor();
    expect(await stage.page.locator('#faults :checked').count()).toBe(0);
  });

  test('keeps a choice though an older answer of the service comes late', async () => {
    await open();
    await until(() => radio('正常').isChecked());
    let answer = () => {};
    const late = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await stage.page.route('**/_emulator', async (route) => {
      const response = await route.fetch();
      await late;
      await route.fulfill({ response });
    });
    await stage.page.evaluate('dispatchEvent(new Event("focus"))');
    await stage.choose('没有权限');
    await until(() => stage.emulator.faults.length === 1);
    const answered = stage.page.waitForResponse('**/_emulator');
    answer();
    await (await answered).finished();
    expect(await radio('没有权限').isChecked()).toBe(true);
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
    await open({ viewport: { width: 375, height: 667 } });
    expect(await stage.page.evaluate('document.documentElement.scrollWidth')).toBe(375);
    await button('下拉刷新').scrollIntoViewIfNeeded();
    await stage.choose('没有权限');
  });
});
