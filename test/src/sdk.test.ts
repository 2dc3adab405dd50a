import { docQueue } from '../../src/index.js';
import {
  type Answer,
  type Asked,
  BUCKET,
  type Callback,
  clientThatAnswers,
  LIST_URL,
  listXml,
  QUEUE_ID,
  rejection,
  reports,
  StubCos,
  updatedXml,
} from '../support/client.js';

const LIST = listXml([]);
const ANSWER = { statusCode: 200, headers: {}, Body: LIST };
const SETTINGS = { QueueId: QUEUE_ID, Name: 'a', State: 'Active', NotifyConfig: {} } as const;

const TYPE_ERROR = new TypeError('x is not a function');
const APP_THREW = {
  kind: 'network',
  code: 'NetworkError',
  message: `NetworkError: a before-send listener or a wrapped request threw ${TYPE_ERROR}; GET ${LIST_URL}`,
};

const throws = (thrown: unknown) => () => {
  throw thrown;
};
const rejects = (reason: unknown) => () => Promise.reject(reason);

function list(client: StubCos) {
  return docQueue(client, BUCKET).describeDocProcessQueues();
}

describe('SDK 1.1.1, which writes the keys of Query in lower case', () => {
  class Sdk111 extends StubCos {
    static version = '1.1.0';
  }

  it.each([
    [{}, ''],
    [
      { QueueIds: 'p1,p2', State: 'Active', PageNumber: 2, PageSize: 3 } as const,
      '?queueIds=p1%2Cp2&state=Active&pageNumber=2&pageSize=3',
    ],
  ])("has the service's names in the address: %j", async (params, query) => {
    const client = new Sdk111([LIST]);
    await docQueue(client, BUCKET).describeDocProcessQueues(params);
    expect(client.asked).toMatchObject([{ Url: LIST_URL + query, Key: 'docqueue', Query: {} }]);
  });

  it('has no query in the address of an update, nor in that of an error', async () => {
    const client = new Sdk111([updatedXml(), 'nonsense']);
    const cos = docQueue(client, BUCKET);
    await cos.updateDocProcessQueue(SETTINGS);
    expect(client.asked[0]?.Url).toBe(`${LIST_URL}/${QUEUE_ID}`);
    const error = await rejection(cos.describeDocProcessQueues({ State: 'Active' }));
    expect(error.url).toBe(LIST_URL);
    expect(error.message).not.toContain('?');
  });
});

it('asks without the bucket under ForcePathStyle, as SDKs up to 1.4.13 would sign it as a part of the path', async () => {
  const client = new StubCos([LIST], { ForcePathStyle: true });
  await list(client);
  expect(client.asked).toMatchObject([{ ...BUCKET, Bucket: '', Url: LIST_URL }]);
});

describe('an SDK that misbehaves has one outcome', () => {
  it.each<[string, unknown[][], 'data' | 'failure']>([
    ['calls back twice', [[null, ANSWER], [{ error: 'late' }]], 'data'],
    ['calls back with a failure, then with data', [[{ error: 'no' }], [null, ANSWER]], 'failure'],
    ['calls back with a failure and data', [[{ error: 'no' }, ANSWER]], 'failure'],
    ['calls back with nothing', [[]], 'failure'],
    ['calls back with a body that is null', [[null, { statusCode: 200, Body: null }]], 'failure'],
    ['calls back with a body that is no text', [[null, { ...ANSWER, Body: {} }]], 'failure'],
    [
      'calls back with a body that is not even printable',
      [[null, { ...ANSWER, Body: Object.create(null) }]],
      'failure',
    ],
    ['calls back with headers that are null', [[null, { ...ANSWER, headers: null }]], 'data'],
    ['fails with headers that are null', [[{ statusCode: 500, headers: null }]], 'failure'],
  ])('when it %s', async (_, outcomes, expected) => {
    const callback = jest.fn();
    const client = clientThatAnswers((_params, done) => {
      for (const outcome of outcomes) done(...(outcome as [unknown]));
    });
    docQueue(client, BUCKET).describeDocProcessQueues(callback);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(callback).toHaveBeenCalledTimes(1);
    const [error, data] = callback.mock.calls[0];
    if (expected === 'data') expect([error, data.statusCode]).toEqual([null, 200]);
    else expect(error.name).toBe('DocQueueError');
  });

  it('when it leaves an empty body out, as it does', async () => {
    const client = clientThatAnswers((_, callback) => callback(null, { statusCode: 204 }));
    expect(await rejection(list(client))).toMatchObject({ code: 'InvalidResponse', error: '' });
  });

  it('when it throws after it called back', async () => {
    const client = clientThatAnswers((_, callback) => {
      callback(null, ANSWER);
      throw new Error('late');
    });
    expect(await list(client)).toMatchObject({ statusCode: 200 });
  });
});

describe('an SDK that never calls back', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const SECOND = 1000;
  const DAY = 86_400_000;

  /** A client whose key takes so long, if it comes, and whose answer so long after that. */
  function slow(Timeout: unknown, key?: number, answer?: number) {
    const request: Answer = (_, callback) => {
      if (key !== undefined) setTimeout(send, key, callback);
    };
    function send(callback: Callback) {
      client.emit('before-send', { url: LIST_URL });
      if (answer) setTimeout(callback, answer, null, ANSWER);
    }
    const client = new StubCos([request], { Timeout });
    return client;
  }

  function outcomeOf(client: StubCos) {
    const callback = jest.fn();
    docQueue(client, BUCKET).describeDocProcessQueues(callback);
    return callback;
  }

  it.each([
    [undefined, 300 * SECOND],
    [0, 300 * SECOND],
    [2000, 10 * SECOND],
    ['2000', 10 * SECOND],
    ['two seconds', 300 * SECOND],
    [1, 5],
  ])('fails five times its Timeout after it sent the request: %j', async (Timeout, wait) => {
    const callback = outcomeOf(slow(Timeout, SECOND));
    await jest.advanceTimersByTimeAsync(SECOND + wait - 1);
    expect(callback).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    const message = `Timeout: timeout: the SDK did not call back; GET ${LIST_URL}`;
    expect(callback.mock.calls).toMatchObject([[{ kind: 'network', code: 'Timeout', message }]]);
  });

  it('fails ten minutes later when it never sends the request: the key never came', async () => {
    const callback = outcomeOf(slow(2000));
    await jest.advanceTimersByTimeAsync(610 * SECOND - 1);
    expect(callback).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(callback).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['a key that takes 6 seconds, with a Timeout of 1', 1000, 6 * SECOND, SECOND],
    ['a key that takes 9 minutes', 1000, 540 * SECOND, SECOND],
    ['a Timeout of a week', 7 * DAY, 0, 6 * DAY],
    ['a Timeout of 7 years', 220_752_000_000, SECOND, DAY],
    ['an endless Timeout', Number.POSITIVE_INFINITY, SECOND, DAY],
  ])('does not end a call that would still succeed: %s', async (_, Timeout, key, answer) => {
    const callback = outcomeOf(slow(Timeout, key, answer));
    await jest.advanceTimersByTimeAsync(key + answer);
    expect(callback.mock.calls).toMatchObject([[null, { statusCode: 200 }]]);
  });

  it('begins to wait again with each retry', async () => {
    const client = slow(1000, 0);
    const callback = outcomeOf(client);
    for (let tries = 0; tries < 3; tries++) {
      await jest.advanceTimersByTimeAsync(4 * SECOND);
      client.emit('before-send', { url: LIST_URL });
    }
    expect(callback).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(5 * SECOND);
    expect(callback).toHaveBeenCalledTimes(1);
  });

  it('does not take what the app sends meanwhile for its own request', async () => {
    const client = slow(1000);
    const callback = jest.fn();
    docQueue(client, BUCKET).updateDocProcessQueue(SETTINGS, callback);
    docQueue(client, BUCKET).updateDocProcessQueue({ ...SETTINGS, Name: 'b' }, jest.fn());
    const [{ Url: url, Body: body }] = client.asked as [Asked];
    const upload = { url: 'https://examplebucket-1250000000.cos.cn/a.docx', body };
    const others = [
      upload,
      { body },
      { url, body: 'another update' },
      { url: `${url}/a.pdf`, body },
    ];
    for (const other of others) {
      client.emit('before-send', other);
    }
    await jest.advanceTimersByTimeAsync(60 * SECOND);
    expect(callback).not.toHaveBeenCalled();
    client.emit('before-send', { url, body });
    await jest.advanceTimersByTimeAsync(5 * SECOND);
    expect(callback).toHaveBeenCalledTimes(1);
  });

  it('does not take an equal request for its own, as its key may come much later', async () => {
    const answerAfter =
      (key: number): Answer =>
      (_, callback) => {
        setTimeout(() => client.emit('before-send', { url: LIST_URL }), key);
        setTimeout(callback, key + SECOND, null, ANSWER);
      };
    const client = new StubCos([answerAfter(60 * SECOND), answerAfter(0), () => {}], {
      Timeout: 1000,
    });
    const callbacks = [outcomeOf(client), outcomeOf(client)];
    await jest.advanceTimersByTimeAsync(61 * SECOND);
    for (const { mock } of callbacks) {
      expect(mock.calls).toMatchObject([[null, { statusCode: 200 }]]);
    }
    // Those are over, and a list of another client or bucket is another request.
    const callback = outcomeOf(client);
    outcomeOf(slow(1000));
    docQueue(client, BUCKET).describeDocProcessQueues({ Bucket: 'other-1' }, jest.fn());
    client.emit('before-send', { url: LIST_URL });
    await jest.advanceTimersByTimeAsync(5 * SECOND);
    expect(callback).toHaveBeenCalledTimes(1);
  });

  it.each<[string, Answer]>([
    ['an answer', LIST],
    ['a failure', reports({ error: 'request:fail' })],
    ['an exception', throws(new Error('no'))],
  ])('leaves neither a timer nor a listener behind after %s', async (_, answer) => {
    const client = clientThatAnswers(answer);
    await list(client).catch(() => {});
    expect(client.asked).toHaveLength(1);
    expect([jest.getTimerCount(), client.listeners]).toEqual([0, []]);
  });
});

describe('a request that the app has wrapped', () => {
  type Request = (params: Asked, callback: Callback) => unknown;

  /** A list of a client whose request was wrapped after the methods were added. */
  function listBy(wrap: (original: Request) => Request) {
    const cos = docQueue(new StubCos([LIST], { getAuthorization() {} }), BUCKET);
    cos.request = wrap(cos.request.bind(cos));
    return cos.describeDocProcessQueues();
  }
  const promised = (original: Request, params: Asked) =>
    new Promise<unknown>((resolve, reject) => {
      original(params, (error, data) => (error ? reject(error) : resolve(data)));
    });

  const WRAPPERS: Record<string, (original: Request) => Request> = {
    'calls back, and returns a promise of nothing': (original) => async (params, callback) => {
      original(params, callback);
    },
    'calls back late, and returns a promise of something else':
      (original) => async (params, callback) =>
        setTimeout(original, 5, params, callback),
    'returns a promise of the answer, and never calls back': (original) => (params) =>
      promised(original, params),
    'calls back, and returns a promise of the answer, too': (original) => (params, callback) => {
      original(params, callback);
      return promised(original, params);
    },
    'calls back, and returns what is no promise': (original) => (params, callback) => {
      original(params, callback);
      // biome-ignore lint/suspicious/noThenProperty: that is the point
      return { then: params };
    },
  };
  it.each(Object.entries(WRAPPERS))('has its outcome when it %s', async (_, wrap) => {
    expect(await listBy(wrap)).toMatchObject({ statusCode: 200 });
  });

  const REFUSED = { statusCode: 403 };
  const UNREADABLE = Object.defineProperty({}, 'statusCode', { get: throws(new RangeError()) });
  const told = (reason: string) => ({ kind: 'network', message: expect.stringContaining(reason) });
  it.each<[string, Request, object]>([
    ['rejects with what the SDK reports', rejects(REFUSED), { kind: 'service', statusCode: 403 }],
    ['rejects with nothing', rejects(undefined), told('no reason given')],
    [
      'rejects with what throws when it is read',
      rejects(UNREADABLE),
      told('threw a value that cannot be read'),
    ],
    ['rejects with an error of its own', rejects(TYPE_ERROR), APP_THREW],
    ['rejects with a text', rejects('offline'), told('NetworkError: offline;')],
    [
      'rejects with an Error made of what the SDK reports',
      rejects(Object.assign(new Error('lost'), { error: 'request:fail' })),
      told('NetworkError: lost;'),
    ],
    [
      'returns a promise of what throws when it is read',
      async () => UNREADABLE,
      told('a wrapped request threw RangeError'),
    ],
    ['throws one', throws(TYPE_ERROR), APP_THREW],
    ['throws a text', throws('no'), told('a wrapped request threw no;')],
    ['calls back with one', (_, callback) => callback(TYPE_ERROR), APP_THREW],
  ])('fails as what it is when it %s', async (_, request, expected) => {
    expect(await rejection(listBy(() => request))).toMatchObject(expected);
  });
});

describe("what the app's own code throws while the SDK works", () => {
  /** An SDK that asks for a key when it has none, and tells its listeners before it sends, all at once. */
  class Sdk extends StubCos {
    /** The temporary keys that it has. */
    _StsCache: unknown[] = [];

    override request(params: Asked, callback: Callback) {
      const { getAuthorization, getSTS } = this.options as Record<string, () => unknown>;
      const getKey = getAuthorization ?? getSTS;
      if (getKey && this._StsCache.length === 0) this._StsCache.push(getKey());
      this.emit('before-send', { url: params.Url });
      super.request(params, callback);
    }
  }

  it.each<[string, unknown, string]>([
    ['an Error', new Error('key server down'), 'key server down'],
    ['a mistake', TYPE_ERROR, `${TYPE_ERROR}`],
    ['a text', 'key server down', 'key server down'],
    ['nothing', undefined, 'no reason given'],
    ['what wx.request failed with', { errMsg: 'request:fail' }, 'request:fail'],
    ['what has no text', Object.create(null), 'no reason given'],
  ])('is a failure of the key when getAuthorization throws %s', async (_, thrown, reason) => {
    for (const name of ['getAuthorization', 'getSTS']) {
      const client = new Sdk([LIST], { [name]: throws(thrown) });
      expect(await rejection(list(client))).toMatchObject({
        kind: 'credential',
        code: 'InvalidCredential',
        message: `InvalidCredential: ${reason}; check what getAuthorization gives; GET ${LIST_URL}`,
        error: reason,
      });
    }
  });

  it.each([
    ['a new key', { getAuthorization: () => 'key' }, []],
    ['a key that it has', { getSTS: throws('never asked') }, ['key']],
    ['a permanent key', { SecretId: 'a' }, []],
  ])('is told as what it is when a listener throws: with %s', async (_, options, cache) => {
    const client = new Sdk([LIST], options);
    client._StsCache.push(...cache);
    client.on('before-send', throws(TYPE_ERROR));
    const error = await rejection(list(client));
    expect(error).toMatchObject(APP_THREW);
    expect(client.asked).toEqual([]);
  });
});
