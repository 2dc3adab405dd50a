/**
 * WeChat's own tools, in a process of their own: they print much, and never let it end. `wechat.ts wxml
 * <project>`, `build <project> <where to>`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Ci {
  Project: new (options: object) => object;
  DefaultProjectAttr: object;
  proxy(url: string): void;
  packNpm(project: object): Promise<unknown[]>;
  getCompiledResult(options: {
    project: object;
    setting: object;
  }): Promise<Record<string, string | Buffer>>;
}

const COMMANDS: Record<string, (...args: string[]) => Promise<void>> = {
  /** 构建 npm, then a compilation with all that the developer tools change. */
  async build(projectPath: string, to: string) {
    const ci: Ci = require('miniprogram-ci');
    // It would ask WeChat which file extensions are allowed; without an answer it knows them itself.
    ci.proxy('http://127.0.0.1:9');
    const project = new ci.Project({
      projectPath,
      appid: 'touristappid',
      type: 'miniProgram',
      privateKey: 'none',
      // What WeChat would tell of the app id.
      attr: async () => ci.DefaultProjectAttr,
    });
    const warnings = await ci.packNpm(project);
    if (warnings.length > 0) throw new Error(JSON.stringify(warnings, null, 2));
    const setting = { useProjectConfig: true, es6: true, minify: true };
    const files = await ci.getCompiledResult({ project, setting });
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(to, name)), { recursive: true });
      writeFileSync(join(to, name), content);
    }
  },

  async wxml(path: string) {
    // `miniprogram-ci` leaves this to WeChat's servers, and passes any fault.
    require('miniprogram-compiler').wxmlToJs(path, { maxBuffer: 1 << 26 });
  },
};

const [command = '', ...args] = process.argv.slice(2);
const run = COMMANDS[command];
if (!run) throw new Error(`there is no command ${command}`);
run(...args).then(
  () => process.exit(),
  (error) => {
    console.error(error.message);
    process.exit(1);
  },
);
