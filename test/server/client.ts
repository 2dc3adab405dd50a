import { createHash, createHmac } from 'node:crypto';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { until as waitUntil } from '../support/until';

/**
 * A client of its own: it shares no code with the server, so that the two cannot agree on a mistake,
 * and sends paths, headers and bodies exactly as they are given.
 */
export interface ClientRequest {
  method?: string;
  /** Path and query, as sent. */
  target: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export interface ClientResponse {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface ClientKey {
  secretId: string;
  secretKey: string;
  token?: string;
}

export function send(url: string, call: ClientRequest): Promise<ClientResponse> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        hostname,
        port,
        method: call.method ?? 'GET',
        path: call.target,
        headers: { ...call.headers },
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    request.on('error', reject);
    request.end(call.body);
  });
}

/** Writes bytes to the port and gives back all that comes until the connection ends. */
export function sendRaw(url: string, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

export interface SignOptions {
  /** Seconds since 1970. */
  start?: number;
  end?: number;
  /** When the key's own time ends, if not with the signature's. */
  keyEnd?: number;
  /** The parameters to sign; all when left out. */
  params?: string[];
  /** The headers to sign; `host` when left out. */
  headers?: string[];
}

const hmac = (key: string, text: string) => createHmac('sha1', key).update(text).digest('hex');
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) =>
    `%${c.charCodeAt(0).toString(16)}`.toUpperCase(),
  );

/** The Authorization of 436/7778, written after the document. */
export function authorization(
  call: ClientRequest & { host: string },
  key: ClientKey,
  { start, end, keyEnd, params, headers = ['host'] }: SignOptions = {},
): string {
  const now = Math.floor(Date.now() / 1000);
  const signTime = `${start ?? now - 1};${end ?? now + 900}`;
  const keyTime = `${start ?? now - 1};${keyEnd ?? end ?? now + 900}`;
  const [path = '', query = ''] = call.target.split('?');
  const given = query
    .split('&')
    .filter(Boolean)
    .map((part) => part.split('=').map((text) => decodeURIComponent(text.replaceAll('+', ' '))));
  const paramValues = Object.fromEntries(given.map(([name = '', value = '']) => [name, value]));
  const headerValues: Record<string, string> = { ...call.headers, host: call.host };

  const list = (names: string[]) => names.map((name) => encode(name).toLowerCase()).sort();
  const values = (names: string[], from: Record<string, string>) =>
    names
      .map((name) => `${encode(name).toLowerCase()}=${encode(from[name] ?? '')}`)
      .sort()
      .join('&');
  const signedParams = params ?? Object.keys(paramValues);
  const httpString = [
    (call.method ?? 'GET').toLowerCase(),
    decodeURIComponent(path),
    values(signedParams, paramValues),
    values(headers, headerValues),
    '',
  ].join('\n');
  const digest = createHash('sha1').update(httpString).digest('hex');
  const signature = hmac(hmac(key.secretKey, keyTime), `sha1\n${signTime}\n${digest}\n`);
  return [
    'q-sign-algorithm=sha1',
    `q-ak=${key.secretId}`,
    `q-sign-time=${signTime}`,
    `q-key-time=${keyTime}`,
    `q-header-list=${list(headers).join(';')}`,
    `q-url-param-list=${list(signedParams).join(';')}`,
    `q-signature=${signature}`,
  ].join('&');
}

/** Sends a request with everything in order: signed, with the token that the key needs. */
export function sendSigned(
  { url, key }: { url: string; key: ClientKey },
  call: ClientRequest,
  options?: SignOptions,
): Promise<ClientResponse> {
  const host = call.headers?.host ?? new URL(url).host;
  return send(url, {
    ...call,
    headers: {
      ...call.headers,
      host,
      authorization: authorization({ ...call, host }, key, options),
      ...(key.token && { 'x-ci-security-token': key.token }),
    },
  });
}

export const put = (id: string, body: string | Buffer): ClientRequest => ({
  method: 'PUT',
  target: `/docqueue/${id}`,
  headers: { 'content-type': 'application/xml' },
  body,
});

/** The text of an element, as a reader of XML has to see it; `undefined` when it is not there. */
export function textOf(xml: string, name: string): string | undefined {
  if (new RegExp(`<${name}/>`).test(xml)) return '';
  const [, text] = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml) ?? [];
  return text
    ?.replace(/\r\n?/g, '\n')
    .replace(/&#xD;/g, '\r')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

export const codeOf = ({ status, body }: ClientResponse) => `${status} ${textOf(body, 'Code')}`;

/** Waits for what a request brings about on its way; fails when it does not come. */
export const until = <Value>(condition: () => Value) => waitUntil(condition, 3000);
