import fc from 'fast-check';
import { docQueue } from '../../src/index.js';
import { BUCKET, QUEUE_ID, rejection, StubCos } from '../support/client.js';
import {
  call,
  cosWith,
  METHODS,
  type Method,
  refusal,
  SETTINGS,
  service,
  WRITING,
} from '../support/methods.js';

const READING = METHODS.filter((method) => !WRITING.includes(method));
const NAMES = [...new Set(METHODS.flatMap(([, , names]) => names))];

/** What a client is asked for by a call of `method`. */
async function requestsFor(method: Method, params: object) {
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
  const inCapitals = (fields: object) =>
    JSON.parse(JSON.stringify(fields).replace(/"\w+":/g, (name) => name.toUpperCase()));

  it.each(METHODS)('of %s', async (method, _, names) => {
    const params = Object.fromEntries(names.map((name) => [name, values[name]]));
    const requests = await requestsFor(method, params);
    expect(await requestsFor(method, inCapitals(params))).toEqual(requests);
  });

  it("so the parameters of the SDK's documentation page work as they stand there", async () => {
    const given = { queueIds: '', state: 'Active', pageNumber: '', pageSize: '' };
    const [request] = await requestsFor('describeDocProcessQueue', { ...BUCKET, ...given });
    expect(request?.Query).toEqual({ state: 'Active' });
  });

  it('so one name must not have two values', async () => {
    const settings = { ...SETTINGS, NotifyConfig: { Url: 'a', url: 'b' } };
    const message = await refusal('updateDocProcessQueue', settings);
    expect(message).toContain('NotifyConfig.Url is given twice, with different values');
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
    expect(message).toContain(`unknown name ${name}: expected ${names.join(', ')}`);
  }
});

const COUNT = 'a positive integer';
const NO_COUNT = [0, -1, 1.5, 'x1', 1e9, Number.NaN, '10; DROP', {}, true];
const TEXT = 'text that XML can hold';
const NO_TEXT = [null, {}, true, Number.NaN, Symbol(), () => 'x', 1n];
const NO_XML = ['a\0', 'a\x0B', '\uFFFE', '\uD800', '\uDFFFx'];
const NO_NAMES = ['a b', '1st', '', 'a><b', 'a\n', '\uD800', '__proto__'];
const BUCKET_NAME = 'like examplebucket-1250000000';

it.each<[string, string, unknown[]]>([
  ['Bucket', BUCKET_NAME, ['x', 'a.cn/-1', 'a.cn/a-1', '#a-1', 'UPPER-1', 'a-1\n', '-1', 'a-']],
  ['Bucket', BUCKET_NAME, [['a-1', 'b-1'], [1], '', null, false, 0]],
  ['Region', 'like ap-beijing', ['-x', 'cos.ap-x', 'ap-x#', '-', {}, '', null, false, 0]],
  ['QueueId', 'a queue id', ['../x', 'a/b', 'p1,p2', ['p1', 'p2'], '', null, 'p\n', '\np']],
  ['QueueIds', 'comma-separated queue ids', ['/p1', ',p1', 'p,,q', 'p q', 'p,', ' ', {}, 'p/x']],
  ['QueueIds', 'comma-separated queue ids', [[], ['', 'p1'], ['p1', '../x'], [{}]]],
  ['State', 'Active or Paused', ['active', 'Actively', 'x Paused', ['Active', 'Paused'], 1]],
  ['PageNumber', COUNT, NO_COUNT],
  ['PageSize', COUNT, NO_COUNT],
  ['NotifyConfig', 'an object', [[], null, 'On', '']],
  ['NotifyConfig.State', 'On or Off', ['on', 'On!', 'x Off', null, '']],
  ['NotifyConfig.Url', TEXT, [...NO_TEXT, []]],
  ['NotifyConfig.Event', TEXT, [[null], [{}], ['a', []], null, {}, 'a\0']],
  ['Name', TEXT, [...NO_TEXT, ...NO_XML, ['a', 'b']]],
  ['Name', 'a string that is not empty', ['']],
  ['Unknown', TEXT, [null, true, Number.NaN, Symbol(), new Date(), 1n]],
  ['NotifyConfig.Unknown', TEXT, [null, true, new Map()]],
])('a wrong value is refused: %s must be %s', async (path, expected, values) => {
  const [name, field] = path.split('.') as [string, string?];
  const methods = METHODS.filter(([, , names]) => names.includes(name));
  for (const [method, params] of name === 'Unknown' ? WRITING : methods) {
    for (const value of values) {
      const given = { ...params, [name]: field ? { [field]: value } : value };
      const reason = `${path} must be ${expected}, not `;
      expect(await refusal(method, given)).toContain(reason);
    }
  }
});

describe.each(WRITING)('%s sends what it does not know', (method, params) => {
  it('unless a nested value is wrong', async () => {
    const nested = { A: ['b', { C: null }] };
    const message = await refusal(method, { ...params, NotifyConfig: { X: nested } });
    expect(message).toContain(`NotifyConfig.X.A.C must be ${TEXT}, not Null`);
    const cyclic: Record<string, unknown> = {};
    cyclic.Self = cyclic;
    expect(await refusal(method, { ...params, Unknown: cyclic })).toContain('RangeError');
  });

  it.each(NO_NAMES)('unless %j is not an element name', async (name) => {
    const NotifyConfig = JSON.parse(`{${JSON.stringify(name)}:"x"}`);
    const message = await refusal(method, { ...params, NotifyConfig });
    expect(message).toContain(`unknown name NotifyConfig.${name}`);
  });

  it('if XML can hold it', async () => {
    const Name = '\t\n\r ~\uD7FF\uE000\uFFFD\u{10000}\u{10FFFF}';
    const others = { A: '1', 'ns:a_b-1.c': '2', constructor: '3', toString: '4' };
    const body = (await requestsFor(method, { ...params, ...others, Name })).at(-1)?.Body;
    expect(body).toContain(`<Name>${Name.replace('\r', '&#xD;')}</Name>`);
    expect(body).toContain(
      '<A>1</A><ns:a_b-1.c>2</ns:a_b-1.c><constructor>3</constructor><toString>4</toString>',
    );
  });
});

describe.each(METHODS)('the parameters of %s', (method, params) => {
  it('must include what has no default', async () => {
    expect(await refusal(method, params, { Region: 'ap-x' })).toContain('Bucket is missing');
    expect(await refusal(method, params, { Bucket: 'a-1' })).toContain('Region is missing');
    for (const name of Object.keys(params)) {
      const message = await refusal(method, { ...params, [name]: undefined });
      // A patch needs one setting, whichever it is.
      expect(message).toMatch(RegExp(`${name} is missing|nothing to change`));
    }
  });

  it('may be undefined, which means not given', async () => {
    const requests = await requestsFor(method, params);
    const undefinedParams = { X: undefined, 'a b': undefined, Bucket: undefined };
    expect(await requestsFor(method, { ...params, ...undefinedParams })).toEqual(requests);
  });

  it.each(['p1', 5, true, ['p1'], new Map()])('must be an object, not %p', async (wrong) => {
    expect(await refusal(method, wrong)).toContain('the argument must be an object, not ');
  });

  it('are read when it is called: later changes of the object do not matter', async () => {
    const given: Record<string, unknown> = structuredClone({ ...params, ...BUCKET });
    const unchanged = await requestsFor(method, given);
    expect(given).toEqual({ ...params, ...BUCKET });
    const client = new StubCos([service]);
    const outcome = call(docQueue(client), method, given);
    Object.assign(given.NotifyConfig ?? {}, { Url: 'https://x.cn' });
    for (const name of Object.keys(given)) given[name] = 'ap-x';
    await outcome;
    expect(client.requests).toEqual(unchanged);
  });

  it('are wrong when a getter throws', async () => {
    const getter = {
      ...params,
      get Bucket() {
        throw new TypeError('not yet');
      },
    };
    const reason = 'reading the parameters threw TypeError: not yet';
    expect(await refusal(method, getter)).toContain(reason);
  });

  it('have one outcome, whatever they are, and move no request to another host or path', async () => {
    const name = fc.constantFrom(...NAMES, 'queueid', 'STATE', '__proto__', 'toString', 'X');
    const noKeys = new Proxy({}, { ownKeys: () => ['a', 'a'] });
    const path = fc.string({ unit: fc.constantFrom(...'a1-./\\@:#?%{}&\n ', '..'), maxLength: 8 });
    const value = fc.oneof(
      fc.constantFrom(QUEUE_ID, 'Active', 'a-1', 'ap-x', 1, '', Symbol('x'), () => 1, noKeys),
      path.map((start) => `${start}-1`),
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
    );
    const given = fc.oneof(
      // A function would be the callback.
      value.filter((odd) => typeof odd !== 'function'),
      fc.dictionary(name, value).map((odd) => ({ ...params, ...odd })),
    );
    const property = fc.asyncProperty(given, async (odd) => {
      const cos = cosWith(service);
      // An exception is a failure of this test, and so is an error of another class.
      const outcome = await call(cos, method, odd).then(
        () => 'result',
        async (reason) => (await rejection(Promise.reject(reason))).kind,
      );
      expect(cos.requests.length === 0).toBe(outcome === 'param');
      expect(outcome).not.toBe('app');
      for (const { Bucket, Region, Key, Url } of cos.requests) {
        expect(Key).toMatch(/^docqueue(\/[\w-]+)?$/);
        expect(Url).toBe(`https://${Bucket}.ci.${Region}.myqcloud.com/${Key}`);
        expect(new URL(Url).href).toBe(Url);
      }
    });
    await fc.assert(property);
  });
});
