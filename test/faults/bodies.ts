/** The bodies of the grammar: what each is, said apart from the code that has to find it out. */
import { listXml, QUEUE_ID, queueXml, updatedXml } from '../support/client';
import type { Verdict } from './judge';

export interface Body {
  name: string;
  data: string;
  /** What a 2xx answer with it is to a list; without it, no document. */
  list?: Verdict;
  /** The same to an update. */
  update?: Verdict;
  /** What a failed answer with it is; without it, one without a readable code. */
  failure?: Verdict;
  /** Only with a few statuses: it takes long to read. */
  heavy?: boolean;
}

/** What a proxy or an error page may echo of a request. None of it may be in an error. */
export const SECRETS = {
  signature: '0123456789abcdef0123456789abcdef01234567',
  token: 'ThisIsTheSessionTokenThatNobodyMaySee',
  secretKey: 'ThisIsTheSecretKeyThatNobodyMaySee00',
};
const AUTHORIZATION = `q-sign-algorithm=sha1&q-ak=AKIDEXAMPLE&q-sign-time=1700000000;1700000900&q-key-time=1700000000;1700000900&q-header-list=host&q-url-param-list=&q-signature=${SECRETS.signature}`;
export const ECHOING_HEADERS = {
  'X-Received-Authorization': AUTHORIZATION,
  'X-Received-Token': SECRETS.token,
  'x-cos-security-token': SECRETS.token,
};

const NAME = '合同 & 预览';
const escaped = NAME.replace('&', '&amp;');
const ID = `${QUEUE_ID}2`;
/** Both documents as they should be; with characters of more than a byte, to be cut within. */
export const LIST = listXml([queueXml({ Name: escaped }), queueXml({ QueueId: ID })]);
export const UPDATED = updatedXml({ Name: escaped });
export const ERROR =
  '<?xml version="1.0" encoding="utf-8"?><Error><Code>AccessDenied</Code><Message>拒绝 Access denied by policy</Message><RequestId>REQ</RequestId><TraceId>VFJBQ0U=</TraceId></Error>';
const DENIED: Verdict = { codes: ['AccessDenied'], says: 'Access denied by policy' };
const NO_CODE: Verdict = { codes: ['HttpError'] };
/** Newer SDKs read a failed answer themselves, and laxly: then half a document may have its code. */
const LAX: Verdict = { codes: ['HttpError', 'AccessDenied'] };
const LAX_OR_REFUSED: Verdict = { codes: ['HttpError', 'AccessDenied', 'InvalidResponse'] };
const PAGE: Verdict = { queues: 2, named: NAME };
const pageOf = (named: string): Verdict => ({ queues: 2, named });
/** Not for us to say whether it is well-formed: a whole page, or refused. */
const EITHER: Verdict = { queues: 2, codes: ['InvalidResponse'] };

const DECLARATION = /^<\?.*?\?>/;
const BARE_LIST = LIST.replace(DECLARATION, '');

/** The list with something else in place of a part of it. */
function listWith(part: string | RegExp, replacement: string): string {
  const changed = LIST.replace(part, replacement);
  if (changed === LIST) throw new Error(`the list has no ${part}`);
  return changed;
}
const nested = (depth: number) => `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`;
const inList = (content: string) => listWith('</Response>', `${content}</Response>`);
const inError = (content: string) => ERROR.replace('</Error>', `${content}</Error>`);
const MEGABYTE = 1 << 20;

const DOCUMENTS: Body[] = [
  { name: 'the right list', data: LIST, list: PAGE },
  { name: 'the right update', data: UPDATED, update: pageOf(NAME) },
  { name: 'an error in XML', data: ERROR, list: DENIED, update: DENIED, failure: DENIED },
  {
    name: 'an error in XML without a code',
    data: '<Error><Message>Access denied by policy</Message></Error>',
    list: { codes: ['HttpError'], says: 'Access denied by policy' },
    update: { codes: ['HttpError'], says: 'Access denied by policy' },
    failure: { codes: ['HttpError'], says: 'Access denied by policy' },
  },
  {
    name: 'an error in XML with two codes',
    data: '<Error><Code>A</Code><Code>B</Code></Error>',
    list: NO_CODE,
    update: NO_CODE,
  },
  {
    name: 'an error in XML with nothing in it',
    data: '<Error/>',
    list: NO_CODE,
    update: NO_CODE,
    failure: NO_CODE,
  },
  {
    name: 'an error in JSON',
    data: '{"Code":"AccessDenied","Message":"Access denied by policy","RequestId":"REQ"}',
    failure: DENIED,
  },
  {
    name: 'an error in JSON, in lower case',
    data: '{"code":"AccessDenied","message":"Access denied by policy"}',
    failure: DENIED,
  },
  {
    name: 'an error in JSON, wrapped',
    data: '{"Error":{"Code":"AccessDenied","Message":"Access denied by policy"}}',
    failure: DENIED,
  },
  { name: 'an error in JSON with a number for a code', data: '{"code":-1,"message":"no"}' },
  { name: 'an error in JSON that is a text', data: '{"Error":"no"}' },
  { name: 'an error in JSON that is null', data: '{"Error":null}' },
  { name: 'JSON that is cut', data: '{"Code":"AccessDen' },
  { name: 'JSON that is an array', data: '[{"Code":"AccessDenied"}]' },
  { name: 'JSON that is null', data: 'null' },
  { name: 'JSON whose fields are the names of methods', data: '{"toString":1,"toJSON":1}' },
];

const NO_DOCUMENTS: Body[] = [
  { name: 'nothing', data: '' },
  { name: 'white space', data: ' \r\n\t ' },
  { name: 'text', data: 'Service Unavailable' },
  { name: 'text with a <', data: '1 < 2' },
  { name: 'one <', data: '<' },
  {
    name: "nginx's page",
    data: '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n',
  },
  {
    name: 'HTML with tags left open',
    data: '<!DOCTYPE html><html><body><p>Please log in<br><img src=x><form action="/login?a=1&b=2"><input name=user>',
  },
  {
    name: 'HTML with a script',
    data: '<html><script>if (1 < 2 && 3 > 2) document.write("</p>")</script></html>',
  },
  { name: 'another root', data: '<Foo><QueueList/></Foo>' },
  { name: "another root's name in other case", data: '<response/>' },
  { name: 'a root with a prefix', data: LIST.replace(/(<\/?)Response/g, '$1ci:Response') },
  { name: 'two roots', data: `${LIST}${LIST}` },
  {
    name: 'a list and an error',
    data: LIST + ERROR.replace(DECLARATION, ''),
    failure: LAX,
  },
  { name: 'text before the root', data: `OK${LIST}` },
  { name: 'text after the root', data: `${LIST}OK` },
  { name: 'a tag that is closed twice', data: inList('</QueueList>') },
  { name: 'tags closed in the wrong order', data: inList('<A><B></A></B>') },
  { name: 'text between the elements', data: inList('text') },
];

const WHOLE_AND_ODD: Body[] = [
  { name: 'a comment in the text', data: listWith('<Name>', '<Name><!-- <Name> -->'), list: PAGE },
  { name: 'comments around the root', data: `<!-- a -->${BARE_LIST}<!-- b -->`, list: PAGE },
  { name: 'a comment left open', data: `${LIST}<!-- a` },
  { name: 'CDATA', data: listWith(escaped, `<![CDATA[${NAME}]]>`), list: PAGE },
  { name: 'CDATA left open', data: listWith(escaped, `<![CDATA[${NAME}`) },
  { name: 'CDATA after the root', data: `${LIST}<![CDATA[a]]>` },
  { name: 'a processing instruction', data: listWith('<Name>', '<Name><?a b?>'), list: PAGE },
  { name: 'a processing instruction left open', data: `${LIST}<?a` },
  {
    name: 'attributes',
    data: listWith('<QueueList>', '<QueueList a="1" b=\'&lt;>\'>'),
    list: PAGE,
  },
  { name: 'an attribute with a <', data: listWith('<QueueList>', '<QueueList a="<">') },
  {
    name: 'entities that XML has',
    data: listWith(escaped, '&lt;&amp;&gt;&quot;&apos;'),
    list: pageOf('<&>"\''),
  },
  { name: 'numeric entities', data: listWith(escaped, '&#21512;&#x540C;'), list: pageOf('合同') },
  {
    name: 'numeric entities above U+FFFF',
    data: listWith(escaped, '&#128512;&#x1F600;'),
    list: pageOf('😀😀'),
  },
  { name: 'a numeric entity above U+10FFFF', data: listWith(escaped, '&#x110000;'), list: EITHER },
  {
    name: 'a numeric entity without end',
    data: listWith(escaped, `&#x${'a'.repeat(1000)}`),
    list: EITHER,
  },
  { name: 'an entity that XML has not', data: listWith(escaped, '&nbsp;&foo;'), list: EITHER },
  { name: 'a lone &', data: listWith(escaped, 'a & b'), list: EITHER },
  { name: 'a document type', data: `<!DOCTYPE Response>${BARE_LIST}` },
  {
    name: 'a billion laughs',
    data: `<!DOCTYPE Response [<!ENTITY a0 "ha">${Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n + 1} "&a${n};&a${n};">`).join('')}]>${BARE_LIST.replace(escaped, '&a30;')}`,
  },
  {
    name: 'an entity from a file',
    data: `<!DOCTYPE Response [<!ENTITY x SYSTEM "file:///etc/passwd">]>${BARE_LIST.replace(escaped, '&x;')}`,
  },
  { name: 'a byte order mark', data: `\uFEFF${LIST}`, list: EITHER },
  { name: 'another encoding declared', data: listWith('utf-8', 'GBK'), list: PAGE },
  // `wx.request` takes every text for UTF-8.
  { name: 'bytes of UTF-16', data: Buffer.from(`\uFEFF${LIST}`, 'utf16le').toString() },
  {
    name: 'bytes of GBK',
    data: listWith(escaped, Buffer.from([0xba, 0xcf, 0xcd, 0xac]).toString()),
    list: { queues: 2 },
  },
  { name: 'NUL in the text', data: listWith(escaped, 'a\0b'), list: EITHER },
  { name: 'NUL between the elements', data: inList('\0') },
  { name: 'only NUL', data: '\0'.repeat(100) },
  {
    name: 'names that every object has',
    data: inList('<constructor>a</constructor><toString/>'),
    list: EITHER,
  },
  {
    name: 'the name __proto__',
    data: inList('<__proto__><State>a</State></__proto__>'),
    list: EITHER,
  },
  {
    name: 'an error with the name __proto__',
    data: inError('<__proto__>a</__proto__>'),
    failure: LAX,
    list: LAX_OR_REFUSED,
    update: LAX_OR_REFUSED,
  },
];

const REPEATED: Body[] = [
  { name: 'a count given twice', data: inList('<TotalCount>3</TotalCount>') },
  {
    name: 'a count that is text',
    data: listWith(/<TotalCount>.*<\/TotalCount>/, '<TotalCount>many</TotalCount>'),
    list: PAGE,
  },
  {
    name: 'a count of 400 digits',
    data: listWith(/<TotalCount>.*<\/TotalCount>/, `<TotalCount>${'9'.repeat(400)}</TotalCount>`),
    list: EITHER,
  },
  { name: 'a RequestId given twice', data: inList('<RequestId>SECOND</RequestId>'), list: EITHER },
  { name: 'a RequestId with elements', data: listWith('REQ', '<A>REQ</A>'), list: EITHER },
  { name: 'a QueueId given twice', data: listWith('<Name>', `<QueueId>${ID}</QueueId><Name>`) },
  { name: 'a Name given twice', data: listWith('<Name>', '<Name>a</Name><Name>') },
  {
    name: 'a Name with elements',
    data: listWith('<Name>', '<Name><A/></Name><B>').replace('</Name><State>', '</B><State>'),
  },
  {
    name: 'a NotifyConfig given twice',
    data: listWith('<NotifyConfig>', '<NotifyConfig><Url>a</Url></NotifyConfig><NotifyConfig>'),
  },
  {
    name: 'a NotifyConfig of text',
    data: listWith(/<NotifyConfig>.*?<\/NotifyConfig>/, '<NotifyConfig>a</NotifyConfig>'),
  },
  { name: 'a Url given twice', data: listWith('<Url/>', '<Url>a</Url><Url>b</Url>') },
  { name: 'a queue of text', data: inList('<QueueList>a</QueueList>') },
  { name: 'a queue without an id', data: inList('<QueueList><Name>a</Name></QueueList>') },
  { name: 'an empty QueueList', data: inList('<QueueList/>'), list: PAGE },
  {
    name: 'a NonExistPIDs with other elements',
    data: inList('<NonExistPIDs><A><B/></A></NonExistPIDs>'),
  },
  {
    name: 'a NonExistPIDs with nested ids',
    data: inList('<NonExistPIDs><QueueID><B/></QueueID></NonExistPIDs>'),
  },
  { name: 'a list of no queues', data: listXml([]), list: { queues: 0 } },
  { name: 'a Response with nothing in it', data: '<Response/>' },
  { name: 'a Response of text', data: '<Response>OK</Response>' },
  {
    name: 'a Response in a Response',
    data: `<Response>${BARE_LIST}</Response>`,
    list: { queues: 0, codes: ['InvalidResponse'] },
  },
  {
    name: 'a list and an error in a Response',
    data: inList('<Error><Code>AccessDenied</Code></Error>'),
    list: EITHER,
  },
];

const DEEP_AND_LARGE: Body[] = [
  { name: 'elements 20 deep', data: inList(nested(20)), list: PAGE },
  { name: 'elements 33 deep', data: nested(33) },
  { name: 'elements 33 deep in a list', data: inList(nested(33)) },
  { name: 'elements 10,000 deep', data: nested(10_000) },
  { name: 'elements 10,000 deep in an error', data: inError(nested(10_000)), failure: LAX },
  { name: 'elements 10,000 deep, left open', data: '<a>'.repeat(10_000) },
  { name: 'JSON 33 deep', data: `${'{"a":'.repeat(33)}1${'}'.repeat(33)}` },
  { name: 'JSON 10,000 deep', data: `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}` },
  {
    name: 'an error in JSON 10,000 deep',
    data: `{"Code":"AccessDenied","Details":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
    failure: LAX,
  },
  { name: '1 MB of text', data: 'a'.repeat(MEGABYTE), heavy: true },
  { name: '1 MB of <', data: '<'.repeat(MEGABYTE), heavy: true },
  { name: '1 MB of &', data: listWith(escaped, '&'.repeat(MEGABYTE)), list: EITHER, heavy: true },
  { name: '1 MB of white space', data: ' '.repeat(MEGABYTE), heavy: true },
  { name: '1 MB of a word before secrets', data: 'token '.repeat(MEGABYTE / 6), heavy: true },
  {
    name: 'a name of 1 MB',
    data: listWith(escaped, 'a'.repeat(MEGABYTE)),
    list: { queues: 2 },
    heavy: true,
  },
  { name: 'an element name of 1 MB', data: `<${'a'.repeat(MEGABYTE)}/>`, heavy: true },
  {
    name: 'a message of 1 MB',
    data: ERROR.replace('policy', `policy${'a'.repeat(MEGABYTE)}`),
    list: DENIED,
    update: DENIED,
    failure: DENIED,
    heavy: true,
  },
  { name: 'a list of 10 MB', ...largeList(10 * MEGABYTE), heavy: true },
];

const SECRETIVE: Body[] = [
  ...['\n', '\r\n', '\t', '\u0001', '\\', '"', "'", ' = '].map((separator) => ({
    name: `a token after ${JSON.stringify(separator)}`,
    data: `Please log in, token:${separator}${SECRETS.token}`,
  })),
  { name: 'the word token before a line break', data: 'Invalid token:\nplease log in' },
  {
    name: 'an error with a token after a line break',
    data: ERROR.replace('policy', `policy, token:\n${SECRETS.token}`),
    list: DENIED,
    update: DENIED,
    failure: DENIED,
  },
  {
    name: 'an echo in XML',
    data: inError(
      `<Authorization>${AUTHORIZATION.replace(/&/g, '&amp;')}</Authorization><SecurityToken>${SECRETS.token}</SecurityToken><SecretKey>${SECRETS.secretKey}</SecretKey>`,
    ),
    list: DENIED,
    update: DENIED,
    failure: DENIED,
  },
  {
    name: 'an echo in JSON',
    data: JSON.stringify({
      code: 'AccessDenied',
      message: 'Access denied by policy',
      request: { headers: { Authorization: AUTHORIZATION, 'x-ci-security-token': SECRETS.token } },
      body: JSON.stringify({ SecretKey: SECRETS.secretKey, Token: SECRETS.token }),
    }),
    failure: DENIED,
  },
  {
    name: 'an echo in the message',
    data: ERROR.replace(
      'policy',
      `policy. Authorization: ${AUTHORIZATION.replace(/&/g, '&amp;')}, x-cos-security-token: ${SECRETS.token}`,
    ),
    list: DENIED,
    update: DENIED,
    failure: DENIED,
  },
  {
    name: 'an echo in HTML',
    data: `<html><body><pre>GET /docqueue HTTP/1.1\r\nAuthorization: ${AUTHORIZATION}\r\nx-ci-security-token: ${SECRETS.token}\r\n\r\n</pre><p>secretKey=${SECRETS.secretKey}<br></body></html>`,
  },
  {
    name: 'an echo in XML that is cut',
    data: inError(
      `<Request><x-cos-security-token>${SECRETS.token}</x-cos-security-token><SecretKey>${SECRETS.secretKey}</SecretKey>`,
    ).replace(/<\/Error>$/, ''),
    failure: LAX,
  },
  {
    name: 'an echo in a table',
    data: `<html><body><table><tr><td>Authorization</td><td>${AUTHORIZATION}</td></tr><tr><td>x-cos-security-token</td><td>${SECRETS.token}</td></tr></table></body></html>`,
  },
  {
    name: 'an echo in names and values',
    data: JSON.stringify({
      code: 'AccessDenied',
      message: 'Access denied by policy',
      rawHeaders: ['Authorization', AUTHORIZATION, 'x-cos-security-token', SECRETS.token],
    }),
    failure: DENIED,
  },
  {
    name: 'an echo in text',
    data: `denied: authorization=${encodeURIComponent(AUTHORIZATION)} x-cos-security-token="${SECRETS.token}"`,
  },
];

function largeList(bytes: number): Pick<Body, 'data' | 'list'> {
  const queues = Math.ceil(bytes / queueXml().length);
  const all = Array.from({ length: queues }, (_, index) => queueXml({ QueueId: `p${index}` }));
  return { data: listXml(all), list: { queues } };
}

export const BODIES: Body[] = [
  ...DOCUMENTS,
  ...NO_DOCUMENTS,
  ...WHOLE_AND_ODD,
  ...REPEATED,
  ...DEEP_AND_LARGE,
  ...SECRETIVE,
];

/** A document without its end, once for every byte of it. */
export function cutsOf(name: string, document: string): Body[] {
  const bytes = Buffer.from(document);
  return Array.from({ length: bytes.length }, (_, length) => ({
    name: `${name}, cut at byte ${length}`,
    data: bytes.subarray(0, length).toString(),
    failure: LAX,
  }));
}
