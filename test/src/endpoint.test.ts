import { type DocQueueOptions, docQueue } from '../../src/index.js';
import { BUCKET, LIST_URL, StubCos } from '../support/client.js';
import { refusal, service } from '../support/methods.js';

async function urlOf(options?: DocQueueOptions, params?: object) {
  const client = new StubCos([service]);
  await docQueue(client, options).describeDocProcessQueues(params);
  return client.requests[0]?.Url;
}

it('Bucket and Region of a call take precedence over those of the options', async () => {
  const target = { Bucket: '1-c-12', Region: 'x1' };
  const url = 'https://1-c-12.ci.x1.myqcloud.com/docqueue';
  expect(await urlOf(BUCKET, target)).toBe(url);
  expect(await urlOf(target, { Bucket: undefined })).toBe(url);
});

it.each([
  ['127.0.0.1:9876', 'https://127.0.0.1:9876'],
  ['http://127.0.0.1:9876', 'http://127.0.0.1:9876'],
  ['HTTPS://ci.example.com/', 'HTTPS://ci.example.com'],
  ['{Bucket}.{Region}.cn', 'https://examplebucket-1250000000.ap-beijing.cn'],
  ['{bucketname}.{APPID}.{Region}.cn', 'https://examplebucket.1250000000.ap-beijing.cn'],
  ['a', 'https://a'],
  ['', LIST_URL.replace('/docqueue', '')],
])('the Domain %j goes to %s', async (Domain, origin) => {
  expect(await urlOf({ ...BUCKET, Domain })).toBe(`${origin}/docqueue`);
});

const ODD = Array.from(' /?#@\\\n{}', (character) => `a${character}b`);
const SCHEMES = ['ftp://a', 'ahttp://b', 'x http://a', 'https://u@a', 'https://', 'https:///a'];
const OTHERS = ['a:123456', '.a', 'a.', 'a-', '-a', 'a\n', 'a//', '{Nope}.com', '://a'];

it.each([
  ['Bucket', 'like examplebucket-1250000000', ['', 'a/', null, 0]],
  ['Region', 'like ap-beijing', ['', 'a/', null, 0]],
  ['Domain', 'a host', [...ODD, ...SCHEMES, ...OTHERS]],
])('a wrong option is refused when it is used: %s must be %s', async (name, expected, values) => {
  for (const value of values) {
    const message = await refusal('describeDocProcessQueues', {}, { ...BUCKET, [name]: value });
    expect(message).toContain(`${name} must be ${expected}, not `);
  }
});
