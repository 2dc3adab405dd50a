import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { QueueSettings } from './update';
import type { XmlValue } from './xml';

// Unknown fields of an update may be nested; the control API takes only plain ones.
const unknownField: z.ZodType<XmlValue> = z.union([z.string(), z.number()]);
const count = z.union([z.string(), z.number()]);

const notifySchema = z
  .object({ Url: z.string(), Event: z.string(), Type: z.string(), State: z.string() })
  .catchall(unknownField);
const queueSchema = z
  .object({
    QueueId: z.string().min(1),
    Name: z.string(),
    State: z.string(),
    NotifyConfig: notifySchema,
    MaxSize: count,
    MaxConcurrent: count,
    CreateTime: z.string(),
    UpdateTime: z.string(),
    BucketId: z.string(),
    Category: z.string(),
  })
  .catchall(unknownField);

export const changeSchema = queueSchema
  .exactPartial()
  .extend({ NotifyConfig: notifySchema.exactPartial().exactOptional() });

export type QueueRecord = z.infer<typeof queueSchema>;
/** Any part of a queue: what is left out stays as it is, or gets a plausible value. */
export type QueueChange = z.infer<typeof changeSchema>;

/** A new queue, as the response recorded in July 2020 shows it. */
export function newQueue(index: number): QueueRecord {
  return {
    QueueId: queueId(index),
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

function queueId(index: number): string {
  return index === 0
    ? 'p2505d57bdf4c4329804b58a6a5fb1572'
    : `p${createHash('md5').update(`queue ${index}`).digest('hex')}`;
}

/** Replaces all that an update may set: 460/46947 documents no partial update. */
export function renew(
  record: QueueRecord,
  { QueueID, ...settings }: QueueSettings,
  now: number,
): QueueRecord {
  const { Name, State, NotifyConfig } = settings;
  const own = Object.entries(record).filter(([name]) => Object.hasOwn(queueSchema.shape, name));
  const updated = { Name, State, NotifyConfig, UpdateTime: formatTime(now) };
  const known = { ...(Object.fromEntries(own) as QueueRecord), ...updated };
  // First for the order of the fields, last for their values: an update cannot set the service's own.
  return { ...known, ...settings, ...known };
}

export function merge(record: QueueRecord, change: QueueChange): QueueRecord {
  const { NotifyConfig = {}, ...fields } = change;
  return { ...record, ...fields, NotifyConfig: { ...record.NotifyConfig, ...NotifyConfig } };
}

/** The service's own format, in its own time zone: `2020-07-24T22:42:27+0800`. */
function formatTime(milliseconds: number): string {
  const beijing = new Date(milliseconds + 8 * 60 * 60 * 1000);
  return beijing.toISOString().replace(/\.\d+Z$/, '+0800');
}
