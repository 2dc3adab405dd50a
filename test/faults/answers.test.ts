/** Every status × every body × both operations, and what each must come to. */
import { type Answer, HEADER, wrongWith } from './answer';
import { BODIES, type Body, cutsOf, ECHOING_HEADERS, ERROR, HEAVY, LIST, UPDATED } from './bodies';
import { METHODS, type Method } from './call';
import type { Answered, Reply } from './in-process';
import type { Expected } from './judge';

const STATUSES = [
  200, 201, 204, 206, 300, 301, 302, 304, 307, 400, 401, 403, 404, 409, 418, 429, 499, 500, 502,
  503, 504, 599,
];

/** A body with each of these statuses, to each of these operations. */
function answersWith(
  body: Body,
  statuses: number[],
  methods: readonly Method[] = METHODS,
  reply: Answered = { header: HEADER },
): Answer[] {
  return statuses.flatMap((statusCode) =>
    methods.map((method) => ({
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

it.each(BODIES)('$name', async (body) => {
  expect(await wrongWith(answersWith(body, STATUSES))).toEqual([]);
});

it.each(HEAVY)('$name', async (body) => {
  expect(await wrongWith(answersWith(body, [200, 403]))).toEqual([]);
});

it.each<[name: string, document: string, statuses: number[], methods: readonly Method[]]>([
  ['the right list', LIST, [200], ['GET']],
  ['the right update', UPDATED, [200], ['PUT']],
  ['an error in XML', ERROR, [200, 403, 503], METHODS],
])('%s, cut at every byte', async (_, document, statuses, methods) => {
  const answers = cutsOf(document).flatMap((body) => answersWith(body, statuses, methods));
  expect(await wrongWith(answers)).toEqual([]);
});

describe('odd headers', () => {
  const NAMES = [
    'the right list',
    'the right update',
    'an error in XML',
    'an error in JSON',
    'text',
  ];
  const bodies = BODIES.filter(({ name }) => NAMES.includes(name));
  const typed = (type: string) => ({ header: { ...HEADER, 'Content-Type': type } });

  it.each<[name: string, reply: Answered]>([
    ['GBK', typed('text/html; charset=GBK')],
    ['JSON', typed('application/json')],
    ['an image', typed('image/png')],
    ['multipart', typed('multipart/mixed')],
    ['an empty type', typed('')],
    ['a comma for a type', typed(',')],
    ['headers of the request', { header: { ...HEADER, ...ECHOING_HEADERS } }],
    ['no headers', {}],
  ])('%s', async (_, reply) => {
    const answers = bodies.flatMap((body) => answersWith(body, [200, 403], METHODS, reply));
    expect(answers).toHaveLength(NAMES.length * 4);
    expect(await wrongWith(answers)).toEqual([]);
  });
});

describe('no answer', () => {
  const toBoth = (replies: Reply[], expected: Expected) =>
    wrongWith(METHODS.map((method) => ({ name: method, method, replies, expected })));

  it.each([
    ['request:fail', 'NetworkError'],
    ['request:fail timeout', 'Timeout'],
    ['request:fail socket time out timeout:60000', 'Timeout'],
    ['request:fail -118:net::ERR_CONNECTION_TIMED_OUT', 'Timeout'],
    [
      'request:fail errcode:-109 cronet_error_code:-109 error_msg:net::ERR_ADDRESS_UNREACHABLE',
      'NetworkError',
    ],
    ['request:fail url not in domain list', 'NetworkError'],
    ['request:fail ssl hand shake error', 'NetworkError'],
    ['request:fail abort', 'NetworkError'],
    ['request:fail interrupted', 'NetworkError'],
    ['请求失败', 'NetworkError'],
  ])('%s', async (errMsg, code) => {
    expect(await toBoth([{ errMsg }], { codes: [code], says: errMsg })).toEqual([]);
  });

  // WeChat's documentation rules these out.
  it.each<[name: string, reply: Reply]>([
    ['no reason', { errMsg: undefined }],
    ['an empty reason', { errMsg: '' }],
    ["the SDK's own word for an abort", { errMsg: 'abort' }],
    ['status 0', { statusCode: 0, data: '' }],
    ['status 0 and a page', { statusCode: 0, header: HEADER, data: '<html></html>' }],
    ['status 0 and JSON', { statusCode: 0, header: HEADER, data: '{"toString":1}' }],
    ['no status', { header: HEADER, data: LIST }],
  ])('%s', async (_, reply) => {
    const codes = ['NetworkError', 'HttpError', 'Timeout'];
    expect(await toBoth([reply], { codes })).toEqual([]);
  });

  it('neither an answer nor a failure', async () => {
    expect(await toBoth([], { codes: ['Timeout'] })).toEqual([]);
  });
});

// The first counts: but SDKs take each call of `success` and `fail` for an answer.
describe('answered twice', () => {
  const fine = { statusCode: 200, header: HEADER, data: LIST };
  const denied = { statusCode: 403, header: HEADER, data: ERROR };
  const unavailable = { statusCode: 503, header: HEADER, data: '' };
  const lost = { errMsg: 'request:fail interrupted' };
  const page = { queues: 2 };

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
