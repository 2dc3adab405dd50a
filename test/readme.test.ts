import * as fs from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { transformSync } from 'esbuild';
import { type DocQueueClient, type DocQueueOptions, docQueue } from '../miniprogram_dist/index.js';
import { devDependencies, devEngines, version } from '../package.json';
import { type Emulator, startEmulator } from '../server/emulator';
import type { Any } from './support/any';
import { node } from './support/command';
import { until } from './support/until';
import { installWx, type RequestOptions, request } from './support/wx';

const ROOT = join(__dirname, '..');
const read = (name: string) => fs.readFileSync(join(ROOT, name), 'utf8');
const ENGLISH = read('README.md');

/** The code blocks of a language. */
function blocks(readme: string, language: string): string[] {
  const found = readme.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'));
  return Array.from(found, ([, code = '']) => code);
}
const [FIRST_LINES = '', KEY_SERVER = '', CLIENT = '', ...otherScripts] = blocks(ENGLISH, 'js');
const [MINIMAL_PAGE = '', PROTOTYPE = '', ...otherTypeScript] = blocks(ENGLISH, 'ts');

describe.each([
  ['README.md', 'README.zh-CN.md'],
  ['docs/reference.md', 'docs/reference.zh-CN.md'],
])('%s and %s', (englishName, chineseName) => {
  const english = read(englishName);
  const chinese = read(chineseName);

  it('have the same code, but for comments in JavaScript', () => {
    const code = (readme: string) => [
      blocks(readme, 'js').map((block) => block.replace(/ \/\/ .*/g, '')),
      blocks(readme, 'ts'),
      blocks(readme, 'xml'),
    ];
    expect(code(chinese)).toEqual(code(english));
  });

  it('have the same sections, lists, tables and pictures', () => {
    const structure = (readme: string) =>
      readme.split('\n').flatMap((line) => {
        if (line.startsWith('|')) return [`${line.split('|').length} cells`];
        return /^(#+ |- |```\w*)/.exec(line)?.[0] ?? [];
      });
    expect(structure(chinese)).toEqual(structure(english));
  });

  it('name the same things', () => {
    const names = (readme: string) => {
      const text = readme.replace(/```.*?```/gs, '');
      return [...new Set(Array.from(text.matchAll(/`([^`\n]+)`/g), ([, name]) => name))].sort();
    };
    expect(names(chinese)).toEqual(names(english));
  });

  it('link to files and sections that exist', () => {
    for (const name of [englishName, chineseName]) {
      for (const [, path = '', section] of read(name).matchAll(
        /\]\((?!http)([^)#]*)#?([^)]*)\)/g,
      )) {
        const file = path ? join(dirname(name), path) : name;
        expect([file, fs.existsSync(join(ROOT, file))]).toEqual([file, true]);
        const headings = section ? Array.from(read(file).matchAll(/^#+ (.*)$/gm), anchorOf) : [''];
        expect(headings).toContain(section);
      }
    }
  });
});

/** The name of a section in a link, as GitHub makes it. */
function anchorOf([, heading = '']: RegExpMatchArray): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\d\s-]/gu, '')
    .replace(/ /g, '-');
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
    const [option] = /compile: \{.*?\}/.exec(ENGLISH) ?? [''];
    expect(read('test/frameworks/taro/config/index.ts')).toContain(option);
  });

  it('names the versions and ports that the repository has', () => {
    const sdks = Object.keys(devDependencies).flatMap(
      (name) => name.split('cos-wx-sdk-v5-')[1] ?? [],
    );
    sdks.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    expect(ENGLISH).toContain(`from ${sdks[0]} to ${sdks.at(-1)} `);
    expect(ENGLISH).toContain(`Node ${devEngines.runtime.version.replace('>=', '')} or newer`);
    expect(ENGLISH).toContain(`./cos-wx-docqueue-${version}.tgz`);
    const port = (path: string) => /readPort, (\d+)/.exec(read(path))?.[1];
    expect(ENGLISH).toContain(`http://127.0.0.1:${port('server/emulator/cli.ts')}\``);
    expect(ENGLISH).toContain(`http://127.0.0.1:${port('server/sts.ts')}/sts\``);
  });
});

describe('the code of README.md', () => {
  it('has no other block than those that are tested here', () => {
    const others = [otherScripts, otherTypeScript, blocks(ENGLISH, 'tsx'), blocks(ENGLISH, 'vue')];
    expect(others.flat()).toEqual([]);
  });

  it.each([
    [7, 'typescript'],
    [5, 'dts-bundle-generator/node_modules/typescript'],
  ])(
    'compiles in a strict project with TypeScript %i',
    async (major, typescript) => {
      const folder = join(ROOT, `.cache/readme-${major}`);
      fs.rmSync(folder, { recursive: true, force: true });
      const files = {
        'client.ts': CLIENT,
        'config.ts': read('demo-miniprogram/config.ts'),
        'pages/queues/queues.ts': FIRST_LINES,
        'pages/minimal/minimal.ts': MINIMAL_PAGE,
        'prototype.ts': `${PROTOTYPE}
          // @ts-expect-error: every client has the methods, and they are typed
          new COS({}).describeDocProcessQueues({ State: 'Stopped' });`,
        'tsconfig.json': `{ "compilerOptions": {
          "strict": true, "noEmit": true, "target": "es2017", "lib": ["es2017"], "module": "esnext",
          "moduleResolution": "bundler", "types": ["miniprogram-api-typings"]
        } }`,
      };
      for (const [name, content] of Object.entries(files)) {
        fs.mkdirSync(dirname(join(folder, name)), { recursive: true });
        fs.writeFileSync(join(folder, name), content);
      }
      fs.mkdirSync(join(folder, 'node_modules'));
      fs.symlinkSync(ROOT, join(folder, 'node_modules/cos-wx-docqueue'));
      const tsc = join(ROOT, 'node_modules', typescript, 'bin/tsc');
      await node([tsc, '-p', '.'], folder);
    },
    60_000,
  );

  describe('run against the local service', () => {
    const getCredential = jest.fn();
    const log = jest.fn();
    let emulator: Emulator;
    let keyServer: Server;
    let COS: unknown;
    beforeAll(async () => {
      emulator = await startEmulator();
      installWx();
      COS = require('cos-wx-sdk-v5');
      run(KEY_SERVER.replace('8000', '0'), {
        'node:http': {
          createServer(listener: RequestListener) {
            keyServer = createServer(listener);
            return keyServer;
          },
        },
        'qcloud-cos-sts': { getCredential },
      });
      await until(() => keyServer.listening);
    });
    afterAll(async () => {
      keyServer?.close();
      await emulator?.close();
    });

    /** Runs a script, and returns what it exports. */
    function run(code: string, modules: Record<string, unknown>, globals: object = {}): Any {
      const module = { exports: {} };
      const names = { require: (name: string) => modules[name], module, console: { error: log } };
      const values = { ...names, ...globals };
      const script = transformSync(code, { format: 'cjs' }).code;
      new Function(...Object.keys(values), script)(...Object.values(values));
      return module.exports;
    }

    /** Opens the page of the first lines, and returns its data. */
    async function openPage(): Promise<Any> {
      const url = `http://127.0.0.1:${(keyServer.address() as AddressInfo).port}`;
      const wx = { request: (options: RequestOptions) => request({ ...options, url }) };
      const { client } = run(CLIENT, { 'cos-wx-sdk-v5': COS }, { wx });
      const setData = jest.fn();
      const modules = {
        '../../client': { client },
        'cos-wx-docqueue': {
          docQueue: (cos: DocQueueClient, options: DocQueueOptions) =>
            docQueue(cos, { ...options, Domain: emulator.url }),
        },
      };
      run(FIRST_LINES, modules, { Page: (page: Any) => page.onLoad.call({ setData }) });
      await until(() => setData.mock.calls.length > 0 || log.mock.calls.length > 1);
      return setData.mock.calls[0]?.[0];
    }

    it('lists every queue, with a key of the key server', async () => {
      getCredential.mockImplementation(async () => (await fetch(`${emulator.url}/sts`)).json());
      const { queues } = await openPage();
      const ids = emulator.queues.map(({ QueueId }) => QueueId);
      expect(queues.map(({ QueueId }: Any) => QueueId)).toEqual(ids);
      expect(log.mock.calls).toEqual([]);
    });

    it('logs why the key server gave no key', async () => {
      getCredential.mockRejectedValue({ Code: 'AuthFailure', Message: 'no such user' });
      await openPage();
      expect(log.mock.calls).toEqual([
        ['The key server responded with', 502, 'no such user'],
        [expect.objectContaining({ code: 'InvalidCredential' })],
      ]);
    });
  });
});
