/**
 * The types that are shipped, as the specification: `npm run types` compiles this file, and fails when
 * a line that must be an error is none. Nothing here is run.
 */
import {
  type DescribeDocProcessQueuesResult,
  type DocProcessQueueResult,
  type DocQueue,
  type DocQueueCallback,
  type DocQueueError,
  type DocQueueList,
  type DocQueueRecord,
  type DocQueueResult,
  DocQueueState,
  docQueue,
  isDocQueueError,
  type DocQueueMethods as Methods,
} from '../../miniprogram_dist/index.js';

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function expectEqual<A, B>(equal: Equal<A, B>): void;
declare function expectType<B>(): <A>(value: A, equal: Equal<A, B>) => void;
/** Fields that may be missing. */
type Optional<Name extends string, Value> = { [_ in Name]?: Value };

// biome-ignore lint/suspicious/noExplicitAny: the SDK has no types of its own, so a client of it is `any`
declare const untyped: any;
const cos = docQueue(untyped, { Bucket: 'examplebucket-1250000000', Region: 'ap-beijing' });

export async function aClientTypedAnyGetsTypedMethods() {
  expectType<DescribeDocProcessQueuesResult>()(await cos.describeDocProcessQueues(), true);
  expectEqual<Methods['describeDocProcessQueue'], Methods['describeDocProcessQueues']>(true);
  expectEqual<Methods['updateProcessQueue'], Methods['updateDocProcessQueue']>(true);
  expectType<DocQueue[]>()(await cos.listAllDocProcessQueues({ State: 'Active' }), true);
  expectType<DocProcessQueueResult>()(await cos.getDocProcessQueue({ QueueId: 'p' }), true);
  expectType<DocProcessQueueResult>()(await cos.pauseDocProcessQueue({ QueueId: 'p' }), true);
  for await (const page of cos.paginateDocProcessQueues()) {
    expectType<DescribeDocProcessQueuesResult>()(page, true);
  }
  // Its other members stay as they were.
  const { putObject } = cos;
  putObject({ Key: 'a' });
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
  cos.listAllDocProcessQueues(undefined, (_, queues) => queues[0]?.Name);
  const got = cos.getDocProcessQueue({ QueueId: 'p' }, (_, data) => data.Response.Queue.QueueId);
  expectType<void>()(got, true);
  // @ts-expect-error: an update needs its parameters
  cos.updateDocProcessQueue((_, data) => data);
}

/** An app's own function with an optional callback can hand it on. */
export function anOptionalCallbackIsForwarded(
  params: { QueueId: string; Name: string },
  onQueue?: DocQueueCallback<DocProcessQueueResult>,
  onList?: DocQueueCallback<DescribeDocProcessQueuesResult>,
) {
  const queue = cos.patchDocProcessQueue(params, onQueue);
  expectType<Promise<DocProcessQueueResult> | undefined>()(queue, true);
  const list = cos.describeDocProcessQueues(undefined, onList);
  expectType<Promise<DescribeDocProcessQueuesResult> | undefined>()(list, true);
  cos.describeDocProcessQueues({}, onList);
}

export function parametersAreChecked() {
  cos.describeDocProcessQueues({ QueueIds: 'a,b' });
  cos.describeDocProcessQueues({ QueueIds: ['a', 'b'] as const, State: DocQueueState.Active });
  // @ts-expect-error: a name in lower case
  cos.describeDocProcessQueues({ pageNumber: 1 });
  // @ts-expect-error: numbers are numbers
  cos.describeDocProcessQueues({ PageNumber: '1' });
  // @ts-expect-error: a page is chosen by the paginator
  cos.paginateDocProcessQueues({ PageNumber: 1 });
  // @ts-expect-error: one queue
  cos.getDocProcessQueue({ QueueIds: 'p' });
  // @ts-expect-error: which queue?
  cos.pauseDocProcessQueue({});
  // @ts-expect-error: which queue?
  cos.resumeDocProcessQueue();
  // @ts-expect-error: a queue that was read before may have changed since
  cos.pauseDocProcessQueue({ Queue: { QueueId: 'p' } });
}

export function settingsAreChecked() {
  const NotifyConfig = { Url: 'u', Event: ['a', 'b'], State: 'On', ResultFormat: 'JSON' } as const;
  cos.updateDocProcessQueue({ QueueId: 'p', Name: 'a', State: 'Active', NotifyConfig });
  cos.patchDocProcessQueue({ QueueId: 'p', NotifyConfig, Bucket: 'a-1', Region: 'ap-x' });
  // Settings that this package does not know.
  cos.patchDocProcessQueue({ QueueId: 'p', MqMode: 'Queue', NotifyConfig: { Retry: 3 } });
  // @ts-expect-error: the whole record is replaced, so it must be given
  cos.updateDocProcessQueue({ QueueId: 'p', State: 'Active' });
  // @ts-expect-error
  cos.updateDocProcessQueue({ QueueId: 'p', Name: 'a', State: 'On', NotifyConfig: {} });
  // @ts-expect-error
  cos.patchDocProcessQueue({ QueueId: 'p', NotifyConfig: { State: 'Active' } });
  // @ts-expect-error: null would wipe it
  cos.patchDocProcessQueue({ QueueId: 'p', Name: null });
  // @ts-expect-error: which queue?
  cos.patchDocProcessQueue({ Name: 'a' });
}

/** What may be missing may be handed on as it is, under `exactOptionalPropertyTypes` too. */
export function undefinedIsNotGiven(text?: string, State?: DocQueueState, PageSize?: number) {
  const target = { Bucket: text, Region: text };
  docQueue(untyped, { ...target, Domain: text });
  const page = { PageSize, PageNumber: PageSize };
  cos.describeDocProcessQueues({ ...target, QueueIds: text, State, ...page });
  cos.listAllDocProcessQueues({ ...target, State, PageSize });
  const NotifyConfig = { Url: text, Event: text, Type: text, ResultFormat: text, State: undefined };
  cos.patchDocProcessQueue({ ...target, QueueId: 'p', Name: text, State, NotifyConfig });
  cos.patchDocProcessQueue({ QueueId: 'p', Name: 'a', NotifyConfig: undefined });
  // @ts-expect-error: an update needs it
  cos.updateDocProcessQueue({ QueueId: 'p', Name: text, State: 'Active', NotifyConfig });
}

export function resultsPromiseWhatIsAlwaysThere() {
  type Answer = { statusCode: number; headers: Record<string, string>; RequestId: string };
  expectEqual<Omit<DocQueueResult<DocQueue>, 'Response'>, Answer>(true);
  expectEqual<DocQueueResult<DocQueue>['Response'], DocQueue>(true);
  expectEqual<DescribeDocProcessQueuesResult, DocQueueResult<DocQueueList>>(true);
  expectEqual<DocProcessQueueResult, DocQueueResult<DocQueueRecord>>(true);
  type Count = 'TotalCount' | 'PageNumber' | 'PageSize';
  expectEqual<Pick<DocQueueList, Count>, Optional<Count, number>>(true);
  expectEqual<Pick<DocQueueList, 'RequestId'>, { RequestId?: string }>(true);
  expectEqual<DocQueueList['QueueList'], DocQueue[]>(true);
  expectEqual<DocQueueList['NonExistPIDs'], string[]>(true);
  expectEqual<DocQueueRecord['Queue'], DocQueue>(true);
}

export function aQueueHoldsWhatTheServiceSends(queue: DocQueue) {
  expectEqual<DocQueue['QueueId'], string>(true);
  type Text = 'Name' | 'CreateTime' | 'UpdateTime' | 'BucketId' | 'Category';
  expectEqual<Pick<DocQueue, Text>, Optional<Text, string>>(true);
  type Limit = 'MaxSize' | 'MaxConcurrent';
  expectEqual<Pick<DocQueue, Limit>, Optional<Limit, number>>(true);
  type Setting = 'Url' | 'Event' | 'Type' | 'ResultFormat';
  expectEqual<Pick<DocQueue['NotifyConfig'], Setting>, Optional<Setting, string>>(true);
  // Other texts than the documented ones may come, and fields that this package does not know.
  const states: (string | undefined)[] = [queue.State, queue.NotifyConfig.State];
  queue.State = 'Closing';
  queue.NotifyConfig.State = 'Broken';
  // @ts-expect-error: nor is it sure that it is one of the two
  const state: DocQueueState = queue.State;
  const { MqMode } = queue;
  const { MqName } = queue.NotifyConfig;
  expectType<unknown>()(MqMode, true);
  expectType<unknown>()(MqName, true);
  return { states, state };
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
