/** The demo's pages on a phone, and the service that they call, both fresh for each test of a file that imports this. */
import { type Emulator, startEmulator } from '../../../server/emulator';
import { until } from '../../support/until';
import { PageUnderTest } from './page';
import { resetPhone, wx } from './phone';
import { startSimulator } from './simulator';

export let emulator: Emulator;
let render: ReturnType<typeof startSimulator>;
const pages: PageUnderTest[] = [];

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
export function open(name: string, query: Record<string, string> = {}): PageUnderTest {
  const page = new PageUnderTest(render(name), query);
  pages.push(page);
  return page;
}

/** The list, once it shows its rows. */
export async function openList(): Promise<PageUnderTest> {
  const page = open('queues');
  await until(() => page.names.length > 0);
  return page;
}

/** The page of one queue, once it shows it. */
export async function openQueue(): Promise<PageUnderTest> {
  const page = open('queue', { id: stored('invoice-preview').QueueId });
  await until(() => page.get('textbox', '名称'));
  return page;
}

/** The queue with this name, as the service has it. */
export function stored(name: string) {
  const queue = emulator.queues.find(({ Name }) => Name === name);
  if (!queue) throw new Error(`no queue ${name}`);
  return queue;
}

/** Changes a queue behind the user's back. */
export const change = (name: string, fields: Parameters<Emulator['changeQueue']>[1]) =>
  emulator.changeQueue(stored(name).QueueId, fields);

export const remove = (name: string) => emulator.removeQueue(stored(name).QueueId);

/** Refuses the next calls, by default one. */
export const refuse = (target: 'list' | 'update', times = 1) =>
  emulator.setFault({ target, times, answer: { status: 403 } });

/** The calls that the service had since it was reset, such as `GET /docqueue?pageNumber=1`. */
export const calls = (start: string): string[] =>
  emulator.requests
    .map(({ method, url }) => `${method} ${url}`)
    .filter((call) => call.startsWith(start));
