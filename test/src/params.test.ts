import fc from 'fast-check';
import { docQueue } from '../../src/index.js';
import { BUCKET, clientThatAnswers, QUEUE_ID, rejection } from '../support/client.js';
import { call, METHODS, type Method, refusal, service } from '../support/methods.js';

const WRITING = /^(update|patch)/;
const OTHERS = METHODS.filter(([method]) => !WRITING.test(method));

describe('a name that is nearly right is refused with a hint', () => {
  it.each<[Method, string, string]>([
    ['describeDocProcessQueues', 'queueIds', 'QueueIds'],
    ['describeDocProcessQueue', 'state', 'State'],
    ['describeDocProcessQueues', 'PAGENUMBER', 'PageNumber'],
    ['describeDocProcessQueues', 'pageSize', 'PageSize'],
    ['getDocProcessQueue', 'QueueID', 'QueueId'],
    ['updateDocProcessQueue', 'QueueID', 'QueueId'],
    ['updateProcessQueue', 'queueId', 'QueueId'],
    ['updateDocProcessQueue', 'region', 'Region'],
    ['updateDocProcessQueue', 'maxSize', 'MaxSize'],
    ['updateDocProcessQueue', 'maxConcurrent', 'MaxConcurrent'],
    ['updateDocProcessQueue', 'createTime', 'CreateTime'],
    ['updateDocProcessQueue', 'updateTime', 'UpdateTime'],
    ['updateDocProcessQueue', 'bucketID', 'BucketId'],
    ['updateDocProcessQueue', 'Bucketname', 'BucketName'],
    ['updateDocProcessQueue', 'category', 'Category'],
    ['patchDocProcessQueue', 'name', 'Name'],
    ['patchDocProcessQueue', 'STATE', 'State'],
    ['patchDocProcessQueue', 'notifyConfig', 'NotifyConfig'],
    ['pauseDocProcessQueue', 'bucket', 'Bucket'],
    ['resumeDocProcessQueue', 'queueid', 'QueueId'],
    ['listAllDocProcessQueues', 'state', 'State'],
    ['paginateDocProcessQueues', 'pagesize', 'PageSize'],
  ])('by %s: %s', async (method, name, meant) => {
    const params = { ...Object.fromEntries(METHODS)[method], [name]: 'x' };
    expect(await refusal(method, params)).toBe(
      `there is no parameter ${name}: did you mean ${meant}?`,
    );
  });

  it.each([
    ['url', 'Url'],
    ['state', 'State'],
    ['TYPE', 'Type'],
    ['event', 'Event'],
    ['resultFormat', 'ResultFormat'],
  ])('within NotifyConfig: %s', async (name, meant) => {
    for (const [method, params] of METHODS.filter(([method]) => WRITING.test(method))) {
      expect(await refusal(method, { ...params, NotifyConfig: { [name]: 'x' } })).toBe(
        `there is no parameter NotifyConfig.${name}: did you mean NotifyConfig.${meant}?`,
      );
    }
  });
});

describe('a name that there is not is refused', () => {
  const OF_A_QUEUE = 'Bucket, Region, QueueId';
  const OF_A_LIST = 'Bucket, Region, QueueIds, State, PageNumber, PageSize';
  const OF_ALL = 'Bucket, Region, State, PageSize';
  it.each<[Method, string, string]>([
    ['describeDocProcessQueues', 'QueueId', OF_A_LIST],
    ['describeDocProcessQueue', 'Name', OF_A_LIST],
    ['getDocProcessQueue', 'QueueIds', OF_A_QUEUE],
    ['pauseDocProcessQueue', 'State', OF_A_QUEUE],
    ['resumeDocProcessQueue', 'Queue', OF_A_QUEUE],
    ['listAllDocProcessQueues', 'PageNumber', OF_ALL],
    ['paginateDocProcessQueues', 'QueueIds', OF_ALL],
  ])('by %s: %s', async (method, name, known) => {
    const params = { ...Object.fromEntries(METHODS)[method], [name]: 'x' };
    expect(await refusal(method, params)).toBe(
      `there is no parameter ${name}: the names are ${known}`,
    );
  });
});

it.each(METHODS)('__proto__ of JSON is no parameter of %s', async (method, params) => {
  const odd = JSON.parse('{"__proto__":{"Bucket":"evil-1","Region":"ap-evil"}}');
  Object.defineProperties(odd, Object.getOwnPropertyDescriptors(params));
  expect(await refusal(method, odd)).toBe('there is no parameter __proto__');
});

it.each(OTHERS)('undefined is not given, whatever its name is: %s', async (method, params) => {
  const client = clientThatAnswers(service);
  await call(docQueue(client, BUCKET), method, { ...params, Bucket: undefined });
  expect(client.asked[0]).toMatchObject(BUCKET);
});

describe.each(METHODS)('the parameters of %s', (method, params) => {
  it('are an object', async () => {
    for (const wrong of ['p1', 5, true, ['p1'], new Map(), Symbol('p1'), new Date()]) {
      const kind = Object.prototype.toString.call(wrong).slice(8, -1);
      expect(await refusal(method, wrong)).toBe(`parameters must be an object, not ${kind}`);
    }
  });

  it('are taken when it is called: what becomes of the object later does not matter', async () => {
    const asked = async (change: (given: Record<string, unknown>) => void) => {
      const client = clientThatAnswers(service);
      const given = structuredClone({ ...params, ...BUCKET });
      const outcome = call(docQueue(client), method, given);
      change(given);
      await outcome;
      return client.asked;
    };
    const changed = await asked((given) => {
      Object.assign(given.NotifyConfig ?? {}, { Url: 'https://x.cn' });
      for (const name of Object.keys(given)) given[name] = 'ap-x';
    });
    expect(changed).toEqual(await asked(() => {}));
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

  it('are left as they were', async () => {
    const before = JSON.stringify(params);
    const frozen = Object.freeze({ ...params });
    await call(docQueue(clientThatAnswers(service), BUCKET), method, frozen);
    expect(JSON.stringify(params)).toBe(before);
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
        const client = clientThatAnswers(service);
        // An exception is a failure of this test, and so is an error of another class.
        const outcome = await call(docQueue(client, BUCKET), method, odd).then(
          () => undefined,
          (error) => rejection(Promise.reject(error)),
        );
        expect(client.asked.length === 0).toBe(outcome?.kind === 'param');
      }),
    );
  });
});

const throwingHandler = {
  ownKeys() {
    throw new Error('no keys');
  },
};
