import type { DocQueueTarget } from './endpoint.js';
import { check, checkObject, isGiven, QUEUE_ID, STATE } from './params.js';
import {
  type DocQueueNotifyConfig,
  type DocQueueState,
  readUpdated,
  type UpdatedDocQueue,
} from './queue.js';
import { type Context, type DocQueueResult, request } from './request.js';
import { writeXml } from './xml.js';

/** Parameters of `updateDocProcessQueue`: the whole of a queue's settings, not only what changes. */
export interface UpdateDocProcessQueueParams extends DocQueueTarget {
  /** Which queue. */
  QueueId: string;
  /** What to call it: up to 100 characters. */
  Name: string;
  /** Whether jobs run. */
  State: DocQueueState;
  /** Its callback. What is left out of it becomes empty; each value has up to 100 characters. */
  NotifyConfig: DocQueueNotifyConfig;
}

/** What `updateDocProcessQueue` and the pause and resume methods give. */
export type UpdateDocProcessQueueResult = DocQueueResult<UpdatedDocQueue>;

/** https://cloud.tencent.com/document/product/460/46947 */
export function updateDocProcessQueue(
  context: Context,
  params: UpdateDocProcessQueueParams,
): Promise<UpdateDocProcessQueueResult> {
  return writeQueue(context, params, () => {
    check('Name', params.Name, /[\s\S]/, 'a text');
    check('State', params.State, ...STATE);
    const config = checkObject(params.NotifyConfig, 'NotifyConfig');
    if (isGiven(config.State)) check('NotifyConfig.State', config.State, /^(On|Off)$/, 'On or Off');
    return params;
  });
}

// Where a call goes, and what the service alone decides.
const NO_SETTING =
  /^(Bucket|Region|QueueId|MaxSize|MaxConcurrent|CreateTime|UpdateTime|BucketId|Category)$/;

/** Replaces a queue's record, fields that this package does not know included. */
export function writeQueue(
  context: Context,
  target: DocQueueTarget,
  record: () => UpdateDocProcessQueueParams,
): Promise<UpdateDocProcessQueueResult> {
  return request(context, target, readUpdated, () => {
    const queue = record();
    const { QueueId, Name, State, NotifyConfig } = queue;
    const QueueID = check('QueueId', QueueId, ...QUEUE_ID);
    // In this order, and with this spelling of QueueID, it is the request of the Go SDK's own test.
    const order = { Url: undefined, State: undefined, Type: undefined, Event: undefined };
    const settings = Object.assign({ Name, QueueID, State }, queue, {
      NotifyConfig: Object.assign(order, NotifyConfig),
    });
    for (const name of Object.keys(settings)) {
      if (NO_SETTING.test(name)) delete settings[name as never];
    }
    return {
      Method: 'PUT',
      Key: `docqueue/${QueueID}`,
      Headers: { 'Content-Type': 'application/xml' },
      Body: writeXml('Request', settings),
    };
  });
}
