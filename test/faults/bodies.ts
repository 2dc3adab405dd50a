/** The bodies of the answers: what each is, said apart from the code that has to find it out. */
import { listXml, QUEUE_ID, queueXml, updatedXml } from '../support/client';
import { AUTHORIZATION, ECHOES, SECRETS } from '../support/echoes';
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
/** What an answer's headers may echo of a request. */
export const ECHOING_HEADERS = {
  'X-Received-Authorization': AUTHORIZATION,
  'X-Received-Token': token,
  'x-cos-security-token': token,
};

const NAME = '合同 & 预览';
const escaped = NAME.replace('&', '&amp;');
const ID = `${QUEUE_ID}2`;
const listOf = (first: Record<string, string>, counts = {}) =>
  listXml([queueXml(first), queueXml({ QueueId: ID })], counts);
/** Both documents as they should be; with characters of more than a byte, to be cut within. */
export const LIST = listOf({ Name: escaped });
export const UPDATED = updatedXml({ Name: escaped });
export const ERROR =
  '<?xml version="1.0" encoding="utf-8"?><Error><Code>AccessDenied</Code><Message>拒绝 Access denied by policy</Message><RequestId>REQ</RequestId><TraceId>VFJBQ0U=</TraceId></Error>';
const IN_JSON = { Code: 'AccessDenied', Message: 'Access denied by policy' };
const LOWER = { code: IN_JSON.Code, message: IN_JSON.Message };
const DECLARATION = /^<\?.*?\?>/;
const BARE_LIST = LIST.replace(DECLARATION, '');

/** The list with something else in place of a part of it. */
function listWith(part: string | RegExp, replacement: string): string {
  const changed = LIST.replace(part, replacement);
  if (changed === LIST) throw new Error(`the list has no ${part}`);
  return changed;
}
const named = (Name: string) => listOf({ Name });
const counted = (TotalCount: string) => listOf({ Name: escaped }, { TotalCount });
const inList = (content: string) => listWith('</Response>', `${content}</Response>`);
const deniedBy = (policy: string) => ERROR.replace('policy', policy);
const inError = (content: string) => ERROR.replace('</Error>', `${content}</Error>`);
const nested = (depth: number) => `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`;
const MEGABYTE = 1 << 20;

const REFUSED: Expected = { codes: ['InvalidResponse'] };
const NO_CODE: Expected = { codes: ['HttpError'] };
const DENIED: Expected = { codes: ['AccessDenied'], says: 'Access denied by policy' };

/** No document: a failed answer with it has no readable code. */
const NONE: Meaning = { GET: REFUSED, PUT: REFUSED, failure: NO_CODE };
const list = (expected: Expected): Meaning => ({ ...NONE, GET: expected });
const pageOf = (name: string) => list({ queues: 2, named: name });
const PAGE = pageOf(NAME);
/** Not for us to say whether it is well-formed: a whole page, or refused. */
const EITHER = list({ queues: 2, codes: ['InvalidResponse'] });
/** An error, whatever the status of the answer. */
const errorOf = (expected: Expected): Meaning => ({
  GET: expected,
  PUT: expected,
  failure: expected,
});
/** An error only as the body of a failed answer. */
const DENIED_IF_FAILED: Meaning = { ...NONE, failure: DENIED };
/** Newer SDKs read a failed answer themselves, and laxly: then half a document may have its code. */
export const LAX: Meaning = { ...NONE, failure: { codes: ['HttpError', 'AccessDenied'] } };
const LAX_OR_REFUSED: Meaning = {
  ...errorOf({ codes: ['HttpError', 'AccessDenied', 'InvalidResponse'] }),
  failure: LAX.failure,
};

/** Bodies that mean the same, each under its name. */
function bodies(meaning: Meaning, data: Record<string, string>): Body[] {
  return Object.entries(data).map(([name, data]) => ({ name, data, ...meaning }));
}

const DOCUMENTS = [
  ...bodies(PAGE, {
    'the right list': LIST,
    'a comment in the text': listWith('<Name>', '<Name><!-- <Name> -->'),
    'comments around the root': `<!-- a -->${BARE_LIST}<!-- b -->`,
    CDATA: named(`<![CDATA[${NAME}]]>`),
    'a processing instruction': listWith('<Name>', '<Name><?a b?>'),
    attributes: listWith('<QueueList>', '<QueueList a="1" b=\'&lt;>\'>'),
    'another encoding declared': listWith('utf-8', 'GBK'),
    'a count that is text': counted('many'),
    'an empty QueueList': inList('<QueueList/>'),
    'elements 20 deep': inList(nested(20)),
  }),
  ...bodies({ ...NONE, PUT: PAGE.GET }, { 'the right update': UPDATED }),
  ...bodies(pageOf('<&>"\''), { 'entities that XML has': named('&lt;&amp;&gt;&quot;&apos;') }),
  ...bodies(pageOf('合同'), { 'numeric entities': named('&#21512;&#x540C;') }),
  ...bodies(pageOf('😀😀'), { 'numeric entities above U+FFFF': named('&#128512;&#x1F600;') }),
  ...bodies(list({ queues: 0 }), { 'a list of no queues': listXml([]) }),
  ...bodies(list({ queues: 2 }), {
    'bytes of GBK': named(Buffer.from([0xba, 0xcf, 0xcd, 0xac]).toString()),
  }),
  ...bodies(EITHER, {
    'a numeric entity above U+10FFFF': named('&#x110000;'),
    'a numeric entity without end': named(`&#x${'a'.repeat(1000)}`),
    'an entity that XML has not': named('&nbsp;&foo;'),
    'a lone &': named('a & b'),
    'a byte order mark': `\uFEFF${LIST}`,
    'NUL in the text': named('a\0b'),
    'names that every object has': inList('<constructor>a</constructor><toString/>'),
    'the name __proto__': inList('<__proto__><State>a</State></__proto__>'),
    'a count of 400 digits': counted('9'.repeat(400)),
    'a RequestId given twice': inList('<RequestId>SECOND</RequestId>'),
    'a RequestId with elements': listWith('REQ', '<A>REQ</A>'),
    'a list and an error in a Response': inList('<Error><Code>AccessDenied</Code></Error>'),
  }),
  ...bodies(list({ queues: 0, codes: ['InvalidResponse'] }), {
    'a Response in a Response': `<Response>${BARE_LIST}</Response>`,
  }),
];

const ERRORS = [
  ...bodies(errorOf(DENIED), {
    'an error in XML': ERROR,
    'an error with a token after a line break': deniedBy(`policy, token:\n${token}`),
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
  ...bodies(DENIED_IF_FAILED, {
    'an error in JSON': JSON.stringify({ ...IN_JSON, RequestId: 'REQ' }),
    'an error in JSON, in lower case': JSON.stringify(LOWER),
    'an error in JSON, wrapped': JSON.stringify({ Error: IN_JSON }),
    'an echo in JSON': JSON.stringify({
      ...LOWER,
      request: { headers: { Authorization: AUTHORIZATION, 'x-ci-security-token': token } },
      body: JSON.stringify({ SecretKey: secretKey, Token: token }),
    }),
    'an echo in names and values': JSON.stringify({
      ...LOWER,
      rawHeaders: ['Authorization', AUTHORIZATION, 'x-cos-security-token', token],
    }),
  }),
  ...bodies(LAX, {
    'a list and an error': LIST + ERROR.replace(DECLARATION, ''),
    'elements 10,000 deep in an error': inError(nested(10_000)),
    'an error in JSON 10,000 deep': `{"Code":"AccessDenied","Details":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
    'an echo in XML that is cut': inError(
      `<Request><x-cos-security-token>${token}</x-cos-security-token><SecretKey>${secretKey}</SecretKey>`,
    ).replace(/<\/Error>$/, ''),
  }),
  ...bodies(LAX_OR_REFUSED, {
    'an error with the name __proto__': inError('<__proto__>a</__proto__>'),
  }),
];

const NO_DOCUMENTS = bodies(NONE, {
  'an error in JSON with a number for a code': '{"code":-1,"message":"no"}',
  'an error in JSON that is a text': '{"Error":"no"}',
  'an error in JSON that is null': '{"Error":null}',
  'JSON that is cut': '{"Code":"AccessDen',
  'JSON that is an array': '[{"Code":"AccessDenied"}]',
  'JSON that is null': 'null',
  'JSON whose fields are the names of methods': '{"toString":1,"toJSON":1}',
  'JSON 33 deep': `${'{"a":'.repeat(33)}1${'}'.repeat(33)}`,
  'JSON 10,000 deep': `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
  nothing: '',
  'white space': ' \r\n\t ',
  text: 'Service Unavailable',
  'text with a <': '1 < 2',
  'one <': '<',
  'only NUL': '\0'.repeat(100),
  "nginx's page":
    '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n',
  'HTML with tags left open':
    '<!DOCTYPE html><html><body><p>Please log in<br><img src=x><form action="/login?a=1&b=2"><input name=user>',
  'HTML with a script': '<html><script>if (1 < 2 && 3 > 2) document.write("</p>")</script></html>',
  'another root': '<Foo><QueueList/></Foo>',
  "another root's name in other case": '<response/>',
  'a Response with nothing in it': '<Response/>',
  'a Response of text': '<Response>OK</Response>',
  'elements 33 deep': nested(33),
  'elements 10,000 deep': nested(10_000),
  'elements 10,000 deep, left open': '<a>'.repeat(10_000),
  'the word token before a line break': 'Invalid token:\nplease log in',
  ...Object.fromEntries(ECHOES.map(([name, echo]) => [`an echo: ${name}`, echo])),
});

const BROKEN_LISTS = bodies(NONE, {
  'a root with a prefix': LIST.replace(/(<\/?)Response/g, '$1ci:Response'),
  'two roots': `${LIST}${LIST}`,
  'text before the root': `OK${LIST}`,
  'text after the root': `${LIST}OK`,
  'a tag that is closed twice': inList('</QueueList>'),
  'tags closed in the wrong order': inList('<A><B></A></B>'),
  'text between the elements': inList('text'),
  'NUL between the elements': inList('\0'),
  'a comment left open': `${LIST}<!-- a`,
  'CDATA left open': named(`<![CDATA[${NAME}`),
  'CDATA after the root': `${LIST}<![CDATA[a]]>`,
  'a processing instruction left open': `${LIST}<?a`,
  'an attribute with a <': listWith('<QueueList>', '<QueueList a="<">'),
  'a document type': `<!DOCTYPE Response>${BARE_LIST}`,
  'a billion laughs': `<!DOCTYPE Response [<!ENTITY a0 "ha">${Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n + 1} "&a${n};&a${n};">`).join('')}]>${BARE_LIST.replace(escaped, '&a30;')}`,
  'an entity from a file': `<!DOCTYPE Response [<!ENTITY x SYSTEM "file:///etc/passwd">]>${BARE_LIST.replace(escaped, '&x;')}`,
  // `wx.request` takes every text for UTF-8.
  'bytes of UTF-16': Buffer.from(`\uFEFF${LIST}`, 'utf16le').toString(),
  'a count given twice': inList('<TotalCount>3</TotalCount>'),
  'a QueueId given twice': listWith('<Name>', `<QueueId>${ID}</QueueId><Name>`),
  'a Name given twice': listWith('<Name>', '<Name>a</Name><Name>'),
  'a Name with elements': named('<A/>'),
  'a NotifyConfig given twice': listWith('<Url/>', '<Url>a</Url></NotifyConfig><NotifyConfig>'),
  'a NotifyConfig of text': listOf({ NotifyConfig: 'a' }),
  'a Url given twice': listWith('<Url/>', '<Url>a</Url><Url>b</Url>'),
  'a queue of text': inList('<QueueList>a</QueueList>'),
  'a queue without an id': inList('<QueueList><Name>a</Name></QueueList>'),
  'a NonExistPIDs with other elements': inList('<NonExistPIDs><A><B/></A></NonExistPIDs>'),
  'a NonExistPIDs with nested ids': inList('<NonExistPIDs><QueueID><B/></QueueID></NonExistPIDs>'),
  'elements 33 deep in a list': inList(nested(33)),
});

export const BODIES: Body[] = [...DOCUMENTS, ...ERRORS, ...NO_DOCUMENTS, ...BROKEN_LISTS];

const LARGE = Array.from({ length: Math.ceil((10 * MEGABYTE) / queueXml().length) }, (_, index) =>
  queueXml({ QueueId: `p${index}` }),
);

/** Only for a few statuses: they take long to read. */
export const HEAVY: Body[] = [
  ...bodies(NONE, {
    '1 MB of text': 'a'.repeat(MEGABYTE),
    '1 MB of <': '<'.repeat(MEGABYTE),
    '1 MB of white space': ' '.repeat(MEGABYTE),
    '1 MB of a word before secrets': 'token '.repeat(MEGABYTE / 6),
    'an element name of 1 MB': `<${'a'.repeat(MEGABYTE)}/>`,
  }),
  ...bodies(EITHER, { '1 MB of &': named('&'.repeat(MEGABYTE)) }),
  ...bodies(list({ queues: 2 }), { 'a name of 1 MB': named('a'.repeat(MEGABYTE)) }),
  ...bodies(errorOf(DENIED), {
    'a message of 1 MB': deniedBy(`policy${'a'.repeat(MEGABYTE)}`),
  }),
  ...bodies(list({ queues: LARGE.length }), { 'a list of 10 MB': listXml(LARGE) }),
];
