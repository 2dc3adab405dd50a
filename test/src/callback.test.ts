import { listXml } from '../support/client.js';
import { node, TYPESCRIPT } from '../support/command.js';

const PROGRAM = `
const { docQueue } = require(${JSON.stringify(require.resolve('../../src/index.js'))});
const [, Body] = process.argv;
const client = { request: (_, callback) => callback(null, { statusCode: 200, Body }) };
docQueue(client, { Bucket: 'a-1', Region: 'ap-x' }).describeDocProcessQueues(() => {
  console.log('called');
  throw new Error("the callback's own");
});`;

jest.setTimeout(30_000);

// In a process of its own, which the error ends, as nobody catches it.
it.each([
  ['result', listXml([])],
  ['failure', 'nonsense'],
])('a callback that throws on a %s is not called again', async (_, body) => {
  const ended = node([...TYPESCRIPT, '--eval', PROGRAM, body], __dirname);
  await expect(ended).rejects.toThrow(/^called\n(?!called)[\s\S]*Error: the callback's own/);
});
