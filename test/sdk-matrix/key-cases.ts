import type { Any } from '../support/any';
import { type Case, type Fixture, failure, type Give, NO_KEY } from './fixture';
import { isAtLeast } from './versions';

const INVALID_KEY = failure('credential', 'InvalidCredential');
const APP_ERROR = failure('app', 'AppError');

/** What an app may do wrong when the SDK asks it for a key, and how a list then fails. */
const MISTAKES: [string, (give: Give, key: object) => unknown, object][] = [
  ['gives an empty key', (give) => give({}), INVALID_KEY],
  ['gives a text that is no signature', (give) => give('nonsense'), INVALID_KEY],
  [
    'gives a key without a token',
    (give, key) => give({ ...key, SecurityToken: '', XCosSecurityToken: '' }),
    INVALID_KEY,
  ],
  ['gives nothing', (give) => give(), APP_ERROR],
  ['throws', () => JSON.parse(''), APP_ERROR],
  ['never calls back', () => {}, failure('network', 'Timeout')],
];

/** How a list ends: its status, or the summary of its failure. */
const listCase = (name: string, client: (_: Fixture) => Any, expected: unknown = 200): Case => ({
  name,
  async run(fixture) {
    const outcome = await fixture.list(client(fixture));
    return outcome.kind ? outcome : outcome.statusCode;
  },
  expected,
});

/** What an app with temporary keys, or with none, can rely on. */
export function keyCases(version: string): Case[] {
  // A raw body hides the service's code from older SDKs, which then do not correct their clock.
  const correctsClock = isAtLeast(version, '1.7.2');
  // From 1.4 on, SDKs check the times of a key, but send a request unsigned when there is no key at all.
  const isFrom14 = isAtLeast(version, '1.4.6');
  return [
    {
      name: 'asks for one key for a list and twenty changes, of two requests each',
      async run(fixture) {
        fixture.emulator.setQueues(20);
        let asked = 0;
        const cos = fixture.clientWithKeysFrom((give) => {
          asked++;
          setTimeout(give, 5, fixture.newKey());
        });
        const { Response } = await fixture.call('describeDocProcessQueues', { PageSize: 20 }, cos);
        const changes = Response.QueueList.map(({ QueueId }: Any) =>
          fixture.call('patchDocProcessQueue', { QueueId, Name: '新名称' }, cos),
        );
        await Promise.all(changes);
        return [asked, fixture.emulator.requests.length];
      },
      expected: [1, 1 + 20 * 2],
    },
    {
      name: 'loses neither of two quick changes to one queue by two clients',
      async run(fixture) {
        const { QueueId } = fixture.queue;
        const newClient = () =>
          fixture.clientWithKeysFrom((give) => setTimeout(give, 5, fixture.newKey()));
        await Promise.all([
          fixture.call('patchDocProcessQueue', { QueueId, Name: '新名称' }, newClient()),
          fixture.call('pauseDocProcessQueue', { QueueId }, newClient()),
        ]);
        return [fixture.queue.Name, fixture.queue.State, fixture.sent];
      },
      expected: ['新名称', 'Paused', 'GET PUT GET PUT'],
    },
    listCase('waits for a key that takes longer than any response may', (fixture) => {
      const late = (give: Give) => setTimeout(give, 500, fixture.newKey());
      return fixture.clientWithKeysFrom(late, { Timeout: 200 });
    }),
    ...MISTAKES.map(
      ([mistake, getAuthorization, expected]): Case => ({
        name: `reports that getAuthorization ${mistake}`,
        async run(fixture) {
          const ask = (give: Give) => getAuthorization(give, fixture.newKey());
          return [await fixture.list(fixture.clientWithKeysFrom(ask, {}, 200)), fixture.sent];
        },
        expected: [expected, ''],
      }),
    ),
    listCase('has one outcome when getAuthorization calls back twice', (fixture) =>
      fixture.clientWithKeysFrom((give) => {
        give(fixture.newKey());
        give(fixture.newKey());
      }),
    ),
    listCase(
      'reports that a key has a time in milliseconds',
      (fixture) => {
        const key = { ...fixture.newKey(), ExpiredTime: Date.now() + 1_800_000 };
        return fixture.clientWithKeysFrom((give) => give(key));
      },
      isFrom14 ? INVALID_KEY : failure('service', 'InvalidAuthorization', 401),
    ),
    listCase(
      'reports that a client has no key',
      (fixture) => fixture.client(NO_KEY),
      isFrom14 ? failure('service', 'MissingAuthorization', 401) : INVALID_KEY,
    ),
    {
      name: "keeps the client's keys out of an error, even where the service repeats them",
      async run(fixture) {
        const key = fixture.newKey();
        const secrets = [key.SecurityToken, key.TmpSecretKey, key.TmpSecretId];
        const message = `Nothing is known of ${secrets.join(' or of ')} here`;
        fixture.emulator.setFault({ answer: { status: 403, message } });
        const cos = fixture.clientWithKeysFrom((give) => give(key));
        const error = await cos.describeDocProcessQueues().catch((reason: Any) => reason);
        const text = [error.message, error.stack, JSON.stringify(error)].join();
        const leaked = secrets.filter((secret) => text.includes(secret));
        return [error.code, error.message.includes('Nothing is known of'), leaked];
      },
      expected: ['AccessDenied', true, []],
    },
    listCase(
      'reports that the clock is wrong, or has the SDK correct it, when the key is fixed',
      (fixture) => {
        fixture.emulator.configure({ clockOffset: -3600 });
        return fixture.client();
      },
      correctsClock ? 200 : failure('service', 'RequestTimeTooSkewed', 403),
    ),
  ];
}
