import type { Any } from '../support/any';
import { type Case, type Fixture, failure, type Give, NO_KEY } from './fixture';
import { isAtLeast } from './versions';

const INVALID_KEY = failure('credential', 'InvalidCredential');

/** A list that is not sent, because of what the app does when the SDK asks it for a key. */
const fails = (
  name: string,
  getAuthorization: (give: Give, fixture: Fixture) => unknown,
  expected: object,
  Timeout?: number,
): Case => ({
  name: `reports that getAuthorization ${name}`,
  async run(fixture) {
    const cos = fixture.clientThatAsks((give) => getAuthorization(give, fixture), {}, Timeout);
    return [await fixture.list(cos), fixture.sent];
  },
  expected: [expected, ''],
});

/** The outcome of a list: its status, or how it failed. */
const listsWith = (
  name: string,
  client: (fixture: Fixture) => Any,
  expected: unknown = 200,
): Case => ({
  name,
  async run(fixture) {
    const outcome = await fixture.list(client(fixture));
    return outcome.kind ? outcome : outcome.statusCode;
  },
  expected,
});

/** Two changes to one queue that are made at once. */
const quickChanges = (where: string, clients: (fixture: Fixture) => [Any, Any]): Case => ({
  name: `loses neither of two quick changes to one queue, on ${where}`,
  async run(fixture) {
    const { QueueId } = fixture.queue;
    const [first, second] = clients(fixture);
    await Promise.all([
      fixture.promise('patchDocProcessQueue', { QueueId, Name: '新名称' }, first),
      fixture.promise('pauseDocProcessQueue', { QueueId }, second),
    ]);
    const { Name, State } = fixture.queue;
    return [Name, State, fixture.sent];
  },
  expected: ['新名称', 'Paused', 'GET PUT GET PUT'],
});

const throwError = () => {
  throw new TypeError("the app's own");
};
const withNewKeys = (fixture: Fixture) =>
  fixture.clientThatAsks((give) => setTimeout(give, 5, fixture.newKey()));

/** What an app with temporary keys, or with none, can rely on. */
export function keyCases(version: string): Case[] {
  // A raw body hides the service's code from older SDKs, which then do not correct their clock.
  const correctsClock = isAtLeast(version, '1.7.2');
  // Older SDKs do not check the times of a key, and newer ones send a request without a key, unsigned.
  const isFrom14 = isAtLeast(version, '1.4.6');
  return [
    {
      name: 'asks for one key for a list and twenty changes of state, of two requests each',
      async run(fixture) {
        fixture.emulator.setQueues(20);
        let asked = 0;
        const cos = fixture.clientThatAsks((give) => {
          asked++;
          setTimeout(give, 5, fixture.newKey());
        });
        const { Response } = await fixture.call('describeDocProcessQueues', { PageSize: 20 }, cos);
        const before = fixture.emulator.queues.map(({ State }) => State);
        await Promise.all(
          Response.QueueList.map(({ QueueId, State }: Any) => {
            const method = State === 'Active' ? 'pauseDocProcessQueue' : 'resumeDocProcessQueue';
            return fixture.call(method, { QueueId }, cos);
          }),
        );
        const kept = fixture.emulator.queues.filter(({ State }, index) => State === before[index]);
        return { asked, kept, requests: fixture.emulator.requests.length };
      },
      expected: { asked: 1, kept: [], requests: 1 + 20 * 2 },
    },
    {
      name: 'needs a third request for a change of state when the record by id is sparse',
      async run(fixture) {
        fixture.emulator.configure({ sparse: true });
        const { QueueId, NotifyConfig } = fixture.queue;
        await fixture.call('pauseDocProcessQueue', { QueueId }, withNewKeys(fixture));
        const kept = JSON.stringify(fixture.queue.NotifyConfig) === JSON.stringify(NotifyConfig);
        return [fixture.sent, fixture.queue.State, kept];
      },
      expected: ['GET GET PUT', 'Paused', true],
    },
    quickChanges('one client', (fixture) => {
      const cos = withNewKeys(fixture);
      return [cos, cos];
    }),
    quickChanges('two clients', (fixture) => [withNewKeys(fixture), withNewKeys(fixture)]),
    listsWith('waits for a key that takes longer than any response may', (fixture) => {
      const late = (give: Give) => setTimeout(give, 500, fixture.newKey());
      return fixture.clientThatAsks(late, { Timeout: 200 });
    }),
    fails('gives an empty key', (give) => give({}), INVALID_KEY),
    fails('gives a text that is no signature', (give) => give('nonsense'), INVALID_KEY),
    fails(
      'gives a key without a token',
      (give, fixture) => give({ ...fixture.newKey(), SecurityToken: '', XCosSecurityToken: '' }),
      INVALID_KEY,
    ),
    fails('gives nothing', (give) => give(), failure('app', 'AppError')),
    fails('throws', throwError, failure('app', 'AppError')),
    fails('never calls back', () => {}, failure('network', 'Timeout'), 200),
    listsWith('has one outcome when getAuthorization calls back twice', (fixture) =>
      fixture.clientThatAsks((give) => {
        give(fixture.newKey());
        give(fixture.newKey());
      }),
    ),
    listsWith(
      'reports that a key has a time in milliseconds',
      (fixture) =>
        fixture.clientThatAsks((give) =>
          give({ ...fixture.newKey(), ExpiredTime: Date.now() + 1_800_000 }),
        ),
      isFrom14 ? INVALID_KEY : failure('service', 'InvalidAuthorization', 401),
    ),
    listsWith(
      'reports that a client has no key',
      (fixture) => fixture.client(NO_KEY),
      isFrom14 ? failure('service', 'MissingAuthorization', 401) : INVALID_KEY,
    ),
    {
      name: "keeps the client's keys out of an error, even where the service repeats them",
      async run(fixture) {
        const key = fixture.newKey();
        const cos = fixture.clientThatAsks((give) => give(key));
        await fixture.list(cos);
        const secrets = [key.SecurityToken, key.TmpSecretKey, key.TmpSecretId];
        const message = `Nothing is known of ${secrets.join(' or of ')} here`;
        fixture.emulator.setFault({ answer: { status: 403, message } });
        const error = await cos.describeDocProcessQueues().catch((reason: Any) => reason);
        const text = [error.message, error.stack, JSON.stringify(error)].join();
        const leaked = secrets.filter((secret) => text.includes(secret));
        return [error.code, error.message.includes('Nothing is known of'), leaked];
      },
      expected: ['AccessDenied', true, []],
    },
    {
      name: 'reports that a key has expired sooner than the SDK knows',
      async run(fixture) {
        const cos = withNewKeys(fixture);
        const { statusCode } = await fixture.list(cos);
        fixture.emulator.configure({ clockOffset: 1801 });
        return [statusCode, await fixture.list(cos)];
      },
      expected: [200, failure('service', 'ExpiredToken', 403)],
    },
    listsWith(
      'reports that the clock is wrong, or has the SDK correct it, when the key is fixed',
      (fixture) => {
        fixture.emulator.configure({ clockOffset: -3600 });
        return fixture.client();
      },
      correctsClock ? 200 : failure('service', 'RequestTimeTooSkewed', 403),
    ),
  ];
}
