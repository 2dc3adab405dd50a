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
    await until(() => page.row('合同预览队列').tag === '运行中');
    expect(page.row('合同预览队列').isOn).toBe(true);
    expect(stage.stored('合同预览队列')).toMatchObject({ ...before, State: 'Active' });
  });
});

describe('pausing', () => {
  test('asks first, says what it does, and moves nothing before the answer', async () => {
    const page = await openList();
    page.row('invoice-preview').flip();
    expect(phone.modals[0]?.title).toBe('暂停“invoice-preview”？');
    expect(phone.modals[0]?.content).toMatch(/已提交的任务.*等待.*正在执行的任务.*完成/);
    expect(page.row('invoice-preview').isOn).toBe(true);
    await aWhile();
    expect(stage.calls(PUT)).toEqual([]);

    answer(true);
    await until(() => page.row('invoice-preview').tag === '已暂停');
    expect(page.row('invoice-preview').isOn).toBe(false);
    expect(stage.stored('invoice-preview')).toMatchObject({
      State: 'Paused',
      NotifyConfig: { State: 'On' },
    });
  });

  test.each([
    ['that is not confirmed', () => answer(false)],
    [
      'that cannot even be asked for',
      () => phone.modals.shift()?.fail?.({ errMsg: 'showModal:fail' }),
    ],
  ])('%s leaves all as it was', async (_, refuse) => {
    const page = await openList();
    page.row('invoice-preview').flip();
    refuse();
    await aWhile();
    expect(page.row('invoice-preview').isOn).toBe(true);
    expect(stage.calls(PUT)).toEqual([]);
    // And it can be asked for again.
    page.row('invoice-preview').flip();
    answer(true);
    await until(() => stage.stored('invoice-preview').State === 'Paused');
  });

  test('asks no second time while the question stands', async () => {
    const page = await openList();
    page.row('invoice-preview').flip();
    page.row('invoice-preview').flip();
    expect(phone.modals).toHaveLength(1);
  });
});

describe('while a change is under way', () => {
  test('its row alone waits: the switch is where it will be, the tag still tells how it is', async () => {
    stage.emulator.setFault({ target: 'update', times: 1, delay: 100 });
    const page = await openList();
    page.row('archive-nightly').flip();
    await until(() => page.row('archive-nightly').isBusy);
    expect(page.row('archive-nightly').text).toBe('archive-nightly 已暂停 正在恢复…');
    expect(page.row('archive-nightly').isOn).toBe(true);
    await until(() => stage.calls(PUT).length === 1);

    page.row('合同预览队列').flip();
    await until(() => page.row('合同预览队列').tag === '运行中');
    expect(page.row('archive-nightly').isBusy).toBe(true);
    await until(() => page.row('archive-nightly').tag === '运行中');
    expect(page.text).not.toContain('正在恢复…');
  });

  test('a second tap on it does nothing', async () => {
    stage.emulator.setFault({ target: 'update', times: 1, delay: 60 });
    const page = await openList();
    page.row('archive-nightly').flip();
    page.row('archive-nightly').flip();
    // One that came before the switch waited on the screen.
    const { instance } = page as unknown as { instance: { onToggle(event: object): void } };
    const currentTarget = { dataset: { id: stage.stored('archive-nightly').QueueId } };
    instance.onToggle({ currentTarget, detail: { value: true } });
    await until(() => page.row('archive-nightly').tag === '运行中');
    await aWhile();
    expect(stage.calls(PUT)).toHaveLength(1);
    expect(phone.modals).toEqual([]);
  });

  test('a refresh does not undo it on the screen', async () => {
    stage.emulator.setFault({ target: 'update', times: 1, delay: 150 });
    const page = await openList();
    page.row('archive-nightly').flip();
    await until(() => stage.calls(PUT).length === 1);
    stage.emulator.changeQueue(stage.stored('invoice-preview').QueueId, { Name: 'renamed' });
    page.press('button', '刷新');
    await until(() => page.row('renamed'));
    expect([page.row('archive-nightly').isOn, page.row('archive-nightly').isBusy]).toEqual([
      true,
      true,
    ]);
    await until(() => page.row('archive-nightly').tag === '运行中');
  });

  test('an older list that comes late does not show the old state', async () => {
    const page = await openList();
    const before = stage.calls('GET').length;
    stage.emulator.setFault({ target: 'list', times: 1, delay: 150 });
    page.press('button', '刷新');
    await until(() => stage.calls('GET').length > before);
    page.row('archive-nightly').flip();
    await until(() => page.row('archive-nightly').tag === '运行中');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(page.row('archive-nightly').isOn).toBe(true);
  });
});

describe('a change that fails', () => {
  test.each([
    ['invoice-preview', '暂停失败', '运行中'],
    ['archive-nightly', '恢复失败', '已暂停'],
  ])(
    'of %s returns to the old state, and says so at once and in its row',
    async (name, failure, tag) => {
      const page = await openList();
      const wasOn = page.row(name).isOn;
      stage.emulator.setFault({ target: 'update', times: 1, answer: { status: 403 } });
      page.row(name).flip();
      if (wasOn) answer(true);
      await until(() => page.row(name).text.includes(`${failure}：没有权限`));
      expect(phone.toasts).toEqual([failure]);
      expect([page.row(name).isOn, page.row(name).isBusy, page.row(name).tag]).toEqual([
        wasOn,
        false,
        tag,
      ]);
      expect(page.all('alert')).toHaveLength(1);

      // The question was answered: it is not asked again.
      page.row(name).press('再试');
      expect(page.row(name).text).not.toContain('没有权限');
      await until(() => page.row(name).isOn !== wasOn && !page.row(name).isBusy);
      expect(phone.modals).toEqual([]);
    },
  );

  test('folds away what only support needs', async () => {
    stage.emulator.setFault({ target: 'update', times: 1, answer: { status: 403 } });
    const page = await openList();
    page.row('archive-nightly').flip();
    await until(() => page.all('alert').length > 0);
    expect(page.text).not.toContain('AccessDenied');
    page.press('button', '错误详情');
    expect(page.text).toContain('错误码 AccessDenied');
    page.press('button', '复制请求 ID');
    expect(page.text).toContain(phone.clipboard);
  });

  test('with its answer lost says that it may have been made, and offers to look', async () => {
    stage.emulator.setFault({ target: 'update', times: 1, answer: { status: 200, body: 'Hi' } });
    const page = await openList();
    page.row('archive-nightly').flip();
    await until(() => page.text.includes('这次更改也许已经生效，请先刷新确认'));
    stage.emulator.changeQueue(stage.stored('archive-nightly').QueueId, { State: 'Active' });
    page.row('archive-nightly').press('刷新');
    await until(() => page.row('archive-nightly').tag === '运行中');
    expect(page.all('alert')).toEqual([]);
  });

  test('because the queue is gone says so, and a refresh takes it away', async () => {
    const page = await openList();
    stage.emulator.removeQueue(stage.stored('archive-nightly').QueueId);
    page.row('archive-nightly').flip();
    await until(() => page.row('archive-nightly').text.includes('恢复失败：队列不存在'));
    page.row('archive-nightly').press('刷新');
    await until(() => page.names.length === 4);
  });

  test('is told though the row is not on the screen, and its row shows it later', async () => {
    stage.emulator.setFault({ target: 'update', times: 1, delay: 60, answer: { status: 403 } });
    const page = await openList();
    page.row('archive-nightly').flip();
    page.press('tab', '运行中');
    await until(() => phone.toasts.length > 0);
    expect(phone.toasts).toEqual(['恢复失败']);
    page.press('tab', '全部');
    expect(page.row('archive-nightly').text).toContain('没有权限');
  });
});

test('what somebody else changed meanwhile survives it, and is shown', async () => {
  stage.emulator.configure({ sparse: true });
  const page = await openList();
  const theirs = {
    Name: 'theirs',
    NotifyConfig: { Url: 'https://example.com/theirs', State: 'On', Event: 'TaskFinish' },
    MqMode: 'x',
  };
  stage.emulator.changeQueue(stage.stored('archive-nightly').QueueId, theirs);
  page.row('archive-nightly').flip();
  await until(() => page.row('theirs').text.includes('回调已开启'));
  expect(stage.stored('theirs')).toMatchObject({ ...theirs, State: 'Active' });
});

test('a row that the filter no longer fits stays, to be undone, until the next refresh', async () => {
  const page = await openList();
  page.press('tab', '已暂停');
  page.row('archive-nightly').flip();
  await until(() => page.row('archive-nightly').tag === '运行中');
  expect(page.names).toEqual(['合同预览队列', 'archive-nightly']);
  page.press('button', '刷新');
  await until(() => page.names.length === 1);
});
