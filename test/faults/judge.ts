/**
 * Says what is wrong with what a call came to. It shares no code with `src`, with whose mistakes it would
 * agree.
 */
import { z } from 'zod';
import { isDocQueueError } from '../../miniprogram_dist/index.js';
import { SECRETS } from '../support/echoes';
import type { Call } from './call';

/** The outcomes that are right: a success, one of some failures, or either. */
export interface Expected {
  /** With how many queues a success has to be whole. */
  queues?: number;
  /** What the first of them has to be called. */
  named?: string;
  /** The codes of the failures that are right. */
  codes?: string[];
  /** What a failure's message must hold. */
  says?: string;
  /** The status of the answer, if it comes to one. */
  statusCode?: number;
  /** The id of the request, if the answer tells it. */
  RequestId?: string;
}

// biome-ignore lint/suspicious/noExplicitAny: what came out may be anything
type Any = any;

const KIND_OF: Record<string, string> = {
  InvalidParameter: 'param',
  InvalidCredential: 'credential',
  NetworkError: 'network',
  Timeout: 'network',
  InvalidResponse: 'response',
};
/** Failures that no answer led to. */
const WITHOUT_ANSWER = ['param', 'credential', 'network'];

export function judge({ method, url, outcome }: Call, expected: Expected): string[] {
  if (!outcome) return ['no outcome'];
  if (!outcome.error) return ofSuccess(outcome.data, method, expected);
  return ofFailure(outcome.error, method, url, expected);
}

function ofFailure(error: Any, method: string, url: string, expected: Expected): string[] {
  if (!isDocQueueError(error)) return [`failed with ${error}, no DocQueueError`];
  const { codes = [], says, RequestId } = expected;
  const { code, message } = error;
  const kind = KIND_OF[code] ?? 'service';
  const answered = !WITHOUT_ANSWER.includes(kind);
  const statusCode = answered ? expected.statusCode : undefined;
  const fields = { kind, method, url, statusCode, ...(answered && RequestId && { RequestId }) };
  const parts = [code, method, url, ...(statusCode ? [statusCode] : []), ...(says ? [says] : [])];
  const all = [message, error.stack, JSON.stringify(error)].join('\n');
  return [
    ...(error instanceof Error ? [] : ['is no Error']),
    ...(codes.includes(code) ? [] : [`code ${code}, not ${codes.join(' or ') || 'a success'}`]),
    ...Object.entries(fields)
      .filter(([name, value]) => error[name as keyof typeof fields] !== value)
      .map(([name, value]) => `its ${name} is not ${value}`),
    ...parts.filter((part) => !message.includes(`${part}`)).map((part) => `does not say ${part}`),
    ...(message.match(/: undefined|\[object/) ?? []),
    ...Object.entries(SECRETS)
      .filter(([, secret]) => all.includes(secret))
      .map(([name]) => `tells the ${name}`),
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

function ofSuccess(data: Any, method: Call['method'], expected: Expected): string[] {
  const { queues, named, codes } = expected;
  if (queues === undefined) return [`a success, not ${codes?.join(' or ')}`];
  const { error } = SUCCESSES[method].safeParse(data);
  if (error) return [z.prettifyError(error)];
  const all = method === 'GET' ? data.Response.QueueList : [data.Response.Queue];
  return [
    ...(method === 'PUT' || all.length === queues ? [] : [`${all.length} queues, not ${queues}`]),
    ...(named === undefined || all[0].Name === named ? [] : [`the name ${all[0].Name}`]),
  ];
}
