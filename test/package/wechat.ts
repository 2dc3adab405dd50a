/**
 * 构建 npm, then a compilation: `wechat.ts <project> <output folder> <settings as JSON>`. It is a process of its own, as
 * WeChat's tools print much, never let it end, and reuse what they compiled with other settings.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

async function build(projectPath: string, to: string, settings: object): Promise<void> {
  const ci = require('miniprogram-ci');
  // It would ask WeChat which file extensions are allowed; without an answer it knows them itself.
  ci.proxy('http://127.0.0.1:9');
  const project = new ci.Project({
    projectPath,
    appid: 'touristappid',
    type: 'miniProgram',
    privateKey: 'none',
    // What WeChat would say about the app id.
    attr: async () => ci.DefaultProjectAttr,
  });
  const warnings = await ci.packNpm(project);
  if (warnings.length > 0) throw new Error(JSON.stringify(warnings, null, 2));
  const setting = { useCompilerPlugins: ['typescript'], ...settings };
  const files: Record<string, string | Buffer> = await ci.getCompiledResult({ project, setting });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    writeFileSync(join(to, name), content);
  }
}

const [project = '', to = '', settings = ''] = process.argv.slice(2);
build(project, to, JSON.parse(settings)).then(
  () => process.exit(),
  (error) => {
    console.error(error.message);
    process.exit(1);
  },
);
