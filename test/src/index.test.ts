import { type DocQueueError, DocQueueState, docQueue } from '../../src/index.js';
import {
  BUCKET,
  byIdXml,
  clientThatAnswers,
  listXml,
  QUEUE_ID,
  queueXml,
  rejection,
  updatedXml,
} from '../support/client.js';

describe('docQueue', () => {
  it('gives the client it was handed, with its methods', () => {
    const client = clientThatAnswers('');
    expect(docQueue(client)).toBe(client);
    expect(client).toMatchObject({
      describeDocProcessQueues: expect.any(Function),
      describeDocProcessQueue: expect.any(Function),
      updateDocProcessQueue: expect.any(Function),
      updateProcessQueue: expect.any(Function),
      pauseDocProcessQueue: expect.any(Function),
      resumeDocProcessQueue: expect.any(Function),
      listAllDocProcessQueues: expect.any(Function),
      paginateDocProcessQueues: expect.any(Function),
    });
  });

  it.each([[undefined], [null], [{}], ['cos'], [{ request: 1 }]])('refuses %j at once', (cos) => {
    expect(() => docQueue(cos as never, BUCKET)).toThrow(
      expect.objectContaining({
        kind: 'param',
        code: 'InvalidParameter',
        message: expect.stringContaining('docQueue(new COS('),
      }),
    );
  });

  it('replaces the options when it registers again', async () => {
    const client = clientThatAnswers(listXml([]));
    docQueue(client, { ...BUCKET, Domain: 'http://a.cn' });
    await docQueue(client, { ...BUCKET, Region: 'ap-x' }).describeDocProcessQueues();
    expect(client.asked[0]?.Url).toBe(
      'https://examplebucket-1250000000.ci.ap-x.myqcloud.com/docqueue',
    );
  });

  it('registers on a prototype for all instances, each its own client', async () => {
    class COS {
      asked: unknown[] = [];
      request(params: unknown, callback: (error: null, data: object) => void) {
        this.asked.push(params);
        callback(null, { statusCode: 200, Body: listXml([]) });
      }
    }
    docQueue(COS.prototype, BUCKET);
    const [a, b] = [new COS(), new COS()] as unknown as [ReturnType<typeof clientThatAnswers>, COS];
    await docQueue(a, BUCKET).describeDocProcessQueues();
    const { describeDocProcessQueues } = b as never as {
      describeDocProcessQueues(): Promise<unknown>;
    };
    await describeDocProcessQueues.call(b);
    for await (const _ of (
      b as never as typeof a & ReturnType<typeof docQueue>
    ).paginateDocProcessQueues())
      break;
    expect([a.asked.length, b.asked.length]).toEqual([1, 2]);
  });

  it('gives methods that can be passed on alone', async () => {
    const { describeDocProcessQueues, paginateDocProcessQueues } = docQueue(
      clientThatAnswers(listXml([])),
      BUCKET,
    );
    expect((await describeDocProcessQueues()).statusCode).toBe(200);
    expect((await paginateDocProcessQueues().next()).done).toBe(false);
  });

  it("calls the client's request of the moment", async () => {
    const client = clientThatAnswers(listXml([]));
    const cos = docQueue(client, BUCKET);
    const original = jest.spyOn(client, 'request');
    await cos.describeDocProcessQueues();
    expect(original).toHaveBeenCalledTimes(1);
  });
});

describe('SDK 1.1.1, which writes the keys of Query in lower case', () => {
  class Sdk111 {
    static version = '1.1.0';
    client = clientThatAnswers(listXml([queueXml({ Url: 'x' })], { TotalCount: 1 }));
    request = this.client.request;
  }

  it('gets the parameters in the address, with the names of the service', async () => {
    const sdk = new Sdk111();
    const params = { QueueIds: 'p1,p2', State: 'Active', PageNumber: 2, PageSize: 3 } as const;
    await docQueue(sdk, BUCKET).describeDocProcessQueues(params);
    expect(sdk.client.asked[0]).toMatchObject({
      Url: 'https://examplebucket-1250000000.ci.ap-beijing.myqcloud.com/docqueue?queueIds=p1%2Cp2&state=Active&pageNumber=2&pageSize=3',
      Key: 'docqueue',
      Query: {},
    });
  });

  it('gets an address without a question mark where there are none', async () => {
    const sdk = new Sdk111();
    await docQueue(sdk, BUCKET).describeDocProcessQueues();
    expect(sdk.client.asked[0]?.Url).toMatch(/\/docqueue$/);
    const settings = { QueueId: QUEUE_ID, Name: 'a', State: 'Active', NotifyConfig: {} } as const;
    await rejection(docQueue(sdk, BUCKET).updateDocProcessQueue(settings));
    expect(sdk.client.asked[1]?.Url).toMatch(new RegExp(`/docqueue/${QUEUE_ID}$`));
  });
});

describe.each([
  ['describeDocProcessQueues', undefined, listXml([queueXml()])],
  ['describeDocProcessQueue', {}, listXml([queueXml()])],
  [
    'updateDocProcessQueue',
    { QueueId: QUEUE_ID, Name: 'a', State: 'Active', NotifyConfig: {} },
    updatedXml(),
  ],
  [
    'updateProcessQueue',
    { QueueId: QUEUE_ID, Name: 'a', State: 'Active', NotifyConfig: {} },
    updatedXml(),
  ],
  ['pauseDocProcessQueue', { QueueId: QUEUE_ID }, byIdXml(queueXml({ State: 'Paused' }))],
  ['resumeDocProcessQueue', { QueueId: QUEUE_ID }, byIdXml(queueXml())],
  ['listAllDocProcessQueues', null, listXml([queueXml()])],
] as const)('the outcome of %s', (name, params, answer) => {
  type Method = (params?: unknown, callback?: unknown) => Promise<unknown> | undefined;

  it('comes by promise, or by callback with nothing returned', async () => {
    const cos = docQueue(clientThatAnswers(answer), BUCKET);
    const method = cos[name] as Method;
    const promised = await method(params);
    const called = await new Promise((resolve) => {
      const returned = method(params, (...outcome: unknown[]) => resolve([...outcome, returned]));
    });
    expect(called).toEqual([null, promised, undefined]);
  });

  it('is a failure without data', async () => {
    const cos = docQueue(clientThatAnswers('nonsense'), BUCKET);
    const method = cos[name] as Method;
    const error = await rejection(method(params) as Promise<unknown>);
    const called = await new Promise((resolve) => {
      method(params, (...outcome: unknown[]) => resolve(outcome));
    });
    expect(called).toEqual([error]);
    expect(error.kind).toBe('response');
  });

  it('is a wrong parameter, never thrown at once', async () => {
    const cos = docQueue(clientThatAnswers(answer), {});
    const method = cos[name] as Method;
    for (const wrong of ['x', 5, [], { QueueId: {}, Bucket: {} }]) {
      expect(await rejection(method(wrong) as Promise<unknown>)).toMatchObject({ kind: 'param' });
    }
  });
});

describe('a callback', () => {
  it('may be the only argument', async () => {
    const cos = docQueue(clientThatAnswers(listXml([queueXml()])), BUCKET);
    const page = await new Promise<unknown>((resolve) => {
      cos.describeDocProcessQueues((_, data) => resolve(data.Response.TotalCount));
    });
    const all = await new Promise<unknown>((resolve) => {
      cos.listAllDocProcessQueues((_, queues) => resolve(queues.length));
    });
    expect([page, all]).toEqual([1, 1]);
  });
});

describe('an SDK that misbehaves', () => {
  const DATA = { statusCode: 200, headers: {}, Body: listXml([]) };

  it.each([
    ['calls back twice', [[null, DATA], [{ error: 'late' }]], 'kept'],
    [
      'calls back with a failure, then with data',
      [[{ error: 'request:fail' }], [null, DATA]],
      'failed',
    ],
    ['calls back with nothing', [[]], 'failed'],
    ['calls back with data that has no body', [[null, { statusCode: 204 }]], 'failed'],
    [
      'calls back with a body that is no text',
      [[null, { statusCode: 200, Body: { a: 1 } }]],
      'failed',
    ],
    ['calls back with a body that is null', [[null, { statusCode: 200, Body: null }]], 'failed'],
  ])('has one outcome: it %s', async (_, calls, outcome) => {
    const callback = jest.fn();
    const client = clientThatAnswers((_params, done) => {
      for (const call of calls) done(...(call as [unknown]));
    });
    docQueue(client, BUCKET).describeDocProcessQueues(callback);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(callback).toHaveBeenCalledTimes(1);
    expect(callback.mock.calls[0][0] === null).toBe(outcome === 'kept');
  });

  it('has one outcome: it throws after it called back', async () => {
    const client = clientThatAnswers((_, callback) => {
      callback(null, DATA);
      throw new Error('late');
    });
    expect(await docQueue(client, BUCKET).describeDocProcessQueues()).toMatchObject({
      statusCode: 200,
    });
  });

  it.each([
    [undefined, 300_000],
    [0, 300_000],
    [2_000, 10_000],
  ])('has an outcome though it never calls back (its Timeout is %j)', async (Timeout, wait) => {
    jest.useFakeTimers();
    try {
      const client = Object.assign(
        clientThatAnswers(() => {}),
        { options: { Timeout } },
      );
      const callback = jest.fn();
      docQueue(client, BUCKET).describeDocProcessQueues(callback);
      await jest.advanceTimersByTimeAsync(wait - 1);
      expect(callback).not.toHaveBeenCalled();
      await jest.advanceTimersByTimeAsync(1);
      const [error] = callback.mock.calls[0] as [DocQueueError];
      expect(error).toMatchObject({ kind: 'network', code: 'Timeout' });
    } finally {
      jest.useRealTimers();
    }
  });

  it('leaves no timer behind', async () => {
    jest.useFakeTimers();
    try {
      await docQueue(clientThatAnswers(listXml([])), BUCKET).describeDocProcessQueues();
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });
});

it('has names for the states', () => {
  expect(DocQueueState).toEqual({ Active: 'Active', Paused: 'Paused' });
});
