import { shell } from '../shell';
import { type Callbacks, type Message, report } from './callbacks';

interface RequestOptions extends Callbacks<Response> {
  url: string;
  method?: string;
  header?: Record<string, string>;
  data?: string;
  /** With `json`, the default, an answer that is JSON is parsed. */
  dataType?: string;
  timeout?: number;
}

interface Response extends Message {
  data: unknown;
  statusCode: number;
  header: Record<string, string>;
}

/** `wx.request` on fetch. */
export function createRequest(defaultTimeout: number) {
  return (options: RequestOptions) =>
    report(send(options, options.timeout ?? defaultTimeout), options);
}

async function send(options: RequestOptions, timeout: number): Promise<Response> {
  const { url, method = 'GET', header = {}, data, dataType = 'json' } = options;
  const { pathname, search } = new URL(url);
  const began = performance.now();
  const log = (outcome: number | string) =>
    shell.logRequest({
      method,
      path: pathname + search,
      outcome,
      milliseconds: Math.round(performance.now() - began),
    });

  try {
    if (shell.refuses(pathname)) throw new Error('url not in domain list');
    const response = await fetch(url, {
      method,
      headers: header,
      body: method === 'GET' ? null : (data ?? null),
      signal: AbortSignal.timeout(timeout),
      cache: 'no-store',
    });
    const text = await response.text();
    log(response.status);
    return {
      data: dataType === 'json' ? parsed(text) : text,
      statusCode: response.status,
      header: Object.fromEntries(response.headers),
      errMsg: 'request:ok',
    };
  } catch (error) {
    const { name, message } = error as Error;
    const reason = name === 'TimeoutError' ? 'timeout' : message;
    log(reason);
    throw { errMsg: `request:fail ${reason}` };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
