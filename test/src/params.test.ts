import fc from 'fast-check';
import { docQueue } from '../../src/index.js';
import {
  BUCKET,
  byIdXml,
  clientWith,
  QUEUE_ID,
  queueXml,
  rejection,
  updatedXml,
} from '../support/client.js';
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
  const VALUES: Record<string, unknown> = {
    QueueIds: 'p1',
    PageNumber: 2,
    PageSize: 20,
    State: 'Paused',
    Bucket: 'a-1',
    Region: 'ap-x',
    Name: 'n',
    NotifyConfig: { Url: 'u', Event: ['a', 'b'], Type: 't', State: 'On', ResultFormat: 'JSON' },
    QueueId: QUEUE_ID,
  };
  const renamed = (fields: object, rename: (name: string) => string): object =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        rename(name),
        value && typeof value === 'object' && !Array.isArray(value)
          ? renamed(value, rename)
          : value,
      ]),
    );

  it.each(METHODS)('of %s', async (method, _, names) => {
    const params = Object.fromEntries(names.map((name) => [name, VALUES[name]]));
    const requests = await requestsFor(method, params);
    for (const change of ['toLowerCase', 'toUpperCase'] as const) {
      const sameParams = renamed(params, (name) => name[change]());
      expect(await requestsFor(method, sameParams)).toEqual(requests);
    }
  });

  it("so the parameters of the SDK's documentation page work as they stand there", async () => {
    const given = { queueIds: '', state: 'Active', pageNumber: '', pageSize: '' };
    const [request] = await requestsFor('describeDocProcessQueue', { ...BUCKET, ...given });
    expect(request?.Query).toEqual({ state: 'Active' });
  });

  it('so one name must not have two values', async () => {
    for (const [method, , names] of METHODS) {
      if (!names.includes('QueueId')) continue;
      const twice = { ...SETTINGS, queueID: 'p2' };
      const params = names.includes('Name') ? twice : { QueueId: QUEUE_ID, queueID: 'p2' };
      expect(await refusal(method, params)).toContain('QueueId is given twice');
    }
    const NotifyConfig = { Url: 'a', url: 'b' };
    for (const [method] of WRITING) {
      const message = await refusal(method, { ...SETTINGS, NotifyConfig });
      expect(message).toContain('NotifyConfig.Url is given twice');
    }
  });

  it('so one name may have the same value twice, or once none', async () => {
    const [request] = await requestsFor('getDocProcessQueue', {
      QueueID: QUEUE_ID,
      QueueId: QUEUE_ID,
      queueid: undefined,
    });
    expect(request?.Query.queueIds).toBe(QUEUE_ID);
  });
});

it.each(READING)(
  '%s refuses an unknown name, and lists those it knows',
  async (method, params, names) => {
    for (const name of [...NAMES, 'X', 'constructor'].filter((name) => !names.includes(name))) {
      const message = await refusal(method, { ...params, [name]: 'x' });
      expect(message).toContain(`there is no parameter ${name}: the names are ${names.join(', ')}`);
    }
  },
);

const cyclic: Record<string, unknown> = {};
cyclic.Self = cyclic;
const NO_COUNT = [0, -1, 1.5, 1e9, Number.NaN, Number.POSITIVE_INFINITY, '10; DROP', {}, true];
const NO_TEXT = [null, {}, { a: 1 }, [], ['a', 1], true, Number.NaN, Symbol(), () => 'x', 1n];
const HOST = 'evil.com/';
const LIKE_BUCKET = 'like examplebucket-1250000000';

describe('a wrong value is refused, and shown', () => {
  it.each<[string, string, unknown[]]>([
    [
      'Bucket',
      LIKE_BUCKET,
      ['x', `${HOST}-1`, `${HOST}a-1`, '#a-1', 'UPPER-1', 'a-1\n', '-1', 'a-'],
    ],
    ['Bucket', LIKE_BUCKET, [['a-1', 'b-1'], [1], '', null, false, 0]],
    ['Region', 'like ap-beijing', ['-x', 'cos.ap-beijing', 'ap-beijing#', '-', {}]],
    ['Region', 'like ap-beijing', ['', null, false, 0, Number.NaN]],
    ['QueueId', 'a queue id', ['../x', 'a/b', 'p1,p2', ['p1', 'p2'], '', null, 'p\n']],
    [
      'QueueIds',
      'comma-separated queue ids',
      [',p1', 'p1,,p2', 'p1 p2', ['p1', 2], [], ['', 'p1']],
    ],
    ['QueueIds', 'comma-separated queue ids', ['p1,', ',', ' ', {}, 'p1/x']],
    ['State', 'Active or Paused', ['active', 'Actively', 'x Paused', ['Active', 'Paused'], 1]],
    ['PageNumber', 'a whole number from 1', NO_COUNT],
    ['PageSize', 'a whole number from 1', NO_COUNT],
    ['NotifyConfig', 'an object', [[], null, 'On', '']],
    ['NotifyConfig.State', 'On or Off', ['on', 'On!', 'x Off', null, '']],
    ['NotifyConfig.Url', 'text that XML can hold', NO_TEXT],
    ['NotifyConfig.Event', 'text that XML can hold', NO_TEXT],
    ['Name', 'text that XML can hold', [...NO_TEXT, ['a', 'b']]],
    ['Unknown', 'text that XML can hold', [null, true, Number.NaN, Symbol(), new Date(), 1n]],
    ['NotifyConfig.Unknown', 'text that XML can hold', [null, true, new Map()]],
  ])('%s must be %s', async (path, expected, values) => {
    const [name] = path.split('.') as [string];
    const methods = METHODS.filter(([, , names]) => names.includes(name));
    for (const [method, params] of name === 'Unknown' ? WRITING : methods) {
      for (const value of values) {
        // Not given.
        if (!WRITING.some(([name]) => name === method) && path === 'State' && value === '')
          continue;
        const message = await refusal(method, withValue(params, path, value));
        // Ids are shown as they were joined.
        const end = path === 'QueueIds' ? '' : shown(value);
        expect(message).toContain(`${path} must be ${expected}, not ${end}`);
      }
    }
  });

  /** A text or a number as it is, of anything else what kind it is. */
  function shown(value: unknown): string {
    const isText = typeof value === 'string' || typeof value === 'number';
    return isText ? JSON.stringify(`${value}`) : Object.prototype.toString.call(value).slice(8, -1);
  }

  it.each(WRITING)(
    'nested in a setting that this package does not know, too: %s',
    async (method, params) => {
      const message = (path: string) =>
        refusal(method, withValue(params, path, { A: ['b', { C: null }] }));
      expect(await message('Unknown')).toContain(
        'Unknown.A.C must be text that XML can hold, not Null',
      );
      expect(await message('NotifyConfig.X')).toContain('NotifyConfig.X.A.C must be text');
      expect(await refusal(method, { ...params, Unknown: cyclic })).toContain('InvalidParameter');
    },
  );

  it.each([
    ['Name', 'a\0', '"a\\u0000"'],
    ['NotifyConfig.Url', '\uD800', '"\\ud800"'],
    ['Unknown', '\uFFFE', '"\uFFFE"'],
    ['Name', 'a\x0B', '"a\\u000b"'],
  ])('%s must not have a character that XML cannot hold: %j', async (path, value, shown) => {
    for (const [method, params] of WRITING) {
      expect(await refusal(method, withValue(params, path, value))).toContain(
        `${path} must be text that XML can hold, not ${shown}`,
      );
    }
  });

  it.each(['NotifyConfig.a b', '1st', '', 'a><b', 'a\n', '\uD800', '×\uFFFF', '__proto__.x'])(
    'a setting must not have a name that XML cannot hold: %j',
    async (path) => {
      for (const [method, params] of WRITING) {
        const odd =
          path === '__proto__.x' ? JSON.parse('{"__proto__":"x"}') : withValue({}, path, '1');
        expect(
          await refusal(method, Object.defineProperties(odd, descriptorsOf(params, odd))),
        ).toContain('there is no parameter ');
      }
    },
  );

  function descriptorsOf(params: object, odd: object) {
    const { ...descriptors } = Object.getOwnPropertyDescriptors(params) as PropertyDescriptorMap;
    for (const name of Object.keys(odd)) delete descriptors[name];
    return descriptors;
  }
});

it.each(WRITING)(
  '%s takes every character and every name that XML can hold',
  async (method, params) => {
    const Name = '\t\n\r ~\uD7FF\uE000\uFFFD\u{10000}\u{10FFFF}';
    const names = ['A', '_', ':', 'ns:a-b.1', '队列', 'é', '\uD7FF', '\uE000', '\uFFFD'];
    const others = Object.fromEntries(names.map((name) => [name, '1']));
    const cos = cosWith(({ Method }, callback) => {
      const Body = Method === 'GET' ? byIdXml(queueXml()) : updatedXml();
      callback(null, { statusCode: 200, headers: {}, Body });
    });
    await call(cos, method, { ...params, ...others, Name });
    const body = cos.requests.at(-1)?.Body;
    expect(body).toContain(`<Name>${Name.replace('\r', '&#xD;')}</Name>`);
    for (const name of names) expect(body).toContain(`<${name}>1</${name}>`);
  },
);

it.each(METHODS)('%s needs what has no default', async (method, params) => {
  expect(await refusal(method, params, { Region: 'ap-x' })).toContain('Bucket is missing');
  expect(await refusal(method, params, { Bucket: 'a-1' })).toContain('Region is missing');
  if (!('QueueId' in params)) return;
  for (const given of [undefined, { ...params, QueueId: undefined }]) {
    expect(await refusal(method, given)).toContain('QueueId is missing');
  }
});

it.each(WRITING)('%s refuses an empty name', async (method, params) => {
  expect(await refusal(method, { ...params, Name: '' })).toContain('Name is missing');
});

it.each(METHODS)(
  '%s takes a parameter that is undefined for one not given',
  async (method, params) => {
    const requests = await requestsFor(method, params);
    const Bucket = undefined;
    expect(await requestsFor(method, { ...params, X: undefined, Bucket })).toEqual(requests);
  },
);

describe.each(METHODS)('the parameters of %s', (method, params) => {
  it('must be an object', async () => {
    for (const wrong of ['', 'p1', 0, 5, true, ['p1'], new Map(), Symbol('p1'), new Date()]) {
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
    const throwing = (thrown: unknown) => ({
      ...params,
      get Bucket() {
        throw thrown;
      },
    });
    expect(await refusal(method, throwing(new TypeError('not yet')))).toContain(
      'TypeError: not yet',
    );
    for (const odd of [undefined, Symbol('odd'), Object.create(null)]) {
      expect(await refusal(method, throwing(odd))).toContain('no reason given');
    }
  });

  it('have one outcome, whatever they are, and send nothing when they are wrong', async () => {
    const name = fc.constantFrom(...NAMES, 'queueid', 'STATE', '__proto__', 'toString', 'X');
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

const throwingHandler = {
  ownKeys() {
    throw new Error('no keys');
  },
};
