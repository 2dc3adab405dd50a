import type { DocQueueTarget } from './endpoint.js';
import type { DocProcessQueueResult } from './get.js';
import { invalidParameter } from './params.js';
import { type DocQueueState, readRecord } from './queue.js';
import { type Context, request } from './request.js';
import {
  bodyOf,
  type DocQueueNotifyConfigParams,
  type Settings,
  takeSettings,
} from './settings.js';

/**
 * 更新队列的参数：全部设置，而不只是要修改的部分。
 * Parameters of `updateDocProcessQueue`: all of a queue's settings, not only those that change. Settings that
 * this package does not know are sent as they are: strings or numbers. What the service alone decides, such as
 * `MaxSize` and `CreateTime`, is not sent.
 */
export interface UpdateDocProcessQueueParams extends DocQueueTarget {
  /**
   * 队列 ID。
   * The queue's id.
   */
  QueueId: string;
  /**
   * 队列名称，最多 100 个字符。
   * The queue's name: up to 100 characters.
   */
  Name: string;
  /**
   * 队列状态：`Active`（运行）或 `Paused`（暂停）。
   * Whether jobs run: `Active` or `Paused`.
   */
  State: DocQueueState;
  /**
   * 回调设置；没有给出的字段会被清空。
   * The callback settings. Fields that you leave out become empty.
   */
  NotifyConfig: DocQueueNotifyConfigParams;
  [setting: string]: unknown;
}

/** https://cloud.tencent.com/document/product/460/46947 */
export async function updateDocProcessQueue(
  context: Context,
  params: UpdateDocProcessQueueParams,
): Promise<DocProcessQueueResult> {
  const { QueueId, target, settings } = takeSettings(params);
  const missing = ['Name', 'State', 'NotifyConfig'].find((name) => !(name in settings));
  if (missing) throw invalidParameter(`${missing} is missing: an update replaces all settings`);
  return writeSettings(context, target, QueueId, settings);
}

/** Replaces a queue's settings. */
export function writeSettings(
  context: Context,
  target: DocQueueTarget,
  QueueId: string,
  settings: Settings,
): Promise<DocProcessQueueResult> {
  const operation = {
    Method: 'PUT' as const,
    Key: `docqueue/${QueueId}`,
    Headers: { 'Content-Type': 'application/xml' },
    Body: bodyOf(QueueId, settings),
  };
  return request(context, target, operation, readRecord);
}
