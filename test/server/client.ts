import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { parseXml } from '@rgrove/parse-xml';
import COS from 'cos-nodejs-sdk-v5';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../server/emulator';
import type { Key, TemporaryKey } from '../../server/emulator/keys';
import { QUEUE_ID } from '../support/client';

export let emulator: Emulator;

/** Starts the service for the tests of a file, each of which finds it as it was started. */
export function startService(options?: EmulatorOptions): void {
  beforeAll(async () => {
    emulator = await startEmulator(options);
  });
  beforeEach(() => emulator.reset());
  afterAll(() => emulator.close());
}

/** It is sent exactly as it is given. */
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
  // After the response to an upload that is too large, the rest of it fails.
  sending.on('error', () => {});
  sending.end(body);
  const [response] = (await once(sending, 'response')) as [IncomingMessage];
  const { statusCode: status = 0, headers } = response;
  return { status, headers, body: await text(response) };
}

/** Writes bytes to the port and gives back all that comes until the connection ends. */
export function sendRaw(bytes: string, url = emulator.url): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(bytes);
  return text(socket);
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

/** Signed by Tencent's own code: ours on both sides could agree on a mistake. */
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

/** Sends a request with everything in order: signed, with the token that the key needs. */
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

/** The text of an element; `undefined` when it is not there. */
export function textOf(xml: string, name: string): string | undefined {
  const [element] = new RegExp(`<${name}/>|<${name}>[^<]*</${name}>`).exec(xml) ?? [];
  return element && parseXml(element).text;
}

export const codeOf = ({ status, body }: ClientResponse) => `${status} ${textOf(body, 'Code')}`;
