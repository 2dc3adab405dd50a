import { type Emulator, startEmulator } from '../../server/emulator';
import { FIXED_KEY } from '../../server/emulator/keys';
import { fetchSdkKey } from '../support/keys';
import { installWx } from '../support/wx';
import { textOf } from './client';

// The two ways in which the SDK has signed: since 1.6 with any host, before only with the service's own.
const VERSIONS = ['1.4.13', '1.8.0'];
const ID = 'p2505d57bdf4c4329804b58a6a5fb1572';

interface Outcome {
  err: { statusCode?: number; error?: { Code?: string } } | null;
  data: { statusCode: number; Body: string } | null;
}
interface Cos {
  request(params: object, callback: (err: Outcome['err'], data: Outcome['data']) => void): void;
}
let emulator: Emulator;

installWx();

const request = (cos: Cos, params: object) =>
  new Promise<Outcome>((resolve) => {
    const common = { Bucket: 'examplebucket-1250000000', Region: 'ap-beijing', RawBody: true };
    cos.request({ ...common, ...params }, (err, data) => resolve({ err, data }));
  });

const list = (cos: Cos, Query: object = {}) =>
  request(cos, { Method: 'GET', Key: 'docqueue', Url: `${emulator.url}/docqueue`, Query });

const update = (cos: Cos, name: string) =>
  request(cos, {
    Method: 'PUT',
    Key: `docqueue/${ID}`,
    Url: `${emulator.url}/docqueue/${ID}`,
    Headers: { 'Content-Type': 'application/xml' },
    Body: `<Request><Name>${name}</Name><State>Paused</State><NotifyConfig/></Request>`,
  });

beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.close());

describe.each(VERSIONS)('the real SDK %s', (version) => {
  const COS = require(`cos-wx-sdk-v5-${version}`) as new (options: object) => Cos;
  const { secretId: SecretId, secretKey: SecretKey } = FIXED_KEY;
  beforeEach(() => emulator.reset());

  const withFixedKey = () => new COS({ SecretId, SecretKey });
  const withTemporaryKey = () =>
    new COS({
      async getAuthorization(_: unknown, callback: (keys: object) => void) {
        callback(await fetchSdkKey(emulator.url));
      },
    });

  it.each([
    ['a fixed key', withFixedKey],
    ['a temporary key', withTemporaryKey],
  ])('lists and updates with %s', async (_, newClient) => {
    const cos = newClient();
    const listed = await list(cos, { queueIds: `${ID},a(b)*'!c`, state: 'Active', pageNumber: 1 });
    expect(listed).toMatchObject({ err: null, data: { statusCode: 200 } });
    expect(listed.data?.Body).toContain(`<QueueID>a(b)*'!c</QueueID>`);

    const updated = await update(cos, 'by the SDK');
    expect(updated).toMatchObject({ err: null, data: { statusCode: 200 } });
    expect(textOf(updated.data?.Body ?? '', 'Name')).toBe('by the SDK');
    expect(emulator.queues[0]).toMatchObject({ Name: 'by the SDK', State: 'Paused' });
  });

  it('signs the host it sends to, if any', async () => {
    await list(withFixedKey());
    const [signed] = emulator.requests.map(({ headers }) => headers.authorization);
    expect(signed).toContain(`&q-header-list=${version === '1.8.0' ? 'host' : ''}&`);
  });

  it('is refused with a wrong key', async () => {
    const { err } = await list(new COS({ SecretId, SecretKey: 'wrong' }));
    expect(err?.statusCode).toBe(403);
  });

  it('tries again after a 5xx, with a signature that holds', async () => {
    emulator.setFault({ times: 1, answer: { status: 503 } });
    expect((await list(withFixedKey())).data?.statusCode).toBe(200);
    expect(emulator.requests.map(({ status }) => status)).toEqual([503, 200]);
  });

  it('sets its clock by the answer when it is ahead', async () => {
    emulator.configure({ clockOffset: -3600 });
    jest.spyOn(console, 'error').mockImplementation(() => {});
    const cos = withFixedKey();
    // Before 1.7.2 a raw body hides the code from the SDK, which then corrects nothing.
    const { err, data } = await request(cos, {
      Method: 'GET',
      Key: 'docqueue',
      Url: `${emulator.url}/docqueue`,
      RawBody: false,
    });
    jest.restoreAllMocks();
    expect(err).toBeNull();
    expect(data?.statusCode).toBe(200);
    expect(emulator.requests.map(({ status }) => status)).toEqual([403, 200]);
  });
});
