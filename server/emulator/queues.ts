import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ServiceError } from './errors';
import type { QueueSettings } from './update';
import { isXmlName, isXmlText, type XmlFields, type XmlValue } from './xml';

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
const changeSchema = queueSchema
  .partial()
  .extend({
    NotifyConfig: notifySchema
      .partial()
      .catchall(valueSchema.optional())
      .refine(hasXmlNames, NAME_RULE)
      .optional(),
  })
  .catchall(valueSchema.optional())
  .refine(hasXmlNames, NAME_RULE);

export type QueueRecord = z.infer<typeof queueSchema>;
/** Any part of a queue: what is left out stays as it is, or gets a believable value. */
export type QueueChange = z.infer<typeof changeSchema>;

/** The queues, in the order in which they are listed. */
export class Queues {
  #records = new Map<string, QueueRecord>();

  get size(): number {
    return this.#records.size;
  }

  /** A record is replaced, never changed: who keeps it sees what was. */
  all(): QueueRecord[] {
    return [...this.#records.values()];
  }

  /** @throws ZodError or ServiceError that says what is wrong with them */
  setAll(changes: unknown): QueueRecord[] {
    const records = z
      .array(changeSchema)
      .parse(changes)
      .map((change, index) => merge(newQueue(index), change));
    const byId = new Map(records.map((record) => [record.QueueId, record]));
    if (byId.size < records.length) {
      throw new ServiceError('InvalidArgument', 'Two queues have the same QueueId.');
    }
    this.#records = byId;
    return records;
  }

  /**
   * Replaces all that an update may set: 460/46947 documents no partial update.
   *
   * @throws ServiceError
   */
  update(id: string, { QueueID, ...settings }: QueueSettings, now: number): QueueRecord {
    const { MaxSize, MaxConcurrent, CreateTime, BucketId, Category } = this.#existing(id);
    const { Name, State, NotifyConfig } = settings;
    const known = {
      QueueId: id,
      Name,
      State,
      NotifyConfig,
      MaxSize,
      MaxConcurrent,
      CreateTime,
      UpdateTime: formatTime(now),
      BucketId,
      Category,
    };
    // First for the order of the fields, last for their values: an update cannot set the service's own.
    const record = { ...known, ...settings, ...known };
    this.#records.set(id, record);
    return record;
  }

  /**
   * Changes a queue behind its users' back, as a colleague in the console would.
   *
   * @throws ZodError or ServiceError
   */
  change(id: string, change: unknown): QueueRecord {
    const changed = merge(this.#existing(id), changeSchema.parse(change));
    const record = { ...changed, QueueId: id };
    this.#records.set(id, record);
    return record;
  }

  /**
   * @returns the others
   * @throws ServiceError
   */
  remove(id: string): QueueRecord[] {
    this.#existing(id);
    this.#records.delete(id);
    return this.all();
  }

  #existing(id: string): QueueRecord {
    const record = this.#records.get(id);
    if (!record) throw new ServiceError('QueueNotFound', `The queue ${id} does not exist.`);
    return record;
  }
}

/** A new queue as the recorded answer of July 2020 shows it. */
function newQueue(index: number): QueueRecord {
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

function merge(record: QueueRecord, change: QueueChange): QueueRecord {
  const { NotifyConfig = {}, ...fields } = change;
  return {
    ...record,
    ...given(fields),
    NotifyConfig: { ...record.NotifyConfig, ...given(NotifyConfig) },
  };
}

function given(fields: object): XmlFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** The service's own format, in its own time zone: `2020-07-24T22:42:27+0800`. */
export function formatTime(milliseconds: number): string {
  const beijing = new Date(milliseconds + 8 * 60 * 60 * 1000);
  return beijing.toISOString().replace(/\.\d+Z$/, '+0800');
}
