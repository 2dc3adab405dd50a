import { type Exchange, failure, invalidParameter, invalidResponse } from './errors.js';
import { assign, keys } from './inspect.js';
import {
  type ChangeParams,
  type ListParams,
  type QueueParams,
  type Settings,
  settingsOf,
  type Target,
} from './params.js';
import { readList, readRecord, writeUpdate } from './response.js';
import { type Setup, send, urlOf } from './service.js';
import type {
  DocQueue,
  DocQueueList,
  DescribeDocProcessQueuesResult as Page,
  DocProcessQueueResult as QueueResult,
} from './types.js';

/** https://cloud.tencent.com/document/product/460/46946 */
export function describeQueues(setup: Setup, params: ListParams, read = readList) {
  const Query: Record<string, string> = {};
  if (params.QueueIds) Query.queueIds = params.QueueIds;
  if (params.State) Query.state = params.State;
  if (params.PageNumber) Query.pageNumber = params.PageNumber;
  if (params.PageSize) Query.pageSize = params.PageSize;
  return send(setup, params, { Method: 'GET', Key: 'docqueue', Query }, read);
}

/** Gets one queue. Reads the list as well when the response for the id is incomplete. */
export function getQueue(setup: Setup, params: QueueParams): Promise<QueueResult> {
  const { QueueId, Bucket, Region } = params;
  return describeQueues(setup, { Bucket, Region, QueueIds: QueueId }).then((byId) => {
    const found = recordIn(byId, QueueId);
    if (found && hasAllSettings(found.Response.Queue)) return found;
    const exchange = exchangeOf(setup, params, byId);
    const missing = failure('service', 'QueueNotFound', `there is no queue ${QueueId}`, exchange);
    if (!found && byId.Response.NonExistPIDs.indexOf(QueueId) >= 0) throw missing;
    return findRecord(openPages(setup, { Bucket, Region }), QueueId).then((listed) => {
      if (found && listed) fillIn(listed.Response.Queue, found.Response.Queue);
      const record = listed || found;
      if (record) return record;
      throw missing;
    });
  });
}

/** What an error tells about the request that read this. */
function exchangeOf(setup: Setup, target: Target, result: object): Exchange {
  return assign({ method: 'GET', url: urlOf(setup, target, 'docqueue') }, result);
}

function recordIn(page: Page, id: string): QueueResult | undefined {
  const { RequestId, Response } = page;
  const Queue = Response.QueueList.find(({ QueueId }) => QueueId === id);
  return Queue && assign({}, page, { Response: { RequestId, Queue } });
}

function findRecord(pages: Pages, id: string): Promise<QueueResult | undefined> {
  return pages.next().then(({ value }) => value && (recordIn(value, id) || findRecord(pages, id)));
}

/** The documentation's sample of one queue has only `Url` in `NotifyConfig`: written back, it would clear the rest. */
function hasAllSettings({ NotifyConfig: { Url, Event, Type, State } }: DocQueue): boolean {
  return isOnOrOff(State) && [Url, Event, Type].indexOf(undefined) < 0;
}

const isOnOrOff = (state: unknown) => state === 'On' || state === 'Off';

/** Copies from `other` what `record` lacks, or has as an empty string. */
function fillIn(record: Record<string, unknown>, other: Record<string, unknown>): void {
  keys(other).forEach((name) => {
    if (name === 'NotifyConfig') fillIn(record[name] as Settings, other[name] as Settings);
    else if (record[name] === undefined || record[name] === '') record[name] = other[name];
  });
}

/**
 * Makes a reader of a list's pages. The list ends with a page that brings nothing new, or once `TotalCount` queues have
 * come; to end with fewer is a failure. Not an async generator: a failure would end it, and ES2017 has none.
 * @param isStrict whether it also fails as soon as the count changes
 */
export function openPages(setup: Setup, params: ListParams, isStrict?: boolean) {
  const queues = new Map<string, DocQueue>();
  const end: IteratorReturnResult<undefined> = { done: true, value: undefined };
  let latest: Promise<unknown> = Promise.resolve();
  let count: number | undefined;
  let pagesRead = 0;
  let isAtEnd = false;

  function readNext(): Promise<IteratorResult<Page, undefined>> {
    if (isAtEnd) return Promise.resolve(end);
    const before = queues.size;
    const page = assign({ PageSize: '100', PageNumber: `${pagesRead + 1}` }, params);
    return describeQueues(setup, page, readPage).then((value) =>
      pagesRead === 1 || queues.size > before ? { done: false, value } : end,
    );
  }

  function readPage(response: unknown): DocQueueList {
    const list = readList(response);
    const { QueueList, TotalCount = count } = list;
    const before = queues.size;
    QueueList.forEach((queue) => {
      queues.set(queue.QueueId, queue);
    });
    const { size } = queues;
    const isShort = size === before && size < (TotalCount || 0);
    pages.hasChanged = isShort || (count !== undefined && count !== TotalCount);
    count = TotalCount;
    if (isShort || (isStrict && pages.hasChanged)) {
      throw new Error(`the list changed while it was read: ${size} of ${count} queues came`);
    }
    isAtEnd = size === before || size === count;
    pagesRead++;
    return list;
  }

  const pages = {
    /** All that have been read, by their ids. */
    queues,
    /** Whether the page read last showed that the list has changed. */
    hasChanged: false,
    /** Reads the next page, after the one that is being read. One that failed is read again. */
    next(): Promise<IteratorResult<Page, undefined>> {
      const next = latest.then(readNext, readNext);
      latest = next;
      return next;
    },
  };
  return pages;
}
type Pages = ReturnType<typeof openPages>;

/** Reads every page, and starts over when the list changes meanwhile. */
export function listAllQueues(
  setup: Setup,
  params: ListParams,
  readsLeft = 3,
): Promise<DocQueue[]> {
  const pages = openPages(setup, params, true);
  const readRest = (): Promise<DocQueue[]> =>
    pages.next().then(({ done }) => (done ? Array.from(pages.queues.values()) : readRest()));
  return readRest().catch((thrown) => {
    if (!pages.hasChanged || readsLeft === 1) throw thrown;
    return listAllQueues(setup, params, readsLeft - 1);
  });
}

/** https://cloud.tencent.com/document/product/460/46947 */
export function updateQueue(setup: Setup, change: ChangeParams): Promise<QueueResult> {
  return inTurn(change, () => writeQueue(setup, change, settingsOf(change)));
}

/** The service only replaces whole records, so the queue is read, and written back with the changes. */
export function patchQueue(setup: Setup, params: ChangeParams): Promise<QueueResult> {
  const changes = settingsOf(params);
  const names = keys(changes).concat(keys(Object(changes.NotifyConfig)));
  if (names.every((name) => name === 'NotifyConfig')) {
    throw invalidParameter('nothing to change: give Name, State or NotifyConfig');
  }
  return inTurn(params, () =>
    getQueue(setup, params).then((current) => {
      const before = settingsOf(current.Response.Queue);
      const NotifyConfig = assign({}, before.NotifyConfig, changes.NotifyConfig);
      const after = assign({}, before, changes, { NotifyConfig });
      if (JSON.stringify(after) === JSON.stringify(before)) return current;
      const { Name, State } = after;
      const isKnown = Name && State && (!NotifyConfig.Url || isOnOrOff(NotifyConfig.State));
      if (isKnown) return writeQueue(setup, params, after);
      const reason = 'the service left out Name, State or NotifyConfig.State: give it in a patch';
      throw invalidResponse(reason, exchangeOf(setup, params, current));
    }),
  );
}

function writeQueue(setup: Setup, params: QueueParams, settings: Settings) {
  const { QueueId } = params;
  const request = {
    Method: 'PUT' as const,
    Key: `docqueue/${QueueId}`,
    Query: {},
    Headers: { 'Content-Type': 'application/xml' },
    Body: writeUpdate(QueueId, settings),
  };
  return send(setup, params, request, (response) => readRecord(response, QueueId));
}

/** The latest change of each queue that is being changed. */
const latestChanges = new Map<string, Promise<unknown>>();

/** Starts a change once the one before it to the same queue has ended, whichever client made that. */
function inTurn(params: QueueParams, change: () => Promise<QueueResult>): Promise<QueueResult> {
  const queue = `${params.Bucket}/${params.QueueId}`;
  const outcome = Promise.resolve(latestChanges.get(queue)).then(change, change);
  const leave = () => {
    if (latestChanges.get(queue) === outcome) latestChanges.delete(queue);
  };
  latestChanges.set(queue, outcome);
  outcome.then(leave, leave);
  return outcome;
}
