/**
 * Says what is wrong with what a call came to. It shares no code with `src`, with whose mistakes it would
 * agree.
 */
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
  /** The longest that the call may take. */
  milliseconds?: number;
}

// biome-ignore lint/suspicious/noExplicitAny: what came out may be anything
type Any = any;

export function judge(call: Call, expected: Expected): string[] {
  const { milliseconds = 5000 } = expected;
  const { outcome } = call;
  if (!outcome) return [`no outcome within ${Math.round(call.milliseconds)} ms`];
  const wrong = outcome.error
    ? ofFailure(outcome.error, call, expected)
    : ofSuccess(outcome.data, call, expected);
  if (call.milliseconds > milliseconds) wrong.push(`took ${Math.round(call.milliseconds)} ms`);
  return wrong;
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

function ofFailure(error: Any, { method, url }: Call, expected: Expected): string[] {
  const { codes = [], says, statusCode, RequestId } = expected;
  if (!isDocQueueError(error)) return [`failed with ${error}, no DocQueueError`];
  const wrong: string[] = [];
  const must = (holds: boolean, what: string) => holds || wrong.push(what);
  const kind = KIND_OF[error.code] ?? 'service';
  const answered = !WITHOUT_ANSWER.includes(kind);
  must(error instanceof Error, 'is no Error');
  must(codes.includes(error.code), `code ${error.code}, not ${codes.join(' or ') || 'a success'}`);
  must(error.kind === kind, `kind ${error.kind} of ${error.code}`);
  must(error.statusCode === (answered ? statusCode : undefined), `statusCode ${error.statusCode}`);
  if (answered && RequestId) must(error.RequestId === RequestId, `RequestId ${error.RequestId}`);
  must(error.method === method && error.url === url, `is of ${error.method} ${error.url}`);
  const where = [error.code, method, url, ...(answered ? [statusCode] : [])];
  for (const part of [...where, ...(says && error.code !== 'Timeout' ? [says] : [])]) {
    must(
      error.message.includes(`${part}`),
      `message without ${part}: ${error.message.slice(0, 200)}`,
    );
  }
  must(
    !/: undefined|\[object/.test(error.message),
    `unclear message: ${error.message.slice(0, 200)}`,
  );
  const all = [error.message, error.stack, JSON.stringify(error)].join('\n');
  for (const [name, secret] of Object.entries(SECRETS))
    must(!all.includes(secret), `tells the ${name}`);
  return wrong;
}

function ofSuccess(data: Any, { method }: Call, expected: Expected): string[] {
  const { queues, named, codes } = expected;
  if (queues === undefined)
    return [`a success, not ${codes?.join(' or ')}: ${JSON.stringify(data).slice(0, 200)}`];
  const wrong: string[] = [];
  const must = (holds: boolean, what: string) => holds || wrong.push(what);
  must(Math.floor(data.statusCode / 100) === 2, `statusCode ${data.statusCode}`);
  must(
    typeof data.headers === 'object' && typeof data.RequestId === 'string',
    'no headers or RequestId',
  );
  const { Response } = data;
  must(
    ['string', 'undefined'].includes(typeof Response.RequestId),
    'Response.RequestId is no text',
  );
  const [first] = method === 'PUT' ? [Response.Queue] : Response.QueueList;
  if (named !== undefined) must(first.Name === named, `the name ${first.Name}`);
  if (method === 'PUT') {
    wrong.push(...ofQueue(Response.Queue));
  } else {
    must(
      Response.QueueList.length === queues,
      `${Response.QueueList.length} queues, not ${queues}`,
    );
    for (const queue of Response.QueueList) wrong.push(...ofQueue(queue));
    must(
      Array.isArray(Response.NonExistPIDs) &&
        Response.NonExistPIDs.every((id: Any) => typeof id === 'string'),
      'NonExistPIDs is no array of texts',
    );
    for (const count of ['TotalCount', 'PageNumber', 'PageSize']) {
      must(
        Response[count] === undefined || Number.isFinite(Response[count]),
        `${count} is no number`,
      );
    }
  }
  return [...new Set(wrong)];
}

function ofQueue(queue: Any): string[] {
  const texts = ['QueueId', 'Name', 'State', 'CreateTime', 'UpdateTime', 'BucketId', 'Category'];
  const right =
    texts.every((name) => typeof queue[name] === 'string') &&
    queue.QueueId !== '' &&
    Number.isFinite(queue.MaxSize) &&
    Number.isFinite(queue.MaxConcurrent) &&
    !Number.isNaN(Date.parse(queue.CreateTime)) &&
    Object.prototype.toString.call(queue.NotifyConfig) === '[object Object]' &&
    Object.values(queue.NotifyConfig).every((value) => typeof value === 'string');
  return right ? [] : [`a queue without shape: ${JSON.stringify(queue).slice(0, 200)}`];
}
