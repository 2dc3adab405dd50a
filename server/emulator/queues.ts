import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { QueueSettings } from './update';
import type { XmlValue } from './xml';

const text = z.string();
// The control API accepts only plain values. An update may also set unknown fields to nested elements.
const plain: z.ZodType<XmlValue> = z.union([text, z.number()]);
const notifySchema = z.object({ Url: text, Event: text, Type: text, State: text }).catchall(plain);
const queueSchema = z
  .object({
    QueueId: text.min(1),
    Name: text,
    State: text,
    NotifyConfig: notifySchema,
    MaxSize: plain,
    MaxConcurrent: plain,
    CreateTime: text,
    UpdateTime: text,
    BucketId: text,
    Category: text,
  })
  .catchall(plain);
export const changeSchema = queueSchema
  .exactPartial()
  .extend({ NotifyConfig: notifySchema.exactPartial().exactOptional() });

export type QueueRecord = z.infer<typeof queueSchema>;
/** Some fields of a queue. The others keep their values or, in a new queue, get plausible ones. */
export type QueueChange = z.infer<typeof changeSchema>;

/** Creates a queue like the one in the response that was recorded in July 2020. */
export function newQueue(index: number): QueueRecord {
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
  const { Name, State, NotifyConfig } = settings;
  const ofService = Object.keys(queueSchema.shape).map((name) => [name, record[name]]);
  const known: QueueRecord = Object.fromEntries(ofService);
  const renewed = { ...known, Name, State, NotifyConfig, UpdateTime: formatTime(now) };
  // `renewed` comes first for the order of the fields, and last because an update cannot set the service's own.
  return { ...renewed, ...settings, ...renewed };
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
