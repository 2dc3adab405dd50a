import { ServiceError } from './errors';
import type { QueueRecord } from './queues';
import type { Settings, State } from './state';
import type { XmlFields, XmlValue } from './xml';

/**
 * DescribeDocProcessQueues, 460/46946.
 *
 * @throws ServiceError
 */
export function listQueues(
  { queues, settings }: Pick<State, 'queues' | 'settings'>,
  query: URLSearchParams,
): XmlFields {
  const state = readState(query);
  const pageNumber = readCount(query, 'pageNumber', 1);
  const pageSize = readCount(query, 'pageSize', 10);
  const ids = [...new Set(read(query, 'queueIds').split(',').filter(Boolean))];
  const wanted = (queue: QueueRecord) => state === '' || queue.State === state;

  if (ids.length === 0) {
    const matching = queues.filter(wanted);
    return {
      TotalCount: matching.length,
      PageNumber: pageNumber,
      PageSize: pageSize,
      QueueList: matching.slice((pageNumber - 1) * pageSize, pageNumber * pageSize),
    };
  }
  // The answer by id has no counts and no pages.
  const byId = new Map(queues.map((queue) => [queue.QueueId, queue]));
  const found = ids.flatMap((id) => byId.get(id) ?? []).filter(wanted);
  const missing = ids.filter((id) => !byId.has(id));
  return {
    QueueList: settings.sparse
      ? found.map((queue) => ({ ...queue, NotifyConfig: { Url: queue.NotifyConfig.Url } }))
      : found,
    NonExistPIDs: missing.length > 0 ? MISSING[settings.nonExist](missing) : [],
  };
}

/** Each documented shape of the ids that are not there. */
const MISSING: Record<Settings['nonExist'], (ids: string[]) => XmlValue> = {
  nested: (ids) => ({ QueueID: ids }),
  nestedQueueId: (ids) => ({ QueueId: ids }),
  flat: (ids) => ids,
};

/** An empty value counts as left out. */
function read(query: URLSearchParams, name: string): string {
  const values = query.getAll(name);
  if (values.length > 1) throw new ServiceError('InvalidArgument', `${name} is given twice.`);
  return values[0] ?? '';
}

function readState(query: URLSearchParams): string {
  const state = read(query, 'state');
  if (!['', 'Active', 'Paused', 'All'].includes(state)) {
    throw new ServiceError('InvalidArgument', 'state must be Active or Paused.');
  }
  // Undocumented, but the Python SDK sends it.
  return state === 'All' ? '' : state;
}

function readCount(query: URLSearchParams, name: string, byDefault: number): number {
  const text = read(query, name);
  if (text === '') return byDefault;
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (count < 1) throw new ServiceError('InvalidArgument', `${name} must be a positive number.`);
  return count;
}
