import { type DocQueueMethods, type DocQueueOptions, docQueue } from '../../src/index.js';
import {
  type Answer,
  BUCKET,
  clientThatAnswers,
  listXml,
  QUEUE_ID,
  queueXml,
  rejection,
  updatedXml,
} from './client.js';

export type Method = keyof DocQueueMethods;

const QUEUE = { QueueId: QUEUE_ID };
const SETTINGS = { ...QUEUE, Name: 'a', State: 'Active', NotifyConfig: { State: 'Off' } };

const OF_A_PAGE = ['Bucket', 'Region', 'QueueIds', 'State', 'PageNumber', 'PageSize'];
const OF_ALL = ['Bucket', 'Region', 'State', 'PageSize'];
const OF_A_QUEUE = ['Bucket', 'Region', 'QueueId'];
/** What the service alone decides: not sent, but an app may hand it on with a record. */
const FIXED = 'MaxSize MaxConcurrent CreateTime UpdateTime BucketId BucketName Category'.split(' ');
/** Settings of other names are taken, too. */
const OF_SETTINGS = [...OF_A_QUEUE, 'Name', 'State', 'NotifyConfig', ...FIXED];

/** Every method, with the least that it takes, and the names of all that it takes. */
export const METHODS: [Method, Record<string, unknown>, string[]][] = [
  ['describeDocProcessQueues', {}, OF_A_PAGE],
  ['describeDocProcessQueue', {}, OF_A_PAGE],
  ['getDocProcessQueue', QUEUE, OF_A_QUEUE],
  ['updateDocProcessQueue', SETTINGS, OF_SETTINGS],
  ['updateProcessQueue', SETTINGS, OF_SETTINGS],
  ['patchDocProcessQueue', { ...QUEUE, Name: 'b' }, OF_SETTINGS],
  ['pauseDocProcessQueue', QUEUE, OF_A_QUEUE],
  ['resumeDocProcessQueue', QUEUE, OF_A_QUEUE],
  ['listAllDocProcessQueues', {}, OF_ALL],
  ['paginateDocProcessQueues', {}, OF_ALL],
];

/** The methods that write settings as they are given. */
export const WRITING = METHODS.filter(([method]) => /^(update|patch)/.test(method));

/** A service with one queue, which reads and writes. */
export const service: Answer = ({ Method }, callback) => {
  const Body = Method === 'GET' ? listXml([queueXml()]) : updatedXml();
  callback(null, { statusCode: 200, headers: { 'x-ci-request-id': 'REQ' }, Body });
};

/** Calls a method by its name, on whatever object: of the paginator, for the first page. */
export function call(
  cos: object,
  method: Method,
  params?: unknown,
  self: unknown = cos,
): Promise<unknown> {
  const outcome = (cos as Record<Method, (params: unknown) => unknown>)[method].call(self, params);
  return method === 'paginateDocProcessQueues'
    ? (outcome as AsyncIterator<unknown>).next()
    : (outcome as Promise<unknown>);
}

/** A client that answers so, with the methods. */
export function cosThatAnswers(...answers: Answer[]) {
  return docQueue(clientThatAnswers(...answers), BUCKET);
}

/** One page of the list, from a client that answers so. */
export function list(answer: Answer) {
  return cosThatAnswers(answer).describeDocProcessQueues();
}

/** How that fails. */
export function failureOf(answer: Answer) {
  return rejection(list(answer));
}

/** What a call says that is refused before anything is sent. */
export async function refusal(
  method: Method,
  params?: unknown,
  options: DocQueueOptions = BUCKET,
): Promise<string> {
  const cos = docQueue(clientThatAnswers(service), options);
  const error = await rejection(call(cos, method, params));
  expect(error).toMatchObject({ kind: 'param', code: 'InvalidParameter' });
  expect(cos.asked).toEqual([]);
  return error.message.replace(/^InvalidParameter: /, '');
}
