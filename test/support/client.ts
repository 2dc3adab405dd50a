import type { DocQueueError } from '../../src/index.js';
import type { SdkRequest } from '../../src/sdk.js';

/** What a client was asked, in the terms of `cos.request`. */
export interface Asked extends SdkRequest {
  Query: Record<string, string>;
  RawBody: boolean;
}

export type Callback = (error: unknown, data?: unknown) => void;
type Listener = (request: object) => void;
export type Answer = string | ((asked: Asked, callback: Callback) => unknown);

type Fields = Record<string, string | number | undefined>;

export const QUEUE_ID = 'p2505d57bdf4c4329804b58a6a5fb1572';
export const BUCKET = { Bucket: 'examplebucket-1250000000', Region: 'ap-beijing' };

/** The address of a list. */
export const LIST_URL = 'https://examplebucket-1250000000.ci.ap-beijing.myqcloud.com/docqueue';

/**
 * A client with the shape of the SDK's `COS`. It hands each answer on as every SDK does for `RawBody` and a 2xx
 * status: a text is the body of an answer. The last answer is for all further calls.
 */
export class StubCos {
  readonly asked: Asked[] = [];
  options: Record<string, unknown> = {};
  listeners: [event: string, listener: Listener][] = [];
  private readonly answers: Answer[];

  constructor(answers: Answer[], options: Record<string, unknown> = {}) {
    this.answers = answers;
    this.options = options;
  }

  request(params: Asked, callback: Callback): unknown {
    const answer = this.answers[Math.min(this.asked.length, this.answers.length - 1)] as Answer;
    this.asked.push(params);
    if (typeof answer === 'function') return answer(params, callback);
    callback(null, { statusCode: 200, headers: { 'x-ci-request-id': 'REQ' }, Body: answer });
    return undefined;
  }

  on(event: string, listener: Listener): void {
    this.listeners.push([event, listener]);
  }

  off(event: string, listener: Listener): void {
    this.listeners = this.listeners.filter(([name, other]) => name !== event || other !== listener);
  }

  emit(event: string, request: object): void {
    for (const [name, listener] of this.listeners) if (name === event) listener(request);
  }
}

export function clientThatAnswers(...answers: Answer[]): StubCos {
  return new StubCos(answers);
}

/** What a client was asked for, each call in one line. */
export function calls(client: StubCos): string[] {
  return client.asked.map(
    ({ Method, Query, Body }) => `${Method} ${Body ?? JSON.stringify(Query)}`,
  );
}

/** What an SDK reports as a failure. */
export function reports(failure: unknown): Answer {
  return (_, callback) => callback(failure);
}

/** A failed answer as SDKs up to 1.7.0 report it: with the text of its body. */
export function failed(statusCode: number, body: string, headers: object = {}): Answer {
  return reports({ error: { body }, statusCode, headers });
}

/** A callback with every field that makes a record whole. */
export const CALLBACK =
  '<Url>https://a.cn/?x=1&amp;y=2</Url><State>On</State><Type>Url</Type><Event>TaskFinish</Event>';

/** Elements in a row, without those that are `undefined`. */
function elements(fields: Fields): string {
  return Object.entries(fields)
    .map(([name, value]) => (value === undefined ? '' : `<${name}>${value}</${name}>`))
    .join('');
}

/** The queue of the answer that was recorded on 27 July 2020, as the package reads it. */
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
  return `<?xml version="1.0" encoding="utf-8"?>${byIdXml(elements(all), ...queues)}`;
}

/** An answer for given ids, which has no counts. */
export function byIdXml(...content: string[]): string {
  return `<Response><RequestId>REQ</RequestId>${content.join('')}</Response>`;
}

/** The answer of an update. */
export function updatedXml(fields?: Fields): string {
  return byIdXml(queueXml(fields, 'Queue'));
}

/** What a promise is rejected with: always one of the package's own errors. */
export async function rejection(promise: Promise<unknown>): Promise<DocQueueError> {
  const error = await promise.then(
    (data) => {
      throw new Error(`resolved with ${JSON.stringify(data)}`);
    },
    (reason) => reason,
  );
  if (error.name !== 'DocQueueError') throw error;
  return error;
}
