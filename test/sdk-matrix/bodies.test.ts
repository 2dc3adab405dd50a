/** Every kind of body with the statuses that matter. A `wx.request` in this process gives it to all calls at once. */
import { setTimeout as wait } from 'node:timers/promises';
import { docQueue, isDocQueueError } from '../../miniprogram_dist/index.js';
import type { Any } from '../support/any';
import { BUCKET, QUEUE_ID } from '../support/client';
import { SECRETS } from '../support/echoes';
import { installWx, type RequestOptions } from '../support/wx';
import { BODIES, type Meaning } from './bodies';
import { isAtLeast, VERSIONS } from './versions';

const STATUSES = [200, 204, 302, 403, 404, 503];
const METHODS = ['GET', 'PUT'] as const;
const HEADER = { 'Content-Type': 'application/xml', 'x-ci-request-id': 'REQ' };
const SETTINGS = { QueueId: QUEUE_ID, Name: 'a', State: 'Active', NotifyConfig: {} } as const;
const KINDS: Record<string, string> = { InvalidResponse: 'response', Timeout: 'network' };

let body = '';
/** What the SDK threw at a response, with its stack. */
const thrown = new Map<string, string>();
let extraOutcomes = 0;

// Each status has a bucket of its own.
const bucketOf = (status: number) => `bucket-${status}`;
installWx({
  request({ url, method, success }: RequestOptions) {
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

function call(cos: Any, method: string, Bucket: string): Promise<{ error: Any; data: Any }> {
  return new Promise((resolve) => {
    let outcomes = 0;
    const callback = (error: unknown, data: unknown) => {
      outcomes += 1;
      if (outcomes > 1) extraOutcomes += 1;
      resolve({ error, data });
    };
    if (method === 'GET') cos.describeDocProcessQueues({ Bucket }, callback);
    else cos.updateDocProcessQueue({ ...SETTINGS, Bucket }, callback);
  });
}

/** The code of a failure that has everything else as it should be. */
function codeOf(error: Any, method: string, statusCode: number): string {
  const { code, message, stack } = error;
  const kind = KINDS[code] ?? 'service';
  const path = method === 'GET' ? '/docqueue' : `/docqueue/${QUEUE_ID}`;
  const url = `https://${bucketOf(statusCode)}.ci.${BUCKET.Region}.myqcloud.com${path}`;
  expect(isDocQueueError(error)).toBe(true);
  expect(error).toMatchObject({
    kind,
    ...(code !== 'Timeout' && { method, url, statusCode, RequestId: 'REQ' }),
  });
  if (code !== 'Timeout') expect(message).toContain(`${method} ${url} ${statusCode}`);
  expect(message).not.toMatch(/undefined|\[object/);
  const text = [message, stack, JSON.stringify(error)].join();
  expect(Object.values(SECRETS).filter((secret) => text.includes(secret))).toEqual([]);
  return code;
}

function expected(meaning: Meaning, method: string, status: number, version: string): unknown {
  if (status < 300) return method === 'GET' ? meaning.list : meaning.update;
  // These SDKs parse a failed response with a parser that throws, and then never call back.
  const isLost = isAtLeast(version, '1.7.2') && thrown.has(`${method} ${status}`);
  if (isLost && body.trim().startsWith('<')) return 'Timeout';
  return meaning.isLax ? expect.stringMatching(/^(HttpError|AccessDenied)$/) : meaning.failed;
}

describe.each(VERSIONS)('SDK %s', (version) => {
  let cos: Any;
  beforeAll(() => {
    const COS = require(`cos-wx-sdk-v5-${version}`);
    const { secretId: SecretId, secretKey: SecretKey, token } = SECRETS;
    const key = { SecretId, SecretKey, SecurityToken: token, XCosSecurityToken: token };
    cos = docQueue(new COS(key), { Region: BUCKET.Region, Timeout: 200 });
    extraOutcomes = 0;
  });

  it.each(BODIES)('%s', async (_, content, meaning) => {
    body = content;
    thrown.clear();
    // A large body takes long to read.
    const statuses = body.length < 100_000 ? STATUSES : [200, 403];
    const rows = statuses.flatMap((status) => METHODS.map((method) => ({ status, method })));
    const outcomes = await Promise.all(
      rows.map(async ({ status, method }) => {
        const { error, data } = await call(cos, method, bucketOf(status));
        if (error) return codeOf(error, method, status);
        const { QueueList, Queue } = data.Response;
        return (QueueList ?? [Queue]).map(({ Name }: Any) => Name);
      }),
    );
    const named = (values: unknown[]) =>
      Object.fromEntries(
        rows.map(({ status, method }, index) => [`${method} ${status}`, values[index]]),
      );
    expect(named(outcomes)).toEqual(
      named(rows.map(({ status, method }) => expected(meaning, method, status, version))),
    );
    const ours = [...thrown.values()].filter((stack) => stack.includes('miniprogram_dist'));
    expect(ours).toEqual([]);
  });

  it('gives one outcome for each call', async () => {
    await wait(100);
    expect(extraOutcomes).toBe(0);
  });
});
