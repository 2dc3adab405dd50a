/** The grammar: every status × every body × both operations, and what each must come to. */
import { BODIES, type Body, cutsOf, ECHOING_HEADERS, ERROR, LIST, UPDATED } from './bodies';
import type { Call } from './call';
import type { Expected } from './judge';

/** What `wx.request` calls, in this order: more than one of them would be a fault of its own. */
export type Reply = Success | Failure;
interface Success {
  statusCode?: number;
  header?: object | undefined;
  data?: string;
}
interface Failure {
  errMsg: string | undefined;
}

export interface Answer {
  name: string;
  method: Call['method'];
  replies: Reply[] | ((authorization: string) => Reply[]);
  expected: Expected;
  heavy?: boolean | undefined;
}

const STATUSES = [
  200, 201, 204, 206, 300, 301, 302, 304, 307, 400, 401, 403, 404, 409, 418, 429, 499, 500, 502,
  503, 504, 599,
];
const HEAVY_STATUSES = [200, 403];
const METHODS = ['GET', 'PUT'] as const;
const REFUSED = { codes: ['InvalidResponse'] };
const NO_CODE = { codes: ['HttpError'] };
export const HEADER = {
  'Content-Type': 'application/xml',
  Date: 'Thu, 16 May 2024 06:49:11 GMT',
  'x-ci-request-id': 'REQ',
};

export function* answers(): Generator<Answer> {
  for (const body of BODIES) {
    for (const statusCode of body.heavy ? HEAVY_STATUSES : STATUSES) {
      for (const method of METHODS) yield answer(method, statusCode, body);
    }
  }
  for (const body of cutsOf('the right list', LIST)) yield answer('GET', 200, body);
  for (const body of cutsOf('the right update', UPDATED)) yield answer('PUT', 200, body);
  for (const body of cutsOf('an error in XML', ERROR)) {
    for (const statusCode of [200, 403, 503]) {
      for (const method of METHODS) yield answer(method, statusCode, body);
    }
  }
  yield* withOddHeaders();
  yield* withoutAnswer();
  yield* twice();
}

function answer(method: Call['method'], statusCode: number, body: Body, header?: object): Answer {
  const { name, data, heavy } = body;
  const verdict =
    statusCode < 300
      ? ((method === 'GET' ? body.list : body.update) ?? REFUSED)
      : (body.failure ?? NO_CODE);
  return {
    name: `${statusCode} ${method} ${name}`,
    method,
    replies: [{ statusCode, header: { ...HEADER, ...header }, data }],
    expected: { ...verdict, statusCode, RequestId: 'REQ', milliseconds: heavy ? 10_000 : 5000 },
    heavy,
  };
}

function* withOddHeaders(): Generator<Answer> {
  const types = [
    'text/html; charset=GBK',
    'application/json',
    'image/png',
    'multipart/mixed',
    '',
    ',',
  ];
  const few = BODIES.filter(({ name }) =>
    ['the right list', 'the right update', 'an error in XML', 'an error in JSON', 'text'].includes(
      name,
    ),
  );
  for (const body of few) {
    for (const statusCode of [200, 403]) {
      for (const method of METHODS) {
        for (const type of types) {
          const odd = answer(method, statusCode, body, { 'Content-Type': type });
          yield { ...odd, name: `${odd.name} as '${type}'` };
        }
        const echo = answer(method, statusCode, body, ECHOING_HEADERS);
        yield { ...echo, name: `${echo.name} with headers of the request` };
        const none = answer(method, statusCode, body);
        const replies = [{ statusCode, data: body.data }];
        const { RequestId, ...expected } = none.expected;
        yield { ...none, replies, expected, name: `${none.name} without headers` };
      }
    }
  }
}

/** What `wx.request` says when there is no answer. */
const REASONS: [errMsg: string, code: string][] = [
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
];

/** What WeChat's documentation rules out. */
const NOTHING: [name: string, reply: Reply][] = [
  ['no reason', { errMsg: undefined }],
  ['an empty reason', { errMsg: '' }],
  ["the SDK's own word for an abort", { errMsg: 'abort' }],
  ['status 0', { statusCode: 0, data: '' }],
  ['status 0 and a page', { statusCode: 0, header: HEADER, data: '<html></html>' }],
  ['status 0 and JSON', { statusCode: 0, header: HEADER, data: '{"toString":1}' }],
  ['no status', { header: HEADER, data: LIST }],
];

function* withoutAnswer(): Generator<Answer> {
  for (const method of METHODS) {
    for (const [errMsg, code] of REASONS) {
      const expected = { codes: [code], says: errMsg };
      yield { name: `${method} no answer: ${errMsg}`, method, replies: [{ errMsg }], expected };
    }
    for (const [name, reply] of NOTHING) {
      const expected = { codes: ['NetworkError', 'HttpError', 'Timeout'] };
      yield { name: `${method} no answer: ${name}`, method, replies: [reply], expected };
    }
    yield {
      name: `${method} neither an answer nor a failure`,
      method,
      replies: [],
      expected: { codes: ['Timeout'] },
    };
  }
}

/** The first counts: but SDKs take each call of `success` and `fail` for an answer. */
function* twice(): Generator<Answer> {
  const fine = { statusCode: 200, header: HEADER, data: LIST };
  const denied = { statusCode: 403, header: HEADER, data: ERROR };
  const unavailable = { statusCode: 503, header: HEADER, data: '' };
  const lost = { errMsg: 'request:fail interrupted' };
  const page = { queues: 2 };
  // 1.8.0 tries again after a failure without an answer, others after a 5xx: the next reply may be first.
  const pairs: [name: string, Reply[], Expected][] = [
    ['the list twice', [fine, fine], page],
    ['the list, then a failure', [fine, denied], page],
    ['a failure, then the list', [denied, fine], { codes: ['AccessDenied'], statusCode: 403 }],
    ['a 5xx, then the list', [unavailable, fine], { ...page, ...NO_CODE, statusCode: 503 }],
    ['the list, then no answer', [fine, lost], page],
    ['no answer, then the list', [lost, fine], { ...page, codes: ['NetworkError'] }],
    ['no answer, twice', [lost, lost], { codes: ['NetworkError'] }],
  ];
  for (const [name, replies, expected] of pairs) {
    yield { name: `answered twice: ${name}`, method: 'GET', replies, expected };
  }
}
