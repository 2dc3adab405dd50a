import { type DocQueue, DocQueueError } from 'cos-wx-docqueue';
import { client } from './client';
import type { QueueSettings } from './queue-settings';

/** A queue as the service has it now, with all of its record. */
export async function readQueue(id: string): Promise<DocQueue> {
  const { Response, RequestId } = await client.describeDocProcessQueues({ QueueIds: id });
  const queue = Response.QueueList.find(({ QueueId }) => QueueId === id);
  if (!queue) throw notFound(id, RequestId);
  const { State, Event, Type } = queue.NotifyConfig;
  if (![State, Event, Type].includes(undefined)) return queue;
  // An answer by id may hold of the callback nothing but its address; the list holds all of it.
  const queues = await client.listAllDocProcessQueues();
  const whole = queues.find(({ QueueId }) => QueueId === id);
  if (!whole) throw notFound(id, RequestId);
  return whole;
}

function notFound(id: string, RequestId: string): DocQueueError {
  return new DocQueueError('service', 'QueueNotFound', `there is no queue ${id}`, { RequestId });
}

/**
 * Saves a queue's settings. The service replaces the whole record, so they are put into a fresh one:
 * its state, and what this page knows nothing of, stay as somebody else may have set them meanwhile.
 */
export async function saveSettings(id: string, settings: QueueSettings): Promise<DocQueue> {
  const queue = await readQueue(id);
  const { Response } = await client.updateDocProcessQueue({
    ...queue,
    Name: settings.name,
    NotifyConfig: {
      ...queue.NotifyConfig,
      State: settings.callbackOn ? 'On' : 'Off',
      Url: settings.url,
      Event: settings.event,
      // Empty in a queue that never had a callback.
      Type: queue.NotifyConfig.Type || 'Url',
    },
  });
  return Response.Queue;
}
