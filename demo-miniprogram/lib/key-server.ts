import type COS from 'cos-wx-sdk-v5';
import { config } from '../config';

/** How long to wait for the key server; `wx.request` would wait 60 s. */
const TIMEOUT = 10_000;

/** What `qcloud-cos-sts` issues. */
interface KeyResponse {
  credentials: { tmpSecretId: string; tmpSecretKey: string; sessionToken: string };
  startTime: number;
  expiredTime: number;
}

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
    wx.request<KeyResponse>({
      url: config.keyServer,
      timeout: TIMEOUT,
      success({ statusCode, data }) {
        if (statusCode === 200 && isKeyResponse(data)) resolve(toKey(data));
        else reject(new KeyServerError(`HTTP ${statusCode}`, statusCode));
      },
      fail: ({ errMsg }) => reject(new KeyServerError(errMsg)),
    });
  });
}

function isKeyResponse(data: unknown): data is KeyResponse {
  const { credentials, startTime, expiredTime } = Object(data);
  const { tmpSecretId, tmpSecretKey, sessionToken } = Object(credentials);
  return Boolean(tmpSecretId && tmpSecretKey && sessionToken && startTime && expiredTime);
}

function toKey({ credentials, startTime, expiredTime }: KeyResponse): COS.TemporaryKey {
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
