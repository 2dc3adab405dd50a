/**
 * 构建 npm, then a compilation with all that the developer tools change: `wechat.ts <project> <where to>`. In a
 * process of its own: WeChat's tools print much, and never let it end.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

async function build(projectPath: string, to: string): Promise<void> {
  const ci = require('miniprogram-ci');
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
  const files: Record<string, string | Buffer> = await ci.getCompiledResult({ project, setting });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    writeFileSync(join(to, name), content);
  }
}

const [project = '', to = ''] = process.argv.slice(2);
build(project, to).then(
  () => process.exit(),
  (error) => {
    console.error(error.message);
    process.exit(1);
  },
);
