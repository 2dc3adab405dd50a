import { startEmulator } from '../../server/emulator';
import { endProcesses, run as runFile } from '../support/process';
import { sendSigned, textOf, until } from './client';

const run = (...args: string[]) => runFile('server/emulator/cli.ts', args);

afterEach(endProcesses);

it.each(['SIGINT', 'SIGTERM'] as const)(
  'serves until %s, and says how to use it',
  async (signal) => {
    const { child, output, ended } = run('--port', '0', '--queues', '12');
    await until(() => output.text.includes('_emulator/fault'));
    const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(output.text) ?? [];
    const pick = (name: string) => new RegExp(`${name} +(\\S+)`).exec(output.text)?.[1] ?? '';
    expect(output.text).toContain(`Domain: '${url}'`);

    // The key that it prints is one that works.
    const key = { secretId: pick('SecretId'), secretKey: pick('SecretKey') };
    const { body } = await sendSigned({ url, key }, { target: '/docqueue' });
    expect(textOf(body, 'TotalCount')).toBe('12');
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
  },
);

it('says when the port is taken', async () => {
  const emulator = await startEmulator();
  const { output, ended } = run('--port', new URL(emulator.url).port);
  expect(await ended).toEqual([1, null]);
  expect(output.text).toMatch(/^Port \d+ is taken\. .*--port 0\n$/);
  await emulator.close();
});

it.each([
  [['--help'], 0, /^The doc-queue service.*--queues <number>/s],
  [['--prot', '1'], 1, /^Unknown option '--prot'.*--port <number>/s],
  [['--port', 'x'], 1, /^--port must be a number, not x\./],
])('answers to %j', async (args, code, text) => {
  const { output, ended } = run(...args);
  expect(await ended).toEqual([code, null]);
  expect(output.text).toMatch(text);
  expect(output.text).not.toContain('    at ');
});
