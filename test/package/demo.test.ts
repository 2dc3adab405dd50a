import { appendFile, cp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '../../server/emulator/index';
import { BUCKET } from '../support/client';
import { MiniProgram } from '../support/mini-program';
import { until } from '../support/until';
import {
  changeDependencies,
  checkTypes,
  checkWxml,
  compile,
  type Demo,
  filesIn,
  installDemo,
  loadScripts,
  packNpm,
} from './demo';
import { newFolder, pack, ROOT } from './tarball';
import { installTools, tool } from './tools';

const PACKAGE = 'miniprogram_npm/cos-wx-docqueue';

let folder: string;
let demo: Demo;
beforeAll(async () => {
  await installTools();
  folder = await newFolder();
  demo = await installDemo(folder, (await pack(folder)).path);
});
afterAll(() => rm(folder, { recursive: true }));

/** A copy of the demo as it was installed. */
async function copyDemo(name: string): Promise<Demo> {
  const copy = { source: join(folder, name, 'source'), built: join(folder, name, 'built') };
  await cp(demo.source, copy.source, {
    recursive: true,
    filter: (path) => !path.endsWith('miniprogram_npm'),
  });
  return copy;
}

describe('a check of the demo turns red under', () => {
  it('a type that does not fit', async () => {
    const faulty = await copyDemo('type');
    await appendFile(join(faulty.source, 'app.ts'), "const id: number = 'p1';\n");
    await expect(checkTypes(faulty)).rejects.toThrow(/app\.ts.*TS2322/);
  });

  it('a view without its end', async () => {
    const { source } = await copyDemo('wxml');
    await appendFile(join(source, 'pages/queues/queues.wxml'), '<view>\n');
    await expect(checkWxml(source)).rejects.toThrow(/end tag missing/);
  });

  it('a dependency that package.json does not name', async () => {
    const faulty = await copyDemo('dependency');
    await changeDependencies(faulty, (dependencies) => delete dependencies['cos-wx-docqueue']);
    await packNpm(faulty);
    await expect(filesIn(join(faulty.source, PACKAGE))).rejects.toThrow(/ENOENT/);
  });

  it('a module that is missing', async () => {
    const faulty = await copyDemo('module');
    // TypeScript knows no more of this than that it may be there.
    await appendFile(join(faulty.source, 'app.ts'), "require('./missing');\n");
    await packNpm(faulty);
    await compile(faulty);
    await expect(loadScripts(faulty)).rejects.toThrow("module './missing' is not defined");
  });
});

describe('the demo, by the tools of WeChat', () => {
  it('has types that fit', async () => {
    await checkTypes(demo);
  });

  it('has WXML that compiles', async () => {
    await checkWxml(demo.source);
  });

  it('gets miniprogram_dist by 构建 npm, byte for byte, and the SDK', async () => {
    await packNpm(demo);
    const [built, copied] = [join(ROOT, 'miniprogram_dist'), join(demo.source, PACKAGE)];
    expect((await filesIn(copied)).sort()).toEqual((await readdir(built)).sort());
    for (const name of await readdir(built)) {
      expect(await readFile(join(copied, name))).toEqual(await readFile(join(built, name)));
    }
    await stat(join(demo.source, 'miniprogram_npm/cos-wx-sdk-v5/index.js'));
  });
});

describe('the demo, compiled with all that the developer tools change', () => {
  beforeAll(() => compile(demo, { useProjectConfig: true, es6: true, minify: true }));

  it('has scripts that load', async () => {
    await loadScripts(demo);
  });

  it('is ES5 throughout', async () => {
    const { parse } = require(tool('acorn'));
    const scripts = await filesIn(demo.built, '.js');
    expect(scripts).toContain(`${PACKAGE}/index.js`);
    for (const path of scripts) {
      parse(await readFile(join(demo.built, path), 'utf8'), { ecmaVersion: 5 });
    }
  });

  it('has smaller WXML, which compiles', async () => {
    for (const path of await filesIn(demo.built, '.wxml')) {
      const [before, after] = [join(demo.source, path), join(demo.built, path)];
      expect((await stat(after)).size).toBeLessThan((await stat(before)).size);
    }
    await checkWxml(demo.built);
  });

  it('holds of the package one script with its licence, and no code of others', async () => {
    expect(await filesIn(join(demo.built, PACKAGE))).toEqual(['index.js']);
    const script = await readFile(join(demo.built, PACKAGE, 'index.js'), 'utf8');
    const { version } = require(join(ROOT, 'package.json'));
    const comments = script.match(/\/\*.*?\*\//gs);
    expect(comments).toEqual([`/*! cos-wx-docqueue ${version}, MIT licence */`]);
    // What the tools' own compiler needs for ES5.
    const helper = /require\("\.\.\/\.\.\/@babel\/runtime\/helpers\/\w+"\)/g;
    expect(script.replace(helper, '')).not.toContain('require');
  });

  describe('on the local service', () => {
    let emulator: Emulator;
    beforeAll(async () => {
      emulator = await startEmulator();
    });
    afterAll(() => emulator.close());

    it('shows every queue on its first page', async () => {
      const program = new MiniProgram(demo.built, { stopPullDownRefresh() {} });
      const { config } = program.load('config.js');
      Object.assign(config, BUCKET, { Domain: emulator.url, keyServer: `${emulator.url}/sts` });
      const page = program.open('pages/queues/queues');
      const ids = emulator.queues.map(({ QueueId }) => QueueId);
      await until(() => {
        const shown = JSON.stringify(page.data);
        return ids.every((id) => shown.includes(id));
      }, 5_000);
      page.onUnload();
    });

    it('lists and pauses by the package', async () => {
      const program = new MiniProgram(demo.built);
      const COS = program.require('cos-wx-sdk-v5', 'app.js');
      const { docQueue } = program.require('cos-wx-docqueue', 'app.js');
      const { secretId: SecretId, secretKey: SecretKey } = emulator.key;
      const cos = docQueue(new COS({ SecretId, SecretKey }), { ...BUCKET, Domain: emulator.url });

      const before = emulator.queues;
      const { Response } = await cos.describeDocProcessQueues({ State: 'Active' });
      const active = before.filter(({ State }) => State === 'Active');
      expect(Response.QueueList).toMatchObject(active.map(({ QueueId }) => ({ QueueId })));

      const [{ QueueId }] = Response.QueueList;
      const paused = await cos.pauseDocProcessQueue({ QueueId });
      expect(paused.Response.Queue.State).toBe('Paused');
      const change = { State: 'Paused', UpdateTime: expect.any(String) };
      expect(emulator.queues).toEqual(
        before.map((queue) => (queue.QueueId === QueueId ? { ...queue, ...change } : queue)),
      );
    });
  });
});
