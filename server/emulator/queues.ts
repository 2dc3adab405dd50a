import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { QueueSettings } from './update';
import type { XmlFields, XmlValue } from './xml';

/** A queue as it is listed. An update can add fields, nested ones included. */
export type QueueRecord = ReturnType<typeof newQueue> & XmlFields;

// What the control API accepts.
const plain: z.ZodType<XmlValue> = z.union([z.string(), z.number()]);
export const changeSchema = z
  .object({
    QueueId: z.string().min(1).exactOptional(),
    NotifyConfig: z.record(z.string(), plain).exactOptional(),
  })
  .catchall(plain);

/** Some fields of a queue. The others keep their values or, in a new queue, get plausible ones. */
export type QueueChange = z.infer<typeof changeSchema>;

/** Creates a queue like the one in the response that was recorded in July 2020. */
export function newQueue(index: number) {
  const hash = createHash('md5').update(`queue ${index}`).digest('hex');
  return {
    QueueId: index === 0 ? 'p2505d57bdf4c4329804b58a6a5fb1572' : `p${hash}`,
    Name: `queue-doc-process-${index + 1}`,
    State: 'Active',
    NotifyConfig: { Url: '', Event: '', Type: '', State: 'Off' },
    MaxSize: 10000,
    MaxConcurrent: 10,
    CreateTime: '2020-07-24T22:42:27+0800',
    UpdateTime: '2020-07-24T22:42:27+0800',
    BucketId: 'examplebucket-1250000000',
    Category: 'DocProcessing',
  };
}

/** Replaces all fields that an update can set: 460/46947 documents no partial update. */
export function renew(
  record: QueueRecord,
  { QueueID, ...settings }: QueueSettings,
  now: number,
): QueueRecord {
  const { QueueId, MaxSize, MaxConcurrent, CreateTime, BucketId, Category } = record;
  const own = { QueueId, MaxSize, MaxConcurrent, CreateTime, BucketId, Category };
  // A whole queue comes first, so that the elements keep their order.
  return { ...newQueue(0), ...settings, ...own, UpdateTime: formatTime(now) };
}

export function merge(record: QueueRecord, change: QueueChange): QueueRecord {
  const { NotifyConfig, ...fields } = change;
  return { ...record, ...fields, NotifyConfig: { ...record.NotifyConfig, ...NotifyConfig } };
}

/** Formats a time as the service does, in Beijing's time zone: `2020-07-24T22:42:27+0800`. */
function formatTime(milliseconds: number): string {
  const beijing = new Date(milliseconds + 8 * 60 * 60 * 1000);
  return beijing.toISOString().replace(/\.\d+Z$/, '+0800');
}
