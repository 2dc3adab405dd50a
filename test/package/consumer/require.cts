/// <reference types="cos-wx-docqueue/sdk" />
import plugin = require('cos-wx-docqueue');
import COS = require('cos-wx-sdk-v5');

// @ts-expect-error: a key has a token
const client = new COS({ getAuthorization: (_, callback) => callback({ TmpSecretId: 'id' }) });
export const list = () => plugin.docQueue(client).listAllDocProcessQueues();
