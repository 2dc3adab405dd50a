/**
 * The service on this machine with three of Tencent's clients, and nothing of ours: each signs with code of
 * its own.
 */
import { emulator, startService } from '../server/client';
import { BUCKET, QUEUE_ID } from '../support/client';
import { asSdkKey } from '../support/keys';
import { type Client, SDKS } from './clients';

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

startService();

const statuses = () => emulator.requests.map(({ status }) => status);

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
  });

  it.each([
    ['a wrong key', () => withKey({ SecretKey: 'wrong' })],
    ['a wrong temporary key', () => withTemporaryKey({ TmpSecretKey: 'wrong' })],
  ])('is refused with %s', async (_what, newClient) => {
    const refusal = { status: 403, code: 'SignatureDoesNotMatch' };
    expect(await list(newClient())).toEqual(refusal);
    expect(await update(newClient())).toEqual(refusal);
    expect(emulator.queues[0]).not.toMatchObject(SETTINGS);
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
