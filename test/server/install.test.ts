import { npm } from '../support/command';

it("runs no package's scripts: npm 10, which Node 20 brings, knows no list of those allowed", async () => {
  // npm hands its settings on to its children, where they would hide those of the file.
  const env = { npm_config_ignore_scripts: undefined };
  const value = await npm(['config', 'get', 'ignore-scripts'], `${__dirname}/../..`, env);
  expect(value).toBe('true\n');
});
