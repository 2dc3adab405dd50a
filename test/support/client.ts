import type { DocQueueError } from '../../src/index.js';

/** The parameters that `cos.request` was called with. */
export interface RequestParams {
  Method: string;
  Bucket: string;
  Region: string;
  Key: string;
  Url: string;
  Query: Record<string, string>;
  Body?: string;
}

export type Callback = (error: unknown, data?: unknown) => void;
/** What a client does with a request. A text is the body of a response with status 200. */
export type Responder = string | ((params: RequestParams, callback: Callback) => unknown);

type Fields = Record<string, string | number | undefined>;

export const QUEUE_ID = 'p2505d57bdf4c4329804b58a6a5fb1572';
export const BUCKET = { Bucket: 'examplebucket-1250000000', Region: 'ap-beijing' };

/** The address of a list. */
export const LIST_URL = 'https://examplebucket-1250000000.ci.ap-beijing.myqcloud.com/docqueue';

/**
 * A client with the shape of the SDK's `COS`. It hands each response on as every SDK does for `RawBody` and a 2xx
 * status. The last responder is for all further requests.
 */
export class StubCos {
  readonly requests: RequestParams[] = [];

  constructor(
    private readonly responders: Responder[],
    readonly options: Record<string, unknown> = {},
  ) {}

  request(params: RequestParams, callback: Callback): unknown {
    const responder = this.responders[this.requests.length] ?? this.responders.at(-1);
    this.requests.push(params);
    if (typeof responder === 'function') return responder(params, callback);
    callback(null, { statusCode: 200, headers: { 'x-ci-request-id': 'REQ' }, Body: responder });
    return undefined;
  }
}

/** The requests of a client, each in one line. */
export function requestsOf(client: StubCos): string[] {
  return client.requests.map(
    ({ Method, Query, Body }) => `${Method} ${Body ?? JSON.stringify(Query)}`,
  );
}

/** Reports a failure as an SDK does. */
export function reports(failure: unknown): Responder {
  return (_, callback) => callback(failure);
}

/** A failed response as SDKs up to 1.7.0 report it: with the text of its body. */
export function failed(statusCode: number, body: string, headers: object = {}): Responder {
  return reports({ error: { body }, statusCode, headers });
}

/** A callback with every field that makes a record whole. */
export const CALLBACK =
  '<Url>https://a.cn/?x=1&amp;y=2</Url><State>On</State><Type>Url</Type><Event>TaskFinish</Event>';

/** Sibling elements, without those that are `undefined`. */
function elements(fields: Fields): string {
  return Object.entries(fields)
    .map(([name, value]) => (value === undefined ? '' : `<${name}>${value}</${name}>`))
    .join('');
}

/** The queue of the response that was recorded on 27 July 2020, as the package reads it. */
export const QUEUE = {
  QueueId: QUEUE_ID,
  Name: 'queue-doc-process-1',
  State: 'Active',
  NotifyConfig: { Url: '', Event: '', Type: '', State: 'Off' },
  MaxSize: 10000,
  MaxConcurrent: 10,
  CreateTime: '2020-07-24T22:42:27+08:00',
  UpdateTime: '2020-07-24T22:42:27+08:00',
  BucketId: BUCKET.Bucket,
  Category: 'DocProcessing',
};

/** That queue in the service's XML, with `fields` in place of its own. */
export function queueXml(fields: Fields = {}, element = 'QueueList'): string {
  const NotifyConfig = '<Url/><Event/><Type/><State>Off</State>';
  const time = '2020-07-24T22:42:27+0800';
  const queue = { ...QUEUE, NotifyConfig, CreateTime: time, UpdateTime: time, ...fields };
  return elements({ [element]: elements(queue) });
}

/** A page of a list. */
export function listXml(queues: string[], counts: Fields = {}): string {
  const all = { TotalCount: queues.length, PageNumber: 1, PageSize: 10, ...counts };
  return `<?xml version="1.0" encoding="utf-8"?>${bodyXml(elements(all), ...queues)}`;
}

/** A `<Response>` with this content. */
export function bodyXml(...content: string[]): string {
  return `<Response><RequestId>REQ</RequestId>${content.join('')}</Response>`;
}

/** The response to an update. */
export function updatedXml(fields?: Fields): string {
  return bodyXml(queueXml(fields, 'Queue'));
}

/** What a promise is rejected with: always one of the package's own errors. */
export async function rejection(promise: Promise<unknown>): Promise<DocQueueError> {
  const error = await promise.then(
    (data) => new Error(`resolved with ${JSON.stringify(data)}`),
    (reason) => reason,
  );
  if (error?.name !== 'DocQueueError') throw error;
  return error;
}
