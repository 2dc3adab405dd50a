/**
 * The service on this machine with three of Tencent's clients, and nothing of ours: each signs with code of
 * its own.
 */
import { type Emulator, startEmulator } from '../../server/emulator';
import { BUCKET, QUEUE_ID } from '../support/client';
import { asSdkKey } from '../support/keys';
import { type Client, SDKS, type Sending } from './clients';

const SETTINGS = {
  Name: '合同 <预览> & "co"',
  State: 'Paused',
  NotifyConfig: {
    Url: 'https://example.com/ci?a=1&b=<2>',
    State: 'On',
    Type: 'Url',
    Event: 'TaskFinish,WorkflowFinish',
  },
};

interface Outcome {
  status: number;
  code?: string;
  // biome-ignore lint/suspicious/noExplicitAny: parsed by an SDK that is not ours
  Response?: any;
}
const MISMATCH = { status: 403, code: 'SignatureDoesNotMatch' };

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
beforeEach(() => emulator.reset());
afterAll(() => emulator.close());

const statuses = () => emulator.requests.map(({ status }) => status);
const byName = (url: string) => url.replace('//127.0.0.1:', '//localhost:');

/** What became of a request: its parsed answer, or the code of the refusal. */
async function outcome(
  cos: Client,
  params: { Key: string; [name: string]: unknown },
): Promise<Outcome> {
  return cos.request({ ...BUCKET, Url: `${emulator.url}/${params.Key}`, ...params }).then(
    ({ statusCode: status, Response }) => ({ status, Response }),
    ({ statusCode: status, code, error }) => ({ status, code: code ?? error.Code }),
  );
}

describe.each(SDKS)('%s', (_, COS) => {
  const withKey = (key: object = {}) => {
    const { secretId: SecretId, secretKey: SecretKey } = emulator.key;
    return new COS({ SecretId, SecretKey, ...key });
  };
  const withTemporaryKey = (change: object = {}) =>
    new COS({
      getAuthorization(_options: object, callback: (keys: object) => void) {
        callback({ ...asSdkKey(emulator.issueKey()), ...change });
      },
    });

  const list = (cos: Client, Query: object = {}) =>
    outcome(cos, { Method: 'GET', Key: 'docqueue', Query });

  const update = (cos: Client, id = QUEUE_ID) =>
    outcome(cos, {
      Method: 'PUT',
      Key: `docqueue/${id}`,
      Headers: { 'Content-Type': 'application/xml' },
      Body: COS.util.json2xml({ Request: SETTINGS }),
    });

  describe.each([
    ['the fixed key', withKey],
    ['a temporary key', withTemporaryKey],
  ])('with %s', (_name, newClient) => {
    it('lists queues, all that it sends being signed', async () => {
      const Query = { state: 'Paused', pageNumber: '2', pageSize: '1' };
      const { status, Response } = await list(newClient(), Query);
      expect(status).toBe(200);
      expect(Response).toMatchObject({ TotalCount: '2', PageNumber: '2', PageSize: '1' });
      expect(Response.QueueList.Name).toBe('archive-nightly');

      const [request] = emulator.requests;
      expect(request?.url).toMatch(/^\/docqueue\?/);
      expect(request?.headers.authorization).toMatch(
        /&q-header-list=([a-z-]+;)*host(;[a-z-]+)*&q-url-param-list=pagenumber;pagesize;state&/,
      );
    });

    it('finds queues by ids with characters that have to be escaped', async () => {
      const queueIds = `${QUEUE_ID},a(b)*'!~中 c`;
      const { status, Response } = await list(newClient(), { queueIds });
      expect(status).toBe(200);
      expect(Response.QueueList.QueueId).toBe(QUEUE_ID);
      expect(Response.NonExistPIDs.QueueID).toBe("a(b)*'!~中 c");
    });

    it('updates a queue', async () => {
      expect(emulator.queues[0]).not.toMatchObject(SETTINGS);
      const { status, Response } = await update(newClient());
      expect(status).toBe(200);
      expect(Response.Queue).toMatchObject(SETTINGS);
      expect(emulator.queues[0]).toMatchObject(SETTINGS);
    });

    it.each<[what: string, alter: (sending: Sending) => void]>([
      ['a changed parameter', ({ qs }) => Object.assign(qs, { pageSize: '2' })],
      ['a parameter taken away', (sending) => Reflect.deleteProperty(sending.qs, 'pageSize')],
      // The same machine by its other name.
      ['another host', (sending) => Object.assign(sending, { url: byName(sending.url) })],
    ])('is refused with %s', async (_what, alter) => {
      const cos = newClient();
      expect(await list(cos, { pageSize: '1' })).toMatchObject({ status: 200 });
      cos.on('before-send', alter);
      expect(await list(cos, { pageSize: '1' })).toEqual(MISMATCH);
      expect(statuses()).toEqual([200, 403]);
    });

    it('is refused on another path than the one it signed', async () => {
      const cos = newClient();
      const [, other] = emulator.queues.map(({ QueueId }) => QueueId) as [string, string];
      expect(await update(cos, other)).toMatchObject({ status: 200 });
      emulator.reset();
      const before = emulator.queues;

      cos.on('before-send', (sending) => {
        sending.url = sending.url.replace(QUEUE_ID, other);
      });
      expect(await update(cos)).toEqual(MISMATCH);
      expect(emulator.requests[0]?.url).toBe(`/docqueue/${other}`);
      expect(emulator.queues).toEqual(before);
    });
  });

  it.each([
    ['a wrong key', () => withKey({ SecretKey: 'wrong' }), MISMATCH],
    ['a wrong temporary key', () => withTemporaryKey({ TmpSecretKey: 'wrong' }), MISMATCH],
    [
      'an unknown id',
      () => withKey({ SecretId: 'AKIDunknown' }),
      { status: 401, code: 'SecretidNotExist' },
    ],
    [
      "another key's token",
      () => withTemporaryKey({ SecurityToken: emulator.issueKey().token }),
      { status: 403, code: 'AccessDenied' },
    ],
  ])('is refused with %s', async (_what, newClient, refusal) => {
    expect(await list(newClient())).toEqual(refusal);
    expect(await update(newClient())).toEqual(refusal);
    expect(emulator.queues[0]).not.toMatchObject(SETTINGS);
  });

  it('is refused without the token of its key', async () => {
    const cos = withTemporaryKey();
    expect(await list(cos)).toMatchObject({ status: 200 });
    cos.on('before-send', ({ headers }) => {
      delete headers['x-cos-security-token'];
    });
    expect(await list(cos)).toEqual({ status: 403, code: 'InvalidAccessKeyId' });
  });

  it('is refused when its key has expired', async () => {
    const cos = withTemporaryKey();
    expect(await list(cos)).toMatchObject({ status: 200 });
    emulator.configure({ clockOffset: emulator.settings.keySeconds + 1 });
    expect(await list(cos)).toEqual({ status: 403, code: 'ExpiredToken' });
  });

  it('tries again after a 5xx, with a signature that holds', async () => {
    emulator.setFault({ times: 1, answer: { status: 503 } });
    expect(await list(withKey())).toMatchObject({ status: 200 });
    expect(statuses()).toEqual([503, 200]);
  });

  it('sets its clock by the answer when it is ahead', async () => {
    const warn = jest.spyOn(console, 'error').mockImplementation(() => {});
    emulator.configure({ clockOffset: -3600 });
    expect(await list(withKey())).toMatchObject({ status: 200 });
    expect(statuses()).toEqual([403, 200]);
    warn.mockRestore();
  });
});
