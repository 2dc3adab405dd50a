/** Every status × every body × both operations, and what each must come to. */
import { HEADERS } from '../support/echoes';
import { BODIES, type Body, ERROR, HEAVY, LAX, LIST, NAMES } from './bodies';
import { type Answer, type Answered, HEADER, METHODS, type Reply, wrongWith } from './in-process';
import type { Expected } from './judge';

const STATUSES = [
  200, 201, 204, 206, 300, 301, 302, 304, 307, 400, 401, 403, 404, 409, 418, 429, 499, 500, 502,
  503, 504, 599,
];

/** A body with each of these statuses, to both operations. */
function answersWith(
  body: Body,
  statuses: number[],
  reply: Answered = { header: HEADER },
): Answer[] {
  return statuses.flatMap((statusCode) =>
    METHODS.map((method) => ({
      name: `${statusCode} ${method} ${body.name}`,
      method,
      replies: [{ statusCode, data: body.data, ...reply }],
      expected: {
        ...(statusCode < 300 ? body[method] : body.failure),
        statusCode,
        ...(reply.header && { RequestId: 'REQ' }),
      },
    })),
  );
}

it.each([
  ...BODIES.map((body) => ({ ...body, statuses: STATUSES })),
  // They take long to read.
  ...HEAVY.map((body) => ({ ...body, statuses: [200, 403] })),
])('$name', async ({ statuses, ...body }) => {
  expect(await wrongWith(answersWith(body, statuses))).toEqual([]);
});

it('an error in XML, cut at every byte', async () => {
  const bytes = Buffer.from(ERROR);
  const answers = Array.from(bytes, (_, length) => {
    const data = bytes.subarray(0, length).toString();
    return answersWith({ name: `cut at byte ${length}`, data, ...LAX }, [200, 403, 503]);
  });
  expect(await wrongWith(answers.flat())).toEqual([]);
});

describe('odd headers', () => {
  const typed = (type: string) => ({ header: { ...HEADER, 'Content-Type': type } });

  it.each<[name: string, reply: Answered]>([
    ['GBK', typed('text/html; charset=GBK')],
    ['JSON', typed('application/json')],
    ['an image', typed('image/png')],
    ['multipart', typed('multipart/mixed')],
    ['an empty type', typed('')],
    ['a comma for a type', typed(',')],
    ['headers of the request', { header: { ...HEADER, ...HEADERS } }],
    ['no headers', {}],
  ])('%s', async (_, reply) => {
    const answers = BODIES.flatMap((body) => answersWith(body, [200, 403], reply));
    expect(await wrongWith(answers)).toEqual([]);
  });
});

describe('no answer', () => {
  const UNREACHABLE =
    'request:fail errcode:-109 cronet_error_code:-109 error_msg:net::ERR_ADDRESS_UNREACHABLE';
  const lost = (errMsg: string, code = 'NetworkError'): [string, Reply[], Expected] => [
    errMsg,
    [{ errMsg }],
    { codes: [code], says: errMsg },
  ];
  const ANY = { codes: ['NetworkError', 'HttpError', 'Timeout'] };

  it.each<[name: string, replies: Reply[], expected: Expected]>([
    lost('request:fail'),
    lost('request:fail timeout', 'Timeout'),
    lost('request:fail socket time out timeout:60000', 'Timeout'),
    lost('request:fail -118:net::ERR_CONNECTION_TIMED_OUT', 'Timeout'),
    lost(UNREACHABLE),
    lost('request:fail url not in domain list'),
    lost('request:fail ssl hand shake error'),
    lost('request:fail abort'),
    lost('request:fail interrupted'),
    lost('请求失败'),
    // WeChat's documentation rules these out.
    ['no reason', [{ errMsg: undefined }], ANY],
    ['an empty reason', [{ errMsg: '' }], ANY],
    ["the SDK's own word for an abort", [{ errMsg: 'abort' }], ANY],
    ['status 0', [{ statusCode: 0, data: '' }], ANY],
    ['status 0 and a page', [{ statusCode: 0, header: HEADER, data: '<html></html>' }], ANY],
    ['status 0 and JSON', [{ statusCode: 0, header: HEADER, data: '{"toString":1}' }], ANY],
    ['no status', [{ header: HEADER, data: LIST }], ANY],
    ['neither an answer nor a failure', [], { codes: ['Timeout'] }],
  ])('%s', async (_, replies, expected) => {
    const answers = METHODS.map((method) => ({ name: method, method, replies, expected }));
    expect(await wrongWith(answers)).toEqual([]);
  });
});

// The first counts: but SDKs take each call of `success` and `fail` for an answer.
describe('answered twice', () => {
  const fine = { statusCode: 200, header: HEADER, data: LIST };
  const denied = { statusCode: 403, header: HEADER, data: ERROR };
  const unavailable = { statusCode: 503, header: HEADER, data: '' };
  const lost = { errMsg: 'request:fail interrupted' };
  const page = { names: NAMES };

  // 1.8.0 tries again after a failure without an answer, others after a 5xx: the next reply may be first.
  it.each<[name: string, replies: Reply[], expected: Expected]>([
    ['the list twice', [fine, fine], page],
    ['the list, then a failure', [fine, denied], page],
    ['a failure, then the list', [denied, fine], { codes: ['AccessDenied'], statusCode: 403 }],
    [
      'a 5xx, then the list',
      [unavailable, fine],
      { ...page, codes: ['HttpError'], statusCode: 503 },
    ],
    ['the list, then no answer', [fine, lost], page],
    ['no answer, then the list', [lost, fine], { ...page, codes: ['NetworkError'] }],
    ['no answer, twice', [lost, lost], { codes: ['NetworkError'] }],
  ])('%s', async (name, replies, expected) => {
    expect(await wrongWith([{ name, method: 'GET', replies, expected }])).toEqual([]);
  });
});
