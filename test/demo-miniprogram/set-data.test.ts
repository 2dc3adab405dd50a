import { passSeconds, setClock } from './support/clock';
import { type PageUnderTest, type } from './support/page';
import { answer } from './support/phone';
import { setUpStage } from './support/stage';
import { aWhile, until } from './support/until';

const stage = setUpStage();

/** The list page with all of so many queues on the screen. */
async function openList(count: number): Promise<PageUnderTest> {
  setClock(Date.now());
  stage.emulator.setQueues(count);
  const page = stage.open('queues');
  await page.undrawn(async () => {
    for (let shown = Math.min(count, 20); ; shown += 20) {
      await until(() => page.sent.some((paths) => `queues[${shown - 1}]` in paths));
      if (shown === count) return;
      page.reachBottom();
    }
  });
  expect(page.all('listitem')).toHaveLength(count);
  return page;
}

const bytesOf = (sent: unknown) => Buffer.byteLength(JSON.stringify(sent));
const pathsOf = (page: PageUnderTest) => page.sent.flatMap((each) => Object.keys(each));

describe.each([5, 500])(
  'with %d queues on the screen, what a change sends to the view',
  (count) => {
    // A row in the middle, as `seed` makes it.
    const index = count === 5 ? 2 : 252;
    const row = `queues[${index}]`;

    test('is a few paths of one row', async () => {
      const page = await openList(count);
      const { Name } = stage.emulator.queues[index] ?? { Name: '' };
      expect(page.row(Name).tag).toBe('已暂停');

      page.sent.length = 0;
      page.row(Name).flip();
      await until(() => !page.row(Name).isDisabled);
      expect(page.sent).toEqual([
        { [`${row}.state`]: 'Active', [`${row}.busy`]: true },
        { [`${row}.updated`]: expect.stringContaining('今天'), [`${row}.busy`]: false },
      ]);
      expect(bytesOf(page.sent)).toBeLessThan(150);

      page.sent.length = 0;
      page.row(Name).flip();
      answer(false);
      await until(() => page.row(Name).isOn);
      expect(page.sent).toEqual([{ [`${row}.state`]: 'Paused' }, { [`${row}.state`]: 'Active' }]);

      page.sent.length = 0;
      stage.emulator.setFault({ target: 'update', answer: { status: 403 } });
      page.row(Name).flip();
      answer(true);
      await until(() => page.row(Name).text.includes('没有权限'));
      expect(new Set(pathsOf(page))).toEqual(
        new Set([`${row}.state`, `${row}.busy`, `${row}.problem`]),
      );
      expect(bytesOf(page.sent)).toBeLessThan(700);

      // A refresh that finds nothing new: nothing, and else what is new.
      stage.emulator.setFault([]);
      passSeconds(31);
      page.show();
      await until(() => !page.row(Name).text.includes('没有权限'));
      page.sent.length = 0;
      const asked = stage.calls('GET /docqueue').length;
      passSeconds(31);
      page.show();
      await until(() => stage.calls('GET /docqueue').length === asked + Math.ceil(count / 100));
      await aWhile();
      expect(page.sent).toEqual([]);

      const { QueueId } = stage.emulator.queues[index] ?? { QueueId: '' };
      stage.emulator.changeQueue(QueueId, { Name: 'renamed' });
      passSeconds(31);
      page.show();
      await until(() => page.row('renamed'));
      expect(page.sent).toEqual([{ [`${row}.name`]: 'renamed' }]);
    });
  },
);

test('a further page sends its own rows alone', async () => {
  stage.emulator.setQueues(500);
  const page = stage.open('queues');
  await until(() => page.names.length === 20);
  page.sent.length = 0;
  page.reachBottom();
  await until(() => page.names.length === 40);
  const rows = Array.from({ length: 20 }, (_, index) => `queues[${index + 20}]`);
  expect(pathsOf(page)).toEqual(['foot', 'foot', ...rows]);
  const first = bytesOf(page.sent);

  page.sent.length = 0;
  page.reachBottom();
  await until(() => page.names.length === 60);
  // It does not grow with what is on the screen.
  expect(Math.abs(bytesOf(page.sent) - first)).toBeLessThan(first / 10);
});

test('typing in the settings sends what was typed and what follows of it', async () => {
  const page = stage.open('settings', { id: stage.emulator.queues[1]?.QueueId ?? '' });
  await until(() => page.get('textbox', '名称'));
  page.sent.length = 0;
  type(page.get('textbox', '名称'), 'invoice-previews');
  type(page.get('textbox', '名称'), 'invoice-preview2');
  expect(page.sent).toEqual([
    { name: 'invoice-previews', nameLength: 16, unsaved: true },
    { name: 'invoice-preview2' },
  ]);
});
