import type { TemporaryKey } from 'cos-wx-sdk-v5';
import { config } from '../config';

// A key server that hangs would otherwise hold the page for the 60 s of wx.request.
const TIMEOUT = 10_000;

/** What `qcloud-cos-sts` gives. */
interface KeyAnswer {
  credentials: { tmpSecretId: string; tmpSecretKey: string; sessionToken: string };
  startTime: number;
  expiredTime: number;
}

/** Asks the key server for a temporary key. Rejects with an `Error` that says what is wrong with it. */
export function fetchKey(): Promise<TemporaryKey> {
  return new Promise((resolve, reject) => {
    wx.request<KeyAnswer>({
      url: config.keyServer,
      timeout: TIMEOUT,
      success: ({ statusCode, data }) => {
        if (statusCode !== 200) {
          reject(new Error(`HTTP ${statusCode}`));
        } else if (!isKeyAnswer(data)) {
          reject(new Error('响应中没有密钥'));
        } else {
          resolve(toKey(data));
        }
      },
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
}

function isKeyAnswer(data: unknown): data is KeyAnswer {
  const { credentials, startTime, expiredTime } = Object(data);
  const { tmpSecretId, tmpSecretKey, sessionToken } = Object(credentials);
  return Boolean(tmpSecretId && tmpSecretKey && sessionToken && startTime && expiredTime);
}

function toKey({ credentials, startTime, expiredTime }: KeyAnswer): TemporaryKey {
  return {
    TmpSecretId: credentials.tmpSecretId,
    TmpSecretKey: credentials.tmpSecretKey,
    SecurityToken: credentials.sessionToken,
    XCosSecurityToken: credentials.sessionToken,
    // The server's times, not the phone's: they are signed, and a phone's clock may be wrong.
    StartTime: startTime,
    ExpiredTime: expiredTime,
    // An app's other keys, such as one for uploads, are not tried on queues, nor this one on files.
    ScopeLimit: true,
  };
}
