import { endProcesses, run as runFile, serve } from '../support/process';
import { aWhile, until } from '../support/until';
import { LIST, sendSigned, textOf } from './client';

const FILE = 'server/emulator/cli.ts';

const run = (args: string[], env?: Record<string, string>) =>
  runFile(FILE, args, { env: { ...process.env, ...env } });

afterEach(endProcesses);

it.each(['SIGINT', 'SIGTERM'] as const)('serves until %s', async (signal) => {
  const { child, output, ended, url } = await serve(FILE, ['--port', '0', '--queues', '12']);
  await until(() => output.text.includes('_emulator/fault'));
  expect(output.text).toContain(`Domain: '${url}'`);
  // The key that it prints is one that works.
  const pick = (name: string) => new RegExp(`${name} +(\\S+)`).exec(output.text)?.[1] ?? '';
  const key = { secretId: pick('SecretId'), secretKey: pick('SecretKey') };
  expect(textOf((await sendSigned(LIST, { url, key })).body, 'TotalCount')).toBe('12');

  // Its port is taken now.
  const second = run(['--port', new URL(url).port]);
  expect(await second.ended).toEqual([1, null]);
  expect(second.output.text).toMatch(/^Port \d+ is taken\. .*--port 0\n$/);
  // An answer that is ten minutes late does not keep the process from ending.
  await fetch(`${url}/_emulator/fault`, { method: 'PUT', body: '{"delay":600000}' });
  const late = expect(fetch(`${url}/sts`)).rejects.toThrow();
  await aWhile();
  child.kill(signal);
  expect(await ended).toEqual([0, null]);
  await late;
});

it.each<[string[], Record<string, string>, number, RegExp]>([
  [['--help'], {}, 0, /^Usage: .*--queues <number>/s],
  [['--prot', '1'], {}, 1, /^error: unknown option '--prot'/],
  [['--port', 'x'], {}, 1, /'x' is invalid\. It must be a whole number from 0 to 65535\./],
  [['--port', '65536'], {}, 1, /'65536' is invalid\. It must be a whole number from 0 to 65535\./],
  [
    ['--queues', '100001'],
    {},
    1,
    /'100001' is invalid\. It must be a whole number from 0 to 100000\./,
  ],
  [['--queues', '-1'], {}, 1, /'-1' is invalid\. It must be a whole number from 0 to 100000\./],
  [['8080'], {}, 1, /^error: too many arguments/],
  // What is left of `npm run server --port 1`, and of `--queues=3`.
  [['1'], { npm_config_port: 'true' }, 1, /Write npm run server -- --port <number>/],
  [[], { npm_config_queues: '3' }, 1, /^error: npm kept --queues for itself: a -- is missing/],
])('answers to %j %j', async (args, env, code, text) => {
  const { output, ended } = run(args, env);
  expect(await ended).toEqual([code, null]);
  expect(code ? output.errors : output.text).toMatch(text);
  expect(output.text).toContain('Usage: npm run server -- [options]');
  expect(output.text).not.toContain('    at ');
});

it.each([
  ['demo', 'preview/cli.ts'],
  ['sts', 'server/sts.ts'],
])('npm run %s takes --port, too, and says when npm kept it', async (name, file) => {
  const help = runFile(file, ['--help']);
  expect(await help.ended).toEqual([0, null]);
  expect(help.output.text).toMatch(new RegExp(`^Usage: npm run ${name} -- .*--port <number>`, 's'));

  const kept = runFile(file, ['1'], { env: { ...process.env, npm_config_port: 'true' } });
  expect(await kept.ended).toEqual([1, null]);
  expect(kept.output.text).toContain(`Write npm run ${name} -- --port <number>`);
});
