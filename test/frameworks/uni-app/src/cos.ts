import { docQueue } from 'cos-wx-docqueue';
import COS from 'cos-wx-sdk-v5';

interface KeyAnswer {
  credentials: { tmpSecretId: string; tmpSecretKey: string; sessionToken: string };
  startTime: number;
  expiredTime: number;
}

const client = new COS({
  async getAuthorization(_options, callback) {
    try {
      const { data } = await uni.request({ url: `${SERVICE}/sts` });
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

export const cos = docQueue(client, {
  Bucket: 'examplebucket-1250000000',
  Region: 'ap-beijing',
  Domain: SERVICE,
});
