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
  type DocQueueErrorKind,
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
type Outcome<Name extends keyof Methods> = Awaited<ReturnType<Methods[Name]>>;

// biome-ignore lint/suspicious/noExplicitAny: the SDK has no types of its own, so a client of it is `any`
declare const untyped: any;
const cos = docQueue(untyped, { Bucket: 'examplebucket-1250000000', Region: 'ap-beijing' });

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
  docQueue(TypedCos.prototype, { Timeout: 5000 });
  // @ts-expect-error: no client
  docQueue({});
  // @ts-expect-error: no such option
  docQueue(client, { bucket: 'a-1' });
}

export async function resultsAreThoseOfThePromise() {
  expectEqual<Outcome<'describeDocProcessQueues'>, DescribeDocProcessQueuesResult>(true);
  expectEqual<Outcome<'listAllDocProcessQueues'>, DocQueue[]>(true);
  expectEqual<Outcome<'getDocProcessQueue'>, DocProcessQueueResult>(true);
  expectEqual<Outcome<'updateDocProcessQueue'>, DocProcessQueueResult>(true);
  expectEqual<Outcome<'patchDocProcessQueue'>, DocProcessQueueResult>(true);
  expectEqual<Outcome<'pauseDocProcessQueue'>, DocProcessQueueResult>(true);
  expectEqual<Outcome<'resumeDocProcessQueue'>, DocProcessQueueResult>(true);
  expectEqual<Methods['describeDocProcessQueue'], Methods['describeDocProcessQueues']>(true);
  expectEqual<Methods['updateProcessQueue'], Methods['updateDocProcessQueue']>(true);
  for await (const page of cos.paginateDocProcessQueues()) {
    expectType<DescribeDocProcessQueuesResult>()(page, true);
  }
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

export function parametersAreChecked() {
  cos.describeDocProcessQueues({ QueueIds: 'a,b' });
  cos.describeDocProcessQueues({ QueueIds: ['a', 'b'] as const, State: DocQueueState.Active });
  // @ts-expect-error: the types have the names of the SDK
  cos.describeDocProcessQueues({ pageNumber: 1 });
  // @ts-expect-error: a page is chosen by the paginator
  cos.paginateDocProcessQueues({ PageNumber: 1 });
  // @ts-expect-error: one queue
  cos.getDocProcessQueue({ QueueIds: 'p' });
  // @ts-expect-error: which queue?
  cos.pauseDocProcessQueue({});
  // @ts-expect-error: which queue?
  cos.resumeDocProcessQueue();
}

export function settingsAreChecked() {
  const NotifyConfig = { Url: 'u', Event: ['a', 'b'], State: 'On', ResultFormat: 'JSON' } as const;
  cos.updateDocProcessQueue({ QueueId: 'p', Name: 'a', State: 'Active', NotifyConfig });
  cos.patchDocProcessQueue({ QueueId: 'p', NotifyConfig, Bucket: 'a-1', Region: 'ap-x' });
  // @ts-expect-error: the whole record is replaced, so it must be given
  cos.updateDocProcessQueue({ QueueId: 'p', State: 'Active' });
  // @ts-expect-error: a wrong value
  cos.updateDocProcessQueue({ QueueId: 'p', Name: 'a', State: 'On', NotifyConfig: {} });
  // @ts-expect-error: a wrong value
  cos.patchDocProcessQueue({ QueueId: 'p', NotifyConfig: { State: 'Active' } });
  // @ts-expect-error: a wrong name
  cos.patchDocProcessQueue({ QueueId: 'p', Stat: 'Active' });
  // @ts-expect-error: a wrong name
  cos.patchDocProcessQueue({ QueueId: 'p', NotifyConfig: { Uri: 'u' } });
  // @ts-expect-error: null would wipe it
  cos.patchDocProcessQueue({ QueueId: 'p', Name: null });
  // @ts-expect-error: which queue?
  cos.patchDocProcessQueue({ Name: 'a' });
}

export async function aRecordIsSpreadIntoAChange() {
  const { Queue } = (await cos.getDocProcessQueue({ QueueId: 'p' })).Response;
  cos.patchDocProcessQueue({ ...Queue, Name: 'x' });
  cos.patchDocProcessQueue({ ...Queue, NotifyConfig: { ...Queue.NotifyConfig, Url: 'u' } });
  cos.updateDocProcessQueue({ ...Queue, Name: 'x', State: 'Paused' });
}

/** What may be missing may be handed on as it is, under `exactOptionalPropertyTypes` too. */
export function undefinedIsNotGiven(
  text?: string,
  State?: DocQueueState,
  PageSize?: number,
  onQueue?: DocQueueCallback<DocProcessQueueResult>,
) {
  const target = { Bucket: text, Region: text };
  docQueue(untyped, { ...target, Domain: text, Timeout: PageSize });
  const page = { PageSize, PageNumber: PageSize };
  cos.describeDocProcessQueues({ ...target, QueueIds: text, State, ...page });
  cos.listAllDocProcessQueues({ ...target, State, PageSize });
  const NotifyConfig = { Url: text, Event: text, Type: text, ResultFormat: text, State: undefined };
  cos.patchDocProcessQueue({ ...target, QueueId: 'p', Name: text, State, NotifyConfig });
  cos.patchDocProcessQueue({ QueueId: 'p', Name: 'a', NotifyConfig: undefined });
  // @ts-expect-error: an update needs it
  cos.updateDocProcessQueue({ QueueId: 'p', Name: text, State: 'Active', NotifyConfig });
  // An app's own function with an optional callback.
  if (onQueue) cos.getDocProcessQueue({ QueueId: 'p' }, onQueue);
}

export function resultsPromiseWhatIsAlwaysThere() {
  type Rest = { statusCode: number; headers: Record<string, string>; RequestId: string };
  expectEqual<Omit<DocQueueResult<DocQueue>, 'Response'>, Rest>(true);
  expectEqual<DocQueueResult<DocQueue>['Response'], DocQueue>(true);
  expectEqual<DescribeDocProcessQueuesResult, DocQueueResult<DocQueueList>>(true);
  expectEqual<DocProcessQueueResult, DocQueueResult<DocQueueRecord>>(true);
  type Count = 'TotalCount' | 'PageNumber' | 'PageSize';
  expectEqual<Pick<DocQueueList, Count>, Optional<Count, number>>(true);
  expectEqual<Pick<DocQueueList, 'RequestId'>, { RequestId?: string }>(true);
  expectEqual<DocQueueList['QueueList'], DocQueue[]>(true);
  expectEqual<DocQueueList['NonExistPIDs'], string[]>(true);
  expectEqual<DocQueueRecord['Queue'], DocQueue>(true);
  expectEqual<DocQueue['QueueId'], string>(true);
  type Text = 'Name' | 'CreateTime' | 'UpdateTime' | 'BucketId' | 'Category';
  expectEqual<Pick<DocQueue, Text>, Optional<Text, string>>(true);
  type Limit = 'MaxSize' | 'MaxConcurrent';
  expectEqual<Pick<DocQueue, Limit>, Optional<Limit, number>>(true);
  type Setting = 'Url' | 'Event' | 'Type' | 'ResultFormat';
  expectEqual<Pick<DocQueue['NotifyConfig'], Setting>, Optional<Setting, string>>(true);
}

export function otherTextsAndFieldsMayCome(queue: DocQueue) {
  const states: (string | undefined)[] = [queue.State, queue.NotifyConfig.State];
  // @ts-expect-error: it may be neither of the two
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
  expectType<DocQueueErrorKind>()(caught.kind, true);
  type Kind = 'param' | 'credential' | 'app' | 'network' | 'service' | 'response';
  expectEqual<DocQueueErrorKind, Kind>(true);
  expectType<number | undefined>()(caught.statusCode, true);
  expectType<unknown>()(caught.error, true);
}
