// The SDK brings no types: an app declares what it uses of it.
declare module 'cos-wx-sdk-v5' {
  export default class COS {
    constructor(options: {
      getAuthorization(options: object, callback: (key: object) => void): void;
    });
    request(params: object, callback: (error: unknown, data: unknown) => void): void;
  }
}
