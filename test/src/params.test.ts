import fc from 'fast-check';
import { docQueue } from '../../src/index.js';
import { BUCKET, clientWith, QUEUE_ID, rejection } from '../support/client.js';
import { call, cosWith, METHODS, refusal, SETTINGS, service, WRITING } from '../support/methods.js';

const READING = METHODS.filter((method) => !WRITING.includes(method));
const NAMES = [...new Set(METHODS.flatMap(([, , names]) => names))];

/** @param path such as `NotifyConfig.State` */
function withValue(params: object, path: string, value: unknown) {
  const [name, field] = path.split('.') as [string, string?];
  return { ...params, [name]: field ? { [field]: value } : value };
}

/** What a client is asked for by a call of `method`. */
async function requestsFor(method: (typeof METHODS)[number][0], params: object) {
  const cos = cosWith(service);
  await call(cos, method, params);
  return cos.requests;
}

describe('names are matched without regard to case', () => {
  const values: Record<string, unknown> = {
    ...{ QueueIds: 'p1', PageNumber: 2, PageSize: 20, State: 'Paused', Name: 'n' },
    ...{ Bucket: 'a-1', Region: 'ap-x', QueueId: QUEUE_ID },
    NotifyConfig: { Url: 'u', Event: ['a', 'b'], Type: 't', State: 'On', ResultFormat: 'JSON' },
  };
  const renamed = (fields: object, change: 'toLowerCase' | 'toUpperCase'): object =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name[change](),
        name === 'NotifyConfig' ? renamed(value, change) : value,
      ]),
    );

  it.each(METHODS)('of %s', async (method, _, names) => {
    const params = Object.fromEntries(names.map((name) => [name, values[name]]));
    const requests = await requestsFor(method, params);
    for (const change of ['toLowerCase', 'toUpperCase'] as const) {
      expect(await requestsFor(method, renamed(params, change))).toEqual(requests);
    }
  });

  it("so the parameters of the SDK's documentation page work as they stand there", async () => {
    const given = { queueIds: '', state: 'Active', pageNumber: '', pageSize: '' };
    const [request] = await requestsFor('describeDocProcessQueue', { ...BUCKET, ...given });
    expect(request?.Query).toEqual({ state: 'Active' });
  });

  it('so one name must not have two values', async () => {
    const twice = { QueueId: QUEUE_ID, queueID: 'p2' };
    expect(await refusal('pauseDocProcessQueue', twice)).toContain('QueueId is given twice');
    const NotifyConfig = { Url: 'a', url: 'b' };
    for (const [method] of WRITING) {
      const message = await refusal(method, { ...SETTINGS, NotifyConfig });
      expect(message).toContain('NotifyConfig.Url is given twice');
    }
  });

  it('so one name may have the same value twice, or none', async () => {
    const twice = { QueueID: QUEUE_ID, QueueId: QUEUE_ID, queueid: undefined };
    const [request] = await requestsFor('getDocProcessQueue', twice);
    expect(request?.Query.queueIds).toBe(QUEUE_ID);
    const [list] = await requestsFor('describeDocProcessQueues', { State: 'Active', state: '' });
    expect(list?.Query.state).toBe('Active');
  });
});

it.each(READING)('%s refuses an unknown name', async (method, params, names) => {
  for (const name of [...NAMES, 'X', 'constructor'].filter((name) => !names.includes(name))) {
    const message = await refusal(method, { ...params, [name]: 'x' });
    expect(message).toContain(`there is no ${name}: the names are ${names.join(', ')}`);
  }
});

const cyclic: Record<string, unknown> = {};
cyclic.Self = cyclic;
const NO_COUNT = [
  0,
  -1,
  1.5,
  'x1',
  1e9,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '10; DROP',
  {},
  true,
];
const NO_TEXT = [null, {}, { a: 1 }, true, Number.NaN, Symbol(), () => 'x', 1n];
const LIKE_BUCKET = 'like examplebucket-1250000000';
const TEXT = 'text that XML can hold';

describe('a wrong value is refused, and shown', () => {
  it.each<[string, string, unknown[]]>([
    ['Bucket', LIKE_BUCKET, ['x', 'a.cn/-1', 'a.cn/a-1', '#a-1', 'UPPER-1', 'a-1\n', '-1', 'a-']],
    ['Bucket', LIKE_BUCKET, [['a-1', 'b-1'], [1], '', null, false, 0]],
    ['Region', 'like ap-beijing', ['-x', 'cos.ap-x', 'ap-x#', '-', {}, '', null, false, 0]],
    ['QueueId', 'a queue id', ['../x', 'a/b', 'p1,p2', ['p1', 'p2'], '', null, 'p\n', '\np']],
    ['QueueIds', 'comma-separated queue ids', ['/p1', ',p1', 'p,,q', 'p q', 'p,', ' ', {}, 'p/x']],
    ['State', 'Active or Paused', ['active', 'Actively', 'x Paused', ['Active', 'Paused'], 1]],
    ['PageNumber', 'a whole number from 1', NO_COUNT],
    ['PageSize', 'a whole number from 1', NO_COUNT],
    ['NotifyConfig', 'an object', [[], null, 'On', '']],
    ['NotifyConfig.State', 'On or Off', ['on', 'On!', 'x Off', null, '']],
    ['NotifyConfig.Url', TEXT, [...NO_TEXT, []]],
    ['Name', TEXT, [...NO_TEXT, ['a', 'b']]],
    ['Unknown', TEXT, [null, true, Number.NaN, Symbol(), new Date(), 1n]],
    ['NotifyConfig.Unknown', TEXT, [null, true, new Map()]],
    ['Name', TEXT, ['a\0', 'a\x0B', '\uFFFE', '\uD800', '\uDFFFx']],
    ['Name', 'a string that is not empty', ['']],
  ])('%s must be %s', async (path, expected, values) => {
    const [name] = path.split('.') as [string];
    const methods = METHODS.filter(([, , names]) => names.includes(name));
    for (const [method, params] of name === 'Unknown' ? WRITING : methods) {
      for (const value of values) {
        const message = await refusal(method, withValue(params, path, value));
        const isText = typeof value === 'string' || typeof value === 'number';
        const kind = Object.prototype.toString.call(value).slice(8, -1);
        const shown = isText ? JSON.stringify(`${value}`) : kind;
        expect(message).toContain(`${path} must be ${expected}, not ${shown}`);
      }
    }
  });

  it.each([[[]], [['', 'p1']], [['p1', '../x']], [[{}]]])('in the ids %j', async (QueueIds) => {
    const message = await refusal('describeDocProcessQueues', { QueueIds });
    expect(message).toContain('QueueIds must be comma-separated queue ids');
  });

  it.each(WRITING)('nested in what %s does not know, too', async (method, params) => {
    const nested = { A: ['b', { C: null }] };
    const message = (path: string) => refusal(method, withValue(params, path, nested));
    expect(await message('Unknown')).toContain(`Unknown.A.C must be ${TEXT}, not Null`);
    expect(await message('NotifyConfig.X')).toContain('NotifyConfig.X.A.C must be text');
    expect(await refusal(method, { ...params, Unknown: cyclic })).toContain('InvalidParameter');
  });

  it.each(WRITING)('in the events of %s', async (method, params) => {
    for (const Event of [[null], [{}], ['a', []], null, {}, ['a\0']]) {
      const message = await refusal(method, { ...params, NotifyConfig: { Event } });
      expect(message).toContain(`NotifyConfig.Event must be ${TEXT}`);
    }
  });

  it('as are names of settings that are no names of elements', async () => {
    for (const name of ['a b', '1st', '', 'a><b', 'a\n', '\uD800', '__proto__']) {
      const setting = () => JSON.parse(`{${JSON.stringify(name)}:"x"}`);
      for (const [method, params] of WRITING) {
        const message = await refusal(method, Object.assign(setting(), params));
        expect(message).toContain(`there is no ${name}`);
        const nested = await refusal(method, { ...params, NotifyConfig: setting() });
        expect(nested).toContain(`there is no NotifyConfig.${name}`);
      }
    }
  });
});

it.each(WRITING)('%s takes whatever XML can hold', async (method, params) => {
  const Name = '\t\n\r ~\uD7FF\uE000\uFFFD\u{10000}\u{10FFFF}';
  const others = { A: '1', 'ns:a_b-1.c': '2', constructor: '3', toString: '4' };
  const body = (await requestsFor(method, { ...params, ...others, Name })).at(-1)?.Body;
  expect(body).toContain(`<Name>${Name.replace('\r', '&#xD;')}</Name>`);
  expect(body).toContain(
    '<A>1</A><ns:a_b-1.c>2</ns:a_b-1.c><constructor>3</constructor><toString>4</toString>',
  );
});

it.each(METHODS)('%s needs what has no default', async (method, params) => {
  expect(await refusal(method, params, { Region: 'ap-x' })).toContain('Bucket is missing');
  expect(await refusal(method, params, { Bucket: 'a-1' })).toContain('Region is missing');
  if ('QueueId' in params) {
    expect(await refusal(method, { ...params, QueueId: undefined })).toContain(
      'QueueId is missing',
    );
  }
});

it.each(METHODS)('%s passes over undefined parameters', async (method, params) => {
  const requests = await requestsFor(method, params);
  const undefinedParams = { X: undefined, 'a b': undefined, Bucket: undefined };
  expect(await requestsFor(method, { ...params, ...undefinedParams })).toEqual(requests);
});

describe.each(METHODS)('the parameters of %s', (method, params) => {
  it('must be an object', async () => {
    for (const wrong of ['p1', 5, true, ['p1'], new Map(), Symbol('p1'), new Date()]) {
      expect(await refusal(method, wrong)).toContain('parameters must be an object, not ');
    }
  });

  it('are read when it is called: later changes of the object do not matter', async () => {
    const given: Record<string, unknown> = structuredClone({ ...params, ...BUCKET });
    const requestsAfter = async (change: () => void) => {
      const client = clientWith(service);
      const outcome = call(docQueue(client), method, given);
      change();
      await outcome;
      return client.requests;
    };
    const unchanged = await requestsAfter(() => {});
    expect(given).toEqual({ ...params, ...BUCKET });
    const changed = await requestsAfter(() => {
      Object.assign(given.NotifyConfig ?? {}, { Url: 'https://x.cn' });
      for (const name of Object.keys(given)) given[name] = 'ap-x';
    });
    expect(changed).toEqual(unchanged);
  });

  it('are wrong when a getter throws', async () => {
    for (const thrown of [new TypeError('not yet'), undefined, Object.create(null)]) {
      const odd = Object.defineProperty({ ...params }, 'Bucket', {
        enumerable: true,
        get() {
          throw thrown;
        },
      });
      const reason = thrown instanceof TypeError ? 'TypeError: not yet' : 'no reason given';
      expect(await refusal(method, odd)).toContain(`reading the parameters threw ${reason}`);
    }
  });

  it('have one outcome, whatever they are, and send nothing when they are wrong', async () => {
    const name = fc.constantFrom(...NAMES, 'queueid', 'STATE', '__proto__', 'toString', 'X');
    const noKeys = new Proxy({}, { ownKeys: () => ['a', 'a'] });
    const value = fc.oneof(
      fc.constantFrom(QUEUE_ID, 'Active', 'a-1', 'ap-x', 1, null, '', Symbol('x'), () => 1, 1n),
      fc.constantFrom(Object.create(null), noKeys, new Date(Number.NaN)),
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
    );
    const given = fc.oneof(
      // A function would be the callback.
      value.filter((odd) => typeof odd !== 'function'),
      fc.dictionary(name, value).map((odd) => ({ ...params, ...odd })),
    );
    await fc.assert(
      fc.asyncProperty(given, async (odd) => {
        const cos = cosWith(service);
        // An exception is a failure of this test, and so is an error of another class.
        const error = await call(cos, method, odd).then(
          () => undefined,
          (reason) => rejection(Promise.reject(reason)),
        );
        expect(cos.requests.length === 0).toBe(error?.kind === 'param');
        expect(error?.kind).not.toBe('app');
      }),
    );
  });
});
