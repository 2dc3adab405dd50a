import { docQueue } from 'cos-wx-docqueue';
import COS from 'cos-wx-sdk-v5';

interface KeyAnswer {
  credentials: { tmpSecretId: string; tmpSecretKey: string; sessionToken: string };
  startTime: number;
  expiredTime: number;
}

/** @param get a GET request of the framework's own */
export function createClient(get: (url: string) => Promise<{ data: unknown }>) {
  const client = new COS({
    async getAuthorization(_options, callback) {
      try {
        const { data } = await get(`${SERVICE}/sts`);
        const { credentials, startTime, expiredTime } = data as KeyAnswer;
        callback({
          TmpSecretId: credentials.tmpSecretId,
          TmpSecretKey: credentials.tmpSecretKey,
          SecurityToken: credentials.sessionToken,
          StartTime: startTime,
          ExpiredTime: expiredTime,
          ScopeLimit: true,
        });
      } catch {
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
