import fc from 'fast-check';
import { type Emulator, startEmulator } from '../../server/emulator';
import { ServiceError } from '../../server/emulator/errors';
import { FIXED_KEY, Keys } from '../../server/emulator/keys';
import type { Received } from '../../server/emulator/received';
import { verifySignature } from '../../server/emulator/signature';
import { authorization, codeOf, send, sendSigned, textOf } from './client';

const KEY_TIME = '1557989151;1557996351';
const NOW = 1557990000_000;
const HOST = 'examplebucket-1250000000.ci.ap-chongqing.myqcloud.com';

interface Vector {
  title: string;
  request: Omit<Received, 'headers'>;
  params: string;
  headers: string;
  signature: string;
}

const GET = {
  method: 'GET',
  path: '/docqueue',
  query: [
    ['pageNumber', '1'],
    ['pageSize', '2'],
  ],
} as const;

// Recomputed by two independent programs.
const VECTORS: Vector[] = [
  {
    title: 'a page',
    request: GET,
    params: 'pagenumber;pagesize',
    headers: 'host',
    signature: 'd667c58a8587e103acda3ae3f62967974d60f3ba',
  },
  {
    title: 'all four parameters',
    request: { ...GET, query: [...GET.query, ['queueIds', 'p1,p2'], ['state', 'Active']] },
    params: 'pagenumber;pagesize;queueids;state',
    headers: 'host',
    signature: '3486faa13865cc1a01f5297e006c44211f268908',
  },
  {
    title: 'an update',
    request: { method: 'PUT', path: '/docqueue/p2505d57bdf4c4329804b58a6a5fb1572', query: [] },
    params: '',
    headers: 'host',
    signature: '9217f63150c406c6d13852c9bf5b0af1d7e0df1c',
  },
  {
    title: 'a page with the host not signed',
    request: GET,
    params: 'pagenumber;pagesize',
    headers: '',
    signature: '6059267ae9412d7a801b75fe311f4a72a5409b7a',
  },
];

const withAuthorization = (
  { request, params, headers, signature }: Vector,
  replaced?: string,
): Received => ({
  ...request,
  headers: [
    ['host', HOST],
    [
      'authorization',
      replaced ??
        `q-sign-algorithm=sha1&q-ak=${FIXED_KEY.secretId}&q-sign-time=${KEY_TIME}&q-key-time=${KEY_TIME}&q-header-list=${headers}&q-url-param-list=${params}&q-signature=${signature}`,
    ],
  ],
});

function outcome(request: Received, now = NOW, keys = new Keys()): string {
  try {
    verifySignature(request, keys, now);
    return 'accepted';
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return error.code;
  }
}

describe('the vectors of 436/7778', () => {
  it.each(VECTORS)('$title', (vector) => {
    expect(outcome(withAuthorization(vector))).toBe('accepted');
    const last = vector.signature.endsWith('0') ? '1' : '0';
    const signature = vector.signature.slice(0, -1) + last;
    expect(outcome(withAuthorization({ ...vector, signature }))).toBe('SignatureDoesNotMatch');
  });
});

describe('a single changed character', () => {
  const change = (text: string, position: number, character: string) => {
    const index = position % text.length;
    return text.slice(0, index) + character + text.slice(index + 1);
  };
  const vector = fc.constantFrom(...VECTORS.slice(0, 3));
  // Printable ASCII: no other can stand in a header or, decoded or not, in these requests.
  const character = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code));

  it('of the Authorization is refused', () => {
    fc.assert(
      fc.property(vector, fc.nat(), character, (good, position, other) => {
        const request = withAuthorization(good);
        const header = request.headers[1]?.[1] ?? '';
        const changed = change(header, position, other);
        fc.pre(changed !== header);
        expect(outcome(request)).toBe('accepted');
        expect(outcome(withAuthorization(good, changed))).not.toBe('accepted');
      }),
      { numRuns: 2000 },
    );
  });

  it('of anything that is signed is refused', () => {
    const part = fc.constantFrom('method', 'path', 'host', 'name', 'value');
    fc.assert(
      fc.property(vector, part, fc.nat(), character, (good, which, position, other) => {
        const request = withAuthorization(good);
        const alter = (text: string) => change(text, position, other);
        const [first, ...rest] = request.query;
        const parts: Record<typeof which, () => Received> = {
          method: () => ({ ...request, method: alter(request.method) }),
          path: () => ({ ...request, path: alter(request.path) }),
          host: () => ({
            ...request,
            headers: request.headers.map(([name, value]) => [
              name,
              name === 'host' ? alter(value) : value,
            ]),
          }),
          name: () => ({
            ...request,
            query: first ? [[alter(first[0]), first[1]], ...rest] : [],
          }),
          value: () => ({
            ...request,
            query: first ? [[first[0], alter(first[1])], ...rest] : [],
          }),
        };
        const changed = parts[which]();
        // The signature does not cover the case of a method or of a parameter's name.
        const signed = ({ method, path, query, headers }: Received) =>
          JSON.stringify([
            method.toLowerCase(),
            path,
            query.map(([name, value]) => [name.toLowerCase(), value]),
            headers,
          ]);
        fc.pre(signed(changed) !== signed(request));
        expect(outcome(request)).toBe('accepted');
        expect(outcome(changed)).toBe('SignatureDoesNotMatch');
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what is listed and what is sent', () => {
  const [page, , , unsignedHost] = VECTORS as [Vector, Vector, Vector, Vector];

  it('takes a parameter that is not listed', () => {
    const query = [...GET.query, ['state', 'Active']] as const;
    expect(outcome(withAuthorization({ ...page, request: { ...GET, query } }))).toBe('accepted');
  });

  it('takes any host when the host is not listed', () => {
    const request = withAuthorization(unsignedHost);
    const headers = request.headers.filter(([name]) => name !== 'host');
    expect(outcome({ ...request, headers })).toBe('accepted');
  });

  it('refuses a listed parameter or header that is missing or there twice', () => {
    const request = withAuthorization(page);
    const [one, two] = GET.query;
    const headers = request.headers.filter(([name]) => name !== 'host');
    for (const changed of [
      { ...request, query: [one] },
      { ...request, query: [one, two, ['PAGESIZE', '2'] as const] },
      { ...request, headers },
      { ...request, headers: [...request.headers, ['host', HOST] as const] },
    ]) {
      expect(outcome(changed)).toBe('SignatureDoesNotMatch');
    }
  });
});

describe('an Authorization that cannot be read', () => {
  const [vector] = VECTORS as [Vector];
  const good = withAuthorization(vector).headers[1]?.[1] ?? '';

  it.each([
    ['nonsense', 'nonsense'],
    ['a Basic one', 'Basic QUtJRDpzZWNyZXQ='],
    ['one field short', good.replace(/&q-signature=.*/, '')],
    ['a field twice', `${good}&q-ak=x`],
    ['an unknown field', good.replace('q-ak=', 'q-xx=')],
    ['another algorithm', good.replace('=sha1', '=sha256')],
    ['a time without an end', good.replace(`q-sign-time=${KEY_TIME}`, 'q-sign-time=1557989151')],
    ['a time that ends before it starts', good.replaceAll(KEY_TIME, '1557996351;1557989151')],
    ['a list in upper case', good.replace('=host', '=Host')],
    ['a list with an empty name', good.replace('=host', '=host;')],
  ])('%s', (_, header) => {
    expect(header).not.toBe(good);
    expect(outcome(withAuthorization(vector, header))).toBe('InvalidAuthorization');
  });

  it('sent twice', () => {
    const request = withAuthorization(vector);
    const headers = [...request.headers, ['authorization', good] as const];
    expect(outcome({ ...request, headers })).toBe('InvalidAuthorization');
  });

  it('not sent', () => {
    expect(outcome({ ...GET, headers: [['host', HOST]] })).toBe('MissingAuthorization');
    expect(outcome(withAuthorization(vector, ''))).toBe('MissingAuthorization');
  });
});

describe('over HTTP', () => {
  let emulator: Emulator;
  const now = () => Math.floor(Date.now() / 1000);
  const list = { target: '/docqueue?pageSize=1' };

  beforeAll(async () => {
    emulator = await startEmulator();
  });
  afterAll(() => emulator.close());

  it('checks the path and the query as they were sent', async () => {
    const id = emulator.queues[0]?.QueueId;
    const encoded = { target: `/docqueue?queueIds=${id}%2Cx(1)*` };
    expect((await sendSigned(emulator, encoded)).status).toBe(200);

    const host = new URL(emulator.url).host;
    const signed = authorization({ ...list, host }, emulator.key);
    const moved = { target: '/docqueue?pageSize=2', headers: { authorization: signed } };
    expect(codeOf(await send(emulator.url, moved))).toBe('403 SignatureDoesNotMatch');
    const dotted = { target: '/x/../docqueue?pageSize=1', headers: { authorization: signed } };
    expect(codeOf(await send(emulator.url, dotted))).toBe('404 InvalidUrl');
  });

  it('refuses a signature whose time is over', async () => {
    const old = { start: now() - 1000, end: now() - 10 };
    expect(codeOf(await sendSigned(emulator, list, old))).toBe('401 SignatureExpired');

    const longer = { start: now() - 1000, keyEnd: now() + 1000 };
    expect((await sendSigned(emulator, list, longer)).status).toBe(200);
    const oldKey = { start: now() - 1000, keyEnd: now() - 10 };
    expect(codeOf(await sendSigned(emulator, list, oldKey))).toBe('401 SignatureExpired');
  });

  it('tells a client whose clock is ahead what time it is', async () => {
    const soon = { start: now() + 14 * 60, end: now() + 20 * 60 };
    expect((await sendSigned(emulator, list, soon)).status).toBe(200);

    const late = { start: now() + 16 * 60, end: now() + 30 * 60 };
    const answer = await sendSigned(emulator, list, late);
    expect(codeOf(answer)).toBe('403 RequestTimeTooSkewed');
    for (const time of [textOf(answer.body, 'ServerTime'), answer.headers.date]) {
      expect(Math.abs(Date.parse(time ?? '') - Date.now())).toBeLessThan(5000);
    }
  });

  it('goes by its own clock', async () => {
    const other = await startEmulator({ now: () => NOW });
    const answer = await sendSigned(other, list);
    expect(codeOf(answer)).toBe('403 RequestTimeTooSkewed');
    expect(answer.headers.date).toBe(new Date(NOW).toUTCString());
    other.configure({ clockOffset: now() - NOW / 1000 });
    expect((await sendSigned(other, list)).status).toBe(200);
    await other.close();
  });
});
