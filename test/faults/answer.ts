/** Answers in this process, and what is wrong with what the calls came to. */
import { isAtLeast } from '../sdk-matrix/versions';
import { BUCKET } from '../support/client';
import { call, type Method } from './call';
import { placeFor, type Replies } from './in-process';
import { type Expected, judge } from './judge';
import { cos, version } from './sdk';

export interface Answer {
  name: string;
  method: Method;
  replies: Replies;
  expected: Expected;
}

export const HEADER = {
  'Content-Type': 'application/xml',
  Date: 'Thu, 16 May 2024 06:49:11 GMT',
  'x-ci-request-id': 'REQ',
};

/** Far more than any SDK takes to read the largest of them. */
const CPU_SECONDS = 15;

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

async function wrongWithOne(answer: Answer): Promise<string[]> {
  const { Bucket, thrown } = placeFor(answer.replies);
  const origin = `https://${Bucket}.ci.${BUCKET.Region}.myqcloud.com`;
  const made = await call(cos, answer.method, origin, { Bucket });
  const stacks = thrown.map((error) => `${error?.stack ?? error}`);
  const isOurs = stacks.some((stack) => stack.includes('miniprogram_dist'));
  // Then the SDK never calls back, and the call must end all the same.
  if (stacks.length > 0 && !isOurs && isKnownDefect(answer)) {
    return judge(made, { codes: ['Timeout'] });
  }
  return [...stacks.map((stack) => `thrown ${stack}`), ...judge(made, answer.expected)];
}

/** SDK 1.7.2 and 1.8.0 parse a failed answer themselves, with a parser that throws. */
function isKnownDefect({ replies }: Answer): boolean {
  const [reply] = Array.isArray(replies) ? replies : [];
  return (
    isAtLeast(version, '1.7.2') &&
    reply !== undefined &&
    'statusCode' in reply &&
    Math.floor((reply.statusCode ?? 0) / 100) !== 2 &&
    /^\s*</.test(reply.data ?? '')
  );
}
