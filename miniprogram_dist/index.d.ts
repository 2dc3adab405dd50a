/** Which bucket a call is for. May stand in the options of `docQueue` or in any call's parameters. */
export interface DocQueueTarget {
	/** The bucket with its APPID, such as `examplebucket-1250000000`. */
	Bucket?: string | undefined;
	/** The bucket's region, such as `ap-beijing`. */
	Region?: string | undefined;
}
/** Options of `docQueue`: defaults for every call on the client. */
export interface DocQueueOptions extends DocQueueTarget {
	/**
	 * The host of the service, with the placeholders of the SDK's own `Domain` option (`{Bucket}`,
	 * `{BucketName}`, `{AppId}`, `{Region}`). Default: `{Bucket}.ci.{Region}.myqcloud.com`. A leading
	 * `https://` (the default) or `http://` is allowed, a port too.
	 */
	Domain?: string | undefined;
}
/** The two states of a queue, for code that prefers a name to a literal. */
export declare const DocQueueState: {
	/** Jobs are taken from the queue and run. */
	readonly Active: "Active";
	/** Submitted jobs wait; running ones finish. */
	readonly Paused: "Paused";
};
/** `'Active'` or `'Paused'`. */
export type DocQueueState = (typeof DocQueueState)[keyof typeof DocQueueState];
/**
 * The callback of a queue: an HTTP request that the service makes when a job ends. In an answer for
 * given `QueueIds` the service may leave out all but `Url`.
 */
export interface DocQueueNotifyConfig {
	/** Where to: a public http or https address that answers 200. Empty when never set. */
	Url?: string;
	/** What for, such as `TaskFinish` or `TaskFinish,WorkflowFinish`. */
	Event?: string;
	/** How: `Url`. */
	Type?: string;
	/** Whether the callback is made. */
	State?: "On" | "Off";
}
/** A document-processing queue. Fields that this package does not know are there too, as they came. */
export interface DocQueue {
	/** Identifies the queue, such as `p2505d57bdf4c4329804b58a6a5fb1572`. */
	QueueId: string;
	/** What the queue is called. */
	Name: string;
	/** Whether jobs run. */
	State: DocQueueState;
	/** The callback; always an object. */
	NotifyConfig: DocQueueNotifyConfig;
	/** How many jobs may wait in the queue. */
	MaxSize: number;
	/** How many jobs may run at the same time. */
	MaxConcurrent: number;
	/** When the queue was made: RFC 3339, such as `2020-07-24T22:42:27+08:00`. */
	CreateTime: string;
	/** When it was last changed: RFC 3339. */
	UpdateTime: string;
	/** The bucket, such as `examplebucket-1250000000`. */
	BucketId: string;
	/** The kind of queue: `DocProcessing`. */
	Category: string;
}
/** `Response` of a list. */
export interface DocQueueList {
	/** The service's id of the request. */
	RequestId?: string;
	/** How many queues match; missing in an answer for given `QueueIds`. */
	TotalCount?: number;
	/** Which page this is, from 1; missing in an answer for given `QueueIds`. */
	PageNumber?: number;
	/** How many queues a page has at most; missing in an answer for given `QueueIds`. */
	PageSize?: number;
	/** The queues of this page. */
	QueueList: DocQueue[];
	/** Those of the given `QueueIds` that do not exist. */
	NonExistPIDs: string[];
}
/** `Response` of an update. */
export interface UpdatedDocQueue {
	/** The service's id of the request. */
	RequestId?: string;
	/** The queue as it is now. */
	Queue: DocQueue;
}
/** The one thing that is needed of a client: an instance of the SDK's `COS`. */
export interface DocQueueClient {
	request(params: any, callback: any): any;
}
/** What every method but the list of all queues gives. */
export interface DocQueueResult<Response> {
	/** HTTP status of the answer. */
	statusCode: number;
	/** Headers of the answer, names in lower case. */
	headers: Record<string, string>;
	/** The service's id of the request: Tencent Cloud's support asks for it. */
	RequestId: string;
	/** The answer itself. */
	Response: Response;
}
/** Parameters of `describeDocProcessQueues`. */
export interface DescribeDocProcessQueuesParams extends DocQueueTarget {
	/** Only these queues: an array, or a text with commas. The answer then has no counts. */
	QueueIds?: string | readonly string[] | undefined;
	/** Only queues in this state. Default: both. */
	State?: DocQueueState | undefined;
	/** Which page, from 1. Default 1. */
	PageNumber?: number | undefined;
	/** How many queues a page has at most. Default 10. */
	PageSize?: number | undefined;
}
/** What `describeDocProcessQueues` gives. */
export type DescribeDocProcessQueuesResult = DocQueueResult<DocQueueList>;
/**
 * What went wrong, in one word:
 * - `'param'`: a parameter is wrong (code `InvalidParameter`); nothing was sent.
 * - `'credential'`: no usable key came from the client's `getAuthorization`; nothing was sent.
 * - `'network'`: no answer arrived (codes `NetworkError` and `Timeout`).
 * - `'service'`: the service refused. `code` is its own code, such as `AccessDenied`; `HttpError` when
 *   the answer carries none; `QueueNotFound` also when a queue to pause or resume does not exist.
 * - `'response'`: the service agreed, but its answer is not the document it should be (code
 *   `InvalidResponse`). An update may have been carried out all the same.
 */
export type DocQueueErrorKind = "param" | "credential" | "network" | "service" | "response";
/** What is known of the request and its answer when something goes wrong. */
export interface DocQueueErrorDetails {
	statusCode?: number | undefined;
	headers?: Record<string, string> | undefined;
	RequestId?: string | undefined;
	url?: string | undefined;
	method?: string | undefined;
	error?: unknown;
}
/**
 * Every failure of this package. The field names are those of the SDK's own errors. It never holds a
 * key, a token or an `Authorization` header, so it can be logged and shown as it is.
 */
export declare class DocQueueError extends Error {
	readonly name = "DocQueueError";
	/** Which part failed. */
	readonly kind: DocQueueErrorKind;
	/** The service's error code, or one of this package's: see {@link DocQueueErrorKind}. */
	readonly code: string;
	/** HTTP status of the answer, if there was one. */
	readonly statusCode?: number;
	/** Headers of the answer, names in lower case, if there was one. */
	readonly headers?: Record<string, string>;
	/** The service's id of the request: Tencent Cloud's support asks for it. */
	readonly RequestId?: string;
	/** Address of the request, without its query. */
	readonly url?: string;
	/** HTTP method of the request. */
	readonly method?: string;
	/**
	 * The original, at most 1024 characters of each text: what the service's error document says
	 * (`{ Code, Message, … }`), the reason that `wx.request` gave, what `getAuthorization` caused, or the
	 * beginning of an unreadable answer.
	 */
	readonly error?: unknown;
	constructor(kind: DocQueueErrorKind, code: string, message: string, details?: DocQueueErrorDetails);
}
/**
 * Whether a caught value is a {@link DocQueueError}. Unlike `instanceof` it also recognises one from
 * a second copy of this package, and one whose class was compiled to ES5 by WeChat DevTools.
 */
export declare function isDocQueueError(value: unknown): value is DocQueueError;
/** Parameters of `listAllDocProcessQueues` and `paginateDocProcessQueues`. */
export interface ListAllDocProcessQueuesParams extends DocQueueTarget {
	/** Only queues in this state. Default: both. */
	State?: DocQueueState | undefined;
	/** How many queues to ask for at a time. Default 100. */
	PageSize?: number | undefined;
}
/** Parameters of `updateDocProcessQueue`: the whole of a queue's settings, not only what changes. */
export interface UpdateDocProcessQueueParams extends DocQueueTarget {
	/** Which queue. */
	QueueId: string;
	/** What to call it: up to 100 characters. */
	Name: string;
	/** Whether jobs run. */
	State: DocQueueState;
	/** Its callback. What is left out of it becomes empty; each value has up to 100 characters. */
	NotifyConfig: DocQueueNotifyConfig;
}
/** What `updateDocProcessQueue` and the pause and resume methods give. */
export type UpdateDocProcessQueueResult = DocQueueResult<UpdatedDocQueue>;
/** Parameters of `pauseDocProcessQueue` and `resumeDocProcessQueue`: one of the two fields. */
export type SetDocProcessQueueStateParams = DocQueueTarget & ({
	/** Which queue. Its record is read first. */
	QueueId: string;
	Queue?: undefined;
} | {
	/** An item of a fresh list, which spares the read: its settings are written back as they are. */
	Queue: DocQueue;
	QueueId?: undefined;
});
/**
 * Called exactly once: with the failure alone, or with `null` and the result. Look at `error` first:
 * after a failure there is no `data`.
 */
export type DocQueueCallback<Result> = (error: DocQueueError | null, data: Result) => void;
/** What `docQueue` adds to a client. Every failure is a {@link DocQueueError}. */
export interface DocQueueMethods {
	/**
	 * Lists one page of the bucket's document-processing queues, or given ones.
	 *
	 * Needs `ci:DescribeDocProcessQueues` in the key's policy. Errors of the service that people meet:
	 * `AccessDenied` (the policy lacks it), `NoSuchBucket`, `MediaBucketUnBinded` and its sisters (the
	 * bucket is not bound to CI, or its document service is not open), `RequestTimeTooSkewed`.
	 *
	 * @see https://cloud.tencent.com/document/product/460/46946
	 */
	describeDocProcessQueues(params: DescribeDocProcessQueuesParams | undefined, callback: DocQueueCallback<DescribeDocProcessQueuesResult>): void;
	describeDocProcessQueues(callback: DocQueueCallback<DescribeDocProcessQueuesResult>): void;
	describeDocProcessQueues(params?: DescribeDocProcessQueuesParams): Promise<DescribeDocProcessQueuesResult>;
	/** {@link DocQueueMethods.describeDocProcessQueues}, as the SDK's documentation page (436/107032) calls it. */
	describeDocProcessQueue: DocQueueMethods["describeDocProcessQueues"];
	/**
	 * Replaces a queue's settings: all of them, so what is left out of `NotifyConfig` becomes empty. To
	 * change the state alone, pause or resume. A changed callback takes about five minutes to act.
	 *
	 * Needs `ci:UpdateDocProcessQueue` in the key's policy. Errors of the service that people meet:
	 * `AccessDenied`, `QueueNotFound`, `InvalidArgument` (a name or a callback it does not take).
	 *
	 * @see https://cloud.tencent.com/document/product/460/46947
	 */
	updateDocProcessQueue(params: UpdateDocProcessQueueParams, callback: DocQueueCallback<UpdateDocProcessQueueResult>): void;
	updateDocProcessQueue(params: UpdateDocProcessQueueParams): Promise<UpdateDocProcessQueueResult>;
	/** {@link DocQueueMethods.updateDocProcessQueue}, as the SDK's documentation page (436/107032) calls it. */
	updateProcessQueue: DocQueueMethods["updateDocProcessQueue"];
	/**
	 * Pauses a queue: submitted jobs wait, running ones finish. Only the state changes: the record is
	 * read and written back with everything else as it was, and not written at all if the queue is
	 * paused already. Reading and writing are two requests: a change that somebody else makes between
	 * them is lost.
	 *
	 * Needs both actions in the key's policy (with `Queue`, `ci:UpdateDocProcessQueue` alone). Fails with
	 * `QueueNotFound` when there is no such queue.
	 *
	 * @see https://cloud.tencent.com/document/product/460/46947
	 */
	pauseDocProcessQueue(params: SetDocProcessQueueStateParams, callback: DocQueueCallback<UpdateDocProcessQueueResult>): void;
	pauseDocProcessQueue(params: SetDocProcessQueueStateParams): Promise<UpdateDocProcessQueueResult>;
	/**
	 * Resumes a paused queue: waiting jobs run. In everything else as
	 * {@link DocQueueMethods.pauseDocProcessQueue}.
	 *
	 * @see https://cloud.tencent.com/document/product/460/46947
	 */
	resumeDocProcessQueue(params: SetDocProcessQueueStateParams, callback: DocQueueCallback<UpdateDocProcessQueueResult>): void;
	resumeDocProcessQueue(params: SetDocProcessQueueStateParams): Promise<UpdateDocProcessQueueResult>;
	/**
	 * Lists every queue, page after page, as one array in which each stands once. It ends whatever the
	 * service counts: with the first page that brings nothing new. A failed page fails it all.
	 *
	 * @see https://cloud.tencent.com/document/product/460/46946
	 */
	listAllDocProcessQueues(params: ListAllDocProcessQueuesParams | undefined, callback: DocQueueCallback<DocQueue[]>): void;
	listAllDocProcessQueues(callback: DocQueueCallback<DocQueue[]>): void;
	listAllDocProcessQueues(params?: ListAllDocProcessQueuesParams): Promise<DocQueue[]>;
	/**
	 * The same page by page: `for await (const { Response } of cos.paginateDocProcessQueues()) …`. A page
	 * is asked for when the one before it has been used.
	 *
	 * @see https://cloud.tencent.com/document/product/460/46946
	 */
	paginateDocProcessQueues(params?: ListAllDocProcessQueuesParams): AsyncIterableIterator<DescribeDocProcessQueuesResult>;
}
/** A client with the methods. One typed `any`, as the SDK's is, keeps its other members untyped. */
export type WithDocQueue<Client> = DocQueueMethods & (0 extends 1 & Client ? Record<string, any> : Client);
/**
 * Adds the document-processing queues of Cloud Infinite (CI) to a client of `cos-wx-sdk-v5` 1.1.1 or
 * newer.
 *
 * @param cos an instance of `COS`, or `COS.prototype` for all instances
 * @param options the bucket, for every call that does not name one itself; registering again replaces them
 * @returns the same object, typed with the methods
 * @throws DocQueueError `InvalidParameter` at once when `cos` is no client: all other failures come as
 *   the outcome of a call
 * @example
 * const cos = docQueue(new COS({ getAuthorization }), {
 *   Bucket: 'examplebucket-1250000000',
 *   Region: 'ap-beijing',
 * });
 * const { Response } = await cos.describeDocProcessQueues({ State: 'Active' });
 */
export declare function docQueue<Client extends DocQueueClient>(cos: Client, options?: DocQueueOptions): WithDocQueue<Client>;

export {};
