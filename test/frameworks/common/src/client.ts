/// <reference types="cos-wx-docqueue/sdk" />
import { docQueue } from 'cos-wx-docqueue';
import COS from 'cos-wx-sdk-v5';

/** The address of the service and of its keys, from the configuration of the app's build. */
declare const SERVICE: string;

/** @param get a GET request of the framework's own */
// biome-ignore lint/suspicious/noExplicitAny: the frameworks do not know what the key server responds
export function createClient(get: (url: string) => Promise<{ data: any }>) {
  const client = new COS({
    async getAuthorization(_options, callback) {
      try {
        const { data } = await get(`${SERVICE}/sts`);
        const { credentials, startTime: StartTime, expiredTime: ExpiredTime } = data;
        const { tmpSecretId: TmpSecretId, tmpSecretKey: TmpSecretKey, sessionToken } = credentials;
        const key = { TmpSecretId, TmpSecretKey, SecurityToken: sessionToken };
        callback({ ...key, StartTime, ExpiredTime });
      } catch (error) {
        console.error('No temporary key:', error);
        callback({}); // The call then fails with InvalidCredential.
      }
    },
  });
  return docQueue(client, {
    Bucket: 'examplebucket-1250000000',
    Region: 'ap-beijing',
    Domain: SERVICE,
  });
}
