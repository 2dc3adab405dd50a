/** What each SDK makes of every kind of body, with each status that matters, from a `wx.request` in this process. */
import { docQueue, isDocQueueError } from '../../miniprogram_dist/index.js';
import type { Any } from '../support/any';
import { BUCKET, QUEUE_ID } from '../support/client';
import { SECRETS } from '../support/echoes';
import { installWx, type RequestOptions } from '../support/wx';
import { BODIES, type Meaning } from './bodies';
import { isAtLeast, VERSIONS } from './versions';

const STATUSES = [200, 204, 302, 403, 404, 503];
const HEADER = { 'Content-Type': 'application/xml', 'x-ci-request-id': 'REQ' };
const SETTINGS = { QueueId: QUEUE_ID, Name: 'a', State: 'Active', NotifyConfig: {} };

let body = '';
/** The stacks of what an SDK threw at responses, by the method and the status. */
const thrown = new Map<string, string>();

installWx({
  request({ url, method, success }: RequestOptions) {
    // Each status has a bucket of its own.
    const statusCode = Number(/-(\d+)\./.exec(url)?.[1]);
    queueMicrotask(() => {
      try {
        success({ statusCode, header: HEADER, data: body });
      } catch (error) {
        thrown.set(`${method} ${statusCode}`, `${(error as Error).stack}`);
      }
    });
    return { abort() {} };
  },
});

async function outcomeOf(cos: Any, method: string, statusCode: number): Promise<unknown> {
  const Bucket = `bucket-${statusCode}`;
  const call =
    method === 'GET'
      ? cos.describeDocProcessQueues({ Bucket })
      : cos.updateDocProcessQueue({ ...SETTINGS, Bucket });
  try {
    const { QueueList, Queue } = (await call).Response;
    return (QueueList ?? [Queue]).map(({ Name }: Any) => Name);
  } catch (error) {
    const path = method === 'GET' ? '/docqueue' : `/docqueue/${QUEUE_ID}`;
    const url = `https://${Bucket}.ci.${BUCKET.Region}.myqcloud.com${path}`;
    return checkedCodeOf(error, { method, url, statusCode });
  }
}

/** The code of a failure that has everything else as it should be. */
function checkedCodeOf(error: Any, request: Record<'method' | 'url' | 'statusCode', unknown>) {
  const { code, message, stack } = error;
  expect(isDocQueueError(error)).toBe(true);
  if (code === 'Timeout') {
    expect(error).toMatchObject({ kind: 'network' });
  } else {
    const kind = code === 'InvalidResponse' ? 'response' : 'service';
    expect(error).toMatchObject({ kind, RequestId: 'REQ', ...request });
    expect(message).toContain(Object.values(request).join(' '));
  }
  expect(message).not.toMatch(/undefined|\[object/);
  const text = [message, stack, JSON.stringify(error)].join();
  expect(Object.values(SECRETS).filter((secret) => text.includes(secret))).toEqual([]);
  return code;
}

function expectedOutcome(version: string, meaning: Meaning, method: string, status: number) {
  if (status < 300) return method === 'GET' ? meaning.list : meaning.update;
  if (!isAtLeast(version, '1.7.2')) return meaning.failed;
  // These SDKs parse a failed response with a parser that throws, and then never call back.
  if (thrown.has(`${method} ${status}`) && body.trim().startsWith('<')) return 'Timeout';
  return meaning.isLax ? 'AccessDenied' : meaning.failed;
}

describe.each(VERSIONS)('SDK %s', (version) => {
  let cos: Any;
  beforeAll(() => {
    const COS = require(`cos-wx-sdk-v5-${version}`);
    const { secretId: SecretId, secretKey: SecretKey, token } = SECRETS;
    const key = { SecretId, SecretKey, SecurityToken: token, XCosSecurityToken: token };
    cos = docQueue(new COS(key), { Region: BUCKET.Region, Timeout: 100 });
  });

  it.each(BODIES)('gives the right outcome for %s', async (_, content, meaning) => {
    body = content;
    thrown.clear();
    // A large body takes long to read.
    const statuses = body.length < 100_000 ? STATUSES : [200, 403];
    for (const method of ['GET', 'PUT']) {
      const outcomes = await Promise.all(statuses.map((status) => outcomeOf(cos, method, status)));
      expect([method, ...outcomes]).toEqual([
        method,
        ...statuses.map((status) => expectedOutcome(version, meaning, method, status)),
      ]);
    }
    expect([...thrown.values()].filter((stack) => stack.includes('miniprogram_dist'))).toEqual([]);
  });
});
