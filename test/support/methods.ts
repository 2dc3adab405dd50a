import { type DocQueueMethods, type DocQueueOptions, docQueue } from '../../src/index.js';
import {
  BUCKET,
  listXml,
  QUEUE_ID,
  queueXml,
  type Responder,
  rejection,
  StubCos,
  updatedXml,
} from './client.js';

export type Method = keyof DocQueueMethods;

export const ID = { QueueId: QUEUE_ID };
/** The settings of an update, as few as it takes. */
export const SETTINGS = {
  ...ID,
  Name: 'a',
  State: 'Active',
  NotifyConfig: { State: 'Off' },
} as const;

const LIST_NAMES = ['QueueIds', 'PageNumber', 'State', 'PageSize', 'Bucket', 'Region'];
const LIST_ALL_NAMES = ['State', 'PageSize', 'Bucket', 'Region'];
const QUEUE_NAMES = ['QueueId', 'Bucket', 'Region'];
const CHANGE_NAMES = ['Name', 'State', 'NotifyConfig', ...QUEUE_NAMES];

/** Every method, with the fewest parameters that it takes, and the names of those it knows. */
export const METHODS: [Method, Record<string, unknown>, string[]][] = [
  ['describeDocProcessQueues', {}, LIST_NAMES],
  ['describeDocProcessQueue', {}, LIST_NAMES],
  ['getDocProcessQueue', ID, QUEUE_NAMES],
  ['updateDocProcessQueue', SETTINGS, CHANGE_NAMES],
  ['updateProcessQueue', SETTINGS, CHANGE_NAMES],
  ['patchDocProcessQueue', { ...ID, Name: 'b' }, CHANGE_NAMES],
  ['pauseDocProcessQueue', ID, QUEUE_NAMES],
  ['resumeDocProcessQueue', ID, QUEUE_NAMES],
  ['listAllDocProcessQueues', {}, LIST_ALL_NAMES],
  ['paginateDocProcessQueues', {}, LIST_ALL_NAMES],
];

/** The methods that write settings as they are given. */
export const WRITING = METHODS.filter(([method]) => /^(update|patch)/.test(method));

/** A service with one queue, which can be read and written. */
export const service: Responder = ({ Method }, callback) => {
  const Body = Method === 'GET' ? listXml([queueXml()]) : updatedXml();
  callback(null, { statusCode: 200, headers: { 'x-ci-request-id': 'REQ' }, Body });
};

/** Calls a method by its name, on any object: the paginator for its first page. */
export function call(cos: object, method: Method, params?: unknown, self: unknown = cos) {
  const outcome = (cos as Record<Method, (params: unknown) => unknown>)[method].call(self, params);
  return method === 'paginateDocProcessQueues'
    ? (outcome as AsyncIterator<unknown>).next()
    : (outcome as Promise<unknown>);
}

/** A stub client with the methods. */
export function cosWith(...responders: Responder[]) {
  return docQueue(new StubCos(responders), BUCKET);
}

/** Lists one page, with this response. */
export function list(responder: Responder) {
  return cosWith(responder).describeDocProcessQueues();
}

/** The error of listing one page with this response. */
export function failureOf(responder: Responder) {
  return rejection(list(responder));
}

/** The message of a call that is refused before anything is sent. */
export async function refusal(method: Method, params?: unknown, options: DocQueueOptions = BUCKET) {
  const cos = docQueue(new StubCos([service]), options);
  const error = await rejection(call(cos, method, params));
  expect(error).toMatchObject({ kind: 'param', code: 'InvalidParameter' });
  expect(cos.requests).toEqual([]);
  return error.message;
}
