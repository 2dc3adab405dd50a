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
  type DocQueueMethods,
  DocQueueState,
  docQueue,
  isDocQueueError,
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
  expectType<DocProcessQueueResult>()(await cos.getDocProcessQueue({ QueueId: 'p' }), true);
  expectType<DocProcessQueueResult>()(await cos.pauseDocProcessQueue({ QueueId: 'p' }), true);
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
  cos.listAllDocProcessQueues(undefined, (_, queues) => queues[0]?.Name);
  const got = cos.getDocProcessQueue({ QueueId: 'p' }, (_, data) => data.Response.Queue.QueueId);
  expectType<void>()(got, true);
  // @ts-expect-error: an update needs its parameters
  cos.updateDocProcessQueue((_, data) => data);
}

/** An app's own function with an optional callback can hand it on. */
export function anOptionalCallbackIsForwarded(
  QueueId: string,
  onQueue?: DocQueueCallback<DocProcessQueueResult>,
  onList?: DocQueueCallback<DescribeDocProcessQueuesResult>,
) {
  const queue = cos.pauseDocProcessQueue({ QueueId }, onQueue);
  expectType<Promise<DocProcessQueueResult> | undefined>()(queue, true);
  cos.patchDocProcessQueue({ QueueId, Name: 'a' }, onQueue);
  const list = cos.describeDocProcessQueues({}, onList);
  expectType<Promise<DescribeDocProcessQueuesResult> | undefined>()(list, true);
  cos.describeDocProcessQueues(undefined, onList);
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
  cos.describeDocProcessQueues({
    ...target,
    QueueIds: text,
    State,
    PageSize,
    PageNumber: PageSize,
  });
  cos.listAllDocProcessQueues({ ...target, State, PageSize });
  const NotifyConfig = { Url: text, Event: text, Type: text, ResultFormat: text, State: undefined };
  cos.patchDocProcessQueue({ ...target, QueueId: 'p', Name: text, State, NotifyConfig });
  cos.patchDocProcessQueue({ QueueId: 'p', Name: 'a', NotifyConfig: undefined });
  // @ts-expect-error: an update needs it
  cos.updateDocProcessQueue({ QueueId: 'p', Name: text, State: 'Active', NotifyConfig });
}

export async function resultsPromiseWhatIsAlwaysThere() {
  const { Response, statusCode, headers, RequestId } = await cos.describeDocProcessQueues();
  expectType<number>()(statusCode, true);
  expectType<Record<string, string>>()(headers, true);
  expectType<string>()(RequestId, true);
  expectType<string | undefined>()(Response.RequestId, true);
  expectType<number | undefined>()(Response.TotalCount, true);
  expectType<number | undefined>()(Response.PageNumber, true);
  expectType<number | undefined>()(Response.PageSize, true);
  expectType<DocQueue[]>()(Response.QueueList, true);
  expectType<string[]>()(Response.NonExistPIDs, true);
  expectType<DocQueue>()((await cos.getDocProcessQueue({ QueueId: 'p' })).Response.Queue, true);
}

export function aQueueHoldsWhatTheServiceSends(queue: DocQueue) {
  expectType<string>()(queue.QueueId, true);
  expectType<string | undefined>()(queue.Name, true);
  expectType<number | undefined>()(queue.MaxSize, true);
  expectType<number | undefined>()(queue.MaxConcurrent, true);
  expectType<string | undefined>()(queue.CreateTime, true);
  expectType<string | undefined>()(queue.UpdateTime, true);
  expectType<string | undefined>()(queue.BucketId, true);
  expectType<string | undefined>()(queue.Category, true);
  expectType<string | undefined>()(queue.NotifyConfig.Url, true);
  expectType<string | undefined>()(queue.NotifyConfig.Event, true);
  expectType<string | undefined>()(queue.NotifyConfig.Type, true);
  expectType<string | undefined>()(queue.NotifyConfig.ResultFormat, true);
  // Other texts than the documented ones may come, and fields that this package does not know.
  const texts: (string | undefined)[] = [queue.State, queue.NotifyConfig.State];
  queue.State = 'Closing';
  queue.NotifyConfig.State = 'Broken';
  // @ts-expect-error: nor is it sure that it is one of the two
  const state: DocQueueState = queue.State;
  expectType<unknown>()(queue.MqMode, true);
  expectType<unknown>()(queue.NotifyConfig.MqName, true);
  return { texts, state };
}

export function anAppMayNameTheTypesOfMethods(methods: DocQueueMethods) {
  const list: DocQueueMethods['describeDocProcessQueues'] = methods.describeDocProcessQueue;
  const update: DocQueueMethods['updateProcessQueue'] = methods.updateDocProcessQueue;
  return { list, update };
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
