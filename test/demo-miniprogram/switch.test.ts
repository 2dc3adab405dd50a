import { flip } from './support/page';
import { answer, phone } from './support/phone';
import { setUpStage } from './support/stage';
import { aWhile, until } from './support/until';

const stage = setUpStage();
const PUT = 'PUT /docqueue/';

/** The list page with its rows. */
async function openList() {
  const page = stage.open('queues');
  await until(() => page.row('archive-nightly'));
  return page;
}

describe('resuming', () => {
  test('does not ask, and changes nothing but the state', async () => {
    const page = await openList();
    const { UpdateTime: _, ...before } = stage.stored('合同预览队列');
    page.row('合同预览队列').flip();
    expect(phone.modals).toEqual([]);
    await until(() => stage.stored('合同预览队列').State === 'Active');
    await until(() => !page.row('合同预览队列').isDisabled);
    expect(page.row('合同预览队列').tag).toBe('运行中');
    expect(page.row('合同预览队列').isOn).toBe(true);
    expect(page.row('合同预览队列').text).toContain('更新于 今天');
    expect(stage.stored('合同预览队列')).toMatchObject({ ...before, State: 'Active' });
    expect(before.NotifyConfig).toMatchObject({ State: 'On', Type: 'Url' });
  });
});

describe('pausing', () => {
  test('asks first, and says what it does', async () => {
    const page = await openList();
    page.row('invoice-preview').flip();
    expect(phone.modals).toHaveLength(1);
    expect(phone.modals[0]?.title).toContain('invoice-preview');
    expect(phone.modals[0]?.content).toMatch(/已提交的任务.*等待.*正在执行的任务.*完成/);
    await aWhile();
    expect(stage.calls(PUT)).toEqual([]);

    answer(true);
    await until(() => stage.stored('invoice-preview').State === 'Paused');
    await until(() => !page.row('invoice-preview').isDisabled);
    expect([page.row('invoice-preview').tag, page.row('invoice-preview').isOn]).toEqual([
      '已暂停',
      false,
    ]);
    expect(stage.stored('invoice-preview').NotifyConfig.State).toBe('On');
  });

  test('that is not confirmed leaves all as it was', async () => {
    const page = await openList();
    page.row('invoice-preview').flip();
    answer(false);
    await until(() => page.row('invoice-preview').isOn);
    await aWhile();
    expect(page.row('invoice-preview').tag).toBe('运行中');
    expect(page.row('invoice-preview').isDisabled).toBe(false);
    expect(stage.calls(PUT)).toEqual([]);

    // And it can be asked for again.
    page.row('invoice-preview').flip();
    answer(true);
    await until(() => stage.stored('invoice-preview').State === 'Paused');
  });

  test('that cannot even be asked for leaves all as it was', async () => {
    const page = await openList();
    page.row('invoice-preview').flip();
    phone.modals.shift()?.fail?.({ errMsg: 'showModal:fail' });
    await until(() => page.row('invoice-preview').isOn);
    expect(stage.calls(PUT)).toEqual([]);
  });
});

describe('while a change is under way', () => {
  test('its row alone waits, with the new state', async () => {
    stage.emulator.setFault({ target: 'update', times: 1, delay: 100 });
    const page = await openList();
    page.row('archive-nightly').flip();
    expect(page.row('archive-nightly').isOn).toBe(true);
    expect(page.row('archive-nightly').isDisabled).toBe(true);
    expect(page.row('archive-nightly').text).toContain('正在恢复…');
    await until(() => stage.calls(PUT).length === 1);

    page.row('合同预览队列').flip();
    await until(() => stage.stored('合同预览队列').State === 'Active' && page.row('合同预览队列'));
    await until(() => !page.row('合同预览队列').isDisabled);
    expect(page.row('archive-nightly').isDisabled).toBe(true);
    await until(() => !page.row('archive-nightly').isDisabled);
    expect(page.text).not.toContain('正在恢复…');
  });

  test('a second tap on it does nothing', async () => {
    stage.emulator.setFault({ target: 'update', times: 1, delay: 60 });
    const page = await openList();
    const row = page.row('archive-nightly');
    row.flip();
    row.flip();
    // One that came before the switch was disabled on the screen.
    row.switch.removeAttribute('disabled');
    flip(row.switch);
    expect(row.isOn).toBe(true);
    await until(() => !page.row('archive-nightly').text.includes('正在恢复…'));
    await aWhile();
    expect(stage.stored('archive-nightly').State).toBe('Active');
    expect(page.row('archive-nightly').isOn).toBe(true);
    expect(stage.calls(PUT)).toHaveLength(1);
    expect(phone.modals).toEqual([]);
  });

  test('a tap while the question stands asks no second one', async () => {
    const page = await openList();
    page.row('invoice-preview').flip();
    page.row('invoice-preview').flip();
    expect(phone.modals).toHaveLength(1);
    expect(page.row('invoice-preview').isOn).toBe(false);
    answer(false);
    await until(() => page.row('invoice-preview').isOn);
  });

  test('a refresh does not undo it on the screen', async () => {
    stage.emulator.setFault({ target: 'update', times: 1, delay: 150 });
    const page = await openList();
    page.row('archive-nightly').flip();
    await until(() => stage.calls(PUT).length === 1);
    stage.emulator.changeQueue(stage.stored('invoice-preview').QueueId, { Name: 'renamed' });
    page.pullDown();
    await until(() => page.row('renamed'));
    expect(page.row('archive-nightly').isOn).toBe(true);
    expect(page.row('archive-nightly').isDisabled).toBe(true);
    await until(() => !page.row('archive-nightly').isDisabled);
    expect(page.row('archive-nightly').tag).toBe('运行中');
  });

  test('an older list that comes late does not show the old state', async () => {
    const page = await openList();
    const before = stage.calls('GET').length;
    stage.emulator.setFault({ target: 'list', times: 1, delay: 150 });
    page.pullDown();
    await until(() => stage.calls('GET').length > before);
    page.row('archive-nightly').flip();
    await until(() => !page.row('archive-nightly').isDisabled);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(stage.stored('archive-nightly').State).toBe('Active');
    expect(page.row('archive-nightly').isOn).toBe(true);
  });
});

describe('a change that fails', () => {
  test('returns to the old state and says why, in its row', async () => {
    stage.emulator.setFault({ target: 'update', times: 1, answer: { status: 403 } });
    const page = await openList();
    page.row('archive-nightly').flip();
    await until(() => page.row('archive-nightly').text.includes('没有恢复：没有权限'));
    expect(page.row('archive-nightly').text).toContain('代码 AccessDenied');
    expect(page.row('archive-nightly').text).toContain('请求 ID');
    expect([page.row('archive-nightly').isOn, page.row('archive-nightly').isDisabled]).toEqual([
      false,
      false,
    ]);
    expect(page.row('archive-nightly').tag).toBe('已暂停');
    expect(page.row('invoice-preview').text).not.toContain('没有权限');

    page.row('archive-nightly').flip();
    expect(page.row('archive-nightly').text).not.toContain('没有权限');
    await until(() => stage.stored('archive-nightly').State === 'Active');
  });

  test('of a pause returns to running', async () => {
    stage.emulator.setFault({ target: 'update', times: 1, answer: { status: 403 } });
    const page = await openList();
    page.row('invoice-preview').flip();
    answer(true);
    await until(() => page.row('invoice-preview').text.includes('没有暂停：没有权限'));
    expect([page.row('invoice-preview').isOn, page.row('invoice-preview').tag]).toEqual([
      true,
      '运行中',
    ]);
  });

  test('with its answer lost says that it may have been made', async () => {
    stage.emulator.setFault({ target: 'update', times: 1, answer: { status: 200, body: 'Hi' } });
    const page = await openList();
    page.row('archive-nightly').flip();
    await until(() => page.row('archive-nightly').text.includes('也许已经生效'));
    expect(page.row('archive-nightly').isOn).toBe(false);
  });

  test('because the queue is gone says so', async () => {
    const page = await openList();
    stage.emulator.removeQueue(stage.stored('archive-nightly').QueueId);
    page.row('archive-nightly').flip();
    await until(() => page.row('archive-nightly').text.includes('这个队列已经不在了'));
  });

  test('returns to the state that a refresh has brought meanwhile', async () => {
    const page = await openList();
    page.row('invoice-preview').flip();
    stage.emulator.changeQueue(stage.stored('invoice-preview').QueueId, {
      Name: 'paused elsewhere',
      State: 'Paused',
    });
    page.pullDown();
    await until(() => page.row('paused elsewhere'));
    answer(false);
    await until(() => !page.row('paused elsewhere').isDisabled);
    expect(page.row('paused elsewhere').isOn).toBe(false);
  });

  test('is told of a queue that is no longer on the screen, too', async () => {
    stage.emulator.setFault({ target: 'update', times: 1, delay: 100, answer: { status: 403 } });
    const page = await openList();
    page.row('archive-nightly').flip();
    await until(() => stage.calls(PUT).length === 1);
    page.press('tab', '运行中');
    await until(() => phone.toasts.length > 0);
    expect(phone.toasts).toEqual(['archive-nightly 没有恢复：没有权限']);
  });
});

describe('what somebody else changed meanwhile', () => {
  test('is shown after the switch, whatever was on the screen', async () => {
    const page = await openList();
    stage.emulator.changeQueue(stage.stored('invoice-preview').QueueId, {
      State: 'Paused',
      Name: 'theirs',
    });
    page.row('invoice-preview').flip();
    answer(true);
    await until(() => page.row('theirs'));
    expect([page.row('theirs').isOn, page.row('theirs').tag]).toEqual([false, '已暂停']);
    // It was so already.
    expect(stage.calls(PUT)).toEqual([]);
  });

  test('survives it', async () => {
    const page = await openList();
    const NotifyConfig = { Url: 'https://example.com/theirs', State: 'On', Event: 'TaskFinish' };
    stage.emulator.changeQueue(stage.stored('archive-nightly').QueueId, {
      NotifyConfig,
      MqMode: 'x',
    });
    page.row('archive-nightly').flip();
    await until(() => page.row('archive-nightly').text.includes('https://example.com/theirs'));
    expect(stage.stored('archive-nightly')).toMatchObject({
      State: 'Active',
      NotifyConfig,
      MqMode: 'x',
    });
  });

  test('survives it with a service that answers sparsely, too', async () => {
    stage.emulator.configure({ sparse: true });
    const page = await openList();
    const { NotifyConfig } = stage.stored('合同预览队列');
    page.row('合同预览队列').flip();
    await until(() => stage.stored('合同预览队列').State === 'Active');
    expect(stage.stored('合同预览队列').NotifyConfig).toEqual(NotifyConfig);
  });
});

test('a row that the filter no longer fits stays, to be undone, until the next refresh', async () => {
  const page = stage.open('queues');
  page.press('tab', '已暂停');
  await until(() => page.names.length === 2);
  page.row('archive-nightly').flip();
  await until(() => !page.row('archive-nightly').isDisabled);
  expect(page.row('archive-nightly').tag).toBe('运行中');
  page.pullDown();
  await until(() => page.names.length === 1);
  expect(page.names).toEqual(['合同预览队列']);
});
