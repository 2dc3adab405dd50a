import { docQueue, isDocQueueError } from 'cos-wx-docqueue';
import COS from 'cos-wx-sdk-v5';
import { config } from '../config';
import { fetchKey } from './key-server';

const { Bucket, Region, Domain } = config;

let reason = '';

/** Why the last key could not be had: the SDK has no way to hand it on. */
export const keyFailure = () => reason;

function newClient() {
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
  return docQueue(cos, { Bucket, Region, Domain });
}

type Client = ReturnType<typeof newClient>;

let current = newClient();

/**
 * Calls the service for the bucket's queues. A client keeps its key until it expires: after a call that was
 * refused because of the key, the next one goes through a new client, which asks the key server again.
 */
export async function call<Result>(request: (client: Client) => Promise<Result>): Promise<Result> {
  const client = current;
  try {
    return await request(client);
  } catch (error) {
    if (isDocQueueError(error) && KEY_REFUSED.test(error.code) && client === current) {
      current = newClient();
    }
    throw error;
  }
}

const KEY_REFUSED =
  /^(AccessDenied|Unauthorized\w*|SignatureDoesNotMatch|(Invalid|Missing)Authorization|InvalidAccessKeyId|SecretidNotExist|(Expired|Invalid)Token|SignatureExpired|RequestIsExpired|RequestTimeTooSkewed)$/i;
