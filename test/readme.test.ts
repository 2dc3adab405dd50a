import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocQueueClient, type DocQueueOptions, docQueue } from '../miniprogram_dist/index.js';
import { type Emulator, startEmulator } from '../server/emulator';
import { installWx } from './support/wx';

const read = (name: string) => readFileSync(join(__dirname, '..', name), 'utf8');
const ENGLISH = read('README.md');
const CHINESE = read('README.zh-CN.md');

/** The code blocks of a language, without comments. */
function blocks(readme: string, language: string): string[] {
  const found = readme.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'));
  return Array.from(found, ([, code = '']) => code.replace(/ \/\/.*/g, ''));
}

describe('the two READMEs', () => {
  it.each(['js', 'json'])('have the same code: %s', (language) => {
    expect(blocks(CHINESE, language)).toEqual(blocks(ENGLISH, language));
  });

  it('have the same sections, tables and pictures', () => {
    const shape = (readme: string) =>
      readme.split('\n').flatMap((line) => {
        if (line.startsWith('|')) return [`${line.split('|').length} cells`];
        return /^(#+ |```\w*)/.exec(line)?.[0] ?? [];
      });
    expect(shape(CHINESE)).toEqual(shape(ENGLISH));
  });

  it('name the same things', () => {
    const names = (readme: string) => {
      const text = readme.replace(/```.*?```/gs, '');
      return [...new Set(Array.from(text.matchAll(/`([^`\n]+)`/g), ([, name]) => name))].sort();
    };
    expect(names(CHINESE)).toEqual(names(ENGLISH));
  });

  it('name every method', () => {
    const client = docQueue({ request() {} });
    const methods = Object.keys(client).filter((name) => name !== 'request');
    const table = ENGLISH.split('\n').filter((line) => line.startsWith('| `'));
    for (const method of methods) expect(table.join()).toContain(`\`${method}\``);
  });
});

describe('the code of the README', () => {
  const [use, callback, getAuthorization] = blocks(ENGLISH, 'js') as [string, string, string];
  const compile = (names: string[], code: string) =>
    Object.getPrototypeOf(async () => {}).constructor(
      ...names,
      code.replace(/^import .*$/gm, ''),
    ) as (this: unknown, ...values: unknown[]) => Promise<void>;

  let emulator: Emulator;
  let COS: unknown;
  beforeAll(async () => {
    emulator = await startEmulator({ port: 0 });
    installWx();
    COS = require('cos-wx-sdk-v5');
  });
  afterAll(() => emulator.close());

  it('lists the active queues, and pauses the first', async () => {
    const logged: unknown[][] = [];
    const console = { log: (...values: unknown[]) => logged.push(values) };
    const toEmulator = (cos: DocQueueClient, options: DocQueueOptions) =>
      docQueue(cos, { ...options, Domain: emulator.url });
    const request = (options: { url: string }) =>
      wx.request({
        ...options,
        url: options.url.replace('https://example.com', emulator.url),
      });
    const active = emulator.queues.filter(({ State }) => State === 'Active');
    await compile(['COS', 'docQueue', 'wx', 'console'], `${getAuthorization}\n${use}`)(
      COS,
      toEmulator,
      { request },
      console,
    );
    expect(logged).toEqual(
      active.map(({ Name, State, NotifyConfig }) => [Name, State, NotifyConfig.Url]),
    );
    const paused = { ...active[0], State: 'Paused', UpdateTime: expect.any(String) };
    expect(emulator.queues).toContainEqual(paused);
  });

  it('shows an error, or the queues', async () => {
    const showModal = jest.fn();
    const setData = jest.fn();
    const run = compile(['cos', 'wx'], callback);
    const error = { code: 'AccessDenied', message: 'AccessDenied: …' };
    const data = { Response: { QueueList: [] } };
    type Callback = (...outcome: unknown[]) => void;
    await run.call(
      { setData },
      {
        describeDocProcessQueues(done: Callback) {
          done(error);
          done(null, data);
        },
      },
      { showModal },
    );
    expect(showModal.mock.calls).toEqual([[{ title: error.code, content: error.message }]]);
    expect(setData.mock.calls).toEqual([[{ queues: [] }]]);
  });
});

declare const wx: { request(options: { url: string }): void };
