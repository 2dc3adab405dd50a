/**
 * 构建 npm, then a compilation with each of the settings: `wechat.ts <project> <output folder> <settings as JSON>`.
 * It is a process of its own, as WeChat's tools print a lot and never let it exit.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

async function build(projectPath: string, output: string, settings: object[]): Promise<void> {
  const ci = require('miniprogram-ci');
  // It asks WeChat which file extensions are allowed, and without a response uses a list of its own.
  ci.proxy('http://127.0.0.1:9');
  // A project keeps its settings for its lifetime.
  const newProject = () =>
    new ci.Project({
      projectPath,
      appid: 'touristappid',
      type: 'miniProgram',
      privateKey: 'none',
      // What WeChat would say about the app id.
      attr: async () => ci.DefaultProjectAttr,
    });

  const warnings = await ci.packNpm(newProject());
  if (warnings.length > 0) throw new Error(JSON.stringify(warnings, null, 2));

  const path = join(projectPath, 'project.config.json');
  const config = JSON.parse(readFileSync(path, 'utf8'));
  for (const [index, setting] of settings.entries()) {
    // Given any other way, it ignores `enhance` and `swc`.
    writeFileSync(path, JSON.stringify({ ...config, setting: { ...config.setting, ...setting } }));
    const files: Record<string, string | Buffer> = await ci.getCompiledResult({
      project: newProject(),
      setting: { useProjectConfig: true },
    });
    for (const [name, content] of Object.entries(files)) {
      const file = join(output, `${index}`, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }
}

const [project = '', output = '', settings = ''] = process.argv.slice(2);
build(project, output, JSON.parse(settings)).then(() => process.exit());
