/** The part of `wx.request`'s options that the SDK uses. */
interface RequestOptions {
  url: string;
  method: string;
  header: Record<string, string>;
  data?: string;
  timeout?: number;
  success(response: { statusCode: number; header: object; data: string }): void;
  fail(error: { errMsg: string }): void;
}

/** What a mini program calls by `wx.request`, over the HTTP of this machine. */
function request({ url, method, header, data, timeout, success, fail }: RequestOptions) {
  const signal = timeout ? AbortSignal.timeout(timeout) : null;
  fetch(url, { method, headers: header, body: data ?? null, signal })
    .then(async (response) => ({
      statusCode: response.status,
      header: Object.fromEntries(response.headers),
      data: await response.text(),
    }))
    .then(
      // Not within the promise: what the SDK throws in its callback is nobody's rejection.
      (response) => setImmediate(success, response),
      (error: Error) => {
        const reason = error.name === 'TimeoutError' ? 'timeout' : error.message;
        setImmediate(fail, { errMsg: `request:fail ${reason}` });
      },
    );
  return { abort() {} };
}

/** A `wx` that the SDK can be loaded with. Must be there before the SDK is imported. */
export function installWx(overrides: object = {}): void {
  const system = { SDKVersion: '3.7.0', platform: 'ios' };
  Object.assign(globalThis, {
    window: globalThis,
    wx: {
      getFileSystemManager: () => ({}),
      canIUse: () => true,
      getAppBaseInfo: () => system,
      getDeviceInfo: () => system,
      getSystemInfoSync: () => system,
      request,
      ...overrides,
    },
  });
}
