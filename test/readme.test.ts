import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type DocQueueClient, type DocQueueOptions, docQueue } from '../miniprogram_dist/index.js';
import { type Emulator, startEmulator } from '../server/emulator';
import { installWx, type RequestOptions, request } from './support/wx';

const ROOT = join(__dirname, '..');
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const ENGLISH = read('README.md');

/** The code blocks of a language, without comments. */
function blocks(readme: string, language: string): string[] {
  const found = readme.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'));
  return Array.from(found, ([, code = '']) => code.replace(/ \/\/.*/g, ''));
}

describe.each([
  ['README.md', 'README.zh-CN.md'],
  ['docs/reference.md', 'docs/reference.zh-CN.md'],
])('%s and %s', (englishName, chineseName) => {
  const english = read(englishName);
  const chinese = read(chineseName);

  it.each(['js', 'json', 'ts', 'tsx', 'vue'])('have the same code: %s', (language) => {
    expect(blocks(chinese, language)).toEqual(blocks(english, language));
  });

  it('have the same sections, tables and pictures', () => {
    const shape = (readme: string) =>
      readme.split('\n').flatMap((line) => {
        if (line.startsWith('|')) return [`${line.split('|').length} cells`];
        return /^(#+ |```\w*)/.exec(line)?.[0] ?? [];
      });
    expect(shape(chinese)).toEqual(shape(english));
  });

  it('name the same things', () => {
    const names = (readme: string) => {
      const text = readme.replace(/```.*?```/gs, '');
      return [...new Set(Array.from(text.matchAll(/`([^`\n]+)`/g), ([, name]) => name))].sort();
    };
    expect(names(chinese)).toEqual(names(english));
  });

  it('point to files that there are', () => {
    const paths = [englishName, chineseName].flatMap((name) => {
      // But for what is beside the repository's files on its host, such as its workflows.
      const links = read(name).matchAll(/\]\((?!\.\.\/\.\.\/actions)(\.{1,2}\/[^)#]*)/g);
      return Array.from(links, ([, path = '']) => join(dirname(name), path));
    });
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

it('README.md names every method', () => {
  const client = docQueue({ request() {} });
  const methods = Object.keys(client).filter((name) => name !== 'request');
  const table = ENGLISH.split('\n').filter((line) => line.startsWith('| `'));
  for (const method of methods) expect(table.join()).toContain(`\`${method}\``);
});

describe("the frameworks' code of README.md is what is tested", () => {
  const frameworks = 'test/frameworks';
  const [config, declaration] = blocks(ENGLISH, 'ts');
  it.each([
    ['tsx', blocks(ENGLISH, 'tsx')[0], `${frameworks}/taro/src/pages/queues/index.tsx`],
    ['vue', blocks(ENGLISH, 'vue')[0], `${frameworks}/uni-app/src/pages/queues/queues.vue`],
    ['config', config, `${frameworks}/taro/config/index.ts`],
    ['types', declaration, `${frameworks}/common/types/cos-wx-sdk-v5.d.ts`],
  ])('%s', (_, code = '', file) => {
    const withoutIndent = (text: string) => text.replace(/^ +/gm, '');
    expect(withoutIndent(read(file))).toContain(withoutIndent(code));
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
    const toKeyServer = ({ url, ...options }: RequestOptions) =>
      request({ ...options, url: url.replace('https://example.com', emulator.url) });
    const active = emulator.queues.filter(({ State }) => State === 'Active');
    await compile(['COS', 'docQueue', 'wx', 'console'], `${getAuthorization}\n${use}`)(
      COS,
      toEmulator,
      { request: toKeyServer },
      console,
    );
    expect(logged).toEqual(
      active.map(({ Name, State, NotifyConfig }) => [Name, State, NotifyConfig.Url]),
    );
    const paused = { ...active[0], State: 'Paused', UpdateTime: expect.any(String) };
    expect(emulator.queues).toContainEqual(paused);
  });

  it('shows an error, or the queues', async () => {
    const [showModal, setData, describeDocProcessQueues] = [jest.fn(), jest.fn(), jest.fn()];
    const run = compile(['cos', 'wx'], callback);
    await run.call({ setData }, { describeDocProcessQueues }, { showModal });
    const [done] = describeDocProcessQueues.mock.calls[0];
    done({ code: 'AccessDenied', message: 'AccessDenied: …' });
    done(null, { Response: { QueueList: [] } });
    const shown = { title: 'AccessDenied', content: 'AccessDenied: …' };
    expect(showModal.mock.calls).toEqual([[shown]]);
    expect(setData.mock.calls).toEqual([[{ queues: [] }]]);
  });
});
