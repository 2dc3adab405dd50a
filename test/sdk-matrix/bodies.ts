/**
 * Bodies of responses, and what each means. An SDK passes on the body of a 2xx response as it is; since 1.7.2 it parses
 * that of a failed one: so there is a body here of each kind that its parser treats differently. What our own reader takes
 * and refuses is in `test/src`.
 */
import { listXml, queueXml, updatedXml } from '../support/client';
import { AUTHORIZATION, ECHOES, HEADERS, SECRETS } from '../support/echoes';

/** What a list and an update come to, and either with another status than 2xx: the queues' names, or an error's code. */
export interface Meaning extends Record<'list' | 'update' | 'failed', string[] | string> {
  /** Whether SDKs that read half a document find the code in a failed response. */
  isLax?: boolean;
}

const NAME = '合同 & 预览';
const inXmlText = (text: string) => text.replace(/&/g, '&amp;');
const LIST = listXml([queueXml({ Name: inXmlText(NAME) }), queueXml({ Name: 'b' })]);
const ERROR =
  '<?xml version="1.0" encoding="utf-8"?><Error><Code>AccessDenied</Code><Message>拒绝 Access denied by policy</Message><RequestId>REQ</RequestId></Error>';
const JSON_ERROR = { code: 'AccessDenied', message: 'Access denied by policy' };

const inError = (content: string) => ERROR.replace('</Error>', `${content}</Error>`);
const ECHO = Object.entries({ ...HEADERS, ...SECRETS });

const REFUSED = 'InvalidResponse';
const UNREADABLE: Meaning = { list: REFUSED, update: REFUSED, failed: 'HttpError' };
const errorOf = (code: string): Meaning => ({ list: code, update: code, failed: code });

const LARGE = Array.from({ length: 2_500 }, (_, index) => `queue ${index}`);

const TABLE: [Meaning, Record<string, string>][] = [
  [{ ...UNREADABLE, list: [NAME, 'b'] }, { 'a list': LIST }],
  [{ ...UNREADABLE, update: [NAME] }, { 'an update': updatedXml({ Name: inXmlText(NAME) }) }],
  [
    { ...UNREADABLE, list: LARGE },
    { 'a list of 1 MB': listXml(LARGE.map((Name) => queueXml({ Name }))) },
  ],
  [
    errorOf('AccessDenied'),
    {
      'an error': ERROR,
      'an error with elements 10,000 deep': inError('<a>'.repeat(10_000) + '</a>'.repeat(10_000)),
      'an error with the request in it': inError(
        ECHO.map(([name, text]) => `<${name}>${inXmlText(text)}</${name}>`).join(''),
      ),
      'an error with the request in its message': ERROR.replace(
        'policy',
        `policy. Authorization: ${inXmlText(AUTHORIZATION)}, token: ${SECRETS.token}`,
      ),
    },
  ],
  [
    errorOf('HttpError'),
    {
      'an error without a code': '<Error><Message>Access denied by policy</Message></Error>',
      'an error with two codes': '<Error><Code>A</Code><Code>B</Code></Error>',
    },
  ],
  [
    { ...UNREADABLE, failed: 'AccessDenied' },
    {
      'an error in JSON': JSON.stringify({ Code: 'AccessDenied', Message: 'Access denied' }),
      'an error in JSON 10,000 deep': `{"Code":"AccessDenied","Details":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
      'an error in JSON, in lower case': JSON.stringify(JSON_ERROR),
      'an error in JSON, wrapped': JSON.stringify({ Error: { Code: 'AccessDenied' } }),
      'an error in JSON with the request in it': JSON.stringify({
        ...JSON_ERROR,
        request: { headers: HEADERS, body: JSON.stringify(SECRETS) },
      }),
    },
  ],
  [
    { ...UNREADABLE, isLax: true },
    {
      'an error with the name __proto__': inError('<__proto__>a</__proto__>'),
      'a list and an error': LIST + ERROR.replace(/^<\?.*?\?>/, ''),
      ...Object.fromEntries(
        [...'<?>Aa拒p/e'].map((piece) => [
          `an error that is cut after ${piece}`,
          ERROR.slice(0, ERROR.lastIndexOf(piece) + 1).replace(/<\/Error>$/, ''),
        ]),
      ),
    },
  ],
  [
    UNREADABLE,
    {
      'an error in JSON with a number for a code': '{"code":-1,"message":"no"}',
      'JSON that is cut': '{"Code":"AccessDen',
      'JSON whose fields are the names of methods': '{"toString":1,"toJSON":1}',
      nothing: '',
      'an error with nothing in it': '<Error/>',
      text: 'Service Unavailable',
      'HTML with tags left open':
        '<!DOCTYPE html><html><body><p>Please log in<br><img src=x><form action="/login?a=1&b=2"><input name=user>',
      'another root': '<Foo><QueueList/></Foo>',
      'a root with a prefix': LIST.replace(/(<\/?)Response/g, '$1ci:Response'),
      '1 MB of <': '<'.repeat(1 << 20),
      ...Object.fromEntries(ECHOES.map(([name, echo]) => [`the request: ${name}`, echo])),
    },
  ],
];

export const BODIES = TABLE.flatMap(([meaning, bodies]) =>
  Object.entries(bodies).map(([name, body]): [string, string, Meaning] => [name, body, meaning]),
);
