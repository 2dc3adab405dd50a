import { randomBytes } from 'node:crypto';

export interface Key {
  readonly secretId: string;
  readonly secretKey: string;
}

export interface TemporaryKey extends Key {
  readonly token: string;
  /** Seconds since 1970, as in a signature. */
  readonly startTime: number;
  readonly expiredTime: number;
}

/** The example keys of 436/7778: public, so that nobody takes them for secrets. */
export const FIXED_KEY: Key = {
  secretId: 'AKIDQjz3ltompVjBni5LitkWHFlFpwkn9U5q',
  secretKey: 'BQYIM75p8x0iWVFSIgqEKwFprpRSVHlz',
};

/** Every key pair that is accepted, and those that have expired: an app is told so. */
export class Keys {
  readonly #issued = new Map<string, TemporaryKey>();

  find(secretId: string): Key | TemporaryKey | undefined {
    return secretId === FIXED_KEY.secretId ? FIXED_KEY : this.#issued.get(secretId);
  }

  issue(now: number, seconds: number): TemporaryKey {
    const startTime = Math.floor(now / 1000);
    const key = {
      secretId: `AKID${random(45)}`,
      secretKey: randomBytes(32).toString('base64'),
      token: random(180),
      startTime,
      expiredTime: startTime + seconds,
    };
    this.#issued.set(key.secretId, key);
    return key;
  }
}

const random = (bytes: number) => randomBytes(bytes).toString('base64url');

/** The answer of `qcloud-cos-sts`, which an app's key server hands through to the mini program. */
export function stsAnswer(
  { secretId, secretKey, token, startTime, expiredTime }: TemporaryKey,
  requestId: string,
) {
  return {
    credentials: { tmpSecretId: secretId, tmpSecretKey: secretKey, sessionToken: token },
    startTime,
    expiredTime,
    expiration: new Date(expiredTime * 1000).toISOString().replace('.000', ''),
    requestId,
  };
}
