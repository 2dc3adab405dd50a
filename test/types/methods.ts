/**
 * The types that are shipped, as the specification: `npm run types` compiles this file, and fails when
 * a line that must be an error is none. Nothing here is run.
 */
import {
  type DescribeDocProcessQueuesResult,
  type DocQueue,
  type DocQueueError,
  DocQueueState,
  docQueue,
  isDocQueueError,
  type UpdateDocProcessQueueResult,
} from '../../miniprogram_dist/index.js';

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function expectType<Expected>(): <Actual>(
  value: Actual,
  equal: Equal<Actual, Expected>,
) => void;

// The SDK has no types of its own: a client of it is `any`.
// biome-ignore lint/suspicious/noExplicitAny: see above
declare const untyped: any;
const cos = docQueue(untyped, { Bucket: 'examplebucket-1250000000', Region: 'ap-beijing' });

export async function aClientTypedAnyGetsTypedMethods() {
  expectType<DescribeDocProcessQueuesResult>()(await cos.describeDocProcessQueues(), true);
  expectType<DescribeDocProcessQueuesResult>()(await cos.describeDocProcessQueue({}), true);
  expectType<DocQueue[]>()(await cos.listAllDocProcessQueues({ State: 'Active' }), true);
  expectType<UpdateDocProcessQueueResult>()(await cos.pauseDocProcessQueue({ QueueId: 'p' }), true);
  for await (const page of cos.paginateDocProcessQueues()) {
    expectType<DescribeDocProcessQueuesResult>()(page, true);
  }
  // Its other members stay as they were.
  cos.putObject({ Key: 'a' });
  // @ts-expect-error
  cos.describeDocProcessQueues({ State: 'active' });
}

declare class TypedCos {
  options: { Timeout: number };
  request(params: { Method: string }, callback: (error: Error | null, data: object) => void): void;
  putObject(params: { Key: string }): Promise<void>;
}

export async function aTypedClientKeepsItsOwnMembers(client: TypedCos) {
  const typed = docQueue(client);
  expectType<void>()(await typed.putObject({ Key: 'a' }), true);
  expectType<number>()(typed.options.Timeout, true);
  expectType<DocQueue[]>()(await typed.listAllDocProcessQueues(), true);
  // @ts-expect-error
  typed.getObject;
  docQueue(TypedCos.prototype);
  // @ts-expect-error: no client
  docQueue({});
  // @ts-expect-error: no such option
  docQueue(client, { bucket: 'a-1' });
}

export function withACallbackNothingIsReturned() {
  const returned = cos.describeDocProcessQueues({ PageNumber: 1 }, (error, data) => {
    expectType<DocQueueError | null>()(error, true);
    expectType<DescribeDocProcessQueuesResult>()(data, true);
  });
  expectType<void>()(returned, true);
  cos.describeDocProcessQueues((_, data) => data.Response.QueueList);
  cos.listAllDocProcessQueues((_, queues) => queues[0]?.Name);
  cos.updateDocProcessQueue(
    { QueueId: 'p', Name: 'a', State: DocQueueState.Paused, NotifyConfig: { State: 'Off' } },
    (_, data) => data.Response.Queue.MaxSize.toFixed(),
  );
  // @ts-expect-error: an update needs its parameters
  cos.updateDocProcessQueue((_, data) => data);
}

export function parametersAreChecked(queue: DocQueue) {
  cos.describeDocProcessQueues({ QueueIds: 'a,b' });
  cos.describeDocProcessQueues({ QueueIds: ['a', 'b'] as const, State: undefined });
  // @ts-expect-error: a name in lower case
  cos.describeDocProcessQueues({ pageNumber: 1 });
  // @ts-expect-error: numbers are numbers
  cos.describeDocProcessQueues({ PageNumber: '1' });
  // @ts-expect-error: a page is chosen by the paginator
  cos.paginateDocProcessQueues({ PageNumber: 1 });
  // @ts-expect-error: the whole record is replaced, so it must be given
  cos.updateDocProcessQueue({ QueueId: 'p', State: 'Active' });
  // @ts-expect-error
  cos.updateDocProcessQueue({ QueueId: 'p', Name: 'a', State: 'On', NotifyConfig: {} });
  cos.pauseDocProcessQueue({ Queue: queue, Bucket: 'a-1', Region: 'ap-x' });
  // @ts-expect-error: one of them
  cos.pauseDocProcessQueue({ Queue: queue, QueueId: 'p' });
  // @ts-expect-error: one of them
  cos.pauseDocProcessQueue({});
  // @ts-expect-error
  cos.resumeDocProcessQueue();
}

export async function resultsAreWhatTheyAre() {
  const { Response, statusCode, headers, RequestId } = await cos.describeDocProcessQueues();
  expectType<number>()(statusCode, true);
  expectType<Record<string, string>>()(headers, true);
  expectType<string>()(RequestId, true);
  // An answer for given ids has no counts.
  expectType<number | undefined>()(Response.TotalCount, true);
  expectType<string[]>()(Response.NonExistPIDs, true);
  for (const queue of Response.QueueList) {
    expectType<DocQueueState>()(queue.State, true);
    expectType<'Active' | 'Paused'>()(queue.State, true);
    expectType<number>()(queue.MaxConcurrent, true);
    expectType<string | undefined>()(queue.NotifyConfig.Url, true);
    expectType<'On' | 'Off' | undefined>()(queue.NotifyConfig.State, true);
    // @ts-expect-error
    queue.state;
  }
}

export function errorsAreRecognised(caught: unknown) {
  // @ts-expect-error
  caught.code;
  if (!isDocQueueError(caught)) return;
  expectType<string>()(caught.code, true);
  expectType<'param' | 'credential' | 'network' | 'service' | 'response'>()(caught.kind, true);
  expectType<number | undefined>()(caught.statusCode, true);
  expectType<unknown>()(caught.error, true);
}
