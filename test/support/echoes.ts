/** None of these may be in an error. The key is the example of https://cloud.tencent.com/document/product/436/7778. */
export const SECRETS = {
  signature: 'd667c58a8587e103acda3ae3f62967974d60f3ba',
  secretId: 'AKIDQjz3ltompVjBni5LitkWHFlFpwkn9U5q',
  secretKey: 'BQYIM75p8x0iWVFSIgqEKwFprpRSVHlz',
  token: 'dG9rZW4tb2YtdGhlLXNlc3Npb24/+Zm9yLXRlc3Rz==',
};
const { signature: SIGNATURE, secretId: SECRET_ID, secretKey: SECRET_KEY, token: TOKEN } = SECRETS;

const PARAMETERS = {
  'q-sign-algorithm': 'sha1',
  'q-ak': SECRET_ID,
  'q-sign-time': '1557989151;1557996351',
  'q-key-time': '1557989151;1557996351',
  'q-header-list': 'host',
  'q-url-param-list': '',
  'q-signature': SIGNATURE,
};
const join = (parameters: [string, string][]) => parameters.map((pair) => pair.join('=')).join('&');
export const AUTHORIZATION = join(Object.entries(PARAMETERS));
export const HEADERS = { Authorization: AUTHORIZATION, 'x-ci-security-token': TOKEN };
const ADDRESS = `/docqueue?${AUTHORIZATION}&x-ci-security-token=${TOKEN}`;
const KEYS = { tmpSecretId: SECRET_ID, tmpSecretKey: SECRET_KEY, sessionToken: TOKEN };
const lines = (fields: object, line: (name: string, value: string) => string) =>
  Object.entries(fields)
    .map(([name, value]) => line(name, value))
    .join('\n');
const xml = (name: string, value: string) => `<${name}>${value.replace(/&/g, '&amp;')}</${name}>`;
const row = (name: string, value: string) =>
  `<tr><td>${name}</td>\n<td class="v">${value}</td></tr>`;

/** What a proxy, a gateway or an error page may echo. */
export const ECHOES: [string, string][] = [
  ['headers', lines(HEADERS, (name, value) => `${name}: ${value}`)],
  ['headers, quoted', lines(HEADERS, (name, value) => `'${name}' => "${value}"`)],
  ['XML', `<Echo>${lines(HEADERS, xml)}</Echo>`],
  ['parameters in XML', `<Echo>${lines(PARAMETERS, xml)}</Echo>`],
  ['a table of HTML', `<html><br><table>${lines(HEADERS, row)}</table>`],
  ['JSON', JSON.stringify({ headers: HEADERS })],
  ['JSON in JSON', JSON.stringify({ echo: JSON.stringify(HEADERS) })],
  ['a JSON object of the parameters', JSON.stringify(PARAMETERS)],
  ['an address', ADDRESS],
  ['an encoded address', encodeURIComponent(ADDRESS)],
  ['parameters in another order', join(Object.entries(PARAMETERS).reverse())],
  ['a key of the key server', JSON.stringify(KEYS)],
  ['snake case', `secret_id=${SECRET_ID}, secret_key=${SECRET_KEY}, security_token=${TOKEN}`],
  ['names in capitals', `SECRETKEY ${SECRET_KEY}\nX-COS-SECURITY-TOKEN ${TOKEN}`],
  ['an access key', `access_key_id=${SECRET_ID}, Access Key: ${SECRET_KEY}`],
  ['a bare signature', `Signature: ${SIGNATURE}`],
  ...['\r\n', '\u0001', '"', ' = '].map((separator): [string, string] => [
    `a token after ${JSON.stringify(separator)}`,
    `Please log in, token:${separator}${TOKEN}`,
  ]),
  ['a name at the end of what is kept', `${'x'.repeat(1010)} token: ${TOKEN}`],
  ['a value after the end of what is kept', `${'x'.repeat(2040)} token: ${TOKEN}`],
];
