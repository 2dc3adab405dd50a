/** Many calls at once: each gets its own answer. */
import { setTimeout as wait } from 'node:timers/promises';
import type { DocQueueList, DocQueueRecord } from '../../miniprogram_dist/index.js';
import type { Service } from './service';
import type { Tally } from './tally';

const CALLS = 200;

export async function runAtOnce(service: Service, tally: Tally): Promise<void> {
  service.emulator.setQueues(CALLS);
  const cos = service.client({
    getAuthorization: (_: object, callback: (keys: object) => void) =>
      wait(5).then(() => callback(service.newKeys())),
  });
  const numbers = Array.from({ length: CALLS }, (_, index) => index + 1);
  const calls = numbers.map((number) =>
    isList(number)
      ? service.call(cos, 'GET', { PageNumber: number, PageSize: 1 })
      : service.call(cos, 'PUT', { Name: `queue ${number}` }),
  );
  const wrong: string[] = [];
  for (const [index, made] of (await Promise.all(calls)).entries()) {
    const number = index + 1;
    const { Response } = (made.outcome?.data ?? {}) as {
      Response?: DocQueueList & DocQueueRecord;
    };
    const own = isList(number)
      ? Response?.PageNumber === number
      : Response?.Queue.Name === `queue ${number}`;
    if (!own) wrong.push(`call ${number} has another's answer`);
    tally.add(`at once: call ${number}`, made, { queues: 1, milliseconds: 10_000 });
  }
  tally.check('at once: each its own answer', wrong);
  service.emulator.reset();
}

const isList = (number: number) => number % 4 !== 0;
