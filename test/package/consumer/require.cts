/// <reference types="cos-wx-docqueue/sdk" />
import plugin = require('cos-wx-docqueue');
import COS = require('cos-wx-sdk-v5');

const client = new COS({
  getAuthorization(_options, callback) {
    callback({ TmpSecretId: 'id', TmpSecretKey: 'key', SecurityToken: 'token', ExpiredTime: 1 });
  },
});
const cos = plugin.docQueue(client, { Bucket: 'examplebucket-1250000000', Region: 'ap-beijing' });
export const list = (PageNumber: number) => cos.describeDocProcessQueues({ PageNumber });

// @ts-expect-error: a key has a token
new COS({ getAuthorization: (_, callback) => callback({ TmpSecretId: 'id' }) });
// @ts-expect-error: there is no such state
cos.describeDocProcessQueues({ State: 'Stopped' });
