import { until, useStage } from './stage';

const stage = useStage();

const NAME = 'invoice-preview';

const field = (name: string) => stage.phone.getByRole('textbox', { name });
const button = (name: string | RegExp) => stage.phone.getByRole('button', { name });
const callback = () => stage.phone.getByRole('switch', { name: '回调' });
const alerted = (words: string) => stage.phone.getByRole('alert').getByText(words).waitFor();
const dialog = () => stage.page.getByRole('dialog');
const answer = (name: string) => dialog().getByRole('button', { name }).click();
const back = () => stage.page.getByRole('button', { name: '返回' });
const title = (words: string) => stage.page.getByRole('heading', { name: words });
const id = () => stage.emulator.queues.find(({ Name }) => Name === NAME)?.QueueId;

async function openSettings() {
  await stage.open();
  await button(`设置 ${NAME}`).click();
  await field('名称').waitFor();
}

test('shows what is stored', async () => {
  await openSettings();

  await title('队列设置').waitFor();
  expect(await field('名称').inputValue()).toBe(NAME);
  expect(await field('回调地址').inputValue()).toBe(
    'https://example.com/ci/callback?source=docqueue&env=prod',
  );
  expect(await callback().isChecked()).toBe(true);
  expect(await button('没有修改').isDisabled()).toBe(true);
});

test('saves what was changed, and the list shows it', async () => {
  await openSettings();
  const queue = id();

  await field('名称').fill('发票 <新> & 旧');
  await field('回调地址').fill('https://example.org/hook?a=1&b=2');
  await callback().click();
  await button('保存').click();

  await stage.page.getByText('已保存').waitFor();
  await stage.phone.getByText('发票 <新> & 旧').waitFor();
  await title('文档转码队列').waitFor();
  const stored = stage.emulator.queues.find(({ QueueId }) => QueueId === queue);
  expect(stored).toMatchObject({
    Name: '发票 <新> & 旧',
    State: 'Active',
    NotifyConfig: {
      Url: 'https://example.org/hook?a=1&b=2',
      State: 'Off',
      Type: 'Url',
      Event: 'TaskFinish,WorkflowFinish',
    },
  });
});

test('says what is wrong as it is typed', async () => {
  await openSettings();

  await field('名称').fill('');
  await alerted('请填写名称');
  await field('名称').fill('好');
  await field('回调地址').fill('ftp://example.com');
  await alerted('地址要以 http:// 或 https:// 开头');
  expect(await button('保存').isDisabled()).toBe(true);

  await field('回调地址').fill('https://example.com');
  await until(() => button('保存').isEnabled());
});

test('a usual event is added and taken away', async () => {
  await openSettings();

  await button('去掉事件 TaskFinish').click();
  expect(await field('回调事件').inputValue()).toBe('WorkflowFinish');
  await button('加上事件 TaskFinish').click();
  expect(await field('回调事件').inputValue()).toBe('WorkflowFinish,TaskFinish');
});

test('asks before unsaved changes are lost', async () => {
  await openSettings();

  await field('名称').fill('不要丢');
  await back().click();
  await dialog().getByText('修改还没有保存').waitFor();
  await answer('取消');
  expect(await field('名称').inputValue()).toBe('不要丢');

  await back().click();
  await answer('确定');
  await title('文档转码队列').waitFor();
  await stage.phone.getByText(NAME, { exact: true }).waitFor();
  expect(id()).toBeDefined();
});

test('leaves without a question when nothing was changed', async () => {
  await openSettings();

  await field('名称').fill('x');
  await field('名称').fill(NAME);
  await back().click();

  await title('文档转码队列').waitFor();
  expect(await dialog().isVisible()).toBe(false);
});

test('a save that fails keeps what was typed, and says why', async () => {
  await openSettings();
  stage.emulator.setFault({ target: 'update', answer: { status: 403 } });

  await field('名称').fill('再试');
  await button('保存').click();
  await alerted('没有权限');
  expect(await field('名称').inputValue()).toBe('再试');

  stage.emulator.setFault([]);
  await button('保存').click();
  await title('文档转码队列').waitFor();
  await stage.phone.getByText('再试', { exact: true }).waitFor();
});

test('a queue that cannot be read is explained, and a retry helps', async () => {
  await stage.open();
  await button(`设置 ${NAME}`).waitFor();
  stage.emulator.setFault({ target: 'list', answer: { status: 503 } });

  await button(`设置 ${NAME}`).click();
  await alerted('服务正忙');

  stage.emulator.setFault([]);
  await button('重试').click();
  await field('名称').waitFor();
});

test('is filled in and saved with keys alone', async () => {
  await openSettings();

  await field('名称').focus();
  await stage.page.keyboard.press('Control+A');
  await stage.page.keyboard.type('keys');
  await stage.page.keyboard.press('Tab');
  await stage.page.keyboard.press('Space');
  await until(async () => !(await callback().isChecked()));
  await button('保存').focus();
  await stage.page.keyboard.press('Enter');

  await title('文档转码队列').waitFor();
  expect(stage.emulator.queues.find(({ Name }) => Name === 'keys')?.NotifyConfig.State).toBe('Off');
});
