import fc from 'fast-check';
import { type DocQueueOptions, docQueue } from '../../src/index.js';
import { BUCKET, clientWith, LIST_URL, listXml, QUEUE_ID } from '../support/client.js';
import { refusal } from '../support/methods.js';

async function urlOf(options?: DocQueueOptions, params?: object) {
  const client = clientWith(listXml([]));
  await docQueue(client, options).describeDocProcessQueues(params);
  return client.requests[0]?.Url;
}

/** The message of a list that is refused for the options of the client. */
function refusalOf(options: object) {
  return refusal('describeDocProcessQueues', {}, { ...BUCKET, ...options });
}

describe('bucket and region', () => {
  it('of the call come before those of the options', async () => {
    expect(await urlOf(BUCKET, { Bucket: 'b-1', Region: 'ap-x' })).toBe(
      'https://b-1.ci.ap-x.myqcloud.com/docqueue',
    );
    expect(await urlOf({ Bucket: '1-c-12', Region: 'x1' }, { Bucket: undefined })).toBe(
      'https://1-c-12.ci.x1.myqcloud.com/docqueue',
    );
  });

  it.each(['Bucket', 'Region'])('%s of the options is checked as that of a call', async (name) => {
    expect(await refusalOf({ [name]: undefined })).toContain(`${name} is missing`);
    for (const wrong of ['', 'a/', null, 0]) {
      expect(await refusalOf({ [name]: wrong })).toContain(`${name} must be like`);
    }
  });
});

describe('Domain', () => {
  it.each([
    ['127.0.0.1:9876', 'https://127.0.0.1:9876'],
    ['http://127.0.0.1:9876', 'http://127.0.0.1:9876'],
    ['HTTPS://ci.example.com/', 'HTTPS://ci.example.com'],
    ['{Bucket}.{Region}.cn', 'https://examplebucket-1250000000.ap-beijing.cn'],
    ['{bucketname}.{APPID}.{Region}.cn', 'https://examplebucket.1250000000.ap-beijing.cn'],
    ['a', 'https://a'],
    ['', LIST_URL.replace('/docqueue', '')],
  ])('%j goes to %s', async (Domain, origin) => {
    expect(await urlOf({ ...BUCKET, Domain })).toBe(`${origin}/docqueue`);
  });

  const ODD = Array.from(' /?#@\\\n{}', (character) => `a${character}b`);
  const SCHEMES = ['ftp://a', 'ahttp://b', 'x http://a', 'https://u@a', 'https://', 'https:///a'];
  const OTHERS = ['a:123456', '.a', 'a.', 'a-', '-a', 'a\n', 'a//', '{Nope}.com', '://a'];
  it.each([...ODD, ...SCHEMES, ...OTHERS])('%j is refused', async (Domain) => {
    expect(await refusalOf({ Domain })).toContain(
      `Domain must be a host, not ${JSON.stringify(Domain)}`,
    );
  });
});

describe('no text can move a request', () => {
  // Texts made of what hosts, paths and placeholders are made of, and any others.
  const hostile = fc.oneof(
    fc.string(),
    fc
      .array(fc.constantFrom(...'a1-./\\@:#?%{}&\n\t ', 'evil.com', '..', '{Bucket}', '%2e'), {
        maxLength: 8,
      })
      .map((parts) => parts.join('')),
  );

  it('to another host or path, by Bucket, Region or QueueId', async () => {
    const isSafe = fc.asyncProperty(hostile, hostile, hostile, async (bucket, Region, QueueId) => {
      const Bucket = `${bucket}-1`;
      const client = clientWith(listXml([]));
      const cos = docQueue(client, { Bucket, Region });
      const update = { QueueId, Name: 'n', State: 'Active', NotifyConfig: {} } as const;
      await Promise.allSettled([cos.describeDocProcessQueues(), cos.updateDocProcessQueue(update)]);
      for (const { Url, Key } of client.requests) {
        const url = new URL(Url);
        expect(url.origin).toBe(`https://${Bucket}.ci.${Region}.myqcloud.com`);
        expect(url.href).toBe(Url);
        expect(url.pathname).toBe(`/${Key}`);
        expect(Key).toMatch(/^docqueue(\/[\w-]+)?$/);
      }
    });
    const allowed: [string, string, string] = ['a', 'ap-x', QUEUE_ID];
    await fc.assert(isSafe, { examples: [allowed, ['a', 'x', '..']] });
  });
});
