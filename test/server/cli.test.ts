import { startEmulator } from '../../server/emulator';
import { endProcesses, run as runFile } from '../support/process';
import { sendSigned, textOf, until } from './client';

const run = (args: string[], env?: Record<string, string>) =>
  runFile('server/emulator/cli.ts', args, { env: { ...process.env, ...env } });

afterEach(endProcesses);

it.each(['SIGINT', 'SIGTERM'] as const)(
  'serves until %s, and says how to use it',
  async (signal) => {
    const { child, output, ended } = run(['--port', '0', '--queues', '12']);
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
  const { output, ended } = run(['--port', new URL(emulator.url).port]);
  expect(await ended).toEqual([1, null]);
  expect(output.text).toMatch(/^Port \d+ is taken\. .*--port 0\n$/);
  await emulator.close();
});

it.each<[string[], Record<string, string>, number, RegExp]>([
  [['--help'], {}, 0, /^The doc-queue service.*--queues <number>/s],
  [['--prot', '1'], {}, 1, /^Unknown option '--prot'.*--port <number>/s],
  [['--port', 'x'], {}, 1, /^--port must be a number up to 65535, not x\./],
  [['--port', '65536'], {}, 1, /^--port must be a number up to 65535, not 65536\./],
  [['--queues', '100001'], {}, 1, /^--queues must be a number up to 100000, not 100001\./],
  [['8080'], {}, 1, /^Unexpected argument '8080'/],
  // What is left of `npm run server --port 1`, and of `--queues=3`.
  [['1'], { npm_config_port: 'true' }, 1, /Write npm run server -- --port <number>/],
  [[], { npm_config_queues: '3' }, 1, /^npm kept --queues for itself: a -- is missing/],
])('answers to %j %j', async (args, env, code, text) => {
  const { output, ended } = run(args, env);
  expect(await ended).toEqual([code, null]);
  expect(output.text).toMatch(text);
  expect(output.text).not.toContain('    at ');
});

it.each([
  ['demo', 'preview/cli.ts'],
  ['sts', 'server/sts.ts'],
])('npm run %s takes the same options', async (name, file) => {
  const help = runFile(file, ['--help']);
  expect(await help.ended).toEqual([0, null]);
  expect(help.output.text).toMatch(new RegExp(`npm run ${name} -- \\[--port <number>\\]`));

  const kept = runFile(file, ['1'], { env: { ...process.env, npm_config_port: 'true' } });
  expect(await kept.ended).toEqual([1, null]);
  expect(kept.output.text).toContain(`Write npm run ${name} -- --port <number>`);
});
