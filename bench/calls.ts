/**
 * The plugin beside the documentation's snippet, on the same answer of the same SDK with the same
 * key, over a `wx.request` that answers at once: what is left is the work of signing, reading and
 * writing.
 */
import { type DocQueueMethods, docQueue } from '../miniprogram_dist/index';
import { FIXED_KEY } from '../server/emulator/keys';
import { describeDocProcessQueue, updateProcessQueue } from '../test/sdk-matrix/snippet';
import { BUCKET, listXml, QUEUE_ID, queueXml, updatedXml } from '../test/support/client';
import { installWx } from '../test/support/wx';

// biome-ignore lint/suspicious/noExplicitAny: the SDK has no types
type Any = any;
export type Run = () => Promise<unknown>;

/** Two ways to do the same work. */
export interface Pair {
  plugin: Run;
  snippet: Run;
}

const SERVICE = 'https://examplebucket-1250000000.ci.ap-beijing.myqcloud.com';
const { secretId: SecretId, secretKey: SecretKey } = FIXED_KEY;
const KEY = { SecretId, SecretKey };
const SETTINGS = {
  Name: 'invoice-preview',
  State: 'Active',
  NotifyConfig: { Url: 'http://example.com/', State: 'On', Type: 'Url', Event: 'TaskFinish' },
} as const;

let answer = '';
installWx({
  request({ success }: Any) {
    success({ statusCode: 200, header: { 'x-ci-request-id': 'REQ' }, data: answer });
    return { abort() {} };
  },
});

export function pairsFor(version: string): { list(queues: number): Pair; update: Pair } {
  const COS = require(`cos-wx-sdk-v5-${version}`);
  const raw = new COS(KEY);
  const cos: DocQueueMethods = docQueue(new COS(KEY), BUCKET);
  return {
    list(queues) {
      const ids = Array.from({ length: queues }, (_, index) => `${QUEUE_ID}${index}`);
      const body = listXml(ids.map((QueueId) => queueXml({ QueueId })));
      return {
        plugin: withAnswer(body, () =>
          cos.describeDocProcessQueues({ PageNumber: 1, PageSize: 10 }),
        ),
        snippet: withAnswer(body, () =>
          called((callback) => describeDocProcessQueue(raw, SERVICE, callback)),
        ),
      };
    },
    update: {
      plugin: withAnswer(updatedXml(), () =>
        cos.updateDocProcessQueue({ QueueId: QUEUE_ID, ...SETTINGS }),
      ),
      snippet: withAnswer(updatedXml(), () =>
        called((callback) =>
          updateProcessQueue(COS, raw, SERVICE, { QueueID: QUEUE_ID, ...SETTINGS }, callback),
        ),
      ),
    },
  };
}

function withAnswer(body: string, run: Run): Run {
  return () => {
    answer = body;
    return run();
  };
}

function called(start: (callback: Any) => void): Promise<unknown> {
  return new Promise((resolve, reject) => {
    start((error: unknown, data: unknown) => (error ? reject(error) : resolve(data)));
  });
}
