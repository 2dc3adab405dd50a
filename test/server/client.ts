import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { parseXml } from '@rgrove/parse-xml';
import COS from 'cos-nodejs-sdk-v5';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../server/emulator';
import type { Key, TemporaryKey } from '../../server/emulator/keys';
import { QUEUE_ID } from '../support/client';

export let emulator: Emulator;

/** Starts the service for the tests of a file, and resets it before each of them. */
export function startService(options?: EmulatorOptions): void {
  beforeAll(async () => {
    emulator = await startEmulator(options);
  });
  beforeEach(() => emulator.reset());
  afterAll(() => emulator.close());
}

/** A request that is sent exactly as given. */
export interface ClientRequest {
  method?: string;
  /** Path and query. */
  target: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export interface ClientResponse {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

export async function send(
  { target, body, ...call }: ClientRequest,
  url = emulator.url,
): Promise<ClientResponse> {
  const { hostname, port } = new URL(url);
  const sending = request({ hostname, port, path: target, ...call, agent: false });
  // The service closes the connection before it has read all of a body that is too large.
  sending.on('error', () => {});
  sending.end(body);
  const [response] = (await once(sending, 'response')) as [IncomingMessage];
  const { statusCode: status = 0, headers } = response;
  return { status, headers, body: await text(response) };
}

export type ClientKey = Key & Partial<TemporaryKey>;

export interface SignOptions {
  key?: ClientKey;
  url?: string;
  /** Seconds since 1970. */
  start?: number;
  end?: number;
  /** The query to sign; all of it when left out. */
  query?: string;
  /** The headers to sign, beside the host. */
  signed?: Record<string, string>;
}

/** Signs with Tencent's own code: with ours on both sides, a mistake in both would not show. */
export function authorization(
  { method = 'GET', target, headers }: ClientRequest,
  { key = emulator.key, url = emulator.url, start, end, query, signed }: SignOptions = {},
): string {
  const now = Math.floor(Date.now() / 1000);
  const [path = '', wholeQuery = ''] = target.split('?');
  return COS.getAuthorization({
    SecretId: key.secretId,
    SecretKey: key.secretKey,
    KeyTime: `${start ?? now - 1};${end ?? now + 900}`,
    Method: method as 'GET',
    Pathname: decodeURIComponent(path),
    Query: Object.fromEntries(new URLSearchParams(query ?? wholeQuery)),
    Headers: { host: headers?.host ?? new URL(url).host, ...signed },
  } as COS.StaticGetAuthorizationOptions);
}

/** Signs a request and sends it, with the session token if the key has one. */
export function sendSigned(
  call: ClientRequest,
  options: SignOptions = {},
): Promise<ClientResponse> {
  const { token } = { token: undefined, ...options.key };
  const headers = {
    ...call.headers,
    authorization: authorization(call, options),
    ...(token && { 'x-ci-security-token': token }),
  };
  return send({ ...call, headers }, options.url);
}

export const LIST: ClientRequest = { target: '/docqueue' };
export const list = (query = '') => sendSigned({ target: `/docqueue${query}` });

export const put = (body: string | Buffer, id = QUEUE_ID): ClientRequest => ({
  method: 'PUT',
  target: `/docqueue/${id}`,
  headers: { 'content-type': 'application/xml' },
  body,
});
export const update = (body: string | Buffer, id?: string) => sendSigned(put(body, id));

/** The text of the first element of that name, or `undefined` if there is none. */
export function textOf(xml: string, name: string): string | undefined {
  const [element] = new RegExp(`<${name}/>|<${name}>[^<]*</${name}>`).exec(xml) ?? [];
  return element && parseXml(element).text;
}

export const codeOf = ({ status, body }: ClientResponse) => `${status} ${textOf(body, 'Code')}`;
