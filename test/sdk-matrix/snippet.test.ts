/** What the README says of the documentation's snippet, under "Why not the snippet?". */
import { describeDocProcessQueue, updateProcessQueue } from '../../bench/snippet';
import { listXml, QUEUE, queueXml } from '../support/client';
import { installWx } from '../support/wx';
import { isAtLeast, VERSIONS } from './versions';

const request = jest.fn();
installWx({ request });

it.each(VERSIONS)("the documentation's snippet fails as described on SDK %s", (version) => {
  // The SDK reports broken XML there.
  jest.spyOn(console, 'warn').mockImplementation();
  jest.spyOn(console, 'error').mockImplementation();
  const COS = require(`cos-wx-sdk-v5-${version}`);
  const cos = new COS({ SecretId: 'id', SecretKey: 'key' });
  const isFrom172 = isAtLeast(version, '1.7.2');

  /** What the callback is given after a response with this body, or `undefined` if it is not called. */
  const list = (data: string) => {
    const callback = jest.fn();
    describeDocProcessQueue(cos, 'https://ci.example', callback);
    try {
      request.mock.lastCall?.[0].success({ statusCode: 200, header: {}, data });
    } catch {
      // In an app, nobody catches what the SDK throws here.
    }
    return callback.mock.lastCall;
  };
  const noError = [null, expect.objectContaining({ statusCode: 200 })];
  const one = { QueueList: { Name: QUEUE.Name }, TotalCount: '1' };
  expect(list(listXml([queueXml()]))).toMatchObject([null, { Response: one }]);
  expect(list(listXml([]))?.[1].Response).not.toHaveProperty('QueueList');
  expect(list(listXml([queueXml()]).slice(0, -200))).toEqual(noError);
  expect(list('plain text')).toEqual(isFrom172 ? undefined : noError);

  const settings = { QueueID: 'p1', NotifyConfig: { Url: 'https://a.cn/?a=1&b=2' } };
  const update = () => updateProcessQueue(COS, cos, 'https://ci.example', settings, jest.fn());
  if (isAtLeast(version, '1.1.7')) {
    update();
    expect(request.mock.lastCall?.[0].data).toContain(isFrom172 ? 'a=1&amp;b=2' : 'a=1&b=2');
  } else {
    expect(update).toThrow(TypeError);
  }
});
