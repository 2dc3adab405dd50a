import { kindOf } from './errors.js';

/**
 * 队列的两种状态。
 * The two states of a queue, for code that prefers a name to a literal.
 */
export const DocQueueState = {
  /**
   * 运行中：队列中的任务会被执行。
   * Jobs are taken from the queue and run.
   */
  Active: 'Active',
  /**
   * 已暂停：已提交的任务等待，执行中的任务继续完成。
   * Submitted jobs wait; running ones finish.
   */
  Paused: 'Paused',
} as const;
/**
 * 队列状态：`'Active'`（运行中）或 `'Paused'`（已暂停）。
 * `'Active'` or `'Paused'`.
 */
export type DocQueueState = (typeof DocQueueState)[keyof typeof DocQueueState];

/** Any text, without hiding the known ones from the editor's suggestions. */
type OtherText = string & {};

/**
 * 队列的回调设置。
 * The callback of a queue: an HTTP request that the service makes, for example when a job ends. The service may
 * leave fields out, and may add fields that this package does not know.
 */
export interface DocQueueNotifyConfig {
  /**
   * 回调地址，未设置时为空。
   * The address to call. Empty when none is set.
   */
  Url?: string;
  /**
   * 回调事件，多个以逗号分隔。
   * The events to call for, such as `TaskFinish` or `TaskFinish,WorkflowFinish`.
   */
  Event?: string;
  /**
   * 回调类型：`Url`。
   * The kind of callback: `Url`.
   */
  Type?: string;
  /**
   * 回调开关：`On` 或 `Off`。
   * Whether the callback is on: `On` or `Off`. Any other string is as the service wrote it.
   */
  State?: 'On' | 'Off' | OtherText;
  /**
   * 回调内容的格式，例如 `JSON` 或 `XML`。
   * The format of the callback's body, such as `JSON` or `XML`.
   */
  ResultFormat?: string;
  [field: string]: unknown;
}

/**
 * 文档处理队列。
 * A document-processing queue. Only `QueueId` and `NotifyConfig` are always there: any other field is absent
 * when the answer does not have it. Fields that this package does not know are kept as they came.
 */
export interface DocQueue {
  /**
   * 队列 ID。
   * The queue's id, such as `p2505d57bdf4c4329804b58a6a5fb1572`.
   */
  QueueId: string;
  /**
   * 队列名称。
   * The queue's name.
   */
  Name?: string;
  /**
   * 队列状态：`Active`（运行中）或 `Paused`（已暂停）。
   * Whether jobs run: `Active` or `Paused`. Any other string is as the service wrote it.
   */
  State?: DocQueueState | OtherText;
  /**
   * 回调设置，总是一个对象。
   * The callback settings; always an object.
   */
  NotifyConfig: DocQueueNotifyConfig;
  /**
   * 队列最大长度（任务数）。
   * How many jobs may wait in the queue.
   */
  MaxSize?: number;
  /**
   * 最大并行任务数。
   * How many jobs may run at the same time.
   */
  MaxConcurrent?: number;
  /**
   * 创建时间，RFC 3339 格式。
   * When the queue was created, in RFC 3339, such as `2020-07-24T22:42:27+08:00`.
   */
  CreateTime?: string;
  /**
   * 更新时间，RFC 3339 格式。
   * When it was last changed, in RFC 3339.
   */
  UpdateTime?: string;
  /**
   * 所属存储桶。
   * The bucket, such as `examplebucket-1250000000`.
   */
  BucketId?: string;
  /**
   * 队列类别。
   * The kind of queue: `DocProcessing`.
   */
  Category?: string;
  [field: string]: unknown;
}

/**
 * 查询队列的响应。
 * `Response` of `describeDocProcessQueues`.
 */
export interface DocQueueList {
  /**
   * 请求 ID。
   * The service's id of the request.
   */
  RequestId?: string;
  /**
   * 符合条件的队列总数；按 ID 查询时没有此字段。
   * How many queues match. Absent when you asked for `QueueIds`.
   */
  TotalCount?: number;
  /**
   * 当前页码，从 1 开始；按 ID 查询时没有此字段。
   * Which page this is, counted from 1. Absent when you asked for `QueueIds`.
   */
  PageNumber?: number;
  /**
   * 每页个数；按 ID 查询时没有此字段。
   * How many queues a page has at most. Absent when you asked for `QueueIds`.
   */
  PageSize?: number;
  /**
   * 本页的队列，总是数组。
   * The queues of this page; always an array.
   */
  QueueList: DocQueue[];
  /**
   * 不存在的队列 ID，总是数组。
   * The `QueueIds` that you asked for and that do not exist; always an array.
   */
  NonExistPIDs: string[];
  [field: string]: unknown;
}

/**
 * 查询单个队列或更新队列的响应。
 * `Response` of an update, a patch, a pause, a resume or a get.
 */
export interface DocQueueRecord {
  /**
   * 请求 ID。
   * The service's id of the request.
   */
  RequestId?: string;
  /**
   * 队列的当前内容。
   * The queue as it is now.
   */
  Queue: DocQueue;
  [field: string]: unknown;
}

type Fields = Record<string, unknown>;
/** Returns `undefined` for a text that the field cannot have: it is left out then. */
type ReadText = (text: string) => unknown;

const asIs: ReadText = (text) => text;
const trimmed: ReadText = (text) => text.trim();
const count: ReadText = (text) => {
  const number = Number(text);
  return text.trim() && Number.isSafeInteger(number) ? number : undefined;
};
// …+0800 is an Invalid Date in Safari and on old iOS: RFC 3339 wants the colon.
const time: ReadText = (text) => {
  const written = text.trim();
  const hasZone = /^[+-]\d{4}$/.test(written.slice(-5));
  return hasZone ? `${written.slice(0, -2)}:${written.slice(-2)}` : written;
};

/** What is documented as one text, and how it is read. */
type Texts = Record<string, ReadText>;

const RESPONSE: Texts = {
  RequestId: trimmed,
  TotalCount: count,
  PageNumber: count,
  PageSize: count,
};
const QUEUE: Texts = {
  QueueId: trimmed,
  // Samples of older services spell it so.
  QueueID: trimmed,
  Name: asIs,
  State: trimmed,
  MaxSize: count,
  MaxConcurrent: count,
  CreateTime: time,
  UpdateTime: time,
  BucketId: trimmed,
  Category: asIs,
};
const NOTIFY_CONFIG: Texts = {
  Url: asIs,
  Event: asIs,
  Type: asIs,
  State: trimmed,
  ResultFormat: asIs,
};

/**
 * Gives `Response` of a list its documented shape. An answer without queues, missing ids and a count is an empty
 * list only if it has nothing but its `RequestId`.
 *
 * @throws Error that says which element is not what it is documented to be
 */
export function readList(response: unknown): DocQueueList {
  const fields = readFields('Response', response, RESPONSE);
  const { QueueList, NonExistPIDs } = fields;
  const isList =
    QueueList !== undefined || NonExistPIDs !== undefined || 'TotalCount' in (response as Fields);
  if (!isList && Object.keys(fields).some((name) => name !== 'RequestId'))
    throw new Error('the answer is not a list of queues');
  const queues: DocQueue[] = [];
  for (const item of itemsOf(QueueList)) queues.push(readQueue('QueueList', item));
  return Object.assign(fields, { QueueList: queues, NonExistPIDs: readIds(NonExistPIDs) });
}

/**
 * Gives `Response` of an update its documented shape.
 *
 * @throws Error that says which element is not what it is documented to be
 */
export function readRecord(response: unknown): DocQueueRecord {
  const fields = readFields('Response', response, RESPONSE);
  return Object.assign(fields, { Queue: readQueue('Queue', fields.Queue) });
}

function readQueue(element: string, value: unknown): DocQueue {
  const fields = readFields(element, value, QUEUE);
  const { QueueID, QueueId = QueueID, NotifyConfig } = fields;
  if (!QueueId) throw new Error(`<${element}> of the answer has no <QueueId>`);
  delete fields.QueueID;
  fields.QueueId = QueueId;
  fields.NotifyConfig = isBlank(NotifyConfig)
    ? {}
    : readFields('NotifyConfig', NotifyConfig, NOTIFY_CONFIG);
  return fields as unknown as DocQueue;
}

/** An element's fields, in a new object. Those that are not documented stay as they came. */
function readFields(element: string, value: unknown, texts: Texts): Fields {
  if (kindOf(value) !== 'Object')
    throw new Error(`<${element}> of the answer is not one element with children`);
  const fields: Fields = Object.assign({}, value);
  for (const name of Object.keys(texts)) {
    const text = fields[name];
    if (text === undefined) continue;
    if (typeof text !== 'string')
      throw new Error(`<${name}> in <${element}> of the answer is not one string`);
    const field = (texts[name] as ReadText)(text);
    if (field === undefined) delete fields[name];
    else if (field !== text) fields[name] = field;
  }
  return fields;
}

/** Three shapes are documented: repeated texts, and one element with repeated QueueID or QueueId. */
function readIds(value: unknown): string[] {
  const ids: string[] = [];
  for (const item of itemsOf(value)) {
    const { QueueID, QueueId = QueueID } = Object(item);
    for (const id of itemsOf(QueueId === undefined ? item : QueueId)) {
      if (typeof id !== 'string') throw new Error('<NonExistPIDs> of the answer does not hold ids');
      ids.push(id.trim());
    }
  }
  return ids;
}

/** The items of a repeated element, of which there may be none or one. */
function itemsOf(value: unknown): unknown[] {
  const items: unknown[] = [];
  for (const item of Array.isArray(value) ? value : [value]) if (!isBlank(item)) items.push(item);
  return items;
}

function isBlank(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && !value.trim());
}
