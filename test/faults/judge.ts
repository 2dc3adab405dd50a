/**
 * Says what is wrong with what a call came to. It shares no code with `src`, with whose mistakes it would
 * agree.
 */
import { z } from 'zod';
import { isDocQueueError } from '../../miniprogram_dist/index.js';
import { SECRETS } from './bodies';
import type { Call } from './call';

/** The outcomes that are right: a success, one of some failures, or either. */
export interface Verdict {
  /** With how many queues a success has to be whole. */
  queues?: number;
  /** What the first of them has to be called. */
  named?: string;
  /** The codes of the failures that are right. */
  codes?: string[];
  /** What a failure's message must hold. */
  says?: string;
}

export interface Expected extends Verdict {
  /** The status of the answer, if it comes to one. */
  statusCode?: number;
  /** The id of the request, if the answer tells it. */
  RequestId?: string;
}

// biome-ignore lint/suspicious/noExplicitAny: what came out may be anything
type Any = any;

export function judge({ method, url, outcome }: Call, expected: Expected): string[] {
  if (!outcome) return ['no outcome'];
  const wrong = outcome.error
    ? ofFailure(outcome.error, { ...expected, method, url })
    : ofSuccess(outcome.data, method, expected);
  return wrong.filter((what) => what !== undefined);
}

const KIND_OF: Record<string, string> = {
  InvalidParameter: 'param',
  InvalidCredential: 'credential',
  NetworkError: 'network',
  Timeout: 'network',
  InvalidResponse: 'response',
};
/** Failures that no answer led to. */
const WITHOUT_ANSWER = ['param', 'credential', 'network'];

const unless = (holds: boolean, what: string) => (holds ? undefined : what);

function ofFailure(error: Any, expected: Expected & Pick<Call, 'method' | 'url'>) {
  if (!isDocQueueError(error)) return [`failed with ${error}, no DocQueueError`];
  const { codes = [], says, RequestId, method, url } = expected;
  const { code, message } = error;
  const kind = KIND_OF[code] ?? 'service';
  const answered = !WITHOUT_ANSWER.includes(kind);
  const statusCode = answered ? expected.statusCode : undefined;
  const parts = [code, method, url, statusCode ?? '', (code !== 'Timeout' && says) || ''];
  const shown = message.slice(0, 200);
  const all = [message, error.stack, JSON.stringify(error)].join('\n');
  return [
    unless(error instanceof Error, 'is no Error'),
    unless(codes.includes(code), `code ${code}, not ${codes.join(' or ') || 'a success'}`),
    unless(error.kind === kind, `kind ${error.kind} of ${code}`),
    unless(error.statusCode === statusCode, `statusCode ${error.statusCode}`),
    unless(
      !answered || !RequestId || error.RequestId === RequestId,
      `RequestId ${error.RequestId}`,
    ),
    unless(error.method === method && error.url === url, `is of ${error.method} ${error.url}`),
    ...parts.map((part) => unless(message.includes(`${part}`), `${shown}: without ${part}`)),
    unless(!/: undefined|\[object/.test(message), `unclear message: ${shown}`),
    ...Object.entries(SECRETS).map(([name, secret]) =>
      unless(!all.includes(secret), `tells the ${name}`),
    ),
  ];
}

const text = z.string();
const count = z.number();
const queue = z.looseObject({
  QueueId: text.min(1),
  Name: text,
  State: text,
  NotifyConfig: z.record(text, text),
  MaxSize: count,
  MaxConcurrent: count,
  CreateTime: text.refine((time) => !Number.isNaN(Date.parse(time)), 'no time'),
  UpdateTime: text,
  BucketId: text,
  Category: text,
});
const list = z.looseObject({
  RequestId: text.optional(),
  TotalCount: count.optional(),
  PageNumber: count.optional(),
  PageSize: count.optional(),
  QueueList: z.array(queue),
  NonExistPIDs: z.array(text),
});
const update = z.looseObject({ RequestId: text.optional(), Queue: queue });
const success = {
  statusCode: z.int().min(200).max(299),
  headers: z.looseObject({}),
  RequestId: text,
};
const SUCCESSES = {
  GET: z.looseObject({ ...success, Response: list }),
  PUT: z.looseObject({ ...success, Response: update }),
};

function ofSuccess(data: Any, method: Call['method'], { queues, named, codes }: Expected) {
  if (queues === undefined)
    return [`a success, not ${codes?.join(' or ')}: ${JSON.stringify(data).slice(0, 200)}`];
  const { error } = SUCCESSES[method].safeParse(data);
  if (error) return [z.prettifyError(error)];
  const all = method === 'GET' ? data.Response.QueueList : [data.Response.Queue];
  return [
    unless(method === 'PUT' || all.length === queues, `${all.length} queues, not ${queues}`),
    unless(named === undefined || all[0].Name === named, `the name ${all[0]?.Name}`),
  ];
}
