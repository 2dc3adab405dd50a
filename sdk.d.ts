/**
 * Types for `cos-wx-sdk-v5`, which has none of its own: `/// <reference types="cos-wx-docqueue/sdk" />`.
 * They declare what a client for document-processing queues needs. Every other member of the SDK is `any`.
 */
declare module 'cos-wx-sdk-v5' {
  /**
   * COS 客户端。
   * The client of the SDK.
   *
   * @see https://cloud.tencent.com/document/product/436/31953
   */
  class COS {
    constructor(options: COS.COSOptions);
    /**
     * SDK 的版本号。
     * The version of the SDK.
     */
    static readonly version: string;
    /**
     * 工具函数；1.1.5 没有。
     * Helpers. SDK 1.1.5 does not have them.
     */
    static readonly util: COS.Util;
    /**
     * 客户端的选项，SDK 会补上默认值。
     * The options of this client, with the SDK's defaults.
     */
    options: COS.COSOptions;
    /**
     * 发起任意请求；没有回调时返回 Promise。
     * Makes any request. Without a callback it returns a promise.
     */
    request(params: COS.RequestParams, callback: COS.RequestCallback): void;
    request(params: COS.RequestParams): Promise<COS.RequestResult>;
    /**
     * 监听事件，例如 `before-send`。
     * Listens to an event, such as `before-send`.
     */
    // biome-ignore lint/suspicious/noExplicitAny: the SDK documents no type for it
    on(event: string, listener: (data: any) => void): void;
    /**
     * 取消监听。
     * Removes a listener.
     */
    // biome-ignore lint/suspicious/noExplicitAny: the SDK documents no type for it
    off(event: string, listener: (data: any) => void): void;
  }
  interface COS extends Untyped, COS.PluginMethods {}
  type Untyped = import('./miniprogram_dist/index').UntypedSdkMembers;

  namespace COS {
    /**
     * 插件注册在 COS.prototype 上的方法，由应用合并声明。
     * The methods that plugins have added to `COS.prototype`. An app that calls `docQueue(COS.prototype)` declares them:
     * `declare module 'cos-wx-sdk-v5' { interface PluginMethods extends DocQueueMethods {} }`.
     */
    interface PluginMethods {}

    /**
     * 客户端的选项。
     * Options of a client. The SDK has more: they are `any`.
     */
    interface COSOptions {
      /**
       * 获取临时密钥；失败时也必须调用 callback，否则请求不会结束。
       * Gets a temporary key, and hands it to `callback`. Call `callback({})` if there is no key: otherwise the SDK waits
       * for ever.
       */
      getAuthorization?: GetAuthorization;
      /** 永久密钥，切勿用于小程序。 A permanent key, which must never be in a mini program. */
      SecretId?: string;
      /** 永久密钥，切勿用于小程序。 A permanent key, which must never be in a mini program. */
      SecretKey?: string;
      /** 临时密钥的 token。 The token of a temporary key. */
      SecurityToken?: string;
      /** 请求的超时时间，单位毫秒；0 表示小程序的默认值。 Timeout of a request in milliseconds; 0 is the mini program's own. */
      Timeout?: number;
      /** COS 的自定义域名。 The host of COS; `docQueue` has an option of its own. */
      Domain?: string;
      /** 协议，默认 `https:`。 The protocol of COS; default `https:`. */
      Protocol?: string;
      // biome-ignore lint/suspicious/noExplicitAny: the other options are not typed
      [option: string]: any;
    }

    /**
     * 获取密钥或签名的函数。
     * A function that gets a key, or signs the request.
     */
    type GetAuthorization = (
      options: GetAuthorizationOptions,
      /** 失败时传入 `{}`。 Takes a key, a signature, or `{}` when there is none. */
      callback: (key: TemporaryKey | Signature | string | Record<string, never>) => void,
    ) => void;

    /**
     * 需要签名的请求。
     * The request that needs a signature.
     */
    interface GetAuthorizationOptions {
      Bucket: string;
      Region: string;
      Method: string;
      Key: string;
      Pathname: string;
      Query: Record<string, unknown>;
      Headers: Record<string, unknown>;
      Scope: object[];
      // biome-ignore lint/suspicious/noExplicitAny: other fields depend on the version
      [field: string]: any;
    }

    /**
     * 临时密钥。
     * A temporary key, as STS issues it.
     *
     * @see https://cloud.tencent.com/document/product/436/14048
     */
    interface TemporaryKey {
      TmpSecretId: string;
      TmpSecretKey: string;
      SecurityToken: string;
      /** 同一个 token：1.2.0 之前的 SDK 从这里读取。 The same token, where SDKs before 1.2.0 look for it. */
      XCosSecurityToken?: string;
      /** 开始时间，10 位秒数。 When it begins: seconds since 1970, ten digits. */
      StartTime?: number;
      /** 结束时间，10 位秒数。 When it ends: seconds since 1970, ten digits. */
      ExpiredTime: number;
      /** 只用于相同的请求；队列请不要设置。 Use the key only for requests with the same `Key`. Do not set it for queues: see the README. */
      ScopeLimit?: boolean;
    }

    /**
     * 由服务端计算的签名。
     * A signature that the app's own server made.
     */
    interface Signature {
      Authorization: string;
      SecurityToken?: string;
      XCosSecurityToken?: string;
    }

    /**
     * `request` 的参数。
     * Parameters of `request`.
     */
    interface RequestParams {
      Method: string;
      Bucket?: string;
      Region?: string;
      Key?: string;
      Url?: string;
      Query?: Record<string, unknown>;
      Headers?: Record<string, unknown>;
      Body?: unknown;
      /** 不解析响应内容。 Do not parse the body of the response. */
      RawBody?: boolean;
      // biome-ignore lint/suspicious/noExplicitAny: other parameters depend on the version
      [param: string]: any;
    }

    /**
     * `request` 的结果。
     * The result of `request`.
     */
    interface RequestResult {
      statusCode: number;
      headers: Record<string, string>;
      RequestId?: string;
      // biome-ignore lint/suspicious/noExplicitAny: the fields of the response
      [field: string]: any;
    }

    /** `request` 的回调函数。 The callback of `request`. */
    // biome-ignore lint/suspicious/noExplicitAny: a failure has another shape in each version
    type RequestCallback = (error: any, data: RequestResult) => void;

    /**
     * 工具函数。
     * Helpers.
     */
    interface Util {
      md5(text: string): string;
      // biome-ignore lint/suspicious/noExplicitAny: the document's fields
      xml2json(xml: string): any;
      json2xml(json: object): string;
      encodeBase64(text: string, safe?: boolean): string;
    }
  }

  export = COS;
}
