import { docQueue } from '../../src/index.js';
import {
  BUCKET,
  type Callback,
  LIST_URL,
  listXml,
  QUEUE_ID,
  type RequestParams,
  type Responder,
  rejection,
  StubCos,
  updatedXml,
} from '../support/client.js';
import { list, SETTINGS } from '../support/methods.js';

const LIST = listXml([]);
const RESPONSE = { statusCode: 200, headers: {}, Body: LIST };
const TYPE_ERROR = new TypeError('x is not a function');

const throws = (thrown: unknown) => () => {
  throw thrown;
};
const rejects = (reason: unknown) => () => Promise.reject(reason);

it('SDK 1.1.1 gets the query in the address, as it would write its keys in lower case', async () => {
  class Sdk111 extends StubCos {
    // SDK 1.1.1 calls itself 1.1.0.
    static version = '1.1.0';
  }
  const client = new Sdk111([LIST, updatedXml(), 'nonsense']);
  const cos = docQueue(client, BUCKET);
  const page = { PageNumber: 2, PageSize: 3 };
  await cos.describeDocProcessQueues({ QueueIds: 'p1,p2', State: 'Active', ...page });
  await cos.updateDocProcessQueue(SETTINGS);
  const Url = `${LIST_URL}?queueIds=p1,p2&state=Active&pageNumber=2&pageSize=3`;
  const update = { Url: `${LIST_URL}/${QUEUE_ID}` };
  expect(client.requests).toMatchObject([{ Url, Key: 'docqueue', Query: {} }, update]);
  const error = await rejection(cos.describeDocProcessQueues({ State: 'Active' }));
  expect(error.url).toBe(LIST_URL);
  expect(error.message).not.toContain('?');
});

it('ForcePathStyle leaves the bucket out, as SDKs up to 1.4.13 sign it as a part of the path', async () => {
  const client = new StubCos([LIST], { ForcePathStyle: true });
  await docQueue(client, BUCKET).describeDocProcessQueues();
  expect(client.requests).toMatchObject([{ ...BUCKET, Bucket: '', Url: LIST_URL }]);
});

const ODD_HEADERS = { A: Symbol('a'), B: 5, C: null, D: ['x', 'y'] };
const AS_TEXTS = { a: 'Symbol(a)', b: '5', c: 'null', d: 'x,y' };
const throwingGetter = (name: string) =>
  Object.defineProperty({}, name, { enumerable: true, get: throws(TYPE_ERROR) });

it.each<[string, unknown[], object]>([
  ['a body that is null', [null, { statusCode: 200, Body: null }], { kind: 'response' }],
  ['an empty text', [''], { kind: 'app' }],
  ['no body', [null, { statusCode: 204 }], { error: 'no type, 0 characters, no element' }],
  ['no headers', [null, { ...RESPONSE, headers: null }], { statusCode: 200, headers: {} }],
  ['odd headers', [null, { ...RESPONSE, headers: ODD_HEADERS }], { headers: AS_TEXTS }],
  ['headers that throw', [null, { ...RESPONSE, headers: throwingGetter('a') }], { kind: 'app' }],
  ['a redirect', [{ statusCode: 302 }], { kind: 'service', statusCode: 302 }],
  ['data of status 400', [null, { ...RESPONSE, statusCode: 400 }], { kind: 'service' }],
  ['an error of status 299', [{ statusCode: 299, error: { body: LIST } }], { RequestId: 'REQ' }],
])('a call copes with a client that calls back with %s', async (_, outcome, expected) => {
  const called = list((_params, done) => done(...(outcome as [unknown])));
  expect(await called.catch((error) => error)).toMatchObject(expected);
});

describe('the timer of a request', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const MINUTE = 60_000;
  const MAX = 2 ** 31 - 1;

  it.each<[unknown, unknown, number]>([
    [undefined, undefined, 5 * MINUTE],
    [undefined, `${2 * MINUTE}`, 10 * MINUTE],
    [undefined, Number.POSITIVE_INFINITY, MAX],
    [2000, 10 * MINUTE, 2000],
    [MAX + 1, undefined, MAX],
  ])('with Timeout %p, and %p of the SDK, ends it after %d ms', async (Timeout, ofSdk, wait) => {
    const callback = jest.fn();
    const client = new StubCos([() => {}], { Timeout: ofSdk });
    docQueue(client, { ...BUCKET, Timeout } as object).describeDocProcessQueues(callback);
    await jest.advanceTimersByTimeAsync(wait - 1);
    expect(callback).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    // Nobody knows whether it was sent, so it names no address.
    const error = `no response in ${wait} ms; does getAuthorization call back?`;
    const details = { code: 'Timeout', message: `Timeout: ${error}`, error };
    const expected = { name: 'DocQueueError', kind: 'network', ...details };
    expect({ ...callback.mock.calls[0][0] }).toEqual(expected);
  });

  it('starts when the request is sent, not when it begins to wait for its turn', async () => {
    const response = { ...RESPONSE, Body: updatedXml() };
    const client = new StubCos([(_, callback) => setTimeout(callback, 900, null, response)]);
    const cos = docQueue(client, { ...BUCKET, Timeout: 1000 });
    const outcomes = [SETTINGS, SETTINGS].map((settings) => cos.updateDocProcessQueue(settings));
    await jest.advanceTimersByTimeAsync(1800);
    expect(await Promise.all(outcomes)).toMatchObject([{ statusCode: 200 }, { statusCode: 200 }]);
  });

  it.each<[string, Responder]>([
    ['a response', LIST],
    ['an exception', throws(new Error('no'))],
  ])('is gone after %s', async (_, responder) => {
    await list(responder).catch(() => {});
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('a request that the app has wrapped', () => {
  type Request = (params: RequestParams, callback: Callback) => unknown;

  /** A list of a client whose request was wrapped after the methods were added. */
  function listBy(wrap: (original: Request) => Request) {
    const cos = docQueue(new StubCos([LIST]), BUCKET);
    const original = cos.request.bind(cos);
    // It copies the parameters, as the SDK does.
    cos.request = wrap((params, callback) => original({ ...params }, callback));
    return cos.describeDocProcessQueues();
  }
  const promised = (original: Request, params: RequestParams) =>
    new Promise((resolve, reject) => {
      original(params, (error, data) => (error ? reject(error) : resolve(data)));
    });

  const WRAPPERS: Record<string, (original: Request) => Request> = {
    'is async, and hands the callback on': (original) => async (params, callback) => {
      setTimeout(original, 5, { ...params }, callback);
    },
    'returns a promise, and never calls back': (original) => (params) => promised(original, params),
    'calls back, and returns a promise, too': (original) => (params, callback) => {
      original(params, callback);
      return promised(original, params);
    },
    'calls back, and returns what is no promise': (original) => (params, callback) => {
      original(params, callback);
      // biome-ignore lint/suspicious/noThenProperty: that is the point
      return { then: params };
    },
    'changes the parameters': (original) => (params, callback) => {
      Object.assign(params, { Method: 'HEAD' });
      if (params.Method === 'HEAD') original(params, callback);
    },
  };
  it.each(Object.entries(WRAPPERS))('has its outcome when it %s', async (_, wrap) => {
    expect(await listBy(wrap)).toMatchObject({ statusCode: 200 });
  });

  const REFUSED = { statusCode: 403, headers: {}, error: { Code: 'AccessDenied' } };
  const SDK_ERROR = Object.assign(new Error('lost'), { error: 'request:fail' });
  it.each<[string, Request, object]>([
    ['rejects as the service refuses', rejects(REFUSED), { kind: 'service', statusCode: 403 }],
    ['rejects with an Error of the SDK', rejects(SDK_ERROR), { kind: 'network', error: 'lost' }],
  ])('keeps the kind of its failure when it %s', async (_, request, expected) => {
    expect(await rejection(listBy(() => request))).toMatchObject(expected);
  });

  const NO_RESPONSE = 'a wrapped request gave no response';
  it.each<[string, Request, string]>([
    ['rejects with an Error', rejects(new Error('offline')), 'offline'],
    ['calls back with a mistake', (_, done) => done(TYPE_ERROR), `${TYPE_ERROR}`],
    ['throws a mistake', throws(TYPE_ERROR), `${TYPE_ERROR}`],
    ['throws a text', throws('no'), 'no'],
    ['throws what wx.request fails with', throws({ errMsg: 'request:fail' }), 'request:fail'],
    ['throws nothing', throws(undefined), 'no reason given'],
    ['rejects with nothing', rejects(undefined), NO_RESPONSE],
    ['calls back with nothing', (_, done) => done(null), NO_RESPONSE],
    ['resolves to nothing, and sends nothing', async () => {}, NO_RESPONSE],
    ['reads the request, and resolves to null', async (read) => read.Method && null, NO_RESPONSE],
    ['resolves to what throws', async () => throwingGetter('statusCode'), `${TYPE_ERROR}`],
  ])('fails at once, as an error of the app, when it %s', async (_, request, error) => {
    const message = `AppError: ${error}; see getAuthorization, before-send listeners and wrappers of request`;
    const details = { kind: 'app', code: 'AppError', message, error };
    // It names no address, as nothing was sent.
    const expected = { name: 'DocQueueError', ...details };
    expect({ ...(await rejection(listBy(() => request))) }).toEqual(expected);
  });
});
