import { type Emulator, type EmulatorOptions, startEmulator } from '../../../server/emulator';
import { PageUnderTest } from './page';
import { resetPhone, wx } from './phone';
import { loadPages } from './simulator';

/** The demo's pages on a phone, and the service that they ask, for the tests of a file. */
export function setUpStage(options: EmulatorOptions = {}) {
  const pages: PageUnderTest[] = [];
  let emulator: Emulator;
  let render: ReturnType<typeof loadPages<'queues' | 'queue'>>;

  // The simulator takes its time to draw many rows.
  jest.setTimeout(30_000);

  beforeAll(async () => {
    emulator = await startEmulator(options);
    const { config } = require('../../../demo-miniprogram/config');
    Object.assign(config, { Domain: emulator.url, keyServer: `${emulator.url}/sts` });
    render = loadPages(['queues', 'queue'], wx);
  });

  afterAll(() => emulator.close());

  beforeEach(() => {
    emulator.reset();
    resetPhone();
  });

  afterEach(() => {
    for (const page of pages.splice(0)) page.leave();
    jest.useRealTimers();
  });

  return {
    get emulator() {
      return emulator;
    },

    /** Opens a page on top of those that are open. */
    open(name: 'queues' | 'queue', query: Record<string, string> = {}): PageUnderTest {
      const page = new PageUnderTest(render(name), query);
      pages.push(page);
      return page;
    },

    /** The calls that the service had since it was reset, such as `GET /docqueue?pageNumber=1`. */
    calls(start = ''): string[] {
      return emulator.requests
        .map(({ method, url }) => `${method} ${url}`)
        .filter((call) => call.startsWith(start));
    },

    /** The queue with this name, as the service has it. */
    stored(name: string) {
      const queue = emulator.queues.find(({ Name }) => Name === name);
      if (!queue) throw new Error(`no queue ${name}`);
      return queue;
    },
  };
}
