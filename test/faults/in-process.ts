/** Answers of a `wx.request` in this process, without a network, and what is wrong with the outcomes of the calls. */
import { setTimeout as wait } from 'node:timers/promises';
import { docQueue } from '../../miniprogram_dist/index.js';
import { isAtLeast } from '../sdk-matrix/versions';
import type { Any } from '../support/any';
import { BUCKET, QUEUE_ID } from '../support/client';
import { SECRETS } from '../support/echoes';
import { installWx } from '../support/wx';
import { type Call, type Expected, judge } from './judge';
import { SHORT_TIMEOUT_MS, version } from './sdk';

export const METHODS = ['GET', 'PUT'] as const;
type Method = (typeof METHODS)[number];

/** What `wx.request` calls, in this order: more than one of them would be a fault of its own. */
export type Reply = Answered | { errMsg: string | undefined };
export interface Answered {
  statusCode?: number;
  header?: object;
  data?: string;
}

export interface Answer {
  name: string;
  method: Method;
  replies: Reply[];
  expected: Expected;
}

/** A call with its answer, and what was thrown when the SDK was handed that. */
interface AnsweredCall extends Call {
  replies: Reply[];
  thrown: Error[];
}

export const HEADER = {
  'Content-Type': 'application/xml',
  Date: 'Thu, 16 May 2024 06:49:11 GMT',
  'x-ci-request-id': 'REQ',
};
const SETTINGS = { QueueId: QUEUE_ID, Name: 'a', State: 'Active', NotifyConfig: {} } as const;

/** Longer than any call may take. */
const GIVE_UP_MS = 5000;
/** Far more than any SDK takes to read the largest of the answers. */
const CPU_SECONDS = 15;

/** Each call has a bucket of its own, by which it is found again: so that many can be under way. */
const calls = new Map<string, AnsweredCall>();

installWx({
  request(request: Any) {
    const [bucket = ''] = new URL(request.url).hostname.split('.');
    // Before any timer: so no call of a busy machine can end as a Timeout but those that hang.
    queueMicrotask(() => answer(request, calls.get(bucket) as AnsweredCall));
    return { abort() {} };
  },
});
const COS = require(`cos-wx-sdk-v5-${version}`);
const { secretId: SecretId, secretKey: SecretKey, token } = SECRETS;
const cos = docQueue(
  new COS({
    SecretId,
    SecretKey,
    SecurityToken: token,
    XCosSecurityToken: token,
    Timeout: SHORT_TIMEOUT_MS,
  }),
  BUCKET,
);

afterAll(async () => {
  // Long enough for a second outcome, or an exception, of the last calls.
  await wait(200);
  expect([...calls.values()].filter(({ outcomes }) => outcomes.length !== 1)).toEqual([]);
});

function answer({ success, fail }: Any, { replies, thrown }: AnsweredCall): void {
  for (const reply of replies) {
    try {
      if ('errMsg' in reply) fail(reply);
      else success({ ...reply });
    } catch (error) {
      thrown.push(error as Error);
    }
  }
}

/** Gives all of these answers at once, and says of each what is wrong, if anything. */
export async function wrongWith(answers: Answer[]): Promise<string[]> {
  const before = process.cpuUsage();
  const wrong = await Promise.all(
    answers.map(async (answer) =>
      (await wrongWithOne(answer)).map((what) => `${answer.name}: ${what}`),
    ),
  );
  const { user, system } = process.cpuUsage(before);
  // Not the time on the clock, of which a busy machine takes more.
  const seconds = (user + system) / 1e6;
  return [...wrong.flat(), ...(seconds < CPU_SECONDS ? [] : [`took ${seconds} s`])];
}

async function wrongWithOne({ method, replies, expected }: Answer): Promise<string[]> {
  const call = await callOf(method, replies);
  const stacks = call.thrown.map((error) => `${error?.stack ?? error}`);
  const isOurs = stacks.some((stack) => stack.includes('miniprogram_dist'));
  // Then the SDK never calls back, and the call must end all the same.
  if (stacks.length > 0 && !isOurs && isKnownDefect(replies)) {
    return judge(call, { codes: ['Timeout'] });
  }
  return [...stacks.map((stack) => `thrown ${stack}`), ...judge(call, expected)];
}

/** Makes a call, and resolves with its first outcome, or without one when none comes. */
function callOf(method: Method, replies: Reply[]): Promise<AnsweredCall> {
  const Bucket = `fault-${calls.size}`;
  const path = method === 'GET' ? '/docqueue' : `/docqueue/${QUEUE_ID}`;
  const url = `https://${Bucket}.ci.${BUCKET.Region}.myqcloud.com${path}`;
  const call: AnsweredCall = { method, url, replies, thrown: [], outcomes: [] };
  calls.set(Bucket, call);
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, GIVE_UP_MS, call);
    const callback = (error: unknown, data: unknown) => {
      clearTimeout(timer);
      call.outcomes.push({ error, data });
      resolve(call);
    };
    if (method === 'GET') cos.describeDocProcessQueues({ Bucket }, callback);
    else cos.updateDocProcessQueue({ ...SETTINGS, Bucket }, callback);
  });
}

/** SDK 1.7.2 and 1.8.0 parse a failed answer themselves, with a parser that throws. */
function isKnownDefect([reply]: Reply[]): boolean {
  const { statusCode = 0, data = '' }: Answered = Object(reply);
  return isAtLeast(version, '1.7.2') && Math.floor(statusCode / 100) !== 2 && /^\s*</.test(data);
}
