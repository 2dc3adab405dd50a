import { kindOf } from './errors.js';

/** The two states of a queue, for code that prefers a name to a literal. */
export const DocQueueState = {
  /** Jobs are taken from the queue and run. */
  Active: 'Active',
  /** Submitted jobs wait; running ones finish. */
  Paused: 'Paused',
} as const;
/** `'Active'` or `'Paused'`. */
export type DocQueueState = (typeof DocQueueState)[keyof typeof DocQueueState];

/**
 * The callback of a queue: an HTTP request that the service makes when a job ends. In an answer for
 * given `QueueIds` the service may leave out all but `Url`.
 */
export interface DocQueueNotifyConfig {
  /** Where to: a public http or https address that answers 200. Empty when never set. */
  Url?: string;
  /** What for, such as `TaskFinish` or `TaskFinish,WorkflowFinish`. */
  Event?: string;
  /** How: `Url`. */
  Type?: string;
  /** Whether the callback is made. */
  State?: 'On' | 'Off';
}

/** A document-processing queue. Fields that this package does not know are there too, as they came. */
export interface DocQueue {
  /** Identifies the queue, such as `p2505d57bdf4c4329804b58a6a5fb1572`. */
  QueueId: string;
  /** What the queue is called. */
  Name: string;
  /** Whether jobs run. */
  State: DocQueueState;
  /** The callback; always an object. */
  NotifyConfig: DocQueueNotifyConfig;
  /** How many jobs may wait in the queue. */
  MaxSize: number;
  /** How many jobs may run at the same time. */
  MaxConcurrent: number;
  /** When the queue was made: RFC 3339, such as `2020-07-24T22:42:27+08:00`. */
  CreateTime: string;
  /** When it was last changed: RFC 3339. */
  UpdateTime: string;
  /** The bucket, such as `examplebucket-1250000000`. */
  BucketId: string;
  /** The kind of queue: `DocProcessing`. */
  Category: string;
}

/** `Response` of a list. */
export interface DocQueueList {
  /** The service's id of the request. */
  RequestId?: string;
  /** How many queues match; missing in an answer for given `QueueIds`. */
  TotalCount?: number;
  /** Which page this is, from 1; missing in an answer for given `QueueIds`. */
  PageNumber?: number;
  /** How many queues a page has at most; missing in an answer for given `QueueIds`. */
  PageSize?: number;
  /** The queues of this page. */
  QueueList: DocQueue[];
  /** Those of the given `QueueIds` that do not exist. */
  NonExistPIDs: string[];
}

/** `Response` of an update. */
export interface UpdatedDocQueue {
  /** The service's id of the request. */
  RequestId?: string;
  /** The queue as it is now. */
  Queue: DocQueue;
}

type Fields = Record<string, unknown>;

/**
 * Gives `Response` of a list its documented shape.
 *
 * @throws Error when a field is not what it is documented to be
 */
export function readList(response: unknown): DocQueueList {
  const list = readFields(response);
  list.QueueList = repeated(list.QueueList).map(readQueue);
  // Two shapes are documented: one element with repeated QueueID, and a repeated element with text.
  const ids = repeated(list.NonExistPIDs).map((item) =>
    repeated(item.QueueID ?? item.QueueId ?? item),
  );
  list.NonExistPIDs = ([] as unknown[]).concat(...ids).map((id) => {
    if (typeof id !== 'string') throw new Error('a wrong NonExistPIDs');
    return id.trim();
  });
  return list as unknown as DocQueueList;
}

/**
 * Gives `Response` of an update its documented shape.
 *
 * @throws Error when there is no queue in it, or a field is not what it is documented to be
 */
export function readUpdated(response: unknown): UpdatedDocQueue {
  const updated = readFields(response);
  updated.Queue = readQueue(updated.Queue);
  return updated as unknown as UpdatedDocQueue;
}

function readQueue(element: unknown): DocQueue {
  const queue = readFields(element);
  queue.NotifyConfig = readFields(isEmpty(queue.NotifyConfig) ? {} : queue.NotifyConfig);
  // Samples of older services spell QueueID.
  if (queue.QueueID) {
    queue.QueueId = queue.QueueID;
    delete queue.QueueID;
  }
  if (!queue.QueueId) throw new Error('a queue without QueueId');
  return queue as unknown as DocQueue;
}

const text = (value: string) => value;
const count = (value: string) => (/^\s*\d{1,15}\s*$/.test(value) ? Number(value) : undefined);
// …+0800 is an Invalid Date in Safari and on old iOS: RFC 3339 wants the colon.
const time = (value: string) => value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2');

/** What the documented fields are; `undefined` is what they must not be. */
const READ: Record<string, (value: string) => unknown> = {
  RequestId: text,
  TotalCount: count,
  PageNumber: count,
  PageSize: count,
  QueueId: text,
  QueueID: text,
  Name: text,
  State: text,
  Url: text,
  Event: text,
  Type: text,
  MaxSize: count,
  MaxConcurrent: count,
  CreateTime: time,
  UpdateTime: time,
  BucketId: text,
  Category: text,
};

/** An element's fields, which become what they are documented to be. The others stay as they came. */
function readFields(element: unknown): Fields {
  if (kindOf(element) !== 'Object') throw new Error('no fields');
  const fields = element as Fields;
  for (const name of Object.keys(fields)) {
    const read = READ[name];
    if (!read) continue;
    const value = fields[name];
    fields[name] = typeof value === 'string' ? read(value) : undefined;
    if (fields[name] === undefined) throw new Error(`a wrong ${name}`);
  }
  return fields;
}

/** The items of a repeated element, of which there may be none or one. */
function repeated(value: unknown): Fields[] {
  const items = Array.isArray(value) ? value : [value];
  return items.filter((item) => !isEmpty(item));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && !value.trim());
}
