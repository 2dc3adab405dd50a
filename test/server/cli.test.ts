import { spawn } from 'node:child_process';
import { endProcesses, run as runFile, serve } from '../support/process';
import { aWhile, until } from '../support/until';
import { LIST, sendSigned, textOf } from './client';
import { KEY_SERVER_ENV } from './key-server';

const FILE = 'server/emulator/cli.ts';

const run = (args: string[]) => runFile(FILE, args);

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
  expect(second.output.text).toMatch(/^listen EADDRINUSE: address already in use .*\n$/);
  // A response that is ten minutes late does not keep the process from ending.
  await fetch(`${url}/_emulator/fault`, { method: 'PUT', body: '{"delay":600000}' });
  const late = expect(fetch(`${url}/sts`)).rejects.toThrow();
  await aWhile();
  child.kill(signal);
  expect(await ended).toEqual([0, null]);
  await late;
});

it.each<[string[], number, RegExp]>([
  [['--help'], 0, /^Usage: .*--queues <number>/s],
  [['--prot', '1'], 1, /^error: unknown option '--prot'/],
  [['--port', 'x'], 1, /'x' is invalid\. It must be a whole number from 0 to 65535\./],
  [['--port', '65536'], 1, /'65536' is invalid\. It must be a whole number from 0 to 65535\./],
  [['--queues', '100001'], 1, /'100001' is invalid\. It must be a whole number from 0 to 100000\./],
  [['--queues', '-1'], 1, /'-1' is invalid\. It must be a whole number from 0 to 100000\./],
  [['8080'], 1, /^error: too many arguments/],
])('reads the arguments %j', async (args, code, text) => {
  const { output, ended } = run(args);
  expect(await ended).toEqual([code, null]);
  expect(code ? output.errors : output.text).toMatch(text);
  expect(output.text).toContain('Usage: npm run server -- [options]');
  expect(output.text).not.toContain('    at ');
});

it.each([
  ['server', {}],
  ['sts', KEY_SERVER_ENV],
])('ends when `npm run %s` gets a SIGTERM', async (script, env) => {
  const npm = spawn('npm', ['run', script, '--', '--port', '0'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  npm.stdout.on('data', (piece) => {
    output += piece;
  });
  const url = await until(() => /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0], 20_000);
  expect((await fetch(url)).status).toBe(404);
  npm.kill('SIGTERM');
  await until(() =>
    fetch(url).then(
      () => false,
      () => true,
    ),
  );
});
