import { endProcesses, runScript, untilServing } from '../support/process';
import { until } from '../support/until';

afterEach(endProcesses);

test('prints one address, refuses pages of other sites, and exits on SIGINT', async () => {
  const args = ['--port', '0', '--queues', '7'];
  const { child, output, ended, url } = await untilServing(runScript('preview/cli.ts', args));
  await until(() => output.text.includes('Ctrl+C'));

  expect(output.text.match(/http:\S+/g)).toEqual([url]);
  const textOf = async (address: string) => (await fetch(address)).text();
  expect(await textOf(url)).toContain('文档处理队列');
  const foreign = await fetch(url, { headers: { origin: 'https://evil.example' } });
  expect(foreign.status).toBe(403);
  const [service] = /http:\/\/127\.0\.0\.1:\d+/.exec(await textOf(`${url}/shell.js`)) ?? [];
  expect(await (await fetch(`${service}/_emulator`)).json()).toMatchObject({ queues: 7 });

  child.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
});
