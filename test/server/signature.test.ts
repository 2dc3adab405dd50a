import { createHash, createHmac } from 'node:crypto';
import { ServiceError } from '../../server/emulator/errors';
import { FIXED_KEY } from '../../server/emulator/keys';
import type { ServiceRequest } from '../../server/emulator/request';
import { verifySignature } from '../../server/emulator/signature';
import { State } from '../../server/emulator/state';
import { type ClientKey, codeOf, emulator, LIST, sendSigned, startService } from './client';

const [START, END] = [1557989151, 1557996351];
const TIME = `${START};${END}`;
const HOST = 'examplebucket-1250000000.ci.ap-chongqing.myqcloud.com';
type Pair = [name: string, value: string];
const PAGE: Pair[] = [
  ['pageNumber', '1'],
  ['pageSize', '2'],
];
const UPDATE = '/docqueue/p2505d57bdf4c4329804b58a6a5fb1572';

const { keys } = new State();
const outcome = (request: ServiceRequest, seconds = START + 60) => {
  try {
    verifySignature(request, keys, seconds * 1000);
    return 'accepted';
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return error.code;
  }
};

const authorized = (
  method: string,
  path: string,
  query: Pair[],
  signature: string,
  headers = 'host',
  signTime = TIME,
) => {
  const params = query.map(([name]) => name.toLowerCase()).join(';');
  const authorization = `q-sign-algorithm=sha1&q-ak=${FIXED_KEY.secretId}&q-sign-time=${signTime}&q-key-time=${TIME}&q-header-list=${headers}&q-url-param-list=${params}&q-signature=${signature}`;
  return { method, path, query, host: HOST, authorization };
};
type Flat = ReturnType<typeof authorized>;
const requestOf = ({ host, authorization, query, ...request }: Flat): ServiceRequest => ({
  ...request,
  query: new URLSearchParams(query),
  headers: { host: [host], authorization: [authorization] },
});

// The vectors of 436/7778, recomputed by two independent programs.
const page = authorized('GET', '/docqueue', PAGE, 'd667c58a8587e103acda3ae3f62967974d60f3ba');
const allParameters = authorized(
  'GET',
  '/docqueue',
  [...PAGE, ['queueIds', 'p1,p2'], ['state', 'Active']],
  '3486faa13865cc1a01f5297e006c44211f268908',
);
const update = authorized('PUT', UPDATE, [], '9217f63150c406c6d13852c9bf5b0af1d7e0df1c');
const unsignedHost = authorized(
  'GET',
  '/docqueue',
  PAGE,
  '6059267ae9412d7a801b75fe311f4a72a5409b7a',
  '',
);

it.each(Object.entries({ page, allParameters, update, unsignedHost }))(
  'accepts the documented signature of %s, and no other',
  (_, vector) => {
    expect(outcome(requestOf(vector))).toBe('accepted');
    const authorization = vector.authorization.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect(outcome(requestOf({ ...vector, authorization }))).toBe('SignatureDoesNotMatch');
  },
);

it.each(['method', 'path', 'host', 'authorization'] as const)(
  'refuses any changed character of the %s',
  (part) => {
    for (const [index, character] of [...page[part]].entries()) {
      const other = character === '1' ? '2' : '1';
      const changed = page[part].slice(0, index) + other + page[part].slice(index + 1);
      expect(outcome(requestOf({ ...page, [part]: changed }))).not.toBe('accepted');
    }
  },
);

it('accepts parameters and hosts that the signature does not cover', () => {
  expect(outcome(requestOf({ ...page, query: [...PAGE, ['state', 'Active']] }))).toBe('accepted');
  expect(outcome(requestOf({ ...unsignedHost, host: 'other' }))).toBe('accepted');
});

it('refuses a signed parameter or header that is changed, missing or duplicated', () => {
  const { headers, ...request } = requestOf(page);
  for (const changed of [
    requestOf({ ...page, query: [['pageNumber', '2'], ...PAGE.slice(1)] }),
    requestOf({ ...page, query: PAGE.slice(1) }),
    requestOf({ ...page, query: [...PAGE, ['PAGESIZE', '2']] }),
    { ...request, headers: { ...headers, host: [] } },
    { ...request, headers: { ...headers, host: [HOST, HOST] } },
  ]) {
    expect(outcome(changed)).toBe('SignatureDoesNotMatch');
  }
});

it('checks both q-key-time and q-sign-time', () => {
  const at = (signTime: string) => {
    const http = `put\n${UPDATE}\n\nhost=${HOST}\n`;
    const digest = createHash('sha1').update(http).digest('hex');
    // The SignKey of TIME.
    const signature = createHmac('sha1', 'eb2519b498b02ac213cb1f3d1a3d27a3b3c9bc5f')
      .update(`sha1\n${signTime}\n${digest}\n`)
      .digest('hex');
    return requestOf(authorized('PUT', UPDATE, [], signature, 'host', signTime));
  };
  expect(outcome(at(TIME))).toBe('accepted');
  expect(outcome(at(`${START};${START + 60}`))).toBe('accepted');
  expect(outcome(at(`${START};${START + 59}`))).toBe('SignatureExpired');
  expect(outcome(at(`${START};${END + 9}`), END + 1)).toBe('SignatureExpired');
});

it.each([
  [START - 15 * 60 - 1, 'RequestTimeTooSkewed'],
  [START - 15 * 60, 'accepted'],
  [END, 'accepted'],
  [END + 1, 'SignatureExpired'],
])('at %i seconds since 1970: %s', (seconds, code) => {
  expect(outcome(requestOf(page), seconds)).toBe(code);
});

describe('a malformed Authorization', () => {
  const good = page.authorization;
  it.each([
    ['nonsense', 'nonsense'],
    ['a missing field', good.replace(/&q-signature=.*/, '')],
    ['an additional field', `${good}&q-ak=x`],
    ['another algorithm', good.replace('=sha1', '=sha256')],
    ['a time without an end', good.replace(`q-sign-time=${TIME}`, `q-sign-time=${START}`)],
    ['a list in upper case', good.replace('=host', '=Host')],
  ])('%s', (_, authorization) => {
    expect(outcome(requestOf({ ...page, authorization }))).toBe('InvalidAuthorization');
  });

  it('sent twice, or missing', () => {
    const request = requestOf(page);
    const twice = { host: [HOST], authorization: [good, good] };
    expect(outcome({ ...request, headers: twice })).toBe('InvalidAuthorization');
    expect(outcome({ ...request, headers: { host: [HOST] } })).toBe('MissingAuthorization');
    expect(outcome(requestOf({ ...page, authorization: '' }))).toBe('MissingAuthorization');
  });
});

describe('over HTTP', () => {
  startService();
  const now = Math.floor(Date.now() / 1000);
  beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(now * 1000));
  afterEach(() => jest.restoreAllMocks());

  it.each<[string, () => ClientKey, string]>([
    ['an unknown id', () => ({ ...emulator.key, secretId: 'A' }), '401 SecretidNotExist'],
    ['a wrong key', () => ({ ...emulator.key, secretKey: 'A' }), '403 SignatureDoesNotMatch'],
    [
      'a wrong temporary key',
      () => ({ ...emulator.issueKey(), secretKey: 'A' }),
      '403 SignatureDoesNotMatch',
    ],
    ['no token', () => ({ ...emulator.issueKey(), token: '' }), '403 InvalidAccessKeyId'],
    [
      'the token of another key',
      () => ({ ...emulator.issueKey(), token: 'A' }),
      '403 AccessDenied',
    ],
  ])('refuses %s', async (_, newKey, code) => {
    expect(codeOf(await sendSigned(LIST, { key: newKey() }))).toBe(code);
  });

  it('refuses a temporary key that has expired', async () => {
    const options = { key: emulator.issueKey(), end: now + 3600 };
    emulator.configure({ clockOffset: 1800 });
    expect((await sendSigned(LIST, options)).status).toBe(200);
    emulator.configure({ clockOffset: 1801 });
    expect(codeOf(await sendSigned(LIST, options))).toBe('403 ExpiredToken');
  });

  it('uses its own clock, and sends its time to a client whose clock is ahead', async () => {
    emulator.configure({ clockOffset: START - now });
    const response = await sendSigned(LIST);
    expect(codeOf(response)).toBe('403 RequestTimeTooSkewed');
    expect(response.headers.date).toBe(new Date(START * 1000).toUTCString());
    emulator.configure({ clockOffset: 0 });
    expect((await sendSigned(LIST)).status).toBe(200);
  });
});
