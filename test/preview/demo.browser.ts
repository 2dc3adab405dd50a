import { barriers } from './accessibility';
import * as stage from './stage';
import { inPhone, title } from './stage';

const NAME = 'invoice-preview';

const rows = () => stage.phone.getByRole('listitem');
const row = (name: string) => rows().filter({ has: stage.phone.getByText(name, { exact: true }) });
const toggle = (name: string) => stage.phone.getByRole('switch', { name: `运行 ${name}` });
const button = (name: string) => stage.phone.getByRole('button', { name, exact: true });
const field = (name: string) => stage.phone.getByRole('textbox', { name });
const alert = () => stage.phone.getByRole('alert');
const stored = (name: string) => stage.emulator.queues.find(({ Name }) => Name === name);
const refuse = (target: 'list' | 'update') =>
  stage.emulator.setFault({ target, answer: { status: 403 } });

/** Every state of the pages that looks different, one after the other. */
const STATES: Record<string, () => Promise<void>> = {
  'the list': async () => {},
  'a failure in its row': async () => {
    refuse('update');
    await toggle('archive-nightly').click();
    await alert().getByRole('button', { name: '错误详情' }).click();
  },
  'a refresh that failed': async () => {
    refuse('list');
    await button('刷新').click();
    await alert().first().waitFor();
  },
  'nothing found': async () => {
    await stage.phone.getByRole('searchbox').fill('nothing');
    await button('查看全部').waitFor();
  },
  'rows that are chosen': async () => {
    await button('查看全部').click();
    await button('批量').click();
    await stage.phone.getByRole('checkbox', { name: `选择 ${NAME}` }).click();
  },
  'a batch that failed': async () => {
    refuse('update');
    await button('暂停 1').click();
    await stage.page.getByRole('dialog').getByRole('button', { name: '暂停' }).click();
    await button('重试失败项').waitFor();
  },
  "a queue's page": async () => {
    await button('关闭').click();
    await button(`详情 ${NAME}`).click();
    await field('名称').waitFor();
  },
  'a form with errors': async () => {
    await field('名称').fill('');
    await field('回调地址').fill(`https://example.com:0/${'long'.repeat(30)}`);
    await field('回调地址').blur();
    await alert().nth(1).waitFor();
  },
  'a conflict': async () => {
    stage.emulator.setFault([]);
    await field('名称').fill('mine');
    await field('回调地址').fill('https://example.com/mine');
    stage.emulator.changeQueue(stored(NAME)?.QueueId ?? '', { Name: 'theirs' });
    await button('保存').click();
    await stage.phone.getByText('保留我的').waitFor();
  },
  'a page that failed': async () => {
    refuse('list');
    await stage.page.getByRole('button', { name: '重新启动小程序' }).click();
    await button('重试').waitFor();
  },
  'the minimal page': async () => {
    stage.emulator.setFault([]);
    await button('重试').click();
    await button('最小示例').click();
    await title('最小示例').waitFor();
    await rows().first().waitFor();
  },
};

test('six rows are whole on the first screen of a phone, even with a long name', async () => {
  const names = ['很长的名称'.repeat(20), ...'abcdefghijk'];
  stage.emulator.setQueues(names.map((Name) => ({ Name })));
  await stage.open({ viewport: { width: 390, height: 844 } });
  const sixth = rows().nth(5);
  const bottom = await sixth.evaluate((element) => element.getBoundingClientRect().bottom);
  expect(bottom).toBeLessThanOrEqual(await inPhone<number>('innerHeight'));
});

test.each(['light', 'dark'] as const)('WCAG 2 A and AA are met in %s mode', async (colorScheme) => {
  // So tall that nothing is covered or out of view, where axe cannot determine the contrast.
  await stage.open({ colorScheme, viewport: { width: 600, height: 2000 } });
  for (const [state, reach] of Object.entries(STATES)) {
    await reach();
    expect([state, await barriers(stage.page)]).toEqual([state, []]);
  }
});

test('with the largest text on a small phone nothing sticks out, wraps or is too small to tap', async () => {
  await stage.open({ viewport: { width: 320, height: 640 } });
  await stage.choose('微信字号', '特大');
  await rows().first().waitFor();
  for (const [state, reach] of Object.entries(STATES)) {
    await reach();
    expect([state, await inPhone(misfits)]).toEqual([state, []]);
  }
});

test('search and tabs stay in reach, and cover what scrolls under them', async () => {
  stage.emulator.setQueues(50);
  await stage.open();
  await inPhone('scrollTo(0, 600)');
  const searchbox = stage.phone.getByRole('searchbox');
  expect(await searchbox.evaluate((box) => box.getBoundingClientRect().y)).toBeLessThan(20);
  const covers = await stage.phone.getByRole('tablist').evaluate((tabs) => {
    const { left, right, y, height } = tabs.getBoundingClientRect();
    const isOnTop = (x: number) => tabs.contains(document.elementFromPoint(x, y + height / 2));
    return left === 0 && right === innerWidth && isOnTop(left + 1) && isOnTop(right - 1);
  });
  expect(covers).toBe(true);
});

test('the panel and the demo change together with the theme, without a reload', async () => {
  await stage.open({ colorScheme: 'dark' });
  const before = stage.emulator.requests.length;
  const background = (selector: string) =>
    `getComputedStyle(document.querySelector('${selector}')).backgroundColor`;
  const colors = async () => [
    await stage.page.evaluate(background('body')),
    await inPhone(background('page')),
  ];
  expect(await colors()).toEqual(['rgb(17, 17, 17)', 'rgb(17, 17, 17)']);
  await stage.choose('外观', '浅色');
  expect(await colors()).toEqual(['rgb(237, 237, 237)', 'rgb(237, 237, 237)']);
  expect(stage.emulator.requests).toHaveLength(before);
});

/** Runs in the phone: what sticks out of the screen, wraps or is too small to tap. */
function misfits(): string[] {
  const found: string[] = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} px wide`);
  for (const element of document.querySelectorAll('button, [role=switch], input, textarea')) {
    if (!element.checkVisibility()) continue;
    const { width, height, right } = element.getBoundingClientRect();
    const name = element.getAttribute('aria-label') ?? element.textContent;
    if (Math.min(width, height) < 44) found.push(`${name} is ${width} × ${height}`);
    if (right > clientWidth + 1) found.push(`${name} sticks out`);
  }
  for (const element of document.querySelectorAll('[role=tab] text, .tag')) {
    const { height } = element.getBoundingClientRect();
    if (height > 2 * Number.parseFloat(getComputedStyle(element).fontSize)) {
      found.push(`${element.textContent} wraps`);
    }
  }
  return found;
}

test('a tap beside the switch of a row opens the page of its queue, but a tap on the switch does not', async () => {
  await stage.open();
  await row(NAME).click({ position: { x: 2, y: 2 } });
  await title('队列详情').waitFor();
  await stage.page.getByRole('button', { name: '返回' }).click();
  await toggle('archive-nightly').click();
  await row('archive-nightly').getByText('已暂停').waitFor({ state: 'hidden' });
  expect(await title('文档处理队列').isVisible()).toBe(true);
});
