/** Where the documentation's snippet fails, and the plugin does not: the reasons for this package. */
import { setTimeout as wait } from 'node:timers/promises';
import { type Emulator, startEmulator } from '../../server/emulator/index';
import { until } from '../support/until';
import { installWx, type RequestOptions, request } from '../support/wx';
import { describeDocProcessQueue, updateProcessQueue } from './snippet';
import { isAtLeast, VERSIONS } from './versions';

// biome-ignore lint/suspicious/noExplicitAny: the SDK has no types
type Any = any;

const thrownByTheSdk = jest.fn();

/** A `wx.request` that notes what the SDK throws when it is handed the answer. */
function watchedRequest({ success, ...options }: RequestOptions) {
  return request({
    ...options,
    success(response) {
      try {
        success(response);
      } catch (error) {
        thrownByTheSdk(error);
      }
    },
  });
}

describe.each(VERSIONS)("the documentation's snippet on SDK %s", (version) => {
  let emulator: Emulator;
  let COS: Any;
  let cos: Any;
  beforeAll(async () => {
    emulator = await startEmulator();
    installWx({ request: watchedRequest });
    COS = require(`cos-wx-sdk-v5-${version}`);
    const { secretId: SecretId, secretKey: SecretKey } = emulator.key;
    cos = new COS({ SecretId, SecretKey });
  });
  afterEach(() => {
    emulator.reset();
    thrownByTheSdk.mockClear();
  });
  afterAll(() => emulator.close());

  it('gets an object for a list of one, and texts for numbers', async () => {
    emulator.setQueues(1);
    const callback = jest.fn();
    describeDocProcessQueue(cos, emulator.url, callback);
    await until(() => callback.mock.calls.length > 0, 5_000);
    const list = { QueueList: { Name: 'queue-doc-process-1' }, TotalCount: '1' };
    expect(callback.mock.calls).toMatchObject([[null, { Response: list }]]);
  });

  const Url = 'https://example.com/?a=1&b=2';
  function update(): Promise<unknown> {
    const QueueID = emulator.queues[0]?.QueueId;
    const NotifyConfig = { Url, State: 'On', Type: 'Url', Event: 'TaskFinish' };
    const settings = { Name: 'a', QueueID, State: 'Active', NotifyConfig };
    return new Promise((resolve, reject) => {
      updateProcessQueue(COS, cos, emulator.url, settings, (error: unknown, data: unknown) =>
        error ? reject(error) : resolve(data),
      );
    });
  }

  if (!isAtLeast(version, '1.1.7')) {
    it('cannot send an update: there is no COS.util', async () => {
      await expect(update()).rejects.toThrow(TypeError);
    });
  } else if (!isAtLeast(version, '1.7.2')) {
    it('cannot send a callback address with &', async () => {
      await expect(update()).rejects.toMatchObject({ error: { Code: 'InvalidContent' } });
    });
  } else {
    it('sends a callback address with &', async () => {
      await update();
      expect(emulator.queues[0]?.NotifyConfig.Url).toBe(Url);
    });
  }

  const isLost = isAtLeast(version, '1.7.2');
  it(`${isLost ? 'never hears of' : 'hears of no failure in'} an answer of text`, async () => {
    emulator.setFault({ answer: { status: 200, format: 'text' } });
    const callback = jest.fn();
    describeDocProcessQueue(cos, emulator.url, callback);
    if (isLost) {
      await until(() => thrownByTheSdk.mock.calls.length > 0, 5_000);
      // Long enough for another answer.
      await wait(500);
      expect(callback).not.toHaveBeenCalled();
    } else {
      await until(() => callback.mock.calls.length > 0, 5_000);
      const [[error, data]] = callback.mock.calls;
      expect([error, data.statusCode, data.Response]).toEqual([null, 200, undefined]);
    }
  });
});
