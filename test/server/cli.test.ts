import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { startEmulator } from '../../server/emulator';
import { sendSigned, textOf, until } from './client';

const root = join(__dirname, '../..');
const children: ChildProcess[] = [];

function run(...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/emulator/cli.ts', ...args], {
    cwd: root,
  });
  children.push(child);
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output.text += chunk;
    });
  }
  return { child, output, ended: once(child, 'close').then(([code]) => code as number | null) };
}

afterEach(() => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
});

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
    expect(await ended).toBe(0);
  },
);

it('says when the port is taken', async () => {
  const emulator = await startEmulator();
  const { output, ended } = run('--port', new URL(emulator.url).port);
  expect(await ended).toBe(1);
  expect(output.text).toMatch(/^Port \d+ is taken\. .*--port 0\n$/);
  await emulator.close();
});

it.each([
  [['--help'], 0, /^The doc-queue service.*--queues <number>/s],
  [['--prot', '1'], 1, /^Unknown option '--prot'.*--port <number>/s],
  [['--port', 'x'], 1, /^--port must be a number, not x\./],
])('answers to %j', async (args, code, text) => {
  const { output, ended } = run(...args);
  expect(await ended).toBe(code);
  expect(output.text).toMatch(text);
  expect(output.text).not.toContain('    at ');
});
