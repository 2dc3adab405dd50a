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

/** Every method, with the least that it takes. */
export const METHODS: [Method, Record<string, unknown>][] = [
  ['describeDocProcessQueues', {}],
  ['describeDocProcessQueue', {}],
  ['getDocProcessQueue', QUEUE],
  ['updateDocProcessQueue', SETTINGS],
  ['updateProcessQueue', SETTINGS],
  ['patchDocProcessQueue', { ...QUEUE, Name: 'b' }],
  ['pauseDocProcessQueue', QUEUE],
  ['resumeDocProcessQueue', QUEUE],
  ['listAllDocProcessQueues', {}],
  ['paginateDocProcessQueues', {}],
];

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

/** What a call says that is refused before anything is sent. */
export async function refusal(
  method: Method,
  params?: unknown,
  options: DocQueueOptions = BUCKET,
): Promise<string> {
  const client = clientThatAnswers(service);
  const error = await rejection(call(docQueue(client, options), method, params));
  expect(error).toMatchObject({ kind: 'param', code: 'InvalidParameter' });
  expect(client.asked).toEqual([]);
  return error.message.replace(/^InvalidParameter: /, '');
}
