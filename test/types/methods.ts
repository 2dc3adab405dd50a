/**
 * The types that are shipped, as the specification: `npm run types` compiles this file, and fails when
 * a line that must be an error is not one. Nothing here is run.
 */
import {
  type DescribeDocProcessQueuesResult,
  type DocProcessQueueResult,
  type DocQueue,
  type DocQueueCallback,
  type DocQueueError,
  DocQueueState,
  docQueue,
  isDocQueueError,
  type DocQueueMethods as Methods,
} from '../../miniprogram_dist/index.js';

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function expectType<B>(): <A>(value: A, equal: Equal<A, B>) => void;
declare function expectOutcome<B>(): <Name extends keyof Methods>(
  method: Name,
  equal: Equal<Awaited<ReturnType<Methods[Name]>>, B>,
) => void;

// biome-ignore lint/suspicious/noExplicitAny: the SDK has no types of its own, so a client of it is `any`
declare const untyped: any;
const cos = docQueue(untyped, { Bucket: 'examplebucket-1250000000', Region: 'ap-beijing' });

declare class TypedCos {
  request(params: { Method: string }, callback: (error: Error | null, data: object) => void): void;
  putObject(params: { Key: string }): Promise<void>;
}

export async function aTypedClientKeepsItsOwnMembers(client: TypedCos) {
  const typed = docQueue(client);
  expectType<void>()(await typed.putObject({ Key: 'a' }), true);
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
  expectOutcome<DescribeDocProcessQueuesResult>()('describeDocProcessQueues', true);
  expectOutcome<DocQueue[]>()('listAllDocProcessQueues', true);
  expectOutcome<DocProcessQueueResult>()('getDocProcessQueue', true);
  expectOutcome<DocProcessQueueResult>()('updateDocProcessQueue', true);
  expectOutcome<DocProcessQueueResult>()('patchDocProcessQueue', true);
  expectOutcome<DocProcessQueueResult>()('pauseDocProcessQueue', true);
  expectOutcome<DocProcessQueueResult>()('resumeDocProcessQueue', true);
  expectType<Methods['describeDocProcessQueues']>()(cos.describeDocProcessQueue, true);
  expectType<Methods['updateDocProcessQueue']>()(cos.updateProcessQueue, true);
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
  // @ts-expect-error: a get takes one id
  cos.getDocProcessQueue({ QueueIds: 'p' });
  // @ts-expect-error: a pause needs an id
  cos.pauseDocProcessQueue({});
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
}

export async function aRecordIsSpreadIntoAChange() {
  const { Queue } = (await cos.getDocProcessQueue({ QueueId: 'p' })).Response;
  cos.patchDocProcessQueue({ ...Queue, Name: 'x' });
  cos.patchDocProcessQueue({ ...Queue, NotifyConfig: { ...Queue.NotifyConfig, Url: 'u' } });
  cos.updateDocProcessQueue({ ...Queue, Name: 'x', State: 'Paused' });
}

/** What may be missing may be handed on as it is, under `exactOptionalPropertyTypes` too. */
export function undefinedMeansNotGiven(
  text?: string,
  State?: DocQueueState,
  PageSize?: number,
  onQueue?: DocQueueCallback<DocProcessQueueResult>,
) {
  const target = { Bucket: text, Region: text };
  docQueue(untyped, { ...target, Domain: text, Timeout: PageSize });
  const page = { PageSize, PageNumber: PageSize };
  cos.describeDocProcessQueues({ ...target, ...page, QueueIds: text, State });
  const NotifyConfig = { Url: text, Event: text, Type: text, ResultFormat: text, State: undefined };
  cos.patchDocProcessQueue({ ...target, QueueId: 'p', Name: text, State, NotifyConfig });
  // An app's own function with an optional callback.
  if (onQueue) cos.getDocProcessQueue({ QueueId: 'p' }, onQueue);
}

export function otherTextsAndFieldsMayCome(queue: DocQueue) {
  // @ts-expect-error: it may be neither of the two
  const state: DocQueueState = queue.State;
  const { MqMode, NotifyConfig } = queue;
  const { MqName } = NotifyConfig;
  expectType<unknown>()(MqMode, true);
  expectType<unknown>()(MqName, true);
  return [state, queue.State satisfies string | undefined];
}

export function errorsAreRecognised(caught: unknown) {
  // @ts-expect-error
  caught.code;
  if (isDocQueueError(caught)) expectType<DocQueueError>()(caught, true);
}
