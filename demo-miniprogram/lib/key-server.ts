import type COS from 'cos-wx-sdk-v5';
import { config } from '../config';

/** Why there is no temporary key: the key server's status, or the reason that `wx.request` gave. */
export class KeyServerError extends Error {
  constructor(
    message: string,
    readonly statusCode = 0,
  ) {
    super(message);
  }
}

/** Asks the key server for a temporary key. Rejects with a `KeyServerError`. */
export function fetchKey(): Promise<COS.TemporaryKey> {
  return new Promise((resolve, reject) => {
    wx.request({
      url: config.keyServer,
      success({ statusCode, data }) {
        const key = toKey(data);
        if (key) resolve(key);
        else reject(new KeyServerError(`HTTP ${statusCode}`, statusCode));
      },
      fail: ({ errMsg }) => reject(new KeyServerError(errMsg)),
    });
  });
}

/** The key in a response as `qcloud-cos-sts` makes it, if there is one. */
function toKey(response: unknown): COS.TemporaryKey | undefined {
  const { credentials, startTime, expiredTime } = Object(response);
  if (!credentials) return undefined;
  return {
    TmpSecretId: credentials.tmpSecretId,
    TmpSecretKey: credentials.tmpSecretKey,
    SecurityToken: credentials.sessionToken,
    // SDKs before 1.2 look for the token here.
    XCosSecurityToken: credentials.sessionToken,
    // The server's times, not the phone's: they are signed, and a phone's clock may be wrong.
    StartTime: startTime,
    ExpiredTime: expiredTime,
  };
}
