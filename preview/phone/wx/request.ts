import { shell } from '../shell';

export interface RequestOptions {
  url: string;
  method?: string;
  header?: Record<string, string>;
  data?: string;
  /** With `json`, the default, an answer that is JSON is parsed. */
  dataType?: string;
  timeout?: number;
}

/** `wx.request` on fetch. */
export async function request(options: RequestOptions, defaultTimeout: number) {
  const { url, method = 'GET', header = {}, data, dataType = 'json' } = options;
  const { pathname, search } = new URL(url);
  const began = performance.now();
  let outcome: number | string = '';
  try {
    if (shell.refuses(pathname)) throw new Error('url not in domain list');
    const response = await fetch(url, {
      method,
      headers: header,
      body: method === 'GET' ? null : (data ?? null),
      signal: AbortSignal.timeout(options.timeout ?? defaultTimeout),
      cache: 'no-store',
    });
    const text = await response.text();
    outcome = response.status;
    return {
      data: dataType === 'json' ? parsed(text) : text,
      statusCode: response.status,
      header: Object.fromEntries(response.headers),
    };
  } catch (error) {
    const { name, message } = error as Error;
    outcome = name === 'TimeoutError' ? 'timeout' : message;
    throw new Error(outcome);
  } finally {
    const milliseconds = Math.round(performance.now() - began);
    shell.logRequest({ method, path: pathname + search, outcome, milliseconds });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
