/** A user's callback that throws: it is not called again, and its exception goes where others go. */
import { setTimeout as wait } from 'node:timers/promises';
import { until } from '../support/until';
import { HEADER } from './answer';
import { ERROR, LIST } from './bodies';
import { placeFor, type Reply } from './in-process';
import { cos } from './sdk';

declare function hearUnhandled(listener: (reason: unknown) => void): () => void;

it.each<[name: string, Reply, params?: object]>([
  ['a success', { statusCode: 200, header: HEADER, data: LIST }],
  ['a failure', { statusCode: 403, header: HEADER, data: ERROR }],
  ['an answer that is none', { statusCode: 200, header: HEADER, data: 'text' }],
  ['no answer', { errMsg: 'request:fail' }],
  ['a wrong parameter', { errMsg: 'request:fail' }, { PageSize: -1 }],
])('a callback that throws, of %s', async (_, reply, params = {}) => {
  const { Bucket, thrown } = placeFor([reply]);
  const error = new Error("the app's own");
  const callback = jest.fn(() => {
    throw error;
  });
  const unhandled: unknown[] = [];
  const stop = hearUnhandled((reason) => unhandled.push(reason));

  cos.describeDocProcessQueues({ ...params, Bucket }, callback);
  await until(() => unhandled.length > 0);
  // For a second call, or a second exception.
  await wait(100);
  stop();

  expect(callback).toHaveBeenCalledTimes(1);
  expect(unhandled).toEqual([error]);
  expect(thrown).toEqual([]);
});
