/**
 * Gives the service's responses their documented shapes, and writes the body of an update. The readers throw an
 * `Error` that says what they expected.
 */
import { assign, isObject, keys } from './inspect.js';
import type { Settings } from './params.js';
import type { DocQueue, DocQueueList, DocQueueRecord } from './types.js';
import { writeXml } from './xml.js';

type Fields = Record<string, unknown>;
/** Reads a field that is documented as text. It returns `undefined` for a value that the field cannot have. */
type FieldReader = (text: string) => unknown;

const integer: FieldReader = (text) => {
  const number = Number(text);
  return text.trim() && Number.isSafeInteger(number) ? number : undefined;
};
// …+0800 is an Invalid Date in Safari and on old iOS: RFC 3339 wants the colon.
const time: FieldReader = (text) => {
  const written = text.trim();
  const hasZone = written.charAt(10) === 'T' && /[+-]\d{4}/.test(written.slice(-5));
  return hasZone ? `${written.slice(0, -2)}:${written.slice(-2)}` : written;
};

/** The readers by the field's name. There is no prototype, so a field named `constructor` has no reader. */
const FIELDS: Record<string, FieldReader> = Object.create(null);
function setReader(names: string[], read: FieldReader): void {
  names.forEach((name) => {
    FIELDS[name] = read;
  });
}
setReader(['Name', 'Category', 'Url', 'Event', 'Type', 'ResultFormat'], (text) => text);
// Samples of older services spell the id QueueID.
setReader(['RequestId', 'QueueId', 'QueueID', 'State', 'BucketId'], (text) => text.trim());
setReader(['TotalCount', 'PageNumber', 'PageSize', 'MaxSize', 'MaxConcurrent'], integer);
setReader(['CreateTime', 'UpdateTime'], time);

/** Reads the `<Response>` of a list. */
export function readList(response: unknown): DocQueueList {
  // Taken first, as counts that are blank are removed. With nothing but a RequestId the list is empty.
  const names = keys(Object(response)).join();
  const fields = readFields('Response', response);
  const isList = /QueueList|NonExistPIDs|TotalCount|PageSize|^RequestId$/;
  if (!isList.test(names)) throw new Error('expected a list');
  const QueueList = itemsOf(fields.QueueList).map((item) => readQueue('QueueList', item));
  return assign(fields, { QueueList, NonExistPIDs: addIds([], fields.NonExistPIDs) });
}

/** Reads the `<Response>` of an update. */
export function readRecord(response: unknown, QueueId: string): DocQueueRecord {
  const fields = readFields('Response', response);
  const Queue = readQueue('Queue', fields.Queue);
  if (Queue.QueueId === QueueId) return assign(fields, { Queue });
  throw new Error(`expected queue ${QueueId}, not ${Queue.QueueId}`);
}

function readQueue(element: string, value: unknown): DocQueue {
  const fields = readFields(element, value);
  const { QueueID, QueueId = QueueID, NotifyConfig } = fields;
  if (!QueueId) throw new Error(`expected a <QueueId> in <${element}>`);
  delete fields.QueueID;
  fields.QueueId = QueueId;
  fields.NotifyConfig = isBlank(NotifyConfig) ? {} : readFields('NotifyConfig', NotifyConfig);
  return fields as unknown as DocQueue;
}

/** Reads an element's fields in place, which is faster than a copy. Those that are not documented stay as they came. */
function readFields(element: string, fields: unknown): Fields {
  if (!isObject(fields)) throw new Error(`expected one <${element}> with child elements`);
  for (const name in fields) {
    const text = fields[name];
    const read = FIELDS[name];
    if (!read) continue;
    if (typeof text !== 'string') throw new Error(`expected text in <${name}>`);
    fields[name] = read(text);
    if (fields[name] === undefined) delete fields[name];
  }
  return fields;
}

/** Collects ids in the three documented shapes: repeated texts, or an element with repeated QueueID or QueueId. */
function addIds(ids: string[], value: unknown): string[] {
  itemsOf(value).forEach((item) => {
    if (typeof item === 'string') ids.push(item.trim());
    else addIds(ids, (item as Fields).QueueID || (item as Fields).QueueId);
  });
  return ids;
}

/** The items of a repeated element, of which there may be none or one. Blank ones are none. */
function itemsOf(value: unknown): unknown[] {
  return (Array.isArray(value) ? value : [value]).filter((item) => !isBlank(item));
}

const isBlank = (value: unknown) => (typeof value === 'string' ? !value.trim() : !value);

/** Writes the body of an update. The order, and the spelling QueueID, are those of the Go SDK's own test. */
export function writeUpdate(QueueID: string, settings: Settings): string {
  const { Name, State } = settings;
  const order = { Url: undefined, State: undefined, Type: undefined, Event: undefined };
  const NotifyConfig = assign(order, settings.NotifyConfig);
  return writeXml('Request', assign({ Name, QueueID, State }, settings, { NotifyConfig }));
}
