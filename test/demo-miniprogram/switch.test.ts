import { aWhile, until } from '../support/until';
import { answer, holdResponses, phone } from './support/phone';
import { setUpStage } from './support/stage';

const stage = setUpStage();

test('a resume does not ask, and keeps what was changed elsewhere', async () => {
  stage.emulator.configure({ sparse: true });
  const page = await stage.openList();
  const theirs = {
    Name: 'theirs',
    NotifyConfig: { Url: 'https://example.com/theirs', State: 'On', Event: 'TaskFinish' },
    MqMode: 'x',
  };
  const { UpdateTime: _, ...changed } = stage.change('archive-nightly', theirs);
  page.row('archive-nightly').press('switch');
  expect(phone.modals).toEqual([]);
  await until(() => page.row('theirs').text === 'theirs 回调已开启');
  expect(page.row('theirs').isOn).toBe(true);
  expect(stage.stored('theirs')).toMatchObject({ ...changed, State: 'Active' });
});

test('a pause asks first and says what it does; without consent nothing changes', async () => {
  const page = await stage.openList();
  for (const refuse of [
    () => answer(false),
    () => phone.modals.shift()?.fail?.({ errMsg: 'showModal:fail' }),
  ]) {
    page.row('invoice-preview').press('switch');
    page.row('invoice-preview').press('switch');
    expect(phone.modals).toHaveLength(1);
    expect(phone.modals[0]?.title).toBe('暂停“invoice-preview”？');
    expect(phone.modals[0]?.content).toMatch(/已提交的任务.*等待.*正在执行的任务.*完成/);
    expect(page.row('invoice-preview').isOn).toBe(true);
    refuse();
    await aWhile();
    expect(page.row('invoice-preview').isOn).toBe(true);
    expect(stage.calls('PUT')).toEqual([]);
  }

  page.row('invoice-preview').press('switch');
  answer(true);
  await until(() => page.row('invoice-preview').tag === '已暂停');
  expect(page.row('invoice-preview').isOn).toBe(false);
  expect(stage.stored('invoice-preview')).toMatchObject({
    State: 'Paused',
    NotifyConfig: { State: 'On' },
  });
});

test('a change under way locks only its own row, against taps and refreshes', async () => {
  const release = holdResponses('PUT', 1);
  const page = await stage.openList();
  const waiting = () => page.row('archive-nightly');
  waiting().press('switch');
  await until(() => waiting().isBusy);
  expect(waiting().isOn).toBe(true);
  // The tag still shows the present state.
  expect(waiting().text).toBe('archive-nightly 已暂停 正在恢复…');

  waiting().press('switch');
  // A tap that came before the switch showed that it waits.
  const { instance } = page as unknown as { instance: { onToggle(event: object): void } };
  const currentTarget = { dataset: { id: stage.stored('archive-nightly').QueueId } };
  instance.onToggle({ currentTarget, detail: { value: true } });
  await until(() => stage.calls('PUT').length === 1);

  page.row('合同预览队列').press('switch');
  await until(() => !page.row('合同预览队列').tag && !page.row('合同预览队列').isBusy);
  stage.change('invoice-preview', { Name: 'renamed' });
  page.press('button', '刷新');
  await until(() => page.row('renamed'));
  expect([waiting().isOn, waiting().isBusy]).toEqual([true, true]);

  release();
  await until(() => !waiting().tag && !waiting().isBusy);
  expect(page.text).not.toContain('正在恢复…');
  expect(stage.calls('PUT')).toHaveLength(2);
  expect(phone.modals).toEqual([]);
});

test('a list that was requested before a change does not undo it on the screen', async () => {
  const page = await stage.openList();
  const before = stage.calls('GET').length;
  const release = holdResponses('GET', 1);
  page.press('button', '刷新');
  await until(() => stage.calls('GET').length > before);
  page.row('archive-nightly').press('switch');
  await until(() => !page.row('archive-nightly').tag && !page.row('archive-nightly').isBusy);
  release();
  await until(() => phone.pullDownStops === 2);
  expect(page.row('archive-nightly').isOn).toBe(true);
});

describe('a change that fails', () => {
  test('is rolled back, and explained in a toast and in its row', async () => {
    const page = await stage.openList();
    const row = () => page.row('invoice-preview');
    stage.refuse('update');
    row().press('switch');
    answer(true);
    await until(() => row().text.includes('暂停失败：没有权限'));
    expect(phone.toasts).toEqual(['暂停失败']);
    expect([row().isOn, row().isBusy, row().tag]).toEqual([true, false, '']);
    expect(page.all('alert')).toHaveLength(1);

    // What only support needs is folded.
    expect(page.text).not.toContain('AccessDenied');
    row().press('button', '错误详情');
    expect(page.text).toContain('错误码 AccessDenied');

    // The pause was confirmed before: it is not asked about again.
    row().press('button', '重试');
    expect(row().text).not.toContain('没有权限');
    await until(() => row().tag === '已暂停');
    expect(phone.modals).toEqual([]);
  });

  test('does not repeat a reason that is already on the screen', async () => {
    const page = await stage.openList();
    stage.emulator.setFault({ target: ['list', 'update'], answer: { status: 403 } });
    for (const name of ['archive-nightly', '合同预览队列']) page.row(name).press('switch');
    await until(() => page.row('合同预览队列').text.includes('恢复失败'));
    expect(page.text.match(/没有权限/g)).toHaveLength(1);
    page.press('button', '错误详情');
    page.press('button', '刷新');
    await until(() => page.text.includes('刷新失败：没有权限'));
    expect(page.text).not.toContain('错误码');
    expect(page.text.match(/没有权限/g)).toHaveLength(1);
    stage.emulator.setFault([]);
    page.row('archive-nightly').press('button', '重试');
    await until(() => !page.row('archive-nightly').tag);
  });

  test.each([
    ['with its response lost', { status: 200, body: 'Hi' }, '这次更改也许已经生效，请先刷新确认'],
    ['because the queue is gone', { status: 404, code: 'QueueNotFound' }, '恢复失败：队列不存在'],
  ])('%s says so, and offers a refresh', async (_, answer, words) => {
    stage.emulator.setFault({ target: 'update', times: 1, answer });
    const page = await stage.openList();
    page.row('archive-nightly').press('switch');
    await until(() => page.row('archive-nightly').text.includes(words));
    stage.remove('archive-nightly');
    page.row('archive-nightly').press('button', '刷新');
    await until(() => page.names.length === 4);
    expect(page.all('alert')).toEqual([]);
  });
});

test('a failure is kept while its row is filtered out; a row that no longer fits the filter stays until a refresh', async () => {
  const page = await stage.openList();
  stage.refuse('update');
  page.row('archive-nightly').press('switch');
  page.press('tab', '运行中');
  await until(() => phone.toasts.length > 0);
  expect(phone.toasts).toEqual(['恢复失败']);
  page.press('tab', '已暂停');
  expect(page.row('archive-nightly').text).toContain('没有权限');
  expect(page.row('archive-nightly').isOn).toBe(false);

  page.row('archive-nightly').press('button', '重试');
  await until(() => !page.row('archive-nightly').tag && !page.row('archive-nightly').isBusy);
  expect(page.names).toEqual(['合同预览队列', 'archive-nightly']);
  page.press('button', '刷新');
  await until(() => page.names.length === 1);
});
