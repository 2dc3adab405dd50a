/// <reference lib="es2018.asynciterable" />
/**
 * 错误的类别：参数、密钥、应用代码、网络、服务端拒绝、响应内容。
 * Which part failed:
 * - `'param'`: a parameter is wrong (code `InvalidParameter`); nothing was sent.
 * - `'credential'`: the client's `getAuthorization` gave no usable key (code `InvalidCredential`); nothing
 *   was sent.
 * - `'app'`: the app's own code failed (code `AppError`): `getAuthorization` or a `before-send` listener threw before
 *   `request` returned, or a `request` that the app has wrapped threw or rejected.
 * - `'network'`: no response arrived (codes `NetworkError` and `Timeout`). An update may have been carried out
 *   all the same, or may still be.
 * - `'service'`: the service refused. `code` is its own code, such as `AccessDenied`; `HttpError` when
 *   the response has none that can be read. A missing queue is `QueueNotFound`.
 * - `'response'`: the status is 2xx, but the response is not the expected document (code
 *   `InvalidResponse`). An update may have been carried out all the same.
 */
export type DocQueueErrorKind = "param" | "credential" | "app" | "network" | "service" | "response";
/**
 * 本插件的唯一错误类，字段名与 SDK 的错误一致，可直接记录日志。
 * Every failure of this package, with the field names of the SDK's own errors. It is safe to log: the client's keys and
 * tokens are removed, and texts are cut off at a signature or anything labelled as a secret.
 */
export interface DocQueueError extends Error {
	/** 固定为 `DocQueueError`。 Always `DocQueueError`. */
	readonly name: "DocQueueError";
	/** 错误类别，见 {@link DocQueueErrorKind}。 Which part failed. */
	readonly kind: DocQueueErrorKind;
	/** 错误码。 The service's own, or one of this package's: see {@link DocQueueErrorKind}. */
	readonly code: string;
	/** HTTP 状态码。 HTTP status of the response, if there was one. */
	readonly statusCode?: number;
	/** 部分响应头。 The ids, date, server, type, length and `retry-after` of the response, names in lower case. */
	readonly headers?: Record<string, string>;
	/** 请求 ID，联系腾讯云技术支持时需要提供。 The service's id of the request, if there was a response; `''` if that has none. */
	readonly RequestId?: string;
	/** 请求地址。 Address of the request, without its query, if it is known that one was sent. */
	readonly url?: string;
	/** HTTP 方法。 HTTP method of the request, if it is known that one was sent. */
	readonly method?: string;
	/**
	 * 原始错误。
	 * The fields of the service's error document (`{ Code, Message, … }`), what kind of body could not be read, or the
	 * reason in words: what `wx.request` or the app's own code said.
	 */
	readonly error?: unknown;
}
type Details = Partial<DocQueueError>;
type ErrorArgs = [
	kind: DocQueueErrorKind,
	code: string,
	message: string,
	details?: Details
];
/** 由本插件创建；应用通常只在测试中使用。 Errors are made by this package. An app makes them only in its own tests. */
export declare const DocQueueError: new (...args: ErrorArgs) => DocQueueError;
/**
 * 判断捕获的值是否为 DocQueueError。
 * Whether a caught value is a {@link DocQueueError}, even from a second copy of this package, where `instanceof` fails.
 */
export declare function isDocQueueError(value: unknown): value is DocQueueError;
/** 队列的两种状态。 The two states of a queue, for code that prefers a name to a literal. */
export declare const DocQueueState: {
	/** 运行中：队列中的任务会被执行。 Jobs are taken from the queue and run. */
	readonly Active: "Active";
	/** 已暂停：已提交的任务等待，执行中的任务继续完成。 Submitted jobs wait; running ones finish. */
	readonly Paused: "Paused";
};
/** 队列状态：`'Active'`（运行中）或 `'Paused'`（已暂停）。 `'Active'` or `'Paused'`. */
export type DocQueueState = (typeof DocQueueState)[keyof typeof DocQueueState];
declare const other: unique symbol;
/**
 * 服务端返回的、本插件不认识的文本。
 * Text from the service that this package does not know. It lets a record be spread into a change without a cast, though
 * the change then refuses the value. A wrong literal in your code is still a compile error.
 */
export type OtherText = string & {
	readonly [other]: true;
};
/** 本插件所需要的客户端，SDK 的 `COS` 实例即可。 All that this package needs of a client: the SDK's `COS` has it. */
export interface DocQueueClient {
	/** SDK 的通用请求方法。 The SDK's method for any request. */
	request(params: any, callback: any): any;
}
/**
 * 请求哪个存储桶：可写在 `docQueue` 的选项中，也可写在每次调用的参数中。
 * Which bucket a call is for. Without both, here or in `docQueue`'s options, it fails with `InvalidParameter`.
 */
export interface DocQueueTarget {
	/** 存储桶名称，格式为 BucketName-APPID。 The bucket's name with its APPID, such as `examplebucket-1250000000`. */
	Bucket?: string | undefined;
	/** 存储桶所在地域。 The bucket's region, such as `ap-beijing`. */
	Region?: string | undefined;
}
/** `docQueue` 的选项。 Options of `docQueue`, for every call on the client. */
export interface DocQueueOptions extends DocQueueTarget {
	/**
	 * 请求的域名，占位符与 SDK 的 Domain 选项相同。
	 * The host of the service, with the SDK's own placeholders: `{Bucket}`, `{BucketName}`, `{AppId}`, `{Region}`. It may
	 * begin with `https://` or `http://`, and have a port. Default: `https://{Bucket}.ci.{Region}.myqcloud.com`.
	 */
	Domain?: string | undefined;
	/**
	 * 一次请求的总时限（毫秒），包括等待密钥和 SDK 的重试。
	 * How long one request may take in all, in milliseconds: the wait for a key and the SDK's own retries included. A
	 * longer one fails with `Timeout`. Default: five times the SDK's `Timeout`, and not less than five minutes.
	 */
	Timeout?: number | undefined;
}
/** 查询全部队列的参数。 Parameters of `listAllDocProcessQueues` and `paginateDocProcessQueues`. */
export interface ListAllDocProcessQueuesParams extends DocQueueTarget {
	/** 只查询处于此状态的队列，默认全部。 Only queues in this state. Default: both. */
	State?: DocQueueState | undefined;
	/** 每页个数。 How many queues a page has at most. Default: 10 for one page, 100 when every queue is listed. */
	PageSize?: number | undefined;
}
/** 查询队列的参数。 Parameters of `describeDocProcessQueues`. */
export interface DescribeDocProcessQueuesParams extends ListAllDocProcessQueuesParams {
	/** 只查询这些队列。 Only these queues: an array, or a comma-separated string. The result then has no counts. */
	QueueIds?: string | readonly string[] | undefined;
	/** 页码，从 1 开始，默认 1。 Which page to get, counted from 1. Default 1. */
	PageNumber?: number | undefined;
}
/** 查询、暂停或恢复单个队列的参数。 Parameters of `getDocProcessQueue`, `pauseDocProcessQueue` and `resumeDocProcessQueue`. */
export interface DocProcessQueueParams extends DocQueueTarget {
	/** 队列 ID。 The queue's id. */
	QueueId: string;
}
/**
 * 更新队列的参数：全部设置，而不只是要修改的部分。
 * Parameters of `updateDocProcessQueue`: all of a queue's settings, not only those that change. A queue may be spread
 * into them, with `Name` and `State` added: what only the service sets, such as `MaxSize`, is not sent.
 */
export interface UpdateDocProcessQueueParams extends DocProcessQueueParams, QueueSettings {
}
/**
 * 修改队列的参数：只给出要修改的设置，至少一项。
 * Parameters of `patchDocProcessQueue`: at least one setting. Give only what changes: a record that is spread into them
 * writes its older settings back.
 */
export interface PatchDocProcessQueueParams extends DocProcessQueueParams, Optional<QueueSettings> {
}
type Optional<Fields> = {
	[Name in keyof Fields]?: Fields[Name] | undefined;
};
interface QueueSettings {
	/** 队列名称，最多 100 个字符。 The queue's name: up to 100 characters. */
	Name: string;
	/** 队列状态：`Active`（运行）或 `Paused`（暂停）。 Whether jobs run: `Active` or `Paused`. */
	State: DocQueueState | OtherText;
	/** 回调设置。 The callback. Fields that you leave out become empty in an update, and stay as they are in a patch. */
	NotifyConfig: DocQueueNotifyConfigParams;
}
/** 要写入的回调设置。 The callback settings to write. A record's `NotifyConfig` may be spread into them. */
export interface DocQueueNotifyConfigParams extends Optional<Omit<NotifyConfigFields, "Event">> {
	/** 回调事件。 The events that trigger it, such as `TaskFinish`: an array, or a comma-separated string. */
	Event?: string | readonly string[] | undefined;
}
interface NotifyConfigFields {
	/**
	 * 回调地址，公网 http 或 https，最多 100 个字符；未设置时为空。
	 * A public http or https address of up to 100 characters, which responds with status 200. Empty for none.
	 */
	Url?: string;
	/** 回调事件，多个以逗号分隔。 The events that trigger it, such as `TaskFinish` or `TaskFinish,WorkflowFinish`. */
	Event?: string;
	/** 回调类型：`Url`。 The kind of callback: `Url`. */
	Type?: string;
	/** 回调开关：`On` 或 `Off`。 Whether the callback is on: `On` or `Off`. */
	State?: "On" | "Off" | OtherText;
	/** 回调内容的格式，例如 `JSON` 或 `XML`。 The format of the callback's body, such as `JSON` or `XML`. */
	ResultFormat?: string;
}
/**
 * 队列的回调设置。
 * The callback of a queue: an HTTP request that the service makes, for example when a job ends. It may lack fields.
 */
export interface DocQueueNotifyConfig extends NotifyConfigFields {
	[field: string]: unknown;
}
/**
 * 文档处理队列。
 * A document-processing queue. Only `QueueId` and `NotifyConfig` are always there: any other field is absent
 * when the response does not have it. Fields that this package does not know are kept as they came.
 */
export interface DocQueue {
	/** 队列 ID。 The queue's id, such as `p2505d57bdf4c4329804b58a6a5fb1572`. */
	QueueId: string;
	/** 队列名称。 The queue's name. */
	Name?: string;
	/** 队列状态：`Active`（运行中）或 `Paused`（已暂停）。 Whether jobs run: `Active` or `Paused`. */
	State?: DocQueueState | OtherText;
	/** 回调设置，总是一个对象。 The callback settings; always an object. */
	NotifyConfig: DocQueueNotifyConfig;
	/** 队列最大长度（任务数）。 How many jobs may wait in the queue. */
	MaxSize?: number;
	/** 最大并行任务数。 How many jobs may run at the same time. */
	MaxConcurrent?: number;
	/** 创建时间，RFC 3339 格式。 When the queue was created, in RFC 3339, such as `2020-07-24T22:42:27+08:00`. */
	CreateTime?: string;
	/** 更新时间，RFC 3339 格式。 When it was last changed, in RFC 3339. */
	UpdateTime?: string;
	/** 所属存储桶。 The bucket, such as `examplebucket-1250000000`. */
	BucketId?: string;
	/** 队列类别。 The kind of queue: `DocProcessing`. */
	Category?: string;
	[field: string]: unknown;
}
/** 查询队列的响应。 `Response` of `describeDocProcessQueues`. */
export interface DocQueueList {
	/** 请求 ID。 The service's id of the request. */
	RequestId?: string;
	/** 符合条件的队列总数；按 ID 查询时没有此字段。 How many queues match. Absent when you asked for `QueueIds`. */
	TotalCount?: number;
	/** 当前页码，从 1 开始；按 ID 查询时没有此字段。 Which page this is, counted from 1. Absent when you asked for `QueueIds`. */
	PageNumber?: number;
	/** 每页个数；按 ID 查询时没有此字段。 How many queues a page has at most. Absent when you asked for `QueueIds`. */
	PageSize?: number;
	/** 本页的队列，总是数组。 The queues of this page; always an array. */
	QueueList: DocQueue[];
	/** 不存在的队列 ID，总是数组。 The `QueueIds` that you asked for and that do not exist; always an array. */
	NonExistPIDs: string[];
	[field: string]: unknown;
}
/** 查询单个队列或更新队列的响应。 `Response` of an update, a patch, a pause, a resume or a get. */
export interface DocQueueRecord {
	/** 请求 ID。 The service's id of the request. */
	RequestId?: string;
	/** 队列的当前内容。 The queue as it is now. */
	Queue: DocQueue;
	[field: string]: unknown;
}
/** 调用结果，与 SDK 的 data 一致。 What every method gives, except `listAllDocProcessQueues`: plain data, fit for `setData`. */
export interface DocQueueResult<Response> {
	/** HTTP 状态码。 HTTP status of the response. */
	statusCode: number;
	/** 响应头，名称均为小写。 Headers of the response, names in lower case. */
	headers: Record<string, string>;
	/** 请求 ID。 The service's id of the request, which Tencent Cloud's support asks for. Empty when there is none. */
	RequestId: string;
	/** 响应内容。 The content of the response. */
	Response: Response;
}
/** 查询队列的结果。 The result of `describeDocProcessQueues`. */
export type DescribeDocProcessQueuesResult = DocQueueResult<DocQueueList>;
/** 单个队列的结果。 The result of `getDocProcessQueue` and of every method that changes a queue. */
export type DocProcessQueueResult = DocQueueResult<DocQueueRecord>;
/** 回调函数，只会被调用一次。 Called once: with the error alone, or with `null` and the result. Check `error` first. */
export type DocQueueCallback<Result> = (error: DocQueueError | null, data: Result) => void;
type PageCallback = DocQueueCallback<DescribeDocProcessQueuesResult>;
type QueueCallback = DocQueueCallback<DocProcessQueueResult>;
/**
 * `docQueue` 添加到客户端上的方法。
 * The methods that `docQueue` adds: with a callback they return nothing, without one a promise; only
 * `paginateDocProcessQueues` returns an async iterator. Every failure is a {@link DocQueueError}.
 */
export interface DocQueueMethods {
	/**
	 * 查询文档处理队列，一次一页。
	 * Lists one page of the bucket's document-processing queues, or those that `QueueIds` names.
	 * Needs `ci:DescribeDocProcessQueues` in the key's policy. Common errors: `AccessDenied` (the policy lacks it),
	 * `NoSuchBucket`, `MediaBucketUnBinded` (the bucket is not bound to CI, or its document service is not open).
	 * @see https://cloud.tencent.com/document/product/460/46946
	 */
	describeDocProcessQueues(params: DescribeDocProcessQueuesParams | undefined, callback: PageCallback): void;
	/**
	 * 查询文档处理队列，一次一页。
	 * Lists one page of the bucket's document-processing queues, or those that `QueueIds` names.
	 * Needs `ci:DescribeDocProcessQueues` in the key's policy. Common errors: `AccessDenied` (the policy lacks it),
	 * `NoSuchBucket`, `MediaBucketUnBinded` (the bucket is not bound to CI, or its document service is not open).
	 * @see https://cloud.tencent.com/document/product/460/46946
	 */
	describeDocProcessQueues(callback: PageCallback): void;
	/**
	 * 查询文档处理队列，一次一页。
	 * Lists one page of the bucket's document-processing queues, or those that `QueueIds` names.
	 * Needs `ci:DescribeDocProcessQueues` in the key's policy. Common errors: `AccessDenied` (the policy lacks it),
	 * `NoSuchBucket`, `MediaBucketUnBinded` (the bucket is not bound to CI, or its document service is not open).
	 * @see https://cloud.tencent.com/document/product/460/46946
	 */
	describeDocProcessQueues(params?: DescribeDocProcessQueuesParams): Promise<DescribeDocProcessQueuesResult>;
	/**
	 * 查询文档处理队列（SDK 文档页中的名称）。
	 * `describeDocProcessQueues` as the SDK's documentation page calls it. In JavaScript it takes that page's parameters.
	 * @see https://cloud.tencent.com/document/product/436/107032
	 */
	describeDocProcessQueue: DocQueueMethods["describeDocProcessQueues"];
	/**
	 * 查询单个队列的完整内容。
	 * Gets one queue with its whole record. When the response for the id lacks the queue or part of its callback, the list
	 * is read page by page until the queue is found, and both records are merged.
	 * Needs `ci:DescribeDocProcessQueues` in the key's policy. Fails with `QueueNotFound` when there is no such queue.
	 * @see https://cloud.tencent.com/document/product/460/46946
	 */
	getDocProcessQueue(params: DocProcessQueueParams, callback: QueueCallback): void;
	/**
	 * 查询单个队列的完整内容。
	 * Gets one queue with its whole record. When the response for the id lacks the queue or part of its callback, the list
	 * is read page by page until the queue is found, and both records are merged.
	 * Needs `ci:DescribeDocProcessQueues` in the key's policy. Fails with `QueueNotFound` when there is no such queue.
	 * @see https://cloud.tencent.com/document/product/460/46946
	 */
	getDocProcessQueue(params: DocProcessQueueParams): Promise<DocProcessQueueResult>;
	/**
	 * 更新队列：替换全部设置，没有给出的回调字段会被清空。
	 * Replaces all settings of a queue: fields that you leave out of `NotifyConfig` become empty. To change only some
	 * settings, use `patchDocProcessQueue`. A changed callback takes about five minutes to take effect.
	 * Changes to one queue take turns: the next one begins when the one before has its outcome.
	 * Needs `ci:UpdateDocProcessQueue` in the key's policy. Common errors: `AccessDenied` (the policy lacks it),
	 * `QueueNotFound`, `InvalidArgument` (the service does not accept the name or the callback).
	 * @see https://cloud.tencent.com/document/product/460/46947
	 */
	updateDocProcessQueue(params: UpdateDocProcessQueueParams, callback: QueueCallback): void;
	/**
	 * 更新队列：替换全部设置，没有给出的回调字段会被清空。
	 * Replaces all settings of a queue: fields that you leave out of `NotifyConfig` become empty. To change only some
	 * settings, use `patchDocProcessQueue`. A changed callback takes about five minutes to take effect.
	 * Changes to one queue take turns: the next one begins when the one before has its outcome.
	 * Needs `ci:UpdateDocProcessQueue` in the key's policy. Common errors: `AccessDenied` (the policy lacks it),
	 * `QueueNotFound`, `InvalidArgument` (the service does not accept the name or the callback).
	 * @see https://cloud.tencent.com/document/product/460/46947
	 */
	updateDocProcessQueue(params: UpdateDocProcessQueueParams): Promise<DocProcessQueueResult>;
	/**
	 * 更新队列（SDK 文档页中的名称）。
	 * `updateDocProcessQueue` as the SDK's documentation page calls it. In JavaScript it takes that page's parameters.
	 * @see https://cloud.tencent.com/document/product/436/107032
	 */
	updateProcessQueue: DocQueueMethods["updateDocProcessQueue"];
	/**
	 * 只修改给出的设置，其他设置保持不变。
	 * Changes only the settings that you give, those of `NotifyConfig` field by field: it gets the queue, and
	 * writes it back with everything else as it was. It writes nothing when nothing differs.
	 * Changes that this app makes to one queue take turns. One that somebody else makes between read and write is lost.
	 * Needs `ci:DescribeDocProcessQueues` and `ci:UpdateDocProcessQueue` in the key's policy. Fails with `QueueNotFound`
	 * when there is no such queue, and with `InvalidResponse`, writing nothing, when the name, the state or, with a `Url`,
	 * the callback's `State` is unknown.
	 * @see https://cloud.tencent.com/document/product/460/46947
	 */
	patchDocProcessQueue(params: PatchDocProcessQueueParams, callback: QueueCallback): void;
	/**
	 * 只修改给出的设置，其他设置保持不变。
	 * Changes only the settings that you give, those of `NotifyConfig` field by field: it gets the queue, and
	 * writes it back with everything else as it was. It writes nothing when nothing differs.
	 * Changes that this app makes to one queue take turns. One that somebody else makes between read and write is lost.
	 * Needs `ci:DescribeDocProcessQueues` and `ci:UpdateDocProcessQueue` in the key's policy. Fails with `QueueNotFound`
	 * when there is no such queue, and with `InvalidResponse`, writing nothing, when the name, the state or, with a `Url`,
	 * the callback's `State` is unknown.
	 * @see https://cloud.tencent.com/document/product/460/46947
	 */
	patchDocProcessQueue(params: PatchDocProcessQueueParams): Promise<DocProcessQueueResult>;
	/**
	 * 暂停队列：已提交的任务排队等待，执行中的任务继续完成。
	 * Pauses a queue: submitted jobs wait, running ones finish. It is a patch of `State`, with the same rights and errors
	 * as `patchDocProcessQueue`.
	 * To pause many, list them all first: while you page through `State: 'Active'`, each pause moves the others forward.
	 * @see https://cloud.tencent.com/document/product/460/46947
	 */
	pauseDocProcessQueue(params: DocProcessQueueParams, callback: QueueCallback): void;
	/**
	 * 暂停队列：已提交的任务排队等待，执行中的任务继续完成。
	 * Pauses a queue: submitted jobs wait, running ones finish. It is a patch of `State`, with the same rights and errors
	 * as `patchDocProcessQueue`.
	 * To pause many, list them all first: while you page through `State: 'Active'`, each pause moves the others forward.
	 * @see https://cloud.tencent.com/document/product/460/46947
	 */
	pauseDocProcessQueue(params: DocProcessQueueParams): Promise<DocProcessQueueResult>;
	/**
	 * 恢复已暂停的队列。
	 * Resumes a paused queue: waiting jobs run. It is a patch of `State`, with the same rights and errors as
	 * `patchDocProcessQueue`.
	 * @see https://cloud.tencent.com/document/product/460/46947
	 */
	resumeDocProcessQueue(params: DocProcessQueueParams, callback: QueueCallback): void;
	/**
	 * 恢复已暂停的队列。
	 * Resumes a paused queue: waiting jobs run. It is a patch of `State`, with the same rights and errors as
	 * `patchDocProcessQueue`.
	 * @see https://cloud.tencent.com/document/product/460/46947
	 */
	resumeDocProcessQueue(params: DocProcessQueueParams): Promise<DocProcessQueueResult>;
	/**
	 * 查询全部队列，逐页请求，返回一个数组。
	 * Lists every queue, page after page, as one array without duplicates. When the list shifts while it is read, it is
	 * read up to three times in all; then the call fails with `InvalidResponse`. It fails as a whole when one page fails.
	 * Rights and errors are those of `describeDocProcessQueues`.
	 * @see https://cloud.tencent.com/document/product/460/46946
	 */
	listAllDocProcessQueues(params: ListAllDocProcessQueuesParams | undefined, callback: DocQueueCallback<DocQueue[]>): void;
	/**
	 * 查询全部队列，逐页请求，返回一个数组。
	 * Lists every queue, page after page, as one array without duplicates. When the list shifts while it is read, it is
	 * read up to three times in all; then the call fails with `InvalidResponse`. It fails as a whole when one page fails.
	 * Rights and errors are those of `describeDocProcessQueues`.
	 * @see https://cloud.tencent.com/document/product/460/46946
	 */
	listAllDocProcessQueues(callback: DocQueueCallback<DocQueue[]>): void;
	/**
	 * 查询全部队列，逐页请求，返回一个数组。
	 * Lists every queue, page after page, as one array without duplicates. When the list shifts while it is read, it is
	 * read up to three times in all; then the call fails with `InvalidResponse`. It fails as a whole when one page fails.
	 * Rights and errors are those of `describeDocProcessQueues`.
	 * @see https://cloud.tencent.com/document/product/460/46946
	 */
	listAllDocProcessQueues(params?: ListAllDocProcessQueuesParams): Promise<DocQueue[]>;
	/**
	 * 逐页查询全部队列（异步迭代器）。
	 * Lists every queue page by page: `for await (const { Response } of cos.paginateDocProcessQueues()) …`. Each page
	 * is requested only when you ask for it; after a failure `next()` asks for the same page again. It fails with
	 * `InvalidResponse` when the list ends with fewer queues than the service counts.
	 * @see https://cloud.tencent.com/document/product/460/46946
	 */
	paginateDocProcessQueues(params?: ListAllDocProcessQueuesParams): AsyncIterableIterator<DescribeDocProcessQueuesResult>;
}
/** 带有队列方法的客户端。 A client with the methods. One of type `any` keeps its other members, untyped. */
export type WithDocQueue<Client> = DocQueueMethods & (0 extends 1 & Client ? UntypedSdkMembers : Client);
/** SDK 的其他成员，均为 any。 Named, so that they stay usable under `noPropertyAccessFromIndexSignature`. */
export type UntypedSdkMembers = {
	[Name in SdkMember]: any;
} & Record<string, any>;
type SdkMember = "options" | "request" | "on" | "off" | "emit" | "getService" | "getAuth" | `${"get" | "put"}Bucket${"" | Deletable | "Acl" | "Versioning" | "Referer" | "Logging" | "Accelerate"}` | `deleteBucket${"" | Deletable}` | "headBucket" | "getBucketLocation" | "listBucketInventory" | `${"get" | "put" | "head" | "post" | "options" | "append" | "delete" | "restore"}Object` | `${"get" | "put" | "delete"}ObjectTagging` | `${"get" | "put"}ObjectAcl` | "putObjectCopy" | "getObjectUrl" | "listObjectVersions" | "deleteMultipleObject" | "uploadFile" | "uploadFiles" | "sliceUploadFile" | "sliceCopyFile" | `multipart${"Init" | "Upload" | "Complete" | "Abort" | "List" | "ListPart"}` | "uploadPartCopy" | `${"cancel" | "pause" | "restart"}Task` | "getTaskList" | "abortUploadTask" | "isUploadRunning";
type Deletable = "Cors" | "Policy" | "Tagging" | "Lifecycle" | "Replication" | "Website" | "Domain" | "Origin" | "Inventory";
/**
 * 为 cos-wx-sdk-v5 的客户端添加文档处理队列的方法。
 * Adds the document-processing queues of Cloud Infinite (CI) to a client of `cos-wx-sdk-v5` 1.1.1 or
 * newer.
 * @param cos an instance of `COS`, or `COS.prototype` for all instances
 * @param options the default `Bucket` and `Region`, and the `Domain` and `Timeout`, of every call; calling `docQueue`
 *   again replaces them
 * @returns the same object, typed with the methods
 * @throws DocQueueError `InvalidParameter` when `cos` is not a client, or `options` is no object or has an unknown name or
 *   a `Timeout` that is not a positive number; every other failure is the outcome of a call
 * @example
 * const cos = docQueue(new COS({ getAuthorization }), {
 *   Bucket: 'examplebucket-1250000000',
 *   Region: 'ap-beijing',
 * });
 * cos.describeDocProcessQueues({ State: 'Active' }).then(({ Response }) => console.log(Response.QueueList));
 */
export declare function docQueue<Client extends DocQueueClient>(cos: Client, options?: DocQueueOptions): WithDocQueue<Client>;

export {};
