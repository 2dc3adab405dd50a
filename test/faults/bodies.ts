/**
 * The bodies of the answers, and what each means. An SDK passes on the body of a 2xx answer as it is; since 1.7.2 it
 * parses that of a failed one: so there is one body here of each kind that its parser treats differently.
 * `test/src` has what our own reader takes and refuses.
 */
import { listXml, queueXml, updatedXml } from '../support/client';
import { AUTHORIZATION, ECHOES, HEADERS, SECRETS } from '../support/echoes';
import type { Expected } from './judge';

/** What answers with a body come to. */
interface Meaning {
  /** A 2xx answer to a list. */
  GET: Expected;
  /** The same to an update. */
  PUT: Expected;
  /** A failed answer. */
  failure: Expected;
}

export interface Body extends Meaning {
  name: string;
  data: string;
}

const { token, secretKey } = SECRETS;
const AUTHORIZATION_IN_XML = AUTHORIZATION.replace(/&/g, '&amp;');
const NAME = '合同 & 预览';
const escaped = NAME.replace('&', '&amp;');
export const LIST = listXml([queueXml({ Name: escaped }), queueXml({ Name: 'b' })]);
export const NAMES = [NAME, 'b'];
/** With characters of more than a byte, to be cut within. */
export const ERROR =
  '<?xml version="1.0" encoding="utf-8"?><Error><Code>AccessDenied</Code><Message>拒绝 Access denied by policy</Message><RequestId>REQ</RequestId><TraceId>VFJBQ0U=</TraceId></Error>';
const IN_JSON = { Code: 'AccessDenied', Message: 'Access denied by policy' };
const LOWER = { code: IN_JSON.Code, message: IN_JSON.Message };
const DECLARATION = /^<\?.*?\?>/;
const BARE_LIST = LIST.replace(DECLARATION, '');

const deniedBy = (policy: string) => ERROR.replace('policy', policy);
const inError = (content: string) => ERROR.replace('</Error>', `${content}</Error>`);
const nested = (depth: number) => `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`;
const MEGABYTE = 1 << 20;

const NO_CODE: Expected = { codes: ['HttpError'] };
const DENIED: Expected = { codes: ['AccessDenied'], says: 'Access denied by policy' };

/** No document: a failed answer with it has no readable code. */
const NONE: Meaning = {
  GET: { codes: ['InvalidResponse'] },
  PUT: { codes: ['InvalidResponse'] },
  failure: NO_CODE,
};
/** An error, whatever the status of the answer. */
const errorOf = (expected: Expected): Meaning => ({
  GET: expected,
  PUT: expected,
  failure: expected,
});
/** Newer SDKs read a failed answer themselves, and laxly: then half a document may have its code. */
export const LAX: Meaning = { ...NONE, failure: { codes: ['HttpError', 'AccessDenied'] } };

/** Bodies that mean the same, each under its name: what is not said of them is as for no document. */
function bodies(meaning: Partial<Meaning>, data: Record<string, string>): Body[] {
  return Object.entries(data).map(([name, data]) => ({ name, data, ...NONE, ...meaning }));
}

export const BODIES: Body[] = [
  ...bodies({ GET: { names: NAMES } }, { 'the right list': LIST }),
  ...bodies({ PUT: { names: [NAME] } }, { 'the right update': updatedXml({ Name: escaped }) }),
  ...bodies(errorOf(DENIED), {
    'an error in XML': ERROR,
    'an error with the name __proto__': inError('<__proto__>a</__proto__>'),
    'an echo in XML': inError(
      `<Authorization>${AUTHORIZATION_IN_XML}</Authorization><SecurityToken>${token}</SecurityToken><SecretKey>${secretKey}</SecretKey>`,
    ),
    'an echo in the message': deniedBy(
      `policy. Authorization: ${AUTHORIZATION_IN_XML}, x-cos-security-token: ${token}`,
    ),
  }),
  ...bodies(errorOf({ codes: ['HttpError'], says: 'Access denied by policy' }), {
    'an error in XML without a code': '<Error><Message>Access denied by policy</Message></Error>',
  }),
  ...bodies(errorOf(NO_CODE), {
    'an error in XML with two codes': '<Error><Code>A</Code><Code>B</Code></Error>',
    'an error in XML with nothing in it': '<Error/>',
  }),
  ...bodies(
    { failure: DENIED },
    {
      'an error in JSON': JSON.stringify({ ...IN_JSON, RequestId: 'REQ' }),
      'an error in JSON, in lower case': JSON.stringify(LOWER),
      'an error in JSON, wrapped': JSON.stringify({ Error: IN_JSON }),
      'an echo in JSON': JSON.stringify({
        ...LOWER,
        request: { headers: HEADERS, rawHeaders: Object.entries(HEADERS).flat() },
        body: JSON.stringify({ SecretKey: secretKey, Token: token }),
      }),
    },
  ),
  ...bodies(LAX, {
    'a list and an error': LIST + ERROR.replace(DECLARATION, ''),
    'elements 10,000 deep in an error': inError(nested(10_000)),
    'an error in JSON 10,000 deep': `{"Code":"AccessDenied","Details":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
  }),
  ...bodies(NONE, {
    'an error in JSON with a number for a code': '{"code":-1,"message":"no"}',
    'an error in JSON that is a text': '{"Error":"no"}',
    'an error in JSON that is null': '{"Error":null}',
    'JSON that is cut': '{"Code":"AccessDen',
    'JSON whose fields are the names of methods': '{"toString":1,"toJSON":1}',
    'JSON 10,000 deep': `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
    nothing: '',
    'white space': ' \r\n\t ',
    text: 'Service Unavailable',
    'text with a <': '1 < 2',
    'one <': '<',
    'HTML with tags left open':
      '<!DOCTYPE html><html><body><p>Please log in<br><img src=x><form action="/login?a=1&b=2"><input name=user>',
    'another root': '<Foo><QueueList/></Foo>',
    'a root with a prefix': LIST.replace(/(<\/?)Response/g, '$1ci:Response'),
    'two roots': `${LIST}${LIST}`,
    'text before the root': `OK${LIST}`,
    'text after the root': `${LIST}OK`,
    'a comment left open': `${LIST}<!-- a`,
    'a processing instruction left open': `${LIST}<?a`,
    'a billion laughs': `<!DOCTYPE Response [<!ENTITY a0 "ha">${Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n + 1} "&a${n};&a${n};">`).join('')}]>${BARE_LIST.replace(escaped, '&a30;')}`,
    'an entity from a file': `<!DOCTYPE Response [<!ENTITY x SYSTEM "file:///etc/passwd">]>${BARE_LIST.replace(escaped, '&x;')}`,
    ...Object.fromEntries(ECHOES.map(([name, echo]) => [`an echo: ${name}`, echo])),
  }),
];

const LARGE = Array.from({ length: 25_000 }, (_, index) => `queue ${index}`);
const LARGE_LIST = listXml(LARGE.map((Name) => queueXml({ Name })));

/** Only for a few statuses: they take long to read. */
export const HEAVY: Body[] = [
  ...bodies(NONE, {
    '1 MB of text': 'a'.repeat(MEGABYTE),
    '1 MB of <': '<'.repeat(MEGABYTE),
  }),
  ...bodies(errorOf(DENIED), {
    'a message of 1 MB': deniedBy(`policy${'a'.repeat(MEGABYTE)}`),
  }),
  ...bodies({ GET: { names: LARGE } }, { 'a list of 10 MB': LARGE_LIST }),
];
