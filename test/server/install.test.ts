import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

it("runs no package's scripts: npm 10, which Node 20 brings, knows no list of those allowed", () => {
  const cwd = join(__dirname, '../..');
  // What npm hands on to its children would answer in place of the file.
  const { npm_config_ignore_scripts, ...env } = process.env;
  const value = execFileSync('npm', ['config', 'get', 'ignore-scripts'], { cwd, env });
  expect(value.toString()).toBe('true\n');
});
