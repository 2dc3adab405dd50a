import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ServiceError } from './errors';
import { isXmlName, isXmlText, type XmlFields, type XmlValue } from './xml';

interface NotifyFields {
  readonly Url: string;
  readonly Event: string;
  readonly Type: string;
  readonly State: string;
}

interface QueueFields {
  readonly QueueId: string;
  readonly Name: string;
  readonly State: string;
  readonly NotifyConfig: NotifyConfig;
  readonly MaxSize: string | number;
  readonly MaxConcurrent: string | number;
  readonly CreateTime: string;
  readonly UpdateTime: string;
  readonly BucketId: string;
  readonly Category: string;
}

/** Beside the known fields, whatever others the callback settings were given. */
export interface NotifyConfig extends NotifyFields {
  readonly [more: string]: XmlValue;
}

/** Beside the known fields, in the service's order, whatever others the record was given. */
export interface QueueRecord extends QueueFields {
  readonly [more: string]: XmlValue;
}

/** Any part of a queue: what is left out stays as it is, or gets a believable value. */
export interface QueueChange extends Partial<Omit<QueueFields, 'NotifyConfig'>> {
  readonly NotifyConfig?: NotifyChange;
  readonly [more: string]: XmlValue | NotifyChange | undefined;
}

export interface NotifyChange extends Partial<NotifyFields> {
  readonly [more: string]: XmlValue | undefined;
}

/** What an update may set. */
export interface QueueSettings {
  readonly Name: string;
  readonly State: string;
  readonly NotifyConfig: NotifyConfig;
  readonly more: XmlFields;
}

const textSchema = z.string().refine(isXmlText, 'holds a character that XML cannot hold');
const nameSchema = z.string().refine(isXmlName, 'is not the name of an XML element');
const valueSchema: z.ZodType<XmlValue> = z.lazy(() =>
  z.union([textSchema, z.number(), z.array(valueSchema), fieldsSchema]),
);
const fieldsSchema = z.record(nameSchema, valueSchema);
const countSchema = z.union([textSchema, z.number()]).optional();
const changeSchema = z
  .object({
    QueueId: textSchema.min(1).optional(),
    Name: textSchema.optional(),
    State: textSchema.optional(),
    NotifyConfig: fieldsSchema.optional(),
    MaxSize: countSchema,
    MaxConcurrent: countSchema,
    CreateTime: textSchema.optional(),
    UpdateTime: textSchema.optional(),
    BucketId: textSchema.optional(),
    Category: textSchema.optional(),
  })
  .catchall(valueSchema.optional())
  .refine((change) => Object.keys(change).every(isXmlName), {
    error: 'a name cannot be that of an XML element',
  });

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
  setAll(changes: unknown): void {
    const records = z
      .array(changeSchema)
      .parse(changes)
      .map((change, index) => merge(newQueue(index), change as QueueChange));
    const byId = new Map(records.map((record) => [record.QueueId, record]));
    if (byId.size < records.length) {
      throw new ServiceError('InvalidArgument', 'Two queues have the same QueueId.');
    }
    this.#records = byId;
  }

  /**
   * Replaces all that an update may set: 460/46947 documents no partial update.
   *
   * @throws ServiceError
   */
  update(id: string, { Name, State, NotifyConfig, more }: QueueSettings, now: number): QueueRecord {
    const old = this.#existing(id);
    const record: QueueRecord = {
      QueueId: id,
      Name,
      State,
      NotifyConfig,
      MaxSize: old.MaxSize,
      MaxConcurrent: old.MaxConcurrent,
      CreateTime: old.CreateTime,
      UpdateTime: formatTime(now),
      BucketId: old.BucketId,
      Category: old.Category,
      ...more,
    };
    this.#records.set(id, record);
    return record;
  }

  /**
   * Changes a queue behind its users' back, as a colleague in the console would.
   *
   * @throws ZodError or ServiceError
   */
  change(id: string, change: unknown): QueueRecord {
    const checked = changeSchema.parse(change) as QueueChange;
    const record = merge(this.#existing(id), { ...checked, QueueId: id });
    this.#records.set(id, record);
    return record;
  }

  /** @throws ServiceError */
  remove(id: string): void {
    this.#existing(id);
    this.#records.delete(id);
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
