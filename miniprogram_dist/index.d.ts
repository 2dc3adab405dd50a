/// <reference lib="es2018.asynciterable" />
/**
 * 请求哪个存储桶。
 * Which bucket a call is for. May stand in the options of `docQueue` or in any call's parameters.
 */
export interface DocQueueTarget {
	/**
	 * 存储桶名称，格式为 BucketName-APPID。
	 * The bucket with its APPID, such as `examplebucket-1250000000`. Default: that of the options of `docQueue`.
	 */
	Bucket?: string | undefined;
	/**
	 * 存储桶所在地域。
	 * The bucket's region, such as `ap-beijing`. Default: that of the options of `docQueue`.
	 */
	Region?: string | undefined;
}
/**
 * `docQueue` 的选项：每次调用的默认值。
 * Options of `docQueue`: defaults for every call on the client.
 */
export interface DocQueueOptions extends DocQueueTarget {
	/**
	 * 服务域名，占位符与 SDK 的 Domain 选项相同。
	 * The host of the service, with the placeholders of the SDK's own `Domain` option (`{Bucket}`,
	 * `{BucketName}`, `{AppId}`, `{Region}`). Default: `{Bucket}.ci.{Region}.myqcloud.com`. A leading
	 * `https://` (the default) or `http://` is allowed, a port too.
	 */
	Domain?: string | undefined;
}
/**
 * 队列的两种状态。
 * The two states of a queue, for code that prefers a name to a literal.
 */
export declare const DocQueueState: {
	/**
	 * 运行中：队列中的任务会被执行。
	 * Jobs are taken from the queue and run.
	 */
	readonly Active: "Active";
	/**
	 * 已暂停：已提交的任务等待，执行中的任务继续完成。
	 * Submitted jobs wait; running ones finish.
	 */
	readonly Paused: "Paused";
};
/**
 * 队列状态：`'Active'`（运行中）或 `'Paused'`（已暂停）。
 * `'Active'` or `'Paused'`.
 */
export type DocQueueState = (typeof DocQueueState)[keyof typeof DocQueueState];
type OtherText = string & {};
/**
 * 队列的回调设置。
 * The callback of a queue: an HTTP request that the service makes when a job ends. The service may leave
 * fields out, and may add fields that this package does not know.
 */
export interface DocQueueNotifyConfig {
	/**
	 * 回调地址，未设置时为空。
	 * Where to: a public http or https address that answers 200. Empty when never set.
	 */
	Url?: string;
	/**
	 * 回调事件，多个以逗号分隔。
	 * What for, such as `TaskFinish` or `TaskFinish,WorkflowFinish`.
	 */
	Event?: string;
	/**
	 * 回调类型。
	 * How: `Url`.
	 */
	Type?: string;
	/**
	 * 回调开关：`On` 或 `Off`。
	 * Whether the callback is made: `On` or `Off`. Any other text is as the service wrote it.
	 */
	State?: "On" | "Off" | OtherText;
	/**
	 * 回调内容的格式。
	 * The format of the callback's body, such as `JSON` or `XML`.
	 */
	ResultFormat?: string;
	[field: string]: unknown;
}
/**
 * 文档处理队列。
 * A document-processing queue. Only `QueueId` and `NotifyConfig` are always there: the others are left out
 * when the answer holds none. Fields that this package does not know are there too, as they came.
 */
export interface DocQueue {
	/**
	 * 队列 ID。
	 * Identifies the queue, such as `p2505d57bdf4c4329804b58a6a5fb1572`.
	 */
	QueueId: string;
	/**
	 * 队列名称。
	 * What the queue is called.
	 */
	Name?: string;
	/**
	 * 队列状态：`Active`（运行中）或 `Paused`（已暂停）。
	 * Whether jobs run: `Active` or `Paused`. Any other text is as the service wrote it.
	 */
	State?: DocQueueState | OtherText;
	/**
	 * 回调设置，总是一个对象。
	 * The callback; always an object.
	 */
	NotifyConfig: DocQueueNotifyConfig;
	/**
	 * 队列最大长度（任务数）。
	 * How many jobs may wait in the queue.
	 */
	MaxSize?: number;
	/**
	 * 最大并行任务数。
	 * How many jobs may run at the same time.
	 */
	MaxConcurrent?: number;
	/**
	 * 创建时间，RFC 3339 格式。
	 * When the queue was made: RFC 3339, such as `2020-07-24T22:42:27+08:00`.
	 */
	CreateTime?: string;
	/**
	 * 更新时间，RFC 3339 格式。
	 * When it was last changed: RFC 3339.
	 */
	UpdateTime?: string;
	/**
	 * 所属存储桶。
	 * The bucket, such as `examplebucket-1250000000`.
	 */
	BucketId?: string;
	/**
	 * 队列类别。
	 * The kind of queue: `DocProcessing`.
	 */
	Category?: string;
	[field: string]: unknown;
}
/**
 * 查询队列的应答。
 * `Response` of a list.
 */
export interface DocQueueList {
	/**
	 * 请求 ID。
	 * The service's id of the request.
	 */
	RequestId?: string;
	/**
	 * 符合条件的队列总数；按 ID 查询时没有此字段。
	 * How many queues match; missing in an answer for given `QueueIds`.
	 */
	TotalCount?: number;
	/**
	 * 当前页码，从 1 开始；按 ID 查询时没有此字段。
	 * Which page this is, from 1; missing in an answer for given `QueueIds`.
	 */
	PageNumber?: number;
	/**
	 * 每页个数；按 ID 查询时没有此字段。
	 * How many queues a page has at most; missing in an answer for given `QueueIds`.
	 */
	PageSize?: number;
	/**
	 * 本页的队列，总是数组。
	 * The queues of this page; always an array.
	 */
	QueueList: DocQueue[];
	/**
	 * 不存在的队列 ID，总是数组。
	 * Those of the given `QueueIds` that do not exist; always an array.
	 */
	NonExistPIDs: string[];
	[field: string]: unknown;
}
/**
 * 查询单个队列或更新队列的应答。
 * `Response` of an update, a patch, a pause, a resume or a get.
 */
export interface DocQueueRecord {
	/**
	 * 请求 ID。
	 * The service's id of the request.
	 */
	RequestId?: string;
	/**
	 * 队列的当前内容。
	 * The queue as it is now.
	 */
	Queue: DocQueue;
	[field: string]: unknown;
}
/**
 * 本插件对客户端的唯一要求：SDK 的 `COS` 实例。
 * The one thing that is needed of a client: an instance of the SDK's `COS`.
 */
export interface DocQueueClient {
	request(params: any, callback: any): any;
}
/**
 * 调用结果，与 SDK 的 data 一致。
 * What every method gives but the list of all queues.
 */
export interface DocQueueResult<Response> {
	/**
	 * HTTP 状态码。
	 * HTTP status of the answer.
	 */
	statusCode: number;
	/**
	 * 应答头，名称小写。
	 * Headers of the answer, names in lower case.
	 */
	headers: Record<string, string>;
	/**
	 * 请求 ID，联系腾讯云技术支持时需要提供。
	 * The service's id of the request: Tencent Cloud's support asks for it. Empty when the answer has none.
	 */
	RequestId: string;
	/**
	 * 应答内容。
	 * The answer itself.
	 */
	Response: Response;
}
/**
 * 查询队列的参数。
 * Parameters of `describeDocProcessQueues`.
 */
export interface DescribeDocProcessQueuesParams extends DocQueueTarget {
	/**
	 * 只查询这些队列：数组，或以逗号分隔的文本。
	 * Only these queues: an array, or a text with commas. The answer then has no counts.
	 */
	QueueIds?: string | readonly string[] | undefined;
	/**
	 * 只查询处于此状态的队列，默认全部。
	 * Only queues in this state. Default: both.
	 */
	State?: DocQueueState | undefined;
	/**
	 * 页码，从 1 开始，默认 1。
	 * Which page, from 1. Default 1.
	 */
	PageNumber?: number | undefined;
	/**
	 * 每页个数，默认 10。
	 * How many queues a page has at most. Default 10.
	 */
	PageSize?: number | undefined;
}
/**
 * 查询队列的结果。
 * What `describeDocProcessQueues` gives.
 */
export type DescribeDocProcessQueuesResult = DocQueueResult<DocQueueList>;
/**
 * 错误的类别。
 * What went wrong, in one word:
 * - `'param'`: a parameter is wrong (code `InvalidParameter`); nothing was sent.
 * - `'credential'`: the client's `getAuthorization` gave no usable key (code `InvalidCredential`); nothing
 *   was sent.
 * - `'network'`: no answer arrived (codes `NetworkError` and `Timeout`). An update may have been carried out
 *   all the same.
 * - `'service'`: the service refused. `code` is its own code, such as `AccessDenied`; `HttpError` when
 *   the answer carries none; `QueueNotFound` also when a queue to get, patch, pause or resume does not exist.
 * - `'response'`: the service agreed, but its answer is not the document it should be (code
 *   `InvalidResponse`). An update may have been carried out all the same.
 */
export type DocQueueErrorKind = "param" | "credential" | "network" | "service" | "response";
/**
 * 请求与应答的已知信息。
 * What is known of the request and its answer when something goes wrong.
 */
export interface DocQueueErrorDetails {
	statusCode?: number | undefined;
	headers?: Record<string, string> | undefined;
	RequestId?: string | undefined;
	url?: string | undefined;
	method?: string | undefined;
	error?: unknown;
}
/**
 * 本插件的唯一错误类，字段名与 SDK 的错误一致，可直接记录日志。
 * Every failure of this package. The field names are those of the SDK's own errors. What an answer echoes of
 * a key, a token or an `Authorization` header is taken out, so an error can be logged and shown as it is.
 */
export declare class DocQueueError extends Error {
	readonly name = "DocQueueError";
	/**
	 * 错误类别，见 {@link DocQueueErrorKind}。
	 * Which part failed.
	 */
	readonly kind: DocQueueErrorKind;
	/**
	 * 错误码：服务端返回的，或本插件的。
	 * The service's error code, or one of this package's: see {@link DocQueueErrorKind}.
	 */
	readonly code: string;
	/**
	 * HTTP 状态码；没有收到应答时没有此字段。
	 * HTTP status of the answer, if there was one.
	 */
	readonly statusCode?: number;
	/**
	 * 应答头（名称小写）；没有收到应答时没有此字段。
	 * Headers of the answer, names in lower case, if there was one.
	 */
	readonly headers?: Record<string, string>;
	/**
	 * 请求 ID，联系腾讯云技术支持时需要提供。
	 * The service's id of the request: Tencent Cloud's support asks for it.
	 */
	readonly RequestId?: string;
	/**
	 * 请求地址，不含查询参数。
	 * Address of the request, without its query.
	 */
	readonly url?: string;
	/**
	 * HTTP 方法。
	 * HTTP method of the request.
	 */
	readonly method?: string;
	/**
	 * 原始错误，每段文本最多保留 1024 个字符。
	 * The original, at most 1024 characters of each text: what the service's error document says
	 * (`{ Code, Message, … }`), the reason that `wx.request` gave, what the app's own code threw, or the
	 * beginning of an unreadable answer.
	 */
	readonly error?: unknown;
	constructor(kind: DocQueueErrorKind, code: string, message: string, details?: DocQueueErrorDetails);
}
/**
 * 判断捕获的值是否为 DocQueueError。
 * Whether a caught value is a {@link DocQueueError}. Unlike `instanceof` it also recognises one from
 * a second copy of this package, and one whose class was compiled to ES5 by WeChat DevTools.
 *
 * @param value what was caught
 */
export declare function isDocQueueError(value: unknown): value is DocQueueError;
/**
 * 查询、暂停或恢复单个队列的参数。
 * Parameters of `getDocProcessQueue`, `pauseDocProcessQueue` and `resumeDocProcessQueue`.
 */
export interface DocProcessQueueParams extends DocQueueTarget {
	/**
	 * 队列 ID。
	 * Which queue.
	 */
	QueueId: string;
}
/**
 * 单个队列的结果。
 * What `getDocProcessQueue` gives, and whatever changes a queue.
 */
export type DocProcessQueueResult = DocQueueResult<DocQueueRecord>;
/**
 * 查询全部队列的参数。
 * Parameters of `listAllDocProcessQueues` and `paginateDocProcessQueues`.
 */
export interface ListAllDocProcessQueuesParams extends DocQueueTarget {
	/**
	 * 只查询处于此状态的队列，默认全部。
	 * Only queues in this state. Default: both.
	 */
	State?: DocQueueState | undefined;
	/**
	 * 每次请求的个数，默认 100。
	 * How many queues to ask for at a time. Default 100.
	 */
	PageSize?: number | undefined;
}
/**
 * 要写入的回调设置。
 * The callback to set. Fields that this package does not know are sent as they are.
 */
export interface DocQueueNotifyConfigParams {
	/**
	 * 回调地址，公网 http 或 https，最多 100 个字符。
	 * Where to: a public http or https address that answers 200, up to 100 characters. Empty for none.
	 */
	Url?: string | undefined;
	/**
	 * 回调事件，可以是数组。
	 * What for, such as `TaskFinish`: several as an array, or as a text with commas.
	 */
	Event?: string | readonly string[] | undefined;
	/**
	 * 回调类型。
	 * How: `Url`.
	 */
	Type?: string | undefined;
	/**
	 * 回调开关。
	 * Whether the callback is made.
	 */
	State?: "On" | "Off" | undefined;
	/**
	 * 回调内容的格式。
	 * The format of the callback's body, such as `JSON` or `XML`.
	 */
	ResultFormat?: string | undefined;
	[field: string]: unknown;
}
/**
 * 修改队列的参数：只给出要修改的设置，至少一项。
 * Parameters of `patchDocProcessQueue`: only the settings to change, at least one of them. Settings that this
 * package does not know are sent as they are.
 */
export interface PatchDocProcessQueueParams extends DocQueueTarget {
	/**
	 * 队列 ID。
	 * Which queue.
	 */
	QueueId: string;
	/**
	 * 队列名称，最多 100 个字符。
	 * What to call it: up to 100 characters.
	 */
	Name?: string | undefined;
	/**
	 * 队列状态：`Active`（运行）或 `Paused`（暂停）。
	 * Whether jobs run.
	 */
	State?: DocQueueState | undefined;
	/**
	 * 要修改的回调设置；没有给出的字段保持不变。
	 * Its callback. What is left out of it stays as it is.
	 */
	NotifyConfig?: DocQueueNotifyConfigParams | undefined;
	[setting: string]: unknown;
}
/**
 * 更新队列的参数：全部设置，而不只是要修改的部分。
 * Parameters of `updateDocProcessQueue`: the whole of a queue's settings, not only what changes. Settings that
 * this package does not know are sent as they are.
 */
export interface UpdateDocProcessQueueParams extends DocQueueTarget {
	/**
	 * 队列 ID。
	 * Which queue.
	 */
	QueueId: string;
	/**
	 * 队列名称，最多 100 个字符。
	 * What to call it: up to 100 characters.
	 */
	Name: string;
	/**
	 * 队列状态：`Active`（运行）或 `Paused`（暂停）。
	 * Whether jobs run.
	 */
	State: DocQueueState;
	/**
	 * 回调设置；没有给出的字段会被清空。
	 * Its callback. What is left out of it becomes empty.
	 */
	NotifyConfig: DocQueueNotifyConfigParams;
	[setting: string]: unknown;
}
/**
 * 回调函数，恰好被调用一次。
 * Called exactly once: with the failure alone, or with `null` and the result. Look at `error` first:
 * after a failure there is no `data`.
 */
export type DocQueueCallback<Result> = (error: DocQueueError | null, data: Result) => void;
/**
 * 需要参数的方法：传入回调时没有返回值，否则返回 Promise。
 * A method that needs parameters. With a callback it returns nothing, without one a promise.
 */
export interface DocQueueMethod<Params, Result> {
	(params: Params, callback: DocQueueCallback<Result>): void;
	(params: Params): Promise<Result>;
	(params: Params, callback: DocQueueCallback<Result> | undefined): Promise<Result> | undefined;
}
/**
 * 参数可省略的方法：传入回调时没有返回值，否则返回 Promise。
 * A method whose parameters may be left out. With a callback it returns nothing, without one a promise.
 */
export interface DocQueueListMethod<Params, Result> {
	(params: Params | undefined, callback: DocQueueCallback<Result>): void;
	(callback: DocQueueCallback<Result>): void;
	(params?: Params): Promise<Result>;
	(params: Params | undefined, callback: DocQueueCallback<Result> | undefined): Promise<Result> | undefined;
}
/**
 * `docQueue` 添加到客户端上的方法。
 * What `docQueue` adds to a client. Every failure is a {@link DocQueueError}: with kind `'param'` when a
 * parameter is wrong, and as described there when the key, the network, the service or its answer fails.
 */
export interface DocQueueMethods {
	/**
	 * 查询文档处理队列，一次一页。
	 * Lists one page of the bucket's document-processing queues, or the given ones.
	 *
	 * Needs `ci:DescribeDocProcessQueues` in the key's policy. Errors of the service that people meet:
	 * `AccessDenied` (the policy lacks it), `NoSuchBucket`, `MediaBucketUnBinded` and its sisters (the
	 * bucket is not bound to CI, or its document service is not open), `RequestTimeTooSkewed`.
	 *
	 * @see https://cloud.tencent.com/document/product/460/46946
	 */
	describeDocProcessQueues: DocQueueListMethod<DescribeDocProcessQueuesParams, DescribeDocProcessQueuesResult>;
	/**
	 * 查询文档处理队列（SDK 文档页中的名称）。
	 * {@link DocQueueMethods.describeDocProcessQueues}, as the SDK's documentation page calls it.
	 *
	 * @see https://cloud.tencent.com/document/product/436/107032
	 */
	describeDocProcessQueue: DocQueueMethods["describeDocProcessQueues"];
	/**
	 * 查询单个队列的完整内容。
	 * Gets one queue with its whole record. The service's answer for one id may hold only a part of the callback;
	 * then the list is read page by page until the queue is found.
	 *
	 * Needs `ci:DescribeDocProcessQueues` in the key's policy. Fails with `QueueNotFound` when there is no such
	 * queue.
	 *
	 * @see https://cloud.tencent.com/document/product/460/46946
	 */
	getDocProcessQueue: DocQueueMethod<DocProcessQueueParams, DocProcessQueueResult>;
	/**
	 * 更新队列：替换全部设置，没有给出的回调字段会被清空。
	 * Replaces a queue's settings: all of them, so what is left out of `NotifyConfig` becomes empty. To change only
	 * some of them, use {@link DocQueueMethods.patchDocProcessQueue}. A changed callback takes about five minutes
	 * to act.
	 *
	 * Needs `ci:UpdateDocProcessQueue` in the key's policy. Errors of the service that people meet:
	 * `AccessDenied`, `QueueNotFound`, `InvalidArgument` (a name or a callback it does not take).
	 *
	 * @see https://cloud.tencent.com/document/product/460/46947
	 */
	updateDocProcessQueue: DocQueueMethod<UpdateDocProcessQueueParams, DocProcessQueueResult>;
	/**
	 * 更新队列（SDK 文档页中的名称）。
	 * {@link DocQueueMethods.updateDocProcessQueue}, as the SDK's documentation page calls it.
	 *
	 * @see https://cloud.tencent.com/document/product/436/107032
	 */
	updateProcessQueue: DocQueueMethods["updateDocProcessQueue"];
	/**
	 * 只修改给出的设置，其他设置保持不变。
	 * Changes only the settings that are given, those of `NotifyConfig` field by field: gets the queue, and
	 * writes it back with everything else as it was. It writes nothing when nothing differs. Reading and writing
	 * are two requests: a change that somebody else makes between them is lost. A changed callback takes about
	 * five minutes to act.
	 *
	 * Needs `ci:DescribeDocProcessQueues` and `ci:UpdateDocProcessQueue` in the key's policy. Fails with
	 * `QueueNotFound` when there is no such queue.
	 *
	 * @see https://cloud.tencent.com/document/product/460/46947
	 */
	patchDocProcessQueue: DocQueueMethod<PatchDocProcessQueueParams, DocProcessQueueResult>;
	/**
	 * 暂停队列：已提交的任务等待，执行中的任务继续完成。
	 * Pauses a queue: submitted jobs wait, running ones finish. A patch of `State`: see
	 * {@link DocQueueMethods.patchDocProcessQueue}.
	 *
	 * While you go through pages of `State: 'Active'`, each pause moves queues to an earlier page, and the next
	 * page skips some: list all queues first, then pause them.
	 *
	 * @see https://cloud.tencent.com/document/product/460/46947
	 */
	pauseDocProcessQueue: DocQueueMethod<DocProcessQueueParams, DocProcessQueueResult>;
	/**
	 * 恢复已暂停的队列。
	 * Resumes a paused queue: waiting jobs run. In everything else as
	 * {@link DocQueueMethods.pauseDocProcessQueue}.
	 *
	 * @see https://cloud.tencent.com/document/product/460/46947
	 */
	resumeDocProcessQueue: DocQueueMethod<DocProcessQueueParams, DocProcessQueueResult>;
	/**
	 * 查询全部队列，逐页请求，返回一个数组。
	 * Lists every queue, page after page, as one array in which each stands once. It ends whatever the service
	 * counts: with the first page that brings nothing new. It fails with `InvalidResponse` when it ends with
	 * fewer queues than the service counted last, and as a whole when one page fails.
	 *
	 * @see https://cloud.tencent.com/document/product/460/46946
	 */
	listAllDocProcessQueues: DocQueueListMethod<ListAllDocProcessQueuesParams, DocQueue[]>;
	/**
	 * 逐页查询全部队列（异步迭代器）。
	 * The same page by page: `for await (const { Response } of cos.paginateDocProcessQueues()) …`. A page
	 * is asked for when the one before it has been used. When you pause or resume queues meanwhile, pages of one
	 * `State` shift and queues are skipped: use {@link DocQueueMethods.listAllDocProcessQueues} for that.
	 *
	 * @see https://cloud.tencent.com/document/product/460/46946
	 */
	paginateDocProcessQueues(params?: ListAllDocProcessQueuesParams): AsyncIterableIterator<DescribeDocProcessQueuesResult>;
}
/**
 * 带有队列方法的客户端。
 * A client with the methods. One typed `any`, as the SDK's is, keeps its other members untyped.
 */
export type WithDocQueue<Client> = DocQueueMethods & (0 extends 1 & Client ? Record<string, any> : Client);
/**
 * 为 cos-wx-sdk-v5 的客户端添加文档处理队列的方法。
 * Adds the document-processing queues of Cloud Infinite (CI) to a client of `cos-wx-sdk-v5` 1.1.1 or
 * newer.
 *
 * @param cos an instance of `COS`, or `COS.prototype` for all instances
 * @param options the bucket, for every call that does not name one itself; registering again replaces them
 * @returns the same object, typed with the methods
 * @throws DocQueueError `InvalidParameter` when `cos` is no client, or an option is none that there is; all
 *   other failures come as the outcome of a call
 * @example
 * const cos = docQueue(new COS({ getAuthorization }), {
 *   Bucket: 'examplebucket-1250000000',
 *   Region: 'ap-beijing',
 * });
 * const { Response } = await cos.describeDocProcessQueues({ State: 'Active' });
 */
export declare function docQueue<Client extends DocQueueClient>(cos: Client, options?: DocQueueOptions): WithDocQueue<Client>;

export {};
