/** Calls to the local service: keys that are wrong or late, clocks that are an hour off, and many calls at once. */
import { setTimeout as wait } from 'node:timers/promises';
import { startEmulator } from '../../server/emulator/index';
import { Bench, failure } from '../sdk-matrix/cases';
import { isAtLeast } from '../sdk-matrix/versions';
import { asSdkKey } from '../support/keys';
import { installWx } from '../support/wx';
import { SHORT_TIMEOUT_MS, version } from './sdk';

/** How `getAuthorization` hands on what it has. */
type Give = (keys?: unknown) => void;
type GetAuthorization = (give: Give) => unknown;

const NO_KEY = failure('credential', 'InvalidCredential');
const FINE = { statusCode: 200, Response: { TotalCount: 5 } };

installWx();
const COS = require(`cos-wx-sdk-v5-${version}`);
let bench: Bench;
beforeAll(async () => {
  bench = new Bench(COS, await startEmulator());
});
beforeEach(() => bench.emulator.reset());
afterAll(async () => {
  // Long enough for a second outcome, or an exception, of the last calls.
  await wait(200);
  expect(bench.extraOutcomes).toBe(0);
  await bench.emulator.close();
});

const newKeys = () => asSdkKey(bench.emulator.issueKey());

/** A client of an app with such a `getAuthorization`. */
function clientThatAsks(getAuthorization: GetAuthorization, options: object = {}) {
  const ask = (_: object, give: Give) => getAuthorization(give);
  return bench.client({ ...options, getAuthorization: ask });
}

const listOf = (getAuthorization: GetAuthorization, options?: object) =>
  bench.list(clientThatAsks(getAuthorization, options));

describe('getAuthorization has no key', () => {
  it.each<[name: string, GetAuthorization]>([
    ['gives none', (give) => give({})],
    ['gives none, later', (give) => wait(5).then(() => give({}))],
    ['gives nothing', (give) => give()],
    ['gives null', (give) => give(null)],
    ['gives text that is no signature', (give) => give('nonsense')],
    ['gives no token', (give) => give({ ...newKeys(), SecurityToken: '', XCosSecurityToken: '' })],
  ])('%s', async (_, getAuthorization) => {
    expect(await listOf(getAuthorization)).toEqual(NO_KEY);
    expect(bench.sent).toBe('');
  });

  it.each([
    ['an Error', new Error('the key server is down'), 'the key server is down'],
    ['a text', 'the key server is down', 'the key server is down'],
    ['what wx.request failed with', { errMsg: 'request:fail timeout' }, 'request:fail timeout'],
  ])('throws %s', async (_, thrown, reason) => {
    const cos = clientThatAsks(() => {
      throw thrown;
    });
    const expected = { code: 'InvalidCredential', message: expect.stringContaining(reason) };
    await expect(cos.describeDocProcessQueues()).rejects.toMatchObject(expected);
    expect(bench.sent).toBe('');
  });
});

describe('getAuthorization answers twice', () => {
  const twice = (give: Give, first: object, second: object) => {
    give(first);
    give(second);
  };

  it('with keys', async () => {
    expect(await listOf((give) => twice(give, newKeys(), newKeys()))).toMatchObject(FINE);
    const later = (give: Give) => wait(5).then(() => twice(give, newKeys(), newKeys()));
    expect(await listOf(later)).toMatchObject(FINE);
  });

  it('with a key, then none', async () => {
    const outcome = await listOf((give) => twice(give, newKeys(), {}));
    // The request is under way when the second answer ends the call, in SDKs that let it.
    expect(outcome).toMatchObject(outcome.kind ? NO_KEY : FINE);
  });

  it('with no key, then one', async () => {
    expect(await listOf((give) => twice(give, {}, newKeys()))).toEqual(NO_KEY);
  });
});

it('getAuthorization gives a time in milliseconds', async () => {
  const outcome = await listOf((give) =>
    give({ ...newKeys(), ExpiredTime: Date.now() + 1_800_000 }),
  );
  // Older SDKs sign with it, and it is for the service to refuse.
  const refused = failure('service', 'InvalidAuthorization', 401);
  expect(outcome).toEqual(outcome.kind === 'credential' ? NO_KEY : refused);
});

describe('getAuthorization leaves the call to its timer', () => {
  const expectTimeout = async (getAuthorization: GetAuthorization) => {
    const outcome = await listOf(getAuthorization, { Timeout: SHORT_TIMEOUT_MS });
    expect(outcome).toEqual(failure('network', 'Timeout'));
  };

  it('never answers', () => expectTimeout(() => {}));

  it('answers when the call has ended', async () => {
    const late = wait(150);
    await expectTimeout((give) => late.then(() => give(newKeys())));
    await late;
  });

  it('is async and fails', async () => {
    const failed = Promise.reject(new Error('the key server is down'));
    // It is the app's own, and the app's to handle.
    failed.catch(() => {});
    await expectTimeout(() => failed);
  });

  it('gives nothing, later', async () => {
    let stack = '';
    await expectTimeout(async (give) => {
      await wait(5);
      try {
        give();
      } catch (error) {
        stack = (error as Error).stack ?? '';
      }
    });
    // Every SDK reads fields of what it is given, in the app's own stack: there it throws.
    expect(stack).not.toContain('miniprogram_dist');
  });
});

describe('a key that expires', () => {
  // The SDK asks for a new key when there is less than a minute left of the one that it has.
  const SHORT_SECONDS = 50;
  const EXPIRED = failure('service', 'ExpiredToken', 403);
  const passes = (seconds: number) => bench.emulator.configure({ clockOffset: seconds + 1 });

  it('is not used again when the SDK knows it', async () => {
    const getAuthorization = jest.fn((give: Give) => give(newKeys()));
    const cos = clientThatAsks(getAuthorization);
    bench.emulator.configure({ keySeconds: SHORT_SECONDS });
    expect(await bench.list(cos)).toMatchObject(FINE);
    passes(SHORT_SECONDS);
    expect(await bench.list(cos)).toMatchObject(FINE);
    expect(getAuthorization).toHaveBeenCalledTimes(2);
  });

  it('is refused while the app keeps handing it out', async () => {
    bench.emulator.configure({ keySeconds: SHORT_SECONDS });
    let keys = newKeys();
    const cos = clientThatAsks((give) => give({ ...keys }));
    expect(await bench.list(cos)).toMatchObject(FINE);
    passes(SHORT_SECONDS);
    expect(await bench.list(cos)).toEqual(EXPIRED);
    keys = newKeys();
    expect(await bench.list(cos)).toMatchObject(FINE);
  });

  it('is refused when the SDK has it cached, and only the service knows', async () => {
    const getAuthorization = jest.fn((give: Give) => give(newKeys()));
    const cos = clientThatAsks(getAuthorization);
    expect(await bench.list(cos)).toMatchObject(FINE);
    passes(bench.emulator.settings.keySeconds);
    expect(await bench.list(cos)).toEqual(EXPIRED);
    expect(getAuthorization).toHaveBeenCalledTimes(1);
  });
});

describe.each([
  ['ahead', -3600],
  ['behind', 3600],
])('a clock that is %s', (_, clockOffset) => {
  // Before 1.7.2 a raw body hides the code from the SDK, which then corrects nothing.
  const corrects = isAtLeast(version, '1.7.2');
  beforeEach(() => bench.emulator.configure({ clockOffset }));

  it('with a fixed key', async () => {
    const cos = bench.client();
    let expected: object = failure('service', 'RequestTimeTooSkewed', 403);
    // No SDK takes this code for a matter of its clock.
    if (clockOffset > 0) expected = failure('service', 'SignatureExpired', 401);
    else if (corrects) expected = FINE;
    expect(await bench.list(cos)).toMatchObject(expected);
    expect(await bench.list(cos)).toMatchObject(expected);
  });

  // It comes with the times of the service: nothing is wrong with its signature.
  it('with a temporary key', async () => {
    const cos = clientThatAsks((give) => give(newKeys()));
    const { QueueId } = bench.queue;
    const { Response } = await bench.call('pauseDocProcessQueue', { QueueId }, cos);
    expect(Response.Queue.State).toBe('Paused');
  });

  // The other ways in which COS tells of it.
  it.each([
    ['RequestTimeTooSkewed', 'The difference is too large'],
    ['AccessDenied', 'Request has expired'],
  ])('told by %s: %s', async (code, message) => {
    bench.emulator.setFault({ times: 1, answer: { status: 403, code, message } });
    const expected = corrects ? FINE : failure('service', code, 403);
    expect(await bench.list()).toMatchObject(expected);
  });
});

it('gives each of 200 calls at once its own answer', async () => {
  bench.emulator.setQueues(200);
  const cos = bench.client({ getAuthorization: bench.keyAfter(5) });
  const { QueueId } = bench.queue;
  const outcomes = await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      if (index % 4 === 0) {
        const settings = { QueueId, Name: `${index}`, State: 'Active', NotifyConfig: {} };
        const { Response } = await bench.call('updateDocProcessQueue', settings, cos);
        return Number(Response.Queue.Name);
      }
      const page = { PageNumber: index, PageSize: 1 };
      const { Response } = await bench.call('describeDocProcessQueues', page, cos);
      return Response.QueueList.length * Response.PageNumber;
    }),
  );
  expect(outcomes).toEqual(Array.from({ length: 200 }, (_, index) => index));
});
