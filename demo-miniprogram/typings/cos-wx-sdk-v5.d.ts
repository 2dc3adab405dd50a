// The SDK brings no types of its own: this is what the demo uses of it.
declare module 'cos-wx-sdk-v5' {
  export interface TemporaryKey {
    TmpSecretId: string;
    TmpSecretKey: string;
    SecurityToken: string;
    /** The same, where SDKs before 1.2 look for it. */
    XCosSecurityToken: string;
    /** Seconds since 1970, ten digits. */
    StartTime: number;
    /** Seconds since 1970, ten digits. */
    ExpiredTime: number;
    /** Whether the key is kept for requests like this one only. */
    ScopeLimit?: boolean;
  }

  export interface COSOptions {
    getAuthorization(options: object, callback: (key: TemporaryKey | object) => void): void;
  }

  export default class COS {
    constructor(options: COSOptions);
    request(params: object, callback: (error: unknown, data: unknown) => void): void;
  }
}
