import { once } from 'node:events';
import * as fs from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { transformSync } from 'esbuild';
import { docQueue } from '../miniprogram_dist/index.js';
import { devEngines, version } from '../package.json';
import { type Emulator, startEmulator } from '../server/emulator';
import { VERSIONS } from './sdk-matrix/versions';
import type { Any } from './support/any';
import { until } from './support/until';
import { installWx } from './support/wx';

const ROOT = join(__dirname, '..');
const read = (name: string) => fs.readFileSync(join(ROOT, name), 'utf8');
const ENGLISH = read('README.md');

/** The code blocks of a language. */
function blocks(readme: string, language: string): string[] {
  const found = readme.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'));
  return Array.from(found, ([, code = '']) => code);
}
const [FIRST_LINES = '', KEY_SERVER = '', CLIENT = '', ...otherScripts] = blocks(ENGLISH, 'js');
/** Of TypeScript, the first is a page of the demo, and `test/package` compiles the second. */
const [MINIMAL_PAGE, , ...otherTypeScript] = blocks(ENGLISH, 'ts');

const PAIRS = [
  ['README.md', 'README.zh-CN.md'],
  ['docs/reference.md', 'docs/reference.zh-CN.md'],
] as const;

describe.each(PAIRS)('%s and %s', (...pair) => {
  const [english, chinese] = pair.map((name) =>
    read(name).replace(/```js.*?```/gs, (code) => code.replace(/ \/\/ .*/g, '')),
  ) as [string, string];

  it.each([
    ['code, but for comments in JavaScript', /```(js|ts|xml)\n.*?```/gs],
    ['sections, lists and tables', /^(#+|-) |^```|\|/gm],
  ])('have the same %s', (_, pattern) => {
    expect(chinese.match(pattern)).toEqual(english.match(pattern));
  });

  it('name the same things', () => {
    const names = (page: string) => {
      const text = page.replace(/```.*?```/gs, '');
      return [...new Set(text.match(/`[^`\n]+`/g))].sort();
    };
    expect(names(chinese)).toEqual(names(english));
  });
});

it.each(PAIRS.flat())('%s links to files and sections that exist', (name) => {
  for (const [, path = '', section] of read(name).matchAll(/\]\((?!http)([^)#]*)#?([^)]*)\)/g)) {
    const file = path ? join(dirname(name), path) : name;
    expect([file, fs.existsSync(join(ROOT, file))]).toEqual([file, true]);
    if (section) expect(anchorsIn(read(file))).toContain(section);
  }
});

/** The sections of a page by the names that GitHub gives them in links. */
function anchorsIn(page: string): string[] {
  const headings = page.match(/(?<=^#+ ).*$/gm) ?? [];
  const words = headings.map((heading) => heading.toLowerCase().replace(/[^\p{L}\d\s-]/gu, ''));
  return words.map((heading) => heading.replaceAll(' ', '-'));
}

describe('README.md', () => {
  it('names every method', () => {
    const client = docQueue({ request() {} });
    const methods = Object.keys(client).filter((name) => name !== 'request');
    const table = ENGLISH.split('\n').filter((line) => line.startsWith('| `'));
    for (const method of methods) expect(table.join()).toContain(`\`${method}\``);
  });

  it('shows the minimal page of the demo as it is', () => {
    const page = 'demo-miniprogram/pages/minimal/minimal';
    expect(MINIMAL_PAGE).toBe(read(`${page}.ts`));
    expect(blocks(ENGLISH, 'xml')).toEqual([read(`${page}.wxml`)]);
  });

  it('shows the option with which the Taro app is built', () => {
    const [option] = ENGLISH.match(/compile: \{.*?\}/) ?? ['no option'];
    expect(read('test/frameworks/taro/config/index.ts')).toContain(option);
  });

  it('names the versions and ports that the repository has', () => {
    expect(ENGLISH).toContain(`from ${VERSIONS[0]} to ${VERSIONS.at(-1)} `);
    expect(ENGLISH).toContain(`Node ${devEngines.runtime.version.replace('>=', '')} or newer`);
    expect(ENGLISH).toContain(`./cos-wx-docqueue-${version}.tgz`);
    const port = (path: string) => /readPort, (\d+)/.exec(read(path))?.[1];
    expect(ENGLISH).toContain(`http://127.0.0.1:${port('server/emulator/cli.ts')}\``);
    expect(ENGLISH).toContain(`http://127.0.0.1:${port('server/sts.ts')}/sts\``);
  });
});

describe('the code of README.md', () => {
  it('has no untested js, ts, tsx or vue block', () => {
    const others = [otherScripts, otherTypeScript, blocks(ENGLISH, 'tsx'), blocks(ENGLISH, 'vue')];
    expect(others.flat()).toEqual([]);
  });

  describe('run against the local service', () => {
    const getCredential = jest.fn();
    const log = jest.fn();
    const setData = jest.fn();
    const modules: Record<string, unknown> = {
      'qcloud-cos-sts': { getCredential },
      'cos-wx-docqueue': { docQueue },
    };
    const scope = {
      module: { exports: {} as Any },
      require: (name: string) => modules[name] ?? require(name),
      console: { error: log },
      Page: ({ onLoad }: Any) => onLoad.call({ setData }),
    };
    let emulator: Emulator;
    let keyServer: Server;
    beforeAll(async () => {
      emulator = await startEmulator();
      installWx();
      const code = KEY_SERVER.replace('createServer(', 'module.exports = createServer(');
      keyServer = run(code.replace('8000', '0'));
      await once(keyServer, 'listening');
    });
    afterAll(async () => {
      keyServer.close();
      await emulator.close();
    });

    /** Runs a script, and returns what it exports. */
    function run(code: string): Any {
      const script = transformSync(code, { format: 'cjs' }).code;
      new Function(...Object.keys(scope), script)(...Object.values(scope));
      return scope.module.exports;
    }

    function openPage(): void {
      const { port } = keyServer.address() as AddressInfo;
      const url = `http://127.0.0.1:${port}`;
      modules['../../client'] = run(CLIENT.replace('https://example.com/sts', url));
      run(FIRST_LINES.replace("' }", `', Domain: '${emulator.url}' }`));
    }

    it('lists every queue, with a key of the key server', async () => {
      getCredential.mockImplementation(async () => (await fetch(`${emulator.url}/sts`)).json());
      openPage();
      await until(() => setData.mock.calls.length > 0);
      const queues = emulator.queues.map(({ QueueId }) => expect.objectContaining({ QueueId }));
      expect(setData.mock.calls).toEqual([[{ queues }]]);
    });

    it('logs why the key server gave no key', async () => {
      getCredential.mockRejectedValue({ Code: 'AuthFailure', Message: 'no such user' });
      openPage();
      await until(() => log.mock.calls.length > 1);
      expect(log.mock.calls).toEqual([
        ['The key server responded with', 502, 'no such user'],
        [expect.objectContaining({ code: 'InvalidCredential' })],
      ]);
    });
  });
});
