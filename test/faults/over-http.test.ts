/** Over real HTTP: odd answers, connections that break, and many calls at once. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from '../../server/emulator/index';
import { BODIES } from './bodies';
import { call, METHODS } from './call';
import { type Expected, judge } from './judge';
import { clientThatAsks, clientWithKey, emulator, expectOutcome, newKeys } from './service';

it.each(BODIES)('$name', async ({ data, GET }) => {
  emulator.setFault({ answer: { status: 200, body: data } });
  await expectOutcome(clientWithKey(), { ...GET, statusCode: 200 });
});

describe.each(METHODS)('%s', (method) => {
  async function expectWith(fault: Fault, expected: Expected, options?: object) {
    emulator.setQueues(2);
    emulator.setFault(fault);
    await expectOutcome(clientWithKey(options), expected, method);
  }

  const NO_ANSWER = { codes: ['NetworkError'] };

  it('no connection', () => expectWith({ drop: true }, NO_ANSWER));

  it.each([0, 1, 100])('a connection lost at byte %i', async (bytes) => {
    await expectWith({ drop: true, cut: { bytes } }, NO_ANSWER);
  });

  it('an answer too late', () =>
    expectWith({ delay: 3000 }, { codes: ['Timeout'] }, { Timeout: 60 }));

  it('an answer that is late', () => expectWith({ delay: 100 }, { queues: 2 }));
});

/** Of so many calls, on a busy machine. */
const LONG_MS = 60_000;

it('gives each of 200 calls at once its own answer', async () => {
  const CALLS = 200;
  emulator.setQueues(CALLS);
  const cos = clientThatAsks((give) => wait(5).then(() => give(newKeys())));
  const wrong = await Promise.all(
    Array.from({ length: CALLS }, async (_, index) => {
      const Name = `queue ${index}`;
      const isUpdate = index % 4 === 0;
      const page = { PageNumber: index + 1, PageSize: 1 };
      const made = isUpdate
        ? await call(cos, 'PUT', emulator.url, { Name }, LONG_MS)
        : await call(cos, 'GET', emulator.url, page, LONG_MS);
      const { Response } = Object(made.outcome?.data);
      const isOwn = isUpdate ? Response?.Queue.Name === Name : Response?.PageNumber === index + 1;
      return [...(isOwn ? [] : [`${index} has another's answer`]), ...judge(made, { queues: 1 })];
    }),
  );
  expect(wrong.flat()).toEqual([]);
});
