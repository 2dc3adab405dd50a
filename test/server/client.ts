import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
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
interface ClientRequest {
  method?: string;
  /** Path and query. */
  target: string;
  headers?: Record<string, string>;
  body?: string;
}

export async function send({ target, body, ...call }: ClientRequest, url = emulator.url) {
  const { hostname, port } = new URL(url);
  const sending = request({ hostname, port, path: target, ...call, agent: false });
  sending.end(body);
  const [response] = (await once(sending, 'response')) as [IncomingMessage];
  const { statusCode: status = 0, headers } = response;
  return { status, headers, body: await text(response) };
}

/**
 * Signs a request and sends it, with the session token if the key has one. The signature is made by Tencent's own
 * code: with ours on both sides, a mistake in both would not show.
 */
export function sendSigned(
  call: ClientRequest,
  key: Key & Partial<TemporaryKey> = emulator.key,
  url = emulator.url,
) {
  const now = Math.floor(Date.now() / 1000);
  const [path = '', query] = call.target.split('?');
  const authorization = COS.getAuthorization({
    SecretId: key.secretId,
    SecretKey: key.secretKey,
    KeyTime: `${now - 1};${now + 3600}`,
    Method: (call.method ?? 'GET') as 'GET',
    Pathname: decodeURIComponent(path),
    Query: Object.fromEntries(new URLSearchParams(query)),
    Headers: { host: new URL(url).host },
  } as COS.StaticGetAuthorizationOptions);
  const token = key.token && { 'x-ci-security-token': key.token };
  return send({ ...call, headers: { ...call.headers, authorization, ...token } }, url);
}

export const LIST: ClientRequest = { target: '/docqueue' };
export const list = (query = '') => sendSigned({ target: `/docqueue${query}` });

export const put = (body: string, id = QUEUE_ID): ClientRequest => ({
  method: 'PUT',
  target: `/docqueue/${id}`,
  headers: { 'content-type': 'application/xml' },
  body,
});
export const update = (body: string, id?: string) => sendSigned(put(body, id));

/** The text of the first element of that name, or `undefined` if there is none. */
export function textOf(xml: string, name: string): string | undefined {
  const [element] = new RegExp(`<${name}/>|<${name}>[^<]*</${name}>`).exec(xml) ?? [];
  return element && parseXml(element).text;
}

/** The status, and the code if the response is an error. */
export const codeOf = ({ status, body }: Awaited<ReturnType<typeof send>>) =>
  [status, textOf(body, 'Code')].join(' ').trim();
