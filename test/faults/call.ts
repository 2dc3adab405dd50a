import type { DocQueueMethods } from '../../miniprogram_dist/index.js';
import { QUEUE_ID } from '../support/client';

export interface Outcome {
  error: unknown;
  data: unknown;
}

/** A call of the plugin, and all that came of it. */
export interface Call {
  method: 'GET' | 'PUT';
  /** Its address, without a query. */
  url: string;
  /** The first; let go of once it is judged. */
  outcome?: Outcome | undefined;
  /** How often the callback was called: more than once is wrong, however late. */
  outcomes: number;
  /** Until the first outcome. */
  milliseconds: number;
}

// Longer than any call may take.
const GIVE_UP_MS = 15_000;

/** Makes a call, and resolves with its first outcome, or without one when none comes. */
export function call(
  cos: DocQueueMethods,
  method: Call['method'],
  target: { Bucket: string; Region: string; Domain?: string },
  params: object = {},
  giveUpAfter = GIVE_UP_MS,
): Promise<Call> {
  const { Bucket, Region, Domain = `https://${Bucket}.ci.${Region}.myqcloud.com` } = target;
  const path = method === 'GET' ? '/docqueue' : `/docqueue/${QUEUE_ID}`;
  const made: Call = { method, url: Domain + path, outcomes: 0, milliseconds: 0 };
  const start = performance.now();
  return new Promise((resolve) => {
    const first = () => {
      clearTimeout(timer);
      made.milliseconds = performance.now() - start;
      resolve(made);
    };
    const timer = setTimeout(first, giveUpAfter);
    const callback = (error: unknown, data: unknown) => {
      made.outcomes += 1;
      if (made.outcomes > 1) return;
      made.outcome = { error, data };
      first();
    };
    if (method === 'GET') cos.describeDocProcessQueues({ Bucket, Region, ...params }, callback);
    else cos.updateDocProcessQueue({ Bucket, Region, ...SETTINGS, ...params }, callback);
  });
}

const SETTINGS = {
  QueueId: QUEUE_ID,
  Name: 'queue-doc-process-1',
  State: 'Active',
  NotifyConfig: { Url: 'http://example.com/', State: 'On', Type: 'Url', Event: 'TaskFinish' },
} as const;
