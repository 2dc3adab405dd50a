import fc from 'fast-check';
import { docQueue } from '../../src/index.js';
import { BUCKET, clientThatAnswers, QUEUE_ID, rejection } from '../support/client.js';
import { call, cosThatAnswers, METHODS, refusal, service, WRITING } from '../support/methods.js';

const READING = METHODS.filter((method) => !WRITING.includes(method));
const NAMES = [...new Set(METHODS.flatMap(([, , names]) => names))];

/** @param path such as `NotifyConfig.State` */
function withValue(params: object, path: string, value: unknown) {
  const [name, field] = path.split('.') as [string, string?];
  return { ...params, [name]: field ? { [field]: value } : value };
}

const OF_A_CALLBACK = ['Url', 'State', 'Type', 'Event', 'ResultFormat'];

it.each(METHODS)('%s refuses what is nearly a name, with a hint', async (method, params, names) => {
  const fields = names.includes('NotifyConfig') ? OF_A_CALLBACK : [];
  for (const meant of [...names, ...fields.map((field) => `NotifyConfig.${field}`)]) {
    for (const change of ['toLowerCase', 'toUpperCase'] as const) {
      const wrong = meant.replace(/\w+$/, (name) => name[change]());
      expect(await refusal(method, withValue(params, wrong, 'x'))).toBe(
        `there is no parameter ${wrong}: did you mean ${meant}?`,
      );
    }
  }
});

it.each(READING)('%s refuses a name that there is not', async (method, params, names) => {
  for (const name of [...NAMES, 'X'].filter((name) => !names.includes(name))) {
    expect(await refusal(method, { ...params, [name]: 'x' })).toBe(
      `there is no parameter ${name}: the names are ${names.join(', ')}`,
    );
  }
});

const cyclic: Record<string, unknown> = {};
cyclic.Self = cyclic;
const NO_COUNT = [0, -1, 1.5, 1e9, Number.NaN, Number.POSITIVE_INFINITY, '10; DROP', {}, true];
const NO_TEXT = [null, {}, { a: 1 }, cyclic, [], ['a', 1], true, Number.NaN, Symbol(), () => 'x'];
const HOST = 'evil.com/';

describe('a wrong value is refused, and shown', () => {
  it.each<[string, string, unknown[]]>([
    ['Bucket', 'like examplebucket-1250000000', ['x', `${HOST}-1`, `${HOST}a-1`, '#a-1']],
    ['Bucket', 'like examplebucket-1250000000', ['UPPER-1', 'a-1\n', '-1', ['a-1', 'b-1'], [1]]],
    ['Region', 'like ap-beijing', ['-x', 'cos.ap-beijing', 'ap-beijing#', '-', {}]],
    ['QueueId', 'a queue id', ['../x', 'a/b', 'p1,p2', ['p1', 'p2']]],
    ['QueueIds', 'comma-separated queue ids', [',p1', 'p1,,p2', 'p1 p2', ['p1', 2], [], {}]],
    ['State', 'Active or Paused', ['active', 'Actively', 'x Paused', ['Active', 'Paused'], 1]],
    ['PageNumber', 'a whole number from 1', NO_COUNT],
    ['PageSize', 'a whole number from 1', NO_COUNT],
    ['NotifyConfig', 'an object', [[], null]],
    ['NotifyConfig.State', 'On or Off', ['on', 'On!', 'x Off', null]],
    ['NotifyConfig.Url', 'a string', NO_TEXT],
    ['NotifyConfig.Event', 'a string', NO_TEXT],
    ['NotifyConfig.Unknown', 'a string', NO_TEXT],
    ['Name', 'a string', [...NO_TEXT, ['a', 'b']]],
    ['Unknown', 'a string', NO_TEXT],
  ])('%s must be %s', async (path, expected, values) => {
    const [name] = path.split('.') as [string];
    const methods = METHODS.filter(([, , names]) => names.includes(name));
    for (const [method, params] of name === 'Unknown' ? WRITING : methods) {
      for (const value of values) {
        expect(await refusal(method, withValue(params, path, value))).toBe(
          `${path} must be ${expected}, not ${shown(value)}`,
        );
      }
    }
  });

  /** A text or a number as it is, of anything else what kind it is. */
  function shown(value: unknown): string {
    const isText = typeof value === 'string' || typeof value === 'number';
    return isText ? JSON.stringify(`${value}`) : Object.prototype.toString.call(value).slice(8, -1);
  }

  it('of a long one the beginning, of a list its texts', async () => {
    const Region = `${'x'.repeat(70)}/`;
    expect(await refusal('describeDocProcessQueues', { Region })).toMatch(
      `not "${'x'.repeat(60)}"`,
    );
    const QueueIds = ['p1', '../x'];
    expect(await refusal('describeDocProcessQueues', { QueueIds })).toMatch('not "p1,../x"');
  });

  it.each([
    ['Name', 'a\0', '"a\\u0000"'],
    ['NotifyConfig.Url', '\uD800', '"\\ud800"'],
    ['NotifyConfig.a b', '1', '"1"'],
    ['1st', 'x', '"x"'],
    ['', 'x', '"x"'],
    ['a><b', 'x', '"x"'],
  ])('XML cannot hold %j: %j', async (path, value, shown) => {
    for (const [method, params] of WRITING) {
      expect(await refusal(method, withValue(params, path, value))).toBe(
        `XML cannot hold ${path}: ${shown}`,
      );
    }
  });
});

describe('what is needed is missing', () => {
  const OF_A_QUEUE = METHODS.filter(([, , names]) => names.includes('QueueId'));
  it.each(OF_A_QUEUE)('without a QueueId for %s', async (method, params) => {
    const empty = { ...params, QueueId: '' };
    for (const given of [undefined, { ...params, QueueId: undefined }, empty]) {
      expect(await refusal(method, given)).toBe('QueueId is missing');
    }
  });

  it.each(WRITING)('where a text is empty that must not be, for %s', async (method, params) => {
    expect(await refusal(method, { ...params, Name: '' })).toBe('Name is missing');
    expect(await refusal(method, { ...params, NotifyConfig: { State: '' } })).toBe(
      'NotifyConfig.State is missing',
    );
  });
});

it.each(METHODS)('__proto__ of JSON is no parameter of %s', async (method, params) => {
  const odd = JSON.parse('{"__proto__":{"Bucket":"evil-1","Region":"ap-evil"}}');
  Object.defineProperties(odd, Object.getOwnPropertyDescriptors(params));
  expect(await refusal(method, odd)).toMatch(/^there is no parameter __proto__: the names are /);
});

it.each(METHODS)('undefined is not given, whatever its name is: %s', async (method, params) => {
  await call(cosThatAnswers(service), method, { ...params, X: undefined });
});

describe.each(METHODS)('the parameters of %s', (method, params) => {
  it('are an object', async () => {
    for (const wrong of ['', 'p1', 0, 5, true, ['p1'], new Map(), Symbol('p1'), new Date()]) {
      const kind = Object.prototype.toString.call(wrong).slice(8, -1);
      expect(await refusal(method, wrong)).toBe(`parameters must be an object, not ${kind}`);
    }
  });

  it('are taken when it is called: what becomes of the object later does not matter', async () => {
    const asked = async (change: () => void) => {
      const client = clientThatAnswers(service);
      const outcome = call(docQueue(client), method, given);
      change();
      await outcome;
      return client.asked;
    };
    const given: Record<string, unknown> = structuredClone({ ...params, ...BUCKET });
    const unchanged = await asked(() => {});
    expect(given).toEqual({ ...params, ...BUCKET });
    const changed = await asked(() => {
      Object.assign(given.NotifyConfig ?? {}, { Url: 'https://x.cn' });
      for (const name of Object.keys(given)) given[name] = 'ap-x';
    });
    expect(changed).toEqual(unchanged);
  });

  it('may have a getter that throws: that is told as what it is', async () => {
    const throwing = (thrown: unknown) => ({
      ...params,
      get Bucket() {
        throw thrown;
      },
    });
    expect(await refusal(method, throwing(new Error('not yet')))).toBe(
      'reading the parameters threw Error: not yet',
    );
    for (const odd of [undefined, Symbol('odd'), Object.create(null)]) {
      expect(await refusal(method, throwing(odd))).toMatch(/^reading the parameters threw /);
    }
  });

  it('whatever they are, have one outcome, and send nothing when they are wrong', async () => {
    const names = ['QueueId', 'QueueIds', 'Bucket', 'Region', 'State', 'PageNumber', 'PageSize'];
    const name = fc.constantFrom(...names, 'Name', 'NotifyConfig', '__proto__', 'toString', 'X');
    const value = fc.oneof(
      fc.constantFrom(QUEUE_ID, 'Active', 'a-1', 'ap-x', 1, null, '', Symbol('x'), () => 1, 1n),
      fc.constantFrom(Object.create(null), new Proxy({}, throwingHandler), new Date(Number.NaN)),
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
    );
    const given = fc.oneof(
      // A function would be the callback.
      value.filter((odd) => typeof odd !== 'function'),
      fc.dictionary(name, value).map((odd) => ({ ...params, ...odd })),
    );
    await fc.assert(
      fc.asyncProperty(given, async (odd) => {
        const cos = cosThatAnswers(service);
        // An exception is a failure of this test, and so is an error of another class.
        const outcome = await call(cos, method, odd).then(
          () => undefined,
          (error) => rejection(Promise.reject(error)),
        );
        expect(cos.asked.length === 0).toBe(outcome?.kind === 'param');
      }),
    );
  });
});

const throwingHandler = {
  ownKeys() {
    throw new Error('no keys');
  },
};
