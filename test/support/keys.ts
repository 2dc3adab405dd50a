import type { TemporaryKey } from '../../server/emulator/index';

/** A temporary key of the service, as `getAuthorization` hands it on. */
export function asSdkKey(key: TemporaryKey) {
  return {
    TmpSecretId: key.secretId,
    TmpSecretKey: key.secretKey,
    SecurityToken: key.token,
    // Before 1.2.0 the token is read from here.
    XCosSecurityToken: key.token,
    StartTime: key.startTime,
    ExpiredTime: key.expiredTime,
  };
}
