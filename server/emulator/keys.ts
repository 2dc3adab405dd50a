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

/** The example keys of 436/7778, which are public. */
export const FIXED_KEY: Key = {
  secretId: 'AKIDQjz3ltompVjBni5LitkWHFlFpwkn9U5q',
  secretKey: 'BQYIM75p8x0iWVFSIgqEKwFprpRSVHlz',
};

/** @param now in milliseconds */
export function newTemporaryKey(now: number, seconds: number): TemporaryKey {
  const startTime = Math.floor(now / 1000);
  return {
    secretId: `AKID${random(45)}`,
    secretKey: randomBytes(32).toString('base64'),
    token: random(180),
    startTime,
    expiredTime: startTime + seconds,
  };
}

const random = (bytes: number) => randomBytes(bytes).toString('base64url');

/** The format of `qcloud-cos-sts`, as far as apps read it. */
export const toStsContent = ({ secretId, secretKey, token, ...times }: TemporaryKey) => ({
  credentials: { tmpSecretId: secretId, tmpSecretKey: secretKey, sessionToken: token },
  ...times,
});
