import type { DocQueueMethods } from '../../miniprogram_dist/index.js';
import { QUEUE_ID } from '../support/client';

export const METHODS = ['GET', 'PUT'] as const;
export type Method = (typeof METHODS)[number];

/** A call of the plugin, and what came of it. */
export interface Call {
  method: Method;
  /** Its address, without a query. */
  url: string;
  /** The first. */
  outcome?: { error: unknown; data: unknown };
  /** How often the callback was called: more than once is wrong, however late. */
  outcomes: number;
}

/** All calls of a file of tests. */
export const calls: Call[] = [];

/** Longer than any call may take. */
const GIVE_UP_MS = 5000;

const SETTINGS = {
  QueueId: QUEUE_ID,
  Name: 'queue-doc-process-1',
  State: 'Active',
  NotifyConfig: { Url: 'http://example.com/', State: 'On', Type: 'Url', Event: 'TaskFinish' },
} as const;

/** Makes a call to such an origin, and resolves with its first outcome, or without one when none comes. */
export function call(
  cos: DocQueueMethods,
  method: Method,
  origin: string,
  params: object = {},
  giveUpAfter = GIVE_UP_MS,
): Promise<Call> {
  const path = method === 'GET' ? '/docqueue' : `/docqueue/${QUEUE_ID}`;
  const made: Call = { method, url: origin + path, outcomes: 0 };
  calls.push(made);
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, giveUpAfter, made);
    const callback = (error: unknown, data: unknown) => {
      clearTimeout(timer);
      made.outcomes += 1;
      made.outcome ??= { error, data };
      resolve(made);
    };
    if (method === 'GET') cos.describeDocProcessQueues(params, callback);
    else cos.updateDocProcessQueue({ ...SETTINGS, ...params }, callback);
  });
}
