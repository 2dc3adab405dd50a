import { ServiceError } from './errors';
import type { State } from './state';
import type { XmlFields } from './xml';

/**
 * DescribeDocProcessQueues, 460/46946.
 *
 * @throws ServiceError
 */
export function listQueues({ queues, settings }: State, query: URLSearchParams): XmlFields {
  const state = readState(query);
  const pageNumber = readCount(query, 'pageNumber', 1);
  const pageSize = readCount(query, 'pageSize', 10);
  const ids = new Set(read(query, 'queueIds').split(',').filter(Boolean));
  const matching = queues.filter(({ State }) => state === '' || State === state);

  if (ids.size === 0) {
    return {
      TotalCount: matching.length,
      PageNumber: pageNumber,
      PageSize: pageSize,
      QueueList: matching.slice((pageNumber - 1) * pageSize, pageNumber * pageSize),
    };
  }
  // The response for given ids has no counts and no pages.
  const found = [...ids].flatMap((id) => matching.find(({ QueueId }) => QueueId === id) ?? []);
  const known = new Set(queues.map(({ QueueId }) => QueueId));
  const missing = [...ids].filter((id) => !known.has(id));
  return {
    QueueList: settings.sparse
      ? found.map((queue) => ({ ...queue, NotifyConfig: { Url: queue.NotifyConfig.Url } }))
      : found,
    // The doc pages' shape; sister queues list them flat, and the C++ SDK reads `QueueId`.
    NonExistPIDs: missing.length > 0 ? { QueueID: missing } : [],
  };
}

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
