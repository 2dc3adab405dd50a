/** The part of `wx.request`'s options that is used here. */
export interface RequestOptions {
  url: string;
  method?: string;
  header?: Record<string, string>;
  data?: string;
  /** With `json`, the default, an answer that is JSON is parsed. The SDK wants `text`. */
  dataType?: string;
  timeout?: number;
  success(response: { statusCode: number; header: object; data: unknown }): void;
  fail(error: { errMsg: string }): void;
}

/** What a mini program calls by `wx.request`, over the HTTP of this machine. */
export function request(options: RequestOptions) {
  const { url, method = 'GET', header = {}, data, dataType = 'json', timeout } = options;
  const signal = timeout ? AbortSignal.timeout(timeout) : null;
  fetch(url, { method, headers: header, body: data ?? null, signal })
    .then(async (response) => {
      const text = await response.text();
      return {
        statusCode: response.status,
        header: Object.fromEntries(response.headers),
        data: dataType === 'json' ? parsed(text) : text,
      };
    })
    .then(
      // Not within the promise: what the SDK throws in its callback is nobody's rejection.
      (response) => setImmediate(options.success, response),
      (error: Error) => {
        const reason = error.name === 'TimeoutError' ? 'timeout' : error.message;
        setImmediate(options.fail, { errMsg: `request:fail ${reason}` });
      },
    );
  return { abort() {} };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const SYSTEM = { SDKVersion: '3.7.0', platform: 'ios' };

/** A `wx` that does HTTP alone. */
export const WX = {
  request,
  canIUse: () => true,
  getAppBaseInfo: () => SYSTEM,
  getDeviceInfo: () => SYSTEM,
  getWindowInfo: () => SYSTEM,
  getSystemInfoSync: () => SYSTEM,
  getFileSystemManager: () => ({}),
};

/** Makes it possible to load the SDK. Must be called before the SDK is imported. */
export function installWx(overrides: object = {}): void {
  Object.assign(globalThis, { window: globalThis, wx: { ...WX, ...overrides } });
}
