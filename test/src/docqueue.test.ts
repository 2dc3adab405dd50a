import { type DocQueueMethods, docQueue } from '../../src/index.js';
import type { Any } from '../support/any.js';
import { BUCKET, rejection, StubCos } from '../support/client.js';
import { call, cosWith, METHODS, service } from '../support/methods.js';

describe('docQueue', () => {
  const module = { ...BUCKET, [Symbol.toStringTag]: 'Module' };
  it.each([undefined, null, module])('returns the client with the methods: %j', (options) => {
    const client = new StubCos([service]);
    const before = Object.keys(client);
    expect(docQueue(client, options as never)).toBe(client);
    const added = Object.keys(client).filter((name) => !before.includes(name));
    expect(added.sort()).toEqual(METHODS.map(([name]) => name).sort());
  });

  const client = new StubCos([service]);
  it.each<[unknown, unknown, string]>([
    [undefined, {}, 'the client is missing'],
    [{ request: 1 }, {}, 'the client must be an instance of COS, not Object'],
    [StubCos, {}, 'the client must be an instance of COS, not Function'],
    [client, { Buckets: 'a-1' }, 'unknown name Buckets: expected Bucket, Region, Domain'],
    [client, 'a-1', 'the argument must be an object, not "a-1"'],
    [client, { Timeout: 0 }, 'Timeout must be a positive number of milliseconds, not "0"'],
    [client, { Timeout: '5000' }, 'Timeout must be a positive number of milliseconds, not "5000"'],
    [client, { Timeout: null }, 'Timeout must be a positive number of milliseconds, not Null'],
  ])('refuses a wrong client or option at once: %p %p', (cos, options, reason) => {
    const message = expect.stringContaining(reason);
    expect(() => docQueue(cos as never, options as never)).toThrow(
      expect.objectContaining({ kind: 'param', code: 'InvalidParameter', message }),
    );
  });

  it('reads its options once, and replaces them when it registers again', async () => {
    const client = new StubCos([service]);
    const options = { ...BUCKET, Domain: 'a.cn' };
    const cos = docQueue(client, options);
    options.Domain = 'b.cn';
    await cos.describeDocProcessQueues();
    docQueue(client, { ...BUCKET, Domain: 'c.cn' });
    await cos.describeDocProcessQueues();
    const urls = client.requests.map(({ Url }) => Url);
    expect(urls).toEqual(['https://a.cn/docqueue', 'https://c.cn/docqueue']);
  });
});

describe('the client that sends a request', () => {
  it.each(METHODS)('is the registered one, whatever %s is called on', async (method, params) => {
    const client = new StubCos([service]);
    const cos = docQueue(client, BUCKET);
    const page = { request: jest.fn() };
    for (const borrower of [null, page]) {
      await call(cos, method, params, borrower);
      expect(client.requests.splice(0)).not.toEqual([]);
    }
    expect(page.request).not.toHaveBeenCalled();
  });

  it('is the instance when its prototype is registered', async () => {
    class COS extends StubCos {}
    docQueue(COS.prototype, BUCKET);
    const client = new COS([service]);
    await (client as StubCos & DocQueueMethods).describeDocProcessQueues();
    expect(client.requests).toHaveLength(1);
  });
});

const WITH_CALLBACK = METHODS.filter(([method]) => method !== 'paginateDocProcessQueues');

describe.each(WITH_CALLBACK)('the outcome of %s', (method, params) => {
  /** What a method hands to its callback, and what it returns. */
  const outcomeOf = (cos: Any, ...args: unknown[]) =>
    new Promise<unknown[]>((resolve) => {
      const returned: unknown = cos[method](...args, (...outcome: unknown[]) =>
        resolve([...outcome, returned]),
      );
    });

  it('is a promise, or goes to a callback, and then nothing is returned', async () => {
    const data = await call(cosWith(service), method, params);
    // What needs no parameters takes a callback alone.
    const args = 'QueueId' in params ? [params] : [];
    expect(await outcomeOf(cosWith(service), ...args)).toEqual([null, data, undefined]);
    const error = await rejection(call(cosWith('nonsense'), method, params));
    expect(await outcomeOf(cosWith('nonsense'), params)).toEqual([error, undefined]);
  });

  it('is an error, not an exception, when a parameter is wrong or missing', async () => {
    const cos = docQueue(new StubCos([service]));
    for (const args of [['x'], [null], [undefined], []]) {
      expect(await outcomeOf(cos, ...args)).toMatchObject([{ kind: 'param' }, undefined]);
    }
  });
});
