/** The operations, on checked values. */
import { Failure, invalidResponse } from './errors.js';
import {
  type ChangeParams,
  type ListParams,
  type QueueParams,
  type Settings,
  settingsOf,
} from './params.js';
import { readList, readRecord, writeUpdate } from './response.js';
import type { SdkRequest } from './sdk.js';
import { requestTo, type Service, send } from './service.js';
import type { DescribeDocProcessQueuesResult, DocProcessQueueResult, DocQueue } from './types.js';

type Page = DescribeDocProcessQueuesResult;

/** https://cloud.tencent.com/document/product/460/46946 */
export function describeQueues(service: Service, params: ListParams): Promise<Page> {
  return send(service, listRequest(service, params), readList);
}

function listRequest(service: Service, params: ListParams): SdkRequest {
  const { QueueIds, State, PageNumber, PageSize } = params;
  const Query: Record<string, string> = {};
  if (QueueIds) Query.queueIds = QueueIds;
  if (State) Query.state = State;
  if (PageNumber) Query.pageNumber = PageNumber;
  if (PageSize) Query.pageSize = PageSize;
  return requestTo(service, params, { Method: 'GET', Key: 'docqueue', Query });
}

/** Asks for one queue. The list is read when the response leaves something out. */
export function getQueue(
  service: Service,
  { QueueId, Bucket, Region }: QueueParams,
): Promise<DocProcessQueueResult> {
  const request = listRequest(service, { Bucket, Region, QueueIds: QueueId });
  return send(service, request, readList).then((byId) => {
    const found = recordIn(byId, QueueId);
    if (found && isWhole(found.Response.Queue)) return found;
    const pages = readPages(service, { Bucket, Region, PageSize: '100' });
    const isMissing = !found && byId.Response.NonExistPIDs.includes(QueueId);
    return Promise.resolve(isMissing ? undefined : findRecord(pages, QueueId)).then((listed) => {
      if (found && listed) fillIn(listed.Response.Queue, found.Response.Queue);
      const record = listed || found;
      if (record) return record;
      const reason = `there is no queue ${QueueId}`;
      throw new Failure('service', 'QueueNotFound', reason, undefined, request, byId);
    });
  });
}

function recordIn(page: Page, id: string): DocProcessQueueResult | undefined {
  const Queue = page.Response.QueueList.find(({ QueueId }) => QueueId === id);
  const { RequestId } = page;
  return Queue && Object.assign({}, page, { Response: { RequestId, Queue } });
}

function findRecord(pages: Pages, id: string): Promise<DocProcessQueueResult | undefined> {
  return pages.next().then((page) => page && (recordIn(page, id) || findRecord(pages, id)));
}

/** The documentation's sample of one queue has only the `Url` of `NotifyConfig`: written back, it would wipe the rest. */
function isWhole({ NotifyConfig: { Url, Event, Type, State } }: DocQueue): boolean {
  return isOnOrOff(State) && ![Url, Event, Type].includes(undefined);
}

function isOnOrOff(state: unknown): boolean {
  return state === 'On' || state === 'Off';
}

/** Fills in what a record lacks, or has empty. */
function fillIn(record: Record<string, unknown>, other: Record<string, unknown>): void {
  for (const name of Object.keys(other)) {
    if (name === 'NotifyConfig') fillIn(record[name] as Settings, other[name] as Settings);
    else if (record[name] === undefined || record[name] === '') record[name] = other[name];
  }
}

export interface Pages {
  /** Set when the list is known to have changed since its first page was read. */
  shift?: Failure;
  /**
   * Reads the next page; after the last there is none. A page that failed is read again.
   *
   * @throws Failure also where the list ends with fewer queues than the service counts
   */
  next(): Promise<Page | undefined>;
}

/** Reads a list until a page brings nothing new, or as many queues as the service counts have come. */
export function readPages(service: Service, params: ListParams): Pages {
  const ids = new Set<string>();
  let PageNumber = 1;
  let count: number | undefined;
  let isOver = false;
  const pages: Pages = {
    next() {
      if (isOver) return Promise.resolve(undefined);
      const page = Object.assign({}, params, { PageNumber: `${PageNumber}` });
      const request = listRequest(service, page);
      return send(service, request, readList).then((page) => {
        const { QueueList, TotalCount = count } = page.Response;
        const before = ids.size;
        for (const { QueueId } of QueueList) ids.add(QueueId);
        const isEmpty = ids.size === before;
        const isShort = isEmpty && ids.size < Number(TotalCount);
        if (isShort || (count !== undefined && TotalCount !== count)) {
          const reason = `the list changed while it was read: ${ids.size} of ${TotalCount} queues came`;
          pages.shift = invalidResponse(reason, request, page);
        }
        count = TotalCount;
        if (isShort) throw pages.shift;
        isOver = isEmpty || ids.size === count;
        PageNumber++;
        return isEmpty && before > 0 ? undefined : page;
      });
    },
  };
  return pages;
}

const MAX_READS = 3;

/** Reads every page. When the list changes meanwhile, it begins again. */
export function listAllQueues(
  service: Service,
  params: ListParams,
  reads = 1,
): Promise<DocQueue[]> {
  const pages = readPages(service, params);
  const queues = new Map<string, DocQueue>();
  function readRest(): Promise<DocQueue[]> {
    return pages.next().then((page) => {
      if (pages.shift) throw pages.shift;
      if (!page) return Array.from(queues.values());
      for (const queue of page.Response.QueueList) queues.set(queue.QueueId, queue);
      return readRest();
    });
  }
  return readRest().catch((failure) => {
    if (failure !== pages.shift || reads === MAX_READS) throw failure;
    return listAllQueues(service, params, reads + 1);
  });
}

/** Gives pages in turn. Not an async generator: a failure would end it, and its syntax is newer than ES2017. */
export function iteratePages(readNext: Pages['next']): AsyncIterableIterator<Page> {
  let latest: Promise<unknown> = Promise.resolve();
  return {
    next() {
      const next = latest.then(readNext, readNext).then((value): IteratorResult<Page> => {
        return value ? { done: false, value } : { done: true, value };
      });
      latest = next;
      return next;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** https://cloud.tencent.com/document/product/460/46947 */
export function updateQueue(
  service: Service,
  change: ChangeParams,
): Promise<DocProcessQueueResult> {
  return inTurn(change, () => writeQueue(service, change, change.settings));
}

/** The service only replaces whole records, so the queue is read, and written back with the changes. */
export function patchQueue(service: Service, change: ChangeParams): Promise<DocProcessQueueResult> {
  const { settings: changes } = change;
  return inTurn(change, () =>
    getQueue(service, change).then((current) => {
      const before = settingsOf(current.Response.Queue);
      const NotifyConfig = Object.assign({}, before.NotifyConfig, changes.NotifyConfig);
      const after = Object.assign({}, before, changes, { NotifyConfig });
      if (JSON.stringify(after) === JSON.stringify(before)) return current;
      const { Url, State } = NotifyConfig;
      if (after.Name && after.State && (!Url || isOnOrOff(State))) {
        return writeQueue(service, change, after);
      }
      const reason =
        'a change would lose what the service does not tell: its Name, State or NotifyConfig.State';
      throw invalidResponse(reason, listRequest(service, change), current);
    }),
  );
}

function writeQueue(
  service: Service,
  params: QueueParams,
  settings: Settings,
): Promise<DocProcessQueueResult> {
  const { QueueId } = params;
  const request = requestTo(service, params, {
    Method: 'PUT',
    Key: `docqueue/${QueueId}`,
    Headers: { 'Content-Type': 'application/xml' },
    Body: writeUpdate(QueueId, settings),
  });
  return send(service, request, readRecord).then((result) => {
    const answered = result.Response.Queue.QueueId;
    if (answered === QueueId) return result;
    throw invalidResponse(
      `expected the record of queue ${QueueId}, not ${answered}`,
      request,
      result,
    );
  });
}

/** The latest change of each queue that is being changed. */
const latestChanges = new Map<string, Promise<unknown>>();

/** Begins a change when the one before it to the same queue has its outcome, whichever client made it. */
function inTurn<Result>(
  { Bucket, QueueId }: QueueParams,
  change: () => Promise<Result>,
): Promise<Result> {
  const queue = `${Bucket}/${QueueId}`;
  const outcome = Promise.resolve(latestChanges.get(queue)).then(change, change);
  const leave = () => {
    if (latestChanges.get(queue) === outcome) latestChanges.delete(queue);
  };
  latestChanges.set(queue, outcome);
  outcome.then(leave, leave);
  return outcome;
}
