import { docQueue } from 'cos-wx-docqueue';
import COS from 'cos-wx-sdk-v5';
import { config } from '../config';
import { fetchKey } from './key-server';

const { Bucket, Region, Domain } = config;

let reason = '';

/** Why the last key could not be had: the SDK has no way to hand it on. */
export const keyFailure = () => reason;

const cos = new COS({
  getAuthorization(_, callback) {
    fetchKey().then(
      (key) => {
        reason = '';
        callback(key);
      },
      (error: Error) => {
        reason = error.message;
        // Without this call the request would never end; without a key it ends as a credential error.
        callback({});
      },
    );
  },
});

/** The bucket's queues. */
export const client = docQueue(cos, { Bucket, Region, Domain: Domain || undefined });
