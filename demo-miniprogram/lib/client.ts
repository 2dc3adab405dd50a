import { docQueue, isDocQueueError } from 'cos-wx-docqueue';
import COS from 'cos-wx-sdk-v5';
import { config } from '../config';
import { fetchKey, type KeyServerError } from './key-server';

const { Bucket, Region, Domain } = config;

let keyError: KeyServerError | undefined;

/** Why the last temporary key could not be fetched: the SDK has no way to pass it on. */
export const lastKeyError = () => keyError;

function newClient() {
  const cos = new COS({
    getAuthorization(_, callback) {
      fetchKey().then(
        (key) => callback(key),
        (error: KeyServerError) => {
          keyError = error;
          // Without this call the request would time out; without a key it is a credential error.
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
 * Calls the service. A client keeps its key until the key expires: after a call that was refused because of the
 * key, the next call goes through a new client, which fetches a new key.
 */
export async function call<Result>(request: (client: Client) => Promise<Result>): Promise<Result> {
  const client = current;
  try {
    return await request(client);
  } catch (error) {
    const isRefused = isDocQueueError(error) && [401, 403].includes(error.statusCode ?? 0);
    if (isRefused && client === current) current = newClient();
    throw error;
  }
}
