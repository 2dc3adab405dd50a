import type { DocQueueTarget } from './endpoint.js';
import { invalidResponse } from './failure.js';
import {
  type DocProcessQueueParams,
  type DocProcessQueueResult,
  getDocProcessQueue,
  QUEUE_PARAMS,
} from './get.js';
import { invalidParameter, take } from './params.js';
import { DocQueueState } from './queue.js';
import type { Context } from './request.js';
import {
  bodyOf,
  type DocQueueNotifyConfigParams,
  merge,
  settingsOf,
  takeSettings,
} from './settings.js';
import { writeSettings } from './update.js';

/**
 * 修改队列的参数：只给出要修改的设置，至少一项。
 * Parameters of `patchDocProcessQueue`: only the settings to change, at least one. Settings that this
 * package does not know are sent as they are: strings or numbers. What the service alone decides, such as
 * `MaxSize` and `CreateTime`, is not sent.
 */
export interface PatchDocProcessQueueParams extends DocQueueTarget {
  /**
   * 队列 ID。
   * The queue's id.
   */
  QueueId: string;
  /**
   * 队列名称，最多 100 个字符。
   * The queue's name: up to 100 characters.
   */
  Name?: string | undefined;
  /**
   * 队列状态：`Active`（运行）或 `Paused`（暂停）。
   * Whether jobs run: `Active` or `Paused`.
   */
  State?: DocQueueState | undefined;
  /**
   * 要修改的回调设置；没有给出的字段保持不变。
   * The callback settings to change. Fields that you leave out stay as they are.
   */
  NotifyConfig?: DocQueueNotifyConfigParams | undefined;
  [setting: string]: unknown;
}

/** The service only replaces whole records, so the queue is read, and written back with the changes. */
export async function patchDocProcessQueue(
  context: Context,
  params: PatchDocProcessQueueParams,
): Promise<DocProcessQueueResult> {
  const { QueueId, target, settings: changes } = takeSettings(params);
  if (bodyOf(QueueId, changes) === bodyOf(QueueId, {})) {
    throw invalidParameter(
      'there is nothing to change: give Name, State or a field of NotifyConfig',
    );
  }
  const current = await getDocProcessQueue(context, Object.assign({ QueueId }, target));
  const before = settingsOf(current.Response.Queue);
  const after = merge(before, changes);
  if (bodyOf(QueueId, after) === bodyOf(QueueId, before)) return current;
  if (!after.Name || !after.State) {
    throw invalidResponse(
      `queue ${QueueId} cannot be written back without its Name and State`,
      current,
    );
  }
  return writeSettings(context, target, QueueId, after);
}

export async function pauseDocProcessQueue(
  context: Context,
  params: DocProcessQueueParams,
): Promise<DocProcessQueueResult> {
  return setState(context, params, DocQueueState.Paused);
}

export async function resumeDocProcessQueue(
  context: Context,
  params: DocProcessQueueParams,
): Promise<DocProcessQueueResult> {
  return setState(context, params, DocQueueState.Active);
}

function setState(
  context: Context,
  params: DocProcessQueueParams,
  State: DocQueueState,
): Promise<DocProcessQueueResult> {
  const { QueueId, Bucket, Region } = take(params, QUEUE_PARAMS) as Partial<DocProcessQueueParams>;
  // Whether there is a QueueId is checked there.
  return patchDocProcessQueue(context, { QueueId: QueueId as string, Bucket, Region, State });
}
