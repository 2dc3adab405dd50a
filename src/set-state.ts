import { describeDocProcessQueues } from './describe.js';
import type { DocQueueTarget } from './endpoint.js';
import { toError } from './failure.js';
import { listAllDocProcessQueues } from './paginate.js';
import { check, QUEUE_ID } from './params.js';
import { type DocQueue, type DocQueueNotifyConfig, DocQueueState } from './queue.js';
import type { Context } from './request.js';
import { type UpdateDocProcessQueueResult, writeQueue } from './update.js';

/** Parameters of `pauseDocProcessQueue` and `resumeDocProcessQueue`: one of the two fields. */
export type SetDocProcessQueueStateParams = DocQueueTarget &
  (
    | {
        /** Which queue. Its record is read first. */
        QueueId: string;
        Queue?: undefined;
      }
    | {
        /** An item of a fresh list, which spares the read: its settings are written back as they are. */
        Queue: DocQueue;
        QueueId?: undefined;
      }
  );

export function pauseDocProcessQueue(context: Context, params: SetDocProcessQueueStateParams) {
  return setState(context, params, DocQueueState.Paused);
}

export function resumeDocProcessQueue(context: Context, params: SetDocProcessQueueStateParams) {
  return setState(context, params, DocQueueState.Active);
}

/** The service only replaces whole records, so the queue is read, and written back with another state. */
async function setState(
  context: Context,
  params: SetDocProcessQueueStateParams,
  State: DocQueueState,
): Promise<UpdateDocProcessQueueResult> {
  const { Bucket, Region, Queue } = params;
  const id = check('QueueId', Queue ? Queue.QueueId : params.QueueId, ...QUEUE_ID);
  const target = { Bucket, Region };
  const found = Queue
    ? // Nothing was asked of the service, so there is nothing of an answer to tell.
      { statusCode: 200, headers: {}, RequestId: '', Response: { Queue } }
    : await readQueue(context, target, id);
  if (found.Response.Queue.State === State) return found;
  const record = await wholeRecord(context, target, found.Response.Queue);
  return writeQueue(context, target, () => Object.assign({}, record, { State }));
}

async function readQueue(
  context: Context,
  target: DocQueueTarget,
  id: string,
): Promise<UpdateDocProcessQueueResult> {
  const answer = await describeDocProcessQueues(context, Object.assign({ QueueIds: id }, target));
  const Queue = answer.Response.QueueList.find(({ QueueId }) => QueueId === id);
  if (!Queue) throw toError('service', 'QueueNotFound', `there is no queue ${id}`, answer);
  return Object.assign(answer, { Response: { RequestId: answer.RequestId, Queue } });
}

/** A list for given ids may hold only a part of a queue; written back, it would wipe the rest. */
async function wholeRecord(
  context: Context,
  target: DocQueueTarget,
  queue: DocQueue,
): Promise<DocQueue> {
  const { Url, Event, Type, State } = Object(queue.NotifyConfig) as DocQueueNotifyConfig;
  if (![queue.Name, Url, Event, Type, State].includes(undefined)) return queue;
  const queues = await listAllDocProcessQueues(context, target);
  const found = queues.find(({ QueueId }) => QueueId === queue.QueueId);
  if (!found)
    throw toError('response', 'InvalidResponse', `only a part of queue ${queue.QueueId}`, {});
  return found;
}
