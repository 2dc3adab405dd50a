import { type Emulator, startEmulator } from '../../../server/emulator';
import { until } from '../../support/until';
import { PageUnderTest } from './page';
import { resetPhone, wx } from './phone';
import { startSimulator } from './simulator';

/** The demo's pages on a phone, and the service that they call, for the tests of a file. */
export function setUpStage() {
  const pages: PageUnderTest[] = [];
  let emulator: Emulator;
  let render: ReturnType<typeof startSimulator>;

  // The simulator is slow with many rows.
  jest.setTimeout(30_000);

  beforeAll(async () => {
    emulator = await startEmulator();
    const { config } = require('../../../demo-miniprogram/config');
    Object.assign(config, { Domain: emulator.url, keyServer: `${emulator.url}/sts` });
    render = startSimulator(wx);
  });

  afterAll(() => emulator.close());

  beforeEach(() => {
    emulator.reset();
    resetPhone();
  });

  afterEach(() => {
    for (const page of pages.splice(0)) page.leave();
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  /** Opens a page on top of those that are open. */
  function open(name: string, query: Record<string, string> = {}): PageUnderTest {
    const page = new PageUnderTest(render(name), query);
    pages.push(page);
    return page;
  }

  /** The queue with this name, as the service has it. */
  function stored(name: string) {
    const queue = emulator.queues.find(({ Name }) => Name === name);
    if (!queue) throw new Error(`no queue ${name}`);
    return queue;
  }

  return {
    get emulator() {
      return emulator;
    },
    open,
    stored,

    /** The list, once it shows its rows. */
    async openList(): Promise<PageUnderTest> {
      const page = open('queues');
      await until(() => page.names.length > 0);
      return page;
    },

    /** The page of one queue, once it shows it. */
    async openQueue(): Promise<PageUnderTest> {
      const page = open('queue', { id: stored('invoice-preview').QueueId });
      await until(() => page.get('textbox', '名称'));
      return page;
    },

    /** Changes a queue behind the user's back. */
    change: (name: string, change: Parameters<Emulator['changeQueue']>[1]) =>
      emulator.changeQueue(stored(name).QueueId, change),

    remove: (name: string) => emulator.removeQueue(stored(name).QueueId),

    /** Refuses the next calls, by default one. */
    refuse: (target: 'list' | 'update', times = 1) =>
      emulator.setFault({ target, times, answer: { status: 403 } }),

    /** The calls that the service had since it was reset, such as `GET /docqueue?pageNumber=1`. */
    calls: (start: string): string[] =>
      emulator.requests
        .map(({ method, url }) => `${method} ${url}`)
        .filter((call) => call.startsWith(start)),
  };
}
