import { shell } from '../shell';
import { type Callbacks, type Message, report } from './callbacks';

interface RequestOptions extends Callbacks<Response> {
  url: string;
  method?: string;
  header?: Record<string, string>;
  data?: string | ArrayBuffer | Record<string, unknown>;
  /** With `json`, the default, an answer that is JSON is parsed. */
  dataType?: string;
  responseType?: 'text' | 'arraybuffer';
  timeout?: number;
}

interface Response extends Message {
  data: unknown;
  statusCode: number;
  header: Record<string, string>;
  cookies: string[];
}

/** `wx.request` on fetch. */
export function createRequest(defaultTimeout: number) {
  return (options: RequestOptions) => {
    const aborter = new AbortController();
    report(send(options, aborter, options.timeout ?? defaultTimeout), options);
    return {
      abort: () => aborter.abort('abort'),
      onHeadersReceived() {},
      offHeadersReceived() {},
    };
  };
}

async function send(
  options: RequestOptions,
  aborter: AbortController,
  timeout: number,
): Promise<Response> {
  const { url, method = 'GET', responseType = 'text', dataType = 'json' } = options;
  const { href, pathname, search } = new URL(url);
  const began = performance.now();
  const log = (outcome: number | string) =>
    shell.logRequest({
      method,
      path: pathname + search,
      outcome,
      milliseconds: Math.round(performance.now() - began),
    });

  const timer = setTimeout(() => aborter.abort('timeout'), timeout);
  try {
    if (shell.refuses(pathname)) throw new Error('url not in domain list');
    const response = await fetch(addQuery(href, options), {
      method,
      headers: headersOf(options),
      body: bodyOf(options),
      signal: aborter.signal,
      cache: 'no-store',
    });
    const data = responseType === 'text' ? await response.text() : await response.arrayBuffer();
    log(response.status);
    return {
      data: dataType === 'json' ? parsed(data) : data,
      statusCode: response.status,
      header: Object.fromEntries(response.headers),
      cookies: [],
      errMsg: 'request:ok',
    };
  } catch (error) {
    const reason = aborter.signal.aborted ? aborter.signal.reason : (error as Error).message;
    log(String(reason));
    throw { errMsg: `request:fail ${reason}` };
  } finally {
    clearTimeout(timer);
  }
}

function addQuery(url: string, { method = 'GET', data }: RequestOptions): string {
  if (method !== 'GET' || !isFields(data)) return url;
  const address = new URL(url);
  for (const [name, value] of Object.entries(data)) address.searchParams.set(name, String(value));
  return address.href;
}

function headersOf({ method = 'GET', header = {}, data }: RequestOptions): Headers {
  const headers = new Headers(header);
  if (method !== 'GET' && data !== undefined && !headers.has('content-type')) {
    headers.set('content-type', 'application/json');
  }
  return headers;
}

function bodyOf({ method = 'GET', header = {}, data }: RequestOptions): BodyInit | null {
  if (method === 'GET' || data === undefined) return null;
  if (!isFields(data)) return data;
  const type = new Headers(header).get('content-type') ?? '';
  return type.includes('x-www-form-urlencoded')
    ? new URLSearchParams(data as Record<string, string>)
    : JSON.stringify(data);
}

const isFields = (data: RequestOptions['data']): data is Record<string, unknown> =>
  typeof data === 'object' && !(data instanceof ArrayBuffer);

function parsed(data: string | ArrayBuffer): unknown {
  if (typeof data !== 'string') return data;
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
}
