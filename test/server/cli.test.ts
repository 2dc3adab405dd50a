import { endProcesses, runScript, start, untilServing } from '../support/process';
import { until } from '../support/until';
import { LIST, sendSigned, textOf } from './client';

let server: Awaited<ReturnType<typeof untilServing>>;
beforeAll(async () => {
  const script = ['run', 'server', '--', '--port', '0', '--queues', '12'];
  server = await untilServing(start('npm', script));
  await until(() => server.output.text.includes('_emulator/fault'));
});
afterAll(endProcesses);

it('prints its address and a key, which work', async () => {
  const { output, url } = server;
  expect(output.text).toContain(`Domain: '${url}'`);
  const printed = (name: string) => new RegExp(`${name} +(\\S+)`).exec(output.text)?.[1] ?? '';
  const key = { secretId: printed('SecretId'), secretKey: printed('SecretKey') };
  expect(textOf((await sendSigned(LIST, key, url)).body, 'TotalCount')).toBe('12');
});

it('ends with a message, not a stack, for a port that is taken', async () => {
  const { port } = new URL(server.url);
  const { output, ended } = runScript('server/emulator/cli.ts', ['--port', port]);
  expect(await ended).toEqual([1, null]);
  expect(output.errors).toMatch(/^listen EADDRINUSE: .*\n$/);
});

// Last, as it ends the server.
it('ends when npm receives SIGTERM, even while a response is delayed', async () => {
  const { child, ended, url } = server;
  await fetch(`${url}/_emulator/fault`, { method: 'PUT', body: '{"delay":600000}' });
  const delayed = expect(fetch(`${url}/sts`)).rejects.toThrow();
  const requests = async () => (await (await fetch(`${url}/_emulator`)).json()).requests;
  await until(async () => (await requests()) === 2);
  child.kill('SIGTERM');
  await ended;
  await delayed;
});
