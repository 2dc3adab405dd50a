import type { DocQueueMethods, ListAllDocProcessQueuesParams } from '../../src/index.js';
import { failed, listXml, queueXml, rejection } from '../support/client.js';
import { cosThatAnswers } from '../support/methods.js';

interface Counting {
  /** What the service says of all queues, if anything; by default how many there are. */
  TotalCount?: number | undefined;
  /** The most that the service puts on a page, whatever is asked for. */
  limit?: number;
  /** Whether the service says how large its pages are. */
  saysPageSize?: boolean;
}

/** A service with so many queues, which counts as told. */
function serviceWith(
  total: number,
  { limit = 1000, saysPageSize = true, ...count }: Counting = {},
) {
  return cosThatAnswers(({ Query }, callback) => {
    const PageNumber = Number(Query.pageNumber);
    const size = Math.min(limit, Number(Query.pageSize));
    const page = ids(total).slice((PageNumber - 1) * size, PageNumber * size);
    const PageSize = saysPageSize ? size : undefined;
    const Body = pageXml(page, { TotalCount: total, ...count, PageNumber, PageSize });
    callback(null, { statusCode: 200, headers: {}, Body });
  });
}

function pageXml(page: string[], counts: Parameters<typeof listXml>[1]) {
  return listXml(
    page.map((QueueId) => queueXml({ QueueId })),
    counts,
  );
}

function ids(total: number) {
  return Array.from({ length: total }, (_, index) => `p${index + 1}`);
}

/** How many queues each page has. */
async function lengths(pages: ReturnType<DocQueueMethods['paginateDocProcessQueues']>) {
  const all: number[] = [];
  for await (const { Response } of pages) all.push(Response.QueueList.length);
  return all;
}

it.each([
  ['no queue', 0, 10, {}, [0], 1],
  ['a page that is not full', 3, 10, {}, [3], 1],
  ['a page that is just full', 10, 10, {}, [10], 1],
  ['one full page, and no count', 10, 10, { TotalCount: 0 }, [10], 2],
  ['several pages', 25, 10, {}, [10, 10, 5], 3],
  ['pages that are just full', 30, 10, {}, [10, 10, 10], 3],
  ['a count that is too low', 25, 10, { TotalCount: 5 }, [10, 10, 5], 3],
  ['a count of none', 25, 10, { TotalCount: 0 }, [10, 10, 5], 3],
  ['no count', 25, 10, { TotalCount: undefined }, [10, 10, 5], 3],
  ['a count that is too low, full pages', 20, 10, { TotalCount: 5 }, [10, 10], 3],
  ['smaller pages than asked for', 25, 100, { limit: 10 }, [10, 10, 5], 3],
  ['smaller pages, and no count', 25, 100, { limit: 10, TotalCount: 0 }, [10, 10, 5], 3],
  ['smaller pages, of unknown size', 25, 100, { limit: 10, saysPageSize: false }, [10, 10, 5], 3],
  ['unknown size, and no count', 20, 10, { TotalCount: 0, saysPageSize: false }, [10, 10], 3],
])('every queue comes once: %s', async (_, total, PageSize, counting, pages, requests) => {
  const cos = serviceWith(total, counting);
  const queues = await cos.listAllDocProcessQueues({ PageSize });
  expect(queues.map(({ QueueId }) => QueueId)).toEqual(ids(total));
  expect(cos.asked).toHaveLength(requests);
  expect(await lengths(cos.paginateDocProcessQueues({ PageSize }))).toEqual(pages);
  expect(cos.asked).toHaveLength(2 * requests);
});

describe('listAllDocProcessQueues', () => {
  it.each([undefined, ''])('asks for 100 at a time when PageSize is %j', async (PageSize) => {
    const cos = serviceWith(0);
    const params = { State: 'Paused', PageSize: PageSize as never } as const;
    await cos.listAllDocProcessQueues(params);
    expect(cos.asked[0]?.Query).toEqual({ state: 'Paused', pageNumber: '1', pageSize: '100' });
  });

  it('asks for every page with the parameters of the call', async () => {
    const cos = serviceWith(25);
    const params: ListAllDocProcessQueuesParams = { Bucket: 'a-1', State: 'Active', PageSize: 10 };
    const queues = cos.listAllDocProcessQueues(params);
    Object.assign(params, { Bucket: 'b-1', State: 'Paused', PageSize: 1 });
    await queues;
    expect(cos.asked).toHaveLength(3);
    for (const { Bucket, Query } of cos.asked) {
      expect([Bucket, Query.state, Query.pageSize]).toEqual(['a-1', 'Active', '10']);
    }
  });

  const COUNTED_30 = pageXml(['a'], { TotalCount: 30 });
  const LAST_IS_30 = listXml([], { TotalCount: 30 });
  const UNCOUNTED = listXml(['<QueueList/>'], { TotalCount: undefined });

  it.each([
    ['page 2 comes empty', [COUNTED_30, LAST_IS_30], 1],
    ['the same page comes again and again', [COUNTED_30], 1],
    ['the count grew', [pageXml(['a'], { TotalCount: 2, PageSize: 1 }), LAST_IS_30], 1],
    ['only the first page is counted', [COUNTED_30, UNCOUNTED], 1],
    ['the first page is empty', [LAST_IS_30], 0],
  ])('fails when it ends with fewer queues than the last count: %s', async (_, pages, found) => {
    const cos = cosThatAnswers(...pages);
    const error = await rejection(cos.listAllDocProcessQueues());
    expect(error).toMatchObject({
      kind: 'response',
      code: 'InvalidResponse',
      message: `InvalidResponse: the list ended with ${found} of 30 queues`,
      statusCode: 200,
      RequestId: 'REQ',
    });
    expect(cos.asked).toHaveLength(found + 1);
  });

  it('believes the last count, when queues were closed meanwhile', async () => {
    const first = pageXml(['a'], { TotalCount: 30, PageSize: 1 });
    const cos = cosThatAnswers(first, listXml([], { TotalCount: 1 }));
    expect(await cos.listAllDocProcessQueues()).toHaveLength(1);
  });

  it('has a queue once that moved to a later page meanwhile', async () => {
    const counts = { TotalCount: 3, PageSize: 2 };
    const cos = cosThatAnswers(pageXml(['a', 'b'], counts), pageXml(['b', 'c'], counts));
    const queues = await cos.listAllDocProcessQueues();
    expect(queues.map(({ QueueId }) => QueueId)).toEqual(['a', 'b', 'c']);
  });
});

describe('paginateDocProcessQueues', () => {
  it('gives page after page, each when it is wanted, and then no more', async () => {
    const cos = serviceWith(25);
    const pages = cos.paginateDocProcessQueues({ PageSize: 10 });
    for (const PageNumber of [1, 2, 3]) {
      const counts = { TotalCount: 25, PageNumber };
      expect((await pages.next()).value).toMatchObject({ statusCode: 200, Response: counts });
      expect(cos.asked).toHaveLength(PageNumber);
    }
    for (let times = 0; times < 2; times++) {
      expect(await pages.next()).toEqual({ done: true, value: undefined });
    }
    expect(cos.asked).toHaveLength(3);
  });

  it('gives pages in order to calls that overlap', async () => {
    const cos = serviceWith(25);
    const pages = cos.paginateDocProcessQueues({ PageSize: 10 });
    const results = await Promise.all([pages.next(), pages.next(), pages.next(), pages.next()]);
    expect(results.map(({ value }) => value?.Response.PageNumber)).toEqual([1, 2, 3, undefined]);
  });

  it('asks again for a page that failed', async () => {
    const counts = { TotalCount: 2, PageSize: 1 };
    const [a, b] = [pageXml(['a'], counts), pageXml(['b'], counts)];
    const cos = cosThatAnswers(failed(500, ''), a, failed(500, ''), failed(500, ''), b);
    const pages = cos.paginateDocProcessQueues();
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => pages.next()));
    expect(outcomes).toMatchObject([
      { reason: { code: 'HttpError' } },
      { value: { value: { Response: { QueueList: [{ QueueId: 'a' }] } } } },
      { reason: { code: 'HttpError' } },
      { reason: { code: 'HttpError' } },
      { value: { value: { Response: { QueueList: [{ QueueId: 'b' }] } } } },
      { value: { done: true } },
    ]);
    expect(cos.asked.map(({ Query }) => Query.pageNumber)).toEqual(['1', '1', '2', '2', '2']);
  });

  it('takes null for no parameters', async () => {
    const pages = serviceWith(0).paginateDocProcessQueues(null as never);
    expect((await pages.next()).done).toBe(false);
  });
});
