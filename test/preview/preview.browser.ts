import { until } from '../support/until';
import * as stage from './stage';
import { inPhone, title } from './stage';

const NAME = 'invoice-preview';

const inPanel = (role: 'button' | 'combobox', name: string) => stage.page.getByRole(role, { name });
const chosen = (name: string) => inPanel('combobox', name).locator(':checked').allTextContents();
const press = (key: string) => stage.page.keyboard.press(key);

async function openQueue() {
  await stage.open();
  await stage.phone.getByRole('button', { name: `详情 ${NAME}` }).click();
  await title('队列详情').waitFor();
}

describe('the phone', () => {
  test('keeps the place and the focus of a page while another is open', async () => {
    stage.emulator.setQueues(50);
    await stage.open();
    const name = '详情 queue-doc-process-12';
    await stage.phone.getByRole('button', { name }).focus();
    const scrolled = await inPhone<number>('scrollY');
    expect(scrolled).toBeGreaterThan(0);
    await press('Enter');
    await title('队列详情').waitFor();
    expect(await inPhone('scrollY')).toBe(0);
    await inPanel('button', '返回').focus();
    await press('Enter');
    await title('文档处理队列').waitFor();
    expect(await inPhone('scrollY')).toBe(scrolled);
    expect(await inPhone('document.hasFocus() && document.activeElement.ariaLabel')).toBe(name);
    expect(await inPanel('button', '返回').isHidden()).toBe(true);
  });

  test('asks before a page with changes is left', async () => {
    await openQueue();
    await stage.phone.getByRole('textbox', { name: '名称' }).fill('changed');
    for (const [choice, heading] of Object.entries({ 取消: '队列详情', 确定: '文档处理队列' })) {
      await inPanel('button', '返回').click();
      await stage.page.getByRole('dialog').getByRole('button', { name: choice }).click();
      await title(heading).waitFor();
    }
  });

  test('lets a page that was left during a save say how that ended', async () => {
    await openQueue();
    await stage.phone.getByRole('textbox', { name: '名称' }).fill('changed');
    stage.emulator.setFault({ target: 'update', delay: 500 });
    await stage.phone.getByRole('button', { name: '保存' }).click();
    await inPanel('button', '返回').click();
    await stage.page.locator('.toast').getByText('已保存').waitFor();
  });

  test('copies a text, and says so in a toast that disappears by itself', async () => {
    await openQueue();
    await stage.phone.getByRole('button', { name: '复制队列 ID' }).click();
    const toast = stage.page.locator('.toast').getByText('内容已复制');
    await toast.waitFor();
    const { QueueId } = stage.emulator.queues.find(({ Name }) => Name === NAME) ?? {};
    expect(await stage.page.evaluate('navigator.clipboard.readText()')).toBe(QueueId);
    await toast.waitFor({ state: 'hidden' });
  });
});

describe('the panel', () => {
  test('logs requests without what signs them', async () => {
    await stage.open();
    const log = stage.page.getByRole('list').getByRole('listitem');
    await log.getByText('GET /docqueue?pageNumber=1&pageSize=100 → 200').waitFor();
    expect(await stage.page.locator('body').innerText()).not.toContain('q-signature');
    await inPanel('button', '清空').click();
    expect(await log.count()).toBe(0);
  });

  test('switches faults of the service on and off, and shows those that are on', async () => {
    await stage.open();
    await stage.choose('模拟故障', '没有权限');
    await until(() => stage.emulator.faults.length === 1);
    await stage.page.reload();
    await stage.page.getByText('返回 403 AccessDenied').waitFor();
    expect(await chosen('模拟故障')).toEqual(['没有权限']);
    await stage.choose('模拟故障', '正常');
    await until(() => stage.emulator.faults.length === 0);
  });

  test('refuses requests as WeChat does when their host is not in its list', async () => {
    await stage.open();
    await stage.choose('模拟故障', '域名未登记');
    await inPanel('button', '重新启动小程序').click();
    await stage.phone.getByText('域名未加入合法域名列表', { exact: true }).waitFor();
  });

  test('replaces the queues', async () => {
    await stage.open();
    await stage.choose('队列数量', '50');
    await stage.phone.getByRole('tab', { name: '全部 50' }).waitFor();
    expect(stage.emulator.queues).toHaveLength(50);
  });

  test('says when the service is gone, and when it is back', async () => {
    await stage.open();
    const alert = stage.page.getByRole('alert').filter({ hasText: '模拟服务已停止' });
    expect(await alert.isVisible()).toBe(false);
    await stage.page.route('**/_emulator**', (route) => route.abort());
    await stage.choose('模拟故障', '没有权限');
    await alert.waitFor();
    expect(await chosen('模拟故障')).toEqual([]);
    await stage.page.unrouteAll();
    await stage.choose('模拟故障', '正常');
    await alert.waitFor({ state: 'hidden' });
  });
});

test('a question focuses 取消, and afterwards returns the focus to the switch', async () => {
  await stage.open();
  const toggle = stage.phone.getByRole('switch', { name: `运行 ${NAME}` });
  const question = stage.page.getByRole('dialog');
  await toggle.focus();
  for (const key of ['Escape', 'Enter']) {
    await press('Space');
    await question.waitFor();
    expect(await stage.page.evaluate('document.activeElement.textContent')).toBe('取消');
    await press(key);
    await question.waitFor({ state: 'hidden' });
    expect(await inPhone('document.activeElement.ariaLabel')).toBe(`运行 ${NAME}`);
  }
  expect(await toggle.isChecked()).toBe(true);
});

test('the arrow keys move between tabs', async () => {
  await stage.open();
  await stage.phone.getByRole('tab', { name: '全部' }).focus();
  await press('ArrowLeft');
  await stage.phone.getByRole('tab', { name: '已暂停', selected: true }).waitFor();
  expect(await inPhone('document.activeElement.innerText')).toContain('已暂停');
});
