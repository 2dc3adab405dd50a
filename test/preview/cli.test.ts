import { once } from 'node:events';
import { endProcesses, run as runFile } from '../support/process';

// Each test starts a process.
jest.setTimeout(30_000);

const run = (...args: string[]) => runFile('preview/cli.ts', args);

afterEach(endProcesses);

test('prints one address, serves it, and ends when it is told to', async () => {
  const { child, output, ended } = run('--port', '0', '--queues', '7');
  while (!output.text.includes('Ctrl+C')) await once(child.stdout, 'data');

  const addresses = output.text.match(/http:\S+/g) ?? [];
  expect(addresses).toHaveLength(1);
  const page = await fetch(addresses[0] ?? '');
  expect(await page.text()).toContain('文档转码队列');
  const service = /http:\/\/127\.0\.0\.1:\d+/.exec(
    await (await fetch(`${addresses[0]}/shell.js`)).text(),
  );
  expect(await (await fetch(`${service}/_emulator`)).json()).toMatchObject({ queues: 7 });

  child.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
});

test.each([
  [['--port', 'x'], '--port must be a number'],
  [['--port', '70000'], '--port must be a number'],
  [['--queues', '-1'], 'queues'],
  [['--nothing'], '--nothing'],
])(
  '%j is refused',
  async (args, message) => {
    const { output, ended } = run(...args);
    expect(await ended).toEqual([1, null]);
    expect(output.text).toContain(message);
  },
  30_000,
);
