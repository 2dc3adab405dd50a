/** Where the documentation's snippet fails, and the plugin does not: the reasons for this package. */

import { setTimeout as wait } from 'node:timers/promises';
import { type Emulator, startEmulator } from '../../server/emulator/index';
import type { Any } from '../support/any';
import { installWx, type RequestOptions, request } from '../support/wx';
import { describeDocProcessQueue, updateProcessQueue } from './snippet';
import { isAtLeast, VERSIONS } from './versions';

const callback = jest.fn();
let reportThrown: (thrown: unknown) => void;

/** The data that the callback gets. Rejects with its error, or with what the SDK throws at the response. */
function dataOf(start: () => void): Promise<Any> {
  return new Promise((resolve, reject) => {
    reportThrown = reject;
    callback.mockImplementation((error, data) => (error ? reject(error) : resolve(data)));
    start();
  });
}

installWx({
  request: ({ success, ...options }: RequestOptions) =>
    request({
      ...options,
      success(response) {
        try {
          success(response);
        } catch (thrown) {
          reportThrown(thrown);
        }
      },
    }),
});

describe.each(VERSIONS)("the documentation's snippet on SDK %s", (version) => {
  let emulator: Emulator;
  let COS: Any;
  let cos: Any;
  beforeAll(async () => {
    emulator = await startEmulator();
    COS = require(`cos-wx-sdk-v5-${version}`);
    const { secretId: SecretId, secretKey: SecretKey } = emulator.key;
    cos = new COS({ SecretId, SecretKey });
  });
  afterEach(() => {
    emulator.reset();
    callback.mockReset();
  });
  afterAll(() => emulator.close());

  const list = () => dataOf(() => describeDocProcessQueue(cos, emulator.url, callback));

  it('gets an object for a list of one, and texts for numbers', async () => {
    emulator.setQueues(1);
    const Response = { QueueList: { Name: 'queue-doc-process-1' }, TotalCount: '1' };
    expect(await list()).toMatchObject({ Response });
  });

  it('cannot send a callback address with &, before 1.7.2', async () => {
    const NotifyConfig = { Url: 'https://a.cn/?a=1&b=2', State: 'On', Type: 'Url', Event: 'A' };
    const QueueID = emulator.queues[0]?.QueueId;
    const settings = { Name: 'a', QueueID, State: 'Active', NotifyConfig };
    const updated = dataOf(() => updateProcessQueue(COS, cos, emulator.url, settings, callback));
    if (isAtLeast(version, '1.7.2')) {
      await updated;
      expect(emulator.queues[0]).toMatchObject({ NotifyConfig });
    } else if (isAtLeast(version, '1.1.7')) {
      await expect(updated).rejects.toMatchObject({ error: { Code: 'InvalidContent' } });
    } else {
      // There is no `COS.util`.
      await expect(updated).rejects.toThrow(TypeError);
    }
  });

  it('is told of no failure by a response of text, or is never called', async () => {
    emulator.setFault({ answer: { status: 200, format: 'text' } });
    if (isAtLeast(version, '1.7.2')) {
      await expect(list()).rejects.toThrow(TypeError);
      // Long enough for another response.
      await wait(100);
      expect(callback).not.toHaveBeenCalled();
    } else {
      expect(await list()).not.toHaveProperty('Response');
    }
  });
});
