/// <reference types="cos-wx-docqueue/sdk" />
import { docQueue } from 'cos-wx-docqueue';

import COS = require('cos-wx-sdk-v5');

const client = new COS({
  getAuthorization(_options, callback) {
    callback({ TmpSecretId: 'id', TmpSecretKey: 'key', SecurityToken: 'token', ExpiredTime: 1 });
  },
});
export const list = () => docQueue(client).listAllDocProcessQueues({ State: 'Active' });

// @ts-expect-error: a key has a token
new COS({ getAuthorization: (_, callback) => callback({ TmpSecretId: 'id' }) });
