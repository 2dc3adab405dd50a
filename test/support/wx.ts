import { type RequestOptions as HttpOptions, request as send } from '../../preview/wx-request';

export interface RequestOptions extends HttpOptions {
  success(response: { statusCode: number; header: object; data: unknown }): void;
  fail(error: { errMsg: string }): void;
}

/** `wx.request` as in the preview, over the HTTP of this machine. */
export function request({ success, fail, ...options }: RequestOptions) {
  send(options).then(
    // Not within the promise: what the SDK throws in its callback is nobody's rejection.
    (response) => setTimeout(success, 0, response),
    ({ message }: Error) => setTimeout(fail, 0, { errMsg: `request:fail ${message}` }),
  );
  return { abort() {} };
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
