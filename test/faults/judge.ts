/** Says what is wrong with the outcome of a call. It shares no code with `src`, with whose mistakes it would agree. */

import { isDeepStrictEqual } from 'node:util';
import { isDocQueueError } from '../../miniprogram_dist/index.js';
import type { Any } from '../support/any';
import { SECRETS } from '../support/echoes';

/** A call, and with what its callback was called: more than once is wrong, however late. */
export interface Call {
  method: string;
  url: string;
  outcomes: { error: Any; data: Any }[];
}

/** The outcomes that are right: a success, one of some failures, or either. */
export interface Expected {
  /** The names of all queues of a success. */
  names?: string[];
  /** The codes of the failures that are right. */
  codes?: string[];
  /** What a failure's message must hold. */
  says?: string;
  /** The status of the answer, if it comes to one. */
  statusCode?: number;
  /** The id of the request, if the answer tells it. */
  RequestId?: string;
}

const KIND_OF: Record<string, string> = {
  NetworkError: 'network',
  Timeout: 'network',
  InvalidResponse: 'response',
};

export function judge({ method, url, outcomes: [outcome] }: Call, expected: Expected): string[] {
  if (!outcome) return ['no outcome'];
  if (outcome.error) return ofFailure(outcome.error, method, url, expected);
  return ofSuccess(outcome.data, expected);
}

function ofSuccess({ statusCode, RequestId, Response }: Any, { names, codes }: Expected): string[] {
  if (!names) return [`a success, not ${codes?.join(' or ')}`];
  const found = (Response.QueueList ?? [Response.Queue]).map(({ Name }: Any) => Name);
  return [
    ...(isDeepStrictEqual(found, names) ? [] : [`the queues ${found}, not ${names}`]),
    ...(statusCode >= 200 && statusCode < 300 ? [] : [`a success with status ${statusCode}`]),
    ...(RequestId === 'REQ' ? [] : [`its RequestId is ${RequestId}`]),
  ];
}

function ofFailure(error: Any, method: string, url: string, expected: Expected): string[] {
  if (!isDocQueueError(error)) return [`failed with ${error}, no DocQueueError`];
  const { codes = [], says, RequestId } = expected;
  const { code, message } = error;
  const kind = KIND_OF[code] ?? 'service';
  const answered = kind !== 'network';
  const statusCode = answered ? expected.statusCode : undefined;
  const fields = { kind, method, url, statusCode, ...(answered && RequestId && { RequestId }) };
  const parts = [code, method, url, statusCode, says].filter(Boolean);
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
