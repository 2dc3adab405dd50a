import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { QueueSettings } from './update';
import { isXmlName, isXmlText, type XmlValue } from './xml';

const textSchema = z.string().refine(isXmlText, 'holds a character that XML cannot hold');
const nameSchema = z.string().refine(isXmlName, 'is not the name of an XML element');
const valueSchema: z.ZodType<XmlValue> = z.lazy(() =>
  z.union([textSchema, z.number(), z.array(valueSchema), z.record(nameSchema, valueSchema)]),
);
const countSchema = z.union([textSchema, z.number()]);

// Beside the known fields, in the service's order, both hold whatever others they were given.
const notifySchema = z
  .object({ Url: textSchema, Event: textSchema, Type: textSchema, State: textSchema })
  .catchall(valueSchema);
const queueSchema = z
  .object({
    QueueId: textSchema.min(1),
    Name: textSchema,
    State: textSchema,
    NotifyConfig: notifySchema,
    MaxSize: countSchema,
    MaxConcurrent: countSchema,
    CreateTime: textSchema,
    UpdateTime: textSchema,
    BucketId: textSchema,
    Category: textSchema,
  })
  .catchall(valueSchema);

const hasXmlNames = (fields: object) => Object.keys(fields).every(isXmlName);
const NAME_RULE = { error: 'a name cannot be that of an XML element' };
export const changeSchema = queueSchema
  .exactPartial()
  .extend({
    NotifyConfig: notifySchema.exactPartial().refine(hasXmlNames, NAME_RULE).exactOptional(),
  })
  .refine(hasXmlNames, NAME_RULE);

export type QueueRecord = z.infer<typeof queueSchema>;
/** Any part of a queue: what is left out stays as it is, or gets a believable value. */
export type QueueChange = z.infer<typeof changeSchema>;

/** A new queue as the recorded answer of July 2020 shows it. */
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
