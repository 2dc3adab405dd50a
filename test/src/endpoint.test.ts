import fc from 'fast-check';
import { type DocQueueOptions, docQueue } from '../../src/index.js';
import { BUCKET, clientThatAnswers, listXml, QUEUE_ID, rejection } from '../support/client.js';

async function ask(options?: DocQueueOptions, params?: object) {
  const client = clientThatAnswers(listXml([]));
  const outcome = docQueue(client, options).describeDocProcessQueues(params);
  return { client, outcome };
}

async function urlOf(options?: DocQueueOptions, params?: object) {
  const { client, outcome } = await ask(options, params);
  await outcome;
  return client.asked[0]?.Url;
}

describe('bucket and region', () => {
  it('of the call come before those of the options', async () => {
    expect(await urlOf(BUCKET, { Bucket: 'b-1', Region: 'ap-x' })).toBe(
      'https://b-1.ci.ap-x.myqcloud.com/docqueue',
    );
    expect(await urlOf({ Bucket: 'b-1', Region: 'ap-y' }, { Bucket: '', Region: undefined })).toBe(
      'https://b-1.ci.ap-y.myqcloud.com/docqueue',
    );
  });

  it.each([
    ['Bucket', undefined, 'Bucket is missing'],
    ['Bucket', 'x', 'Bucket must be like examplebucket-1250000000, not "x"'],
    ['Bucket', 'examplebucket', 'not "examplebucket"'],
    ['Bucket', 'evil.com/-1', 'not "evil.com/-1"'],
    ['Bucket', 'evil.com/a-1', 'not "evil.com/a-1"'],
    ['Bucket', '#a-1', 'not "#a-1"'],
    ['Bucket', 'UPPER-1', 'not "UPPER-1"'],
    ['Bucket', 'a-1\n', 'not "a-1\\n"'],
    ['Bucket', '-1', 'not "-1"'],
    ['Bucket', ['a-1', 'b-1'], 'not Array'],
    ['Bucket', [1], 'not Array'],
    ['Region', undefined, 'Region is missing'],
    ['Region', '-x', 'Region must be like ap-beijing, not "-x"'],
    ['Region', 'cos.ap-beijing', 'not "cos.ap-beijing"'],
    ['Region', 'ap-beijing#', 'not "ap-beijing#"'],
    ['Region', '-', 'not "-"'],
    ['Region', `${'x'.repeat(70)}/`, `not "${'x'.repeat(60)}"`],
    ['Region', Object.create(null), 'not Object'],
  ])('%s %j is refused before anything is sent', async (name, value, message) => {
    const { client, outcome } = await ask({ ...BUCKET, [name]: value } as never);
    const error = await rejection(outcome);
    expect(error).toMatchObject({ kind: 'param', code: 'InvalidParameter' });
    expect(error.message).toContain(message);
    expect(client.asked).toEqual([]);
  });
});

describe('Domain', () => {
  it.each([
    ['127.0.0.1:9876', 'https://127.0.0.1:9876'],
    ['http://127.0.0.1:9876', 'http://127.0.0.1:9876'],
    ['HTTPS://ci.example.com/', 'HTTPS://ci.example.com'],
    [
      '{Bucket}.ci.{Region}.myqcloud.com',
      'https://examplebucket-1250000000.ci.ap-beijing.myqcloud.com',
    ],
    ['{bucketname}.{APPID}.{Region}.cn', 'https://examplebucket.1250000000.ap-beijing.cn'],
    ['a', 'https://a'],
    ['', 'https://examplebucket-1250000000.ci.ap-beijing.myqcloud.com'],
  ])('%j goes to %s', async (Domain, origin) => {
    expect(await urlOf({ ...BUCKET, Domain })).toBe(`${origin}/docqueue`);
  });

  it.each([
    'ftp://a.com',
    'evil http://a.com',
    'https://user@a.com',
    'a.com/path',
    'a.com?x',
    'a.com#x',
    'a.com:123456',
    'a b',
    '.a',
    'a.',
    'https://',
    '{Nope}.com',
    'a.com\\b.com',
    'a.com\n',
    'https:///a',
  ])('%j is refused', async (Domain) => {
    const { client, outcome } = await ask({ ...BUCKET, Domain });
    expect(await rejection(outcome)).toMatchObject({
      kind: 'param',
      message: expect.stringMatching(/^InvalidParameter: Domain must be a host, not "/),
    });
    expect(client.asked).toEqual([]);
  });

  it.each<[unknown, string]>([
    [{}, 'a string, not Object'],
    ['ahttp://b', 'a host, not "https://ahttp://b"'],
  ])('%j is refused as what it is', async (Domain, reason) => {
    const { outcome } = await ask({ ...BUCKET, Domain: Domain as string });
    expect((await rejection(outcome)).message).toBe(`InvalidParameter: Domain must be ${reason}`);
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
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (bucket, Region, id) => {
        const Bucket = `${bucket}-1`;
        const client = clientThatAnswers(listXml([]));
        const cos = docQueue(client, { Bucket, Region });
        const update = { QueueId: id, Name: 'n', State: 'Active', NotifyConfig: {} } as const;
        await Promise.allSettled([
          cos.describeDocProcessQueues(),
          cos.updateDocProcessQueue(update),
        ]);
        for (const { Url, Key } of client.asked) {
          const url = new URL(Url);
          expect(url.origin).toBe(`https://${Bucket}.ci.${Region}.myqcloud.com`);
          expect(url.href).toBe(Url);
          expect(url.pathname).toBe(`/${Key}`);
          expect(Key).toMatch(/^docqueue(\/[\w-]+)?$/);
        }
      }),
      {
        examples: [
          ['a', 'ap-x', QUEUE_ID],
          ['a', 'x', '..'],
        ],
      },
    );
  });
});
