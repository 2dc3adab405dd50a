/** The options of `wx.request` that are supported. */
export interface RequestOptions {
  url: string;
  method?: string;
  header?: Record<string, string>;
  data?: string;
  /** With `json`, the default, a response that is JSON is parsed. The SDK wants `text`. */
  dataType?: string;
  timeout?: number;
}

/**
 * `wx.request` on fetch, for the preview and for all tests that need a `wx` (`test/support/wx.ts`).
 *
 * @throws (rejects) with what comes after `request:fail`
 */
export async function request(options: RequestOptions) {
  const { url, method = 'GET', header = {}, data, dataType = 'json', timeout } = options;
  try {
    const response = await fetch(url, {
      method,
      headers: header,
      body: method === 'GET' ? null : (data ?? null),
      signal: timeout ? AbortSignal.timeout(timeout) : null,
      cache: 'no-store',
    });
    const text = await response.text();
    return {
      data: dataType === 'json' ? parseIfJson(text) : text,
      statusCode: response.status,
      header: Object.fromEntries(response.headers),
    };
  } catch (error) {
    const { name, message } = error as Error;
    throw new Error(name === 'TimeoutError' ? 'timeout' : message);
  }
}

function parseIfJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
