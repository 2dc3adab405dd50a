import { npm } from '../support/command';

it("runs no package's scripts: npm 10, which Node 20 brings, knows no list of those allowed", async () => {
  // What npm hands on to its children would answer in place of the file.
  const env = { npm_config_ignore_scripts: undefined };
  const value = await npm(['config', 'get', 'ignore-scripts'], `${__dirname}/../..`, env);
  expect(value).toBe('true\n');
});
