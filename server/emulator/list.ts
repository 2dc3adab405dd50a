import { z } from 'zod';
import { validate } from './errors';
import type { State } from './state';
import type { XmlFields } from './xml';

const count = (byDefault: number) =>
  z
    .string()
    .regex(/^([1-9]\d{0,8})?$/, 'expected a positive number')
    .default('')
    .transform((text) => Number(text) || byDefault);

// An empty value means the same as none.
const querySchema = z.object({
  queueIds: z.string().default(''),
  // `All` is not documented, but the Python SDK sends it.
  state: z.enum(['', 'Active', 'Paused', 'All']).default(''),
  pageNumber: count(1),
  pageSize: count(10),
});

/** DescribeDocProcessQueues, 460/46946. */
export function listQueues({ queues, settings }: State, query: URLSearchParams): XmlFields {
  const { queueIds, state, pageNumber, pageSize } = validate(
    querySchema,
    Object.fromEntries(query),
  );
  const ids = new Set(queueIds.split(',').filter(Boolean));
  const matching = queues.filter(({ State }) => ['', 'All', State].includes(state));

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
    // As documented. For other kinds of queues the ids are flat, and the C++ SDK expects `QueueId`.
    NonExistPIDs: missing.length > 0 ? { QueueID: missing } : [],
  };
}
