import type { DocQueueMethods } from '../../src/index.js';
import { failed, listXml, queueXml, rejection } from '../support/client.js';
import { cosWith } from '../support/methods.js';

type Counts = Parameters<typeof listXml>[1];

/** A service whose responses list `queues[0]`, then `queues[1]`, and so on, the last for good. `limit` caps a page. */
function serviceWith(queues: string[][], counts: Counts = {}, limit = 100) {
  let responses = 0;
  return cosWith(({ Query }, callback) => {
    const all = queues[Math.min(responses++, queues.length - 1)] as string[];
    const PageNumber = Number(Query.pageNumber);
    const size = Math.min(limit, Number(Query.pageSize));
    const ids = all.slice((PageNumber - 1) * size, PageNumber * size);
    const page = ids.map((QueueId) => queueXml({ QueueId }));
    const Body = listXml(page, { TotalCount: all.length, ...counts, PageNumber });
    callback(null, { statusCode: 200, headers: {}, Body });
  });
}

/** A page of queues whose ids are single letters. */
function pageOf(ids: string, TotalCount?: number) {
  const queues = Array.from(ids, (QueueId) => queueXml({ QueueId }));
  return listXml(queues, { TotalCount });
}

const idsTo = (last: number) => Array.from({ length: last }, (_, index) => `p${index + 1}`);

/** Lists all, and gives the ids. */
async function listAll(cos: DocQueueMethods, params?: { PageSize: number }) {
  return (await cos.listAllDocProcessQueues(params)).map(({ QueueId }) => QueueId);
}

/** How many queues each page of the iterator has. */
async function pageLengths(pages: ReturnType<DocQueueMethods['paginateDocProcessQueues']>) {
  const lengths: number[] = [];
  for await (const { Response } of pages) lengths.push(Response.QueueList.length);
  return lengths;
}

it.each<[string, number, Counts, number[], number]>([
  ['no queue', 0, {}, [0], 1],
  ['no queue and no count', 0, { TotalCount: undefined }, [0], 1],
  ['a page that is not full', 3, {}, [3], 1],
  ['several pages', 25, {}, [10, 10, 5], 3],
  ['pages that are just full', 30, {}, [10, 10, 10], 3],
  ['a count that is too low', 25, { TotalCount: 5 }, [10, 10, 5], 4],
  ['no count', 25, { TotalCount: undefined }, [10, 10, 5], 4],
])('both lists give every queue once: %s', async (_, total, counts, lengths, times) => {
  const cos = serviceWith([idsTo(total)], counts);
  expect(await listAll(cos, { PageSize: 10 })).toEqual(idsTo(total));
  expect(cos.requests).toHaveLength(times);
  expect(await pageLengths(cos.paginateDocProcessQueues({ PageSize: 10 }))).toEqual(lengths);
  expect(cos.requests).toHaveLength(2 * times);
});

it('the lists give every queue of a service that caps its pages and counts nothing', async () => {
  const cos = serviceWith([idsTo(120)], { TotalCount: undefined }, 50);
  expect(await listAll(cos)).toEqual(idsTo(120));
  expect(await pageLengths(cos.paginateDocProcessQueues())).toEqual([50, 50, 20]);
});

it('every page is asked for with the parameters of the call', async () => {
  const cos = serviceWith([idsTo(25)]);
  const params = { Bucket: 'a-1', State: 'Active' as const, PageSize: 10 };
  await cos.listAllDocProcessQueues(params);
  await pageLengths(cos.paginateDocProcessQueues(params));
  expect(cos.requests).toHaveLength(6);
  for (const { Bucket, Query } of cos.requests) {
    expect([Bucket, Query.state, Query.pageSize]).toEqual(['a-1', 'Active', '10']);
  }
});

const ALL = idsTo(150);
const CHANGED = { kind: 'response', code: 'InvalidResponse', statusCode: 200 };

describe('listAllDocProcessQueues', () => {
  it.each<[string, string[][], number]>([
    ['a queue leaves', [ALL, ALL.slice(1)], 1 + 1 + 2],
    ['a queue joins in front', [ALL, ['p0', ...ALL]], 1 + 1 + 2],
    ['the list shifts twice', [ALL, ALL.slice(1), ALL.slice(1), ALL.slice(2)], 2 + 2 + 2],
  ])('starts over when %s while it reads', async (_, queues, requests) => {
    const cos = serviceWith(queues);
    expect(await listAll(cos)).toEqual(queues[queues.length - 1]);
    expect(cos.requests).toHaveLength(requests);
  });

  it.each([
    ['starts over if it ends short of the count', [pageOf('a', 2), pageOf('', 2), pageOf('ab', 2)]],
    ['ends when the same page comes again and again', [pageOf('ab')]],
    ['does not take the first count for a shift', [pageOf('a'), pageOf('b', 2)]],
    ['does not take a count that is left out for a shift', [pageOf('a', 2), pageOf('b')]],
    ['lists a queue on two pages only once', [pageOf('a', 2), pageOf('ab', 2)]],
  ])('%s', async (_, pages) => {
    expect(await listAll(cosWith(...pages))).toEqual(['a', 'b']);
  });

  it.each([
    ['shifts each time', [ALL, ALL.slice(1), ALL, ALL.slice(1), ALL, ALL.slice(1)], {}, 6],
    ['always ends short', [ALL], { TotalCount: 151 }, 9],
  ])('gives up after three attempts when the list %s', async (_, queues, counts, requests) => {
    const cos = serviceWith(queues, counts);
    const error = await rejection(cos.listAllDocProcessQueues());
    expect(error).toMatchObject(CHANGED);
    expect(error.message).toContain('the list changed while it was read');
    expect(cos.requests).toHaveLength(requests);
  });

  it.each([0, 1])('fails at once when a page fails after %d others', async (others) => {
    const cos = cosWith(...[pageOf('a', 2)].slice(0, others), failed(500, ''));
    expect(await rejection(cos.listAllDocProcessQueues())).toMatchObject({ code: 'HttpError' });
    expect(cos.requests).toHaveLength(others + 1);
  });
});

describe('paginateDocProcessQueues', () => {
  it('gives page after page, each when it is asked for, and then no more', async () => {
    const cos = serviceWith([idsTo(25)]);
    const pages = cos.paginateDocProcessQueues({ PageSize: 10 });
    expect(cos.requests).toHaveLength(0);
    for (const PageNumber of [1, 2, 3]) {
      const Response = { TotalCount: 25, PageNumber };
      expect((await pages.next()).value).toMatchObject({ statusCode: 200, Response });
      expect(cos.requests).toHaveLength(PageNumber);
    }
    expect(await pages.next()).toEqual({ done: true, value: undefined });
    expect(await pages.next()).toEqual({ done: true, value: undefined });
    expect(cos.requests).toHaveLength(3);
  });

  it('gives pages in order to calls that overlap, and asks again for one that failed', async () => {
    const failure = failed(500, '');
    const cos = cosWith(failure, pageOf('a', 2), failure, failure, pageOf('b', 2));
    const pages = cos.paginateDocProcessQueues();
    const calls = Array.from({ length: 6 }, () => pages.next().catch(({ code }) => code));
    const outcomes = (await Promise.all(calls)).map(
      (outcome) => outcome.value?.Response.QueueList[0].QueueId ?? outcome.done ?? outcome,
    );
    expect(outcomes).toEqual(['HttpError', 'a', 'HttpError', 'HttpError', 'b', true]);
    expect(cos.requests.map(({ Query }) => Query.pageNumber)).toEqual(['1', '1', '2', '2', '2']);
  });

  it('ends at the current count when a queue leaves meanwhile', async () => {
    const cos = serviceWith([ALL, ALL.slice(1)]);
    expect(await pageLengths(cos.paginateDocProcessQueues())).toEqual([100, 49]);
  });

  it('fails when fewer queues came than the service counts, as after one joins in front', async () => {
    const pages = serviceWith([ALL, ['p0', ...ALL]]).paginateDocProcessQueues();
    const error = await rejection(pageLengths(pages));
    expect(error).toMatchObject(CHANGED);
    expect(error.message).toContain('150 of 151 queues');
  });

  it('rejects each page for wrong parameters, and does not throw when called', async () => {
    const pages = cosWith('').paginateDocProcessQueues({ PageSize: -1 });
    expect(await rejection(pages.next())).toMatchObject({ kind: 'param' });
    expect(await rejection(pages.next())).toMatchObject({ kind: 'param' });
  });
});
