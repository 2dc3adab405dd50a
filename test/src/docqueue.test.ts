import { type DocQueueMethods, DocQueueState, docQueue } from '../../src/index.js';
import { BUCKET, clientThatAnswers, rejection, StubCos } from '../support/client.js';
import { call, cosThatAnswers, METHODS, service } from '../support/methods.js';

describe('docQueue', () => {
  it.each([undefined, null])('returns the client with the methods: options %j', (options) => {
    const client = clientThatAnswers(service);
    const before = Object.keys(client);
    expect(docQueue(client, options as never)).toBe(client);
    const added = Object.keys(client).filter((name) => !before.includes(name));
    expect(added.sort()).toEqual(METHODS.map(([name]) => name).sort());
  });

  const NO_CLIENT = 'docQueue needs a cos-wx-sdk-v5 client, as in docQueue(new COS({ … })), not';
  const CLOSED = 'docQueue cannot add its methods to this client: it is frozen or sealed';
  const NO_NAME = 'there is no parameter';
  const client = clientThatAnswers(service);
  it.each<[string, unknown, unknown, string]>([
    ['no client', undefined, {}, `${NO_CLIENT} Undefined`],
    ['no client', null, {}, `${NO_CLIENT} Null`],
    ['no client', {}, {}, `${NO_CLIENT} Object`],
    ['no client', 'cos', {}, `${NO_CLIENT} "cos"`],
    ['no client', { request: 1 }, {}, `${NO_CLIENT} Object`],
    ['a class', StubCos, {}, `${NO_CLIENT} Function`],
    ['a frozen client', Object.freeze(clientThatAnswers(service)), {}, CLOSED],
    ['a sealed client', Object.seal(clientThatAnswers(service)), {}, CLOSED],
    ['a wrong case', client, { bucket: 'a-1' }, `${NO_NAME} bucket: did you mean Bucket?`],
    ['a wrong case', client, { domain: 'a' }, `${NO_NAME} domain: did you mean Domain?`],
    ['a setting', client, { A: 1 }, `${NO_NAME} A: the names are Bucket, Region, Domain`],
    ['a text as options', client, 'a-1', 'parameters must be an object, not String'],
    ['an empty text as options', client, '', 'parameters must be an object, not String'],
  ])('refuses %s: %p', (_, cos, options, message) => {
    const refused = {
      kind: 'param',
      code: 'InvalidParameter',
      message: `InvalidParameter: ${message}`,
    };
    const register = () => docQueue(cos as never, options as never);
    expect(register).toThrow(expect.objectContaining(refused));
  });

  it('takes a client without a prototype', async () => {
    const client = clientThatAnswers(service);
    const bare = Object.assign(Object.create(null), { request: client.request.bind(client) });
    await docQueue(bare, BUCKET).describeDocProcessQueues();
    expect(client.asked).toHaveLength(1);
  });

  it('takes its options as they are at the time, and replaces them when it registers again', async () => {
    const client = clientThatAnswers(service);
    const options = { ...BUCKET, Domain: 'a.cn' };
    const cos = docQueue(client, options);
    options.Domain = 'b.cn';
    await cos.describeDocProcessQueues();
    docQueue(client, { ...BUCKET, Region: 'ap-x' });
    await cos.describeDocProcessQueues();
    expect(client.asked.map(({ Url }) => Url)).toEqual([
      'https://a.cn/docqueue',
      'https://examplebucket-1250000000.ci.ap-x.myqcloud.com/docqueue',
    ]);
  });
});

describe('the client of a call', () => {
  type Client = StubCos & DocQueueMethods;

  it.each(METHODS)('is the registered one, whoever borrows %s', async (method, params) => {
    const client = clientThatAnswers(service);
    const cos = docQueue(client, BUCKET);
    const page = { request: jest.fn() };
    for (const borrower of [null, {}, page]) {
      await call(cos, method, params, borrower);
      expect(client.asked.splice(0)).not.toEqual([]);
    }
    expect(page.request).not.toHaveBeenCalled();
  });

  it('is each instance itself when their prototype is registered', async () => {
    class COS extends StubCos {}
    class AppCos extends COS {}
    docQueue(COS.prototype, BUCKET);
    const clients = [new COS([service]), new AppCos([service])] as Client[];
    for (const [index, client] of clients.entries()) {
      for (let times = 0; times <= index; times++) await client.describeDocProcessQueues();
    }
    expect(clients.map(({ asked }) => asked.length)).toEqual([1, 2]);
  });

  it.each(METHODS)('must be there for %s of a registered prototype', async (method, params) => {
    class COS extends StubCos {}
    docQueue(COS.prototype, BUCKET);
    for (const borrower of [null, {}, { request() {} }, COS.prototype]) {
      expect(await rejection(call(COS.prototype, method, params, borrower))).toMatchObject({
        kind: 'param',
        message:
          'InvalidParameter: docQueue was given COS.prototype, so its methods must be called on an instance: cos.describeDocProcessQueues()',
      });
    }
  });
});

const SINGLE = METHODS.filter(([method]) => method !== 'paginateDocProcessQueues');

describe.each(SINGLE)('the outcome of %s', (method, params) => {
  type AnyMethod = (...args: unknown[]) => unknown;

  /** What a method hands to its callback, and what it returns. */
  function outcomes(cos: object, ...args: unknown[]): Promise<unknown[]> {
    return new Promise((resolve) => {
      const returned = (cos as Record<string, AnyMethod>)[method]?.(
        ...args,
        (...outcome: unknown[]) => setImmediate(() => resolve([...outcome, returned])),
      );
    });
  }

  it('comes as a promise, or to the callback with nothing returned', async () => {
    const cos = cosThatAnswers(service);
    const outcome = await call(cos, method, params);
    expect(await outcomes(cos, params)).toEqual([null, outcome, undefined]);
    expect(await (cos as never as Record<string, AnyMethod>)[method]?.(params, undefined)).toEqual(
      outcome,
    );
  });

  it('is a failure without data', async () => {
    const cos = cosThatAnswers('nonsense');
    const error = await rejection(call(cos, method, params));
    expect(error.kind).toBe('response');
    expect(await outcomes(cos, params)).toEqual([error, undefined]);
  });

  it('is a failure, not an exception, when a parameter is wrong, or none is given', async () => {
    const cos = docQueue(clientThatAnswers(service));
    for (const args of [['x'], [{ Bucket: {} }], [null], []]) {
      expect(await outcomes(cos, ...args)).toMatchObject([{ kind: 'param' }, undefined]);
    }
  });
});

it('has names for the states', () => {
  expect(DocQueueState).toEqual({ Active: 'Active', Paused: 'Paused' });
});
