import { ANY, check, type Rules } from './params.js';

/**
 * 请求哪个存储桶：可写在 `docQueue` 的选项中，也可写在每次调用的参数中。
 * Which bucket a call is for. Give both in the options of `docQueue` or in the parameters of the call; without
 * them it fails with `InvalidParameter`.
 */
export interface DocQueueTarget {
  /**
   * 存储桶名称，格式为 BucketName-APPID。
   * The bucket's name with its APPID, such as `examplebucket-1250000000`. Default: the option of `docQueue`.
   */
  Bucket?: string | undefined;
  /**
   * 存储桶所在地域。
   * The bucket's region, such as `ap-beijing`. Default: the option of `docQueue`.
   */
  Region?: string | undefined;
}

/**
 * `docQueue` 的选项：每次调用的默认值。
 * Options of `docQueue`: defaults for every call on the client.
 */
export interface DocQueueOptions extends DocQueueTarget {
  /**
   * 请求的域名，占位符与 SDK 的 Domain 选项相同。
   * The host of the service, with the placeholders of the SDK's own `Domain` option (`{Bucket}`,
   * `{BucketName}`, `{AppId}`, `{Region}`). Default: `{Bucket}.ci.{Region}.myqcloud.com`. It may
   * begin with `https://` (the default) or `http://`, and may have a port.
   */
  Domain?: string | undefined;
}

/** Where a call goes, in the terms of `cos.request`. */
export interface Endpoint {
  Bucket: string;
  Region: string;
  Key: string;
  Url: string;
}

export const OPTIONS: Rules = { Bucket: ANY, Region: ANY, Domain: ANY };

/**
 * Checks what becomes part of an address, and builds it: no value can move a request, and its
 * signature, to another host or path.
 *
 * @throws DocQueueError `InvalidParameter`
 */
export function endpoint(options: DocQueueOptions, target: DocQueueTarget, Key: string): Endpoint {
  const Bucket = check(
    'Bucket',
    target.Bucket || options.Bucket,
    /^[a-z\d][a-z\d-]*-\d+$/,
    'like examplebucket-1250000000',
  );
  const Region = check(
    'Region',
    target.Region || options.Region,
    /^[a-z\d][a-z\d-]*$/,
    'like ap-beijing',
  );
  const origin = options.Domain
    ? originOf(check('Domain', options.Domain, /^/, 'a string'), Bucket, Region)
    : `https://${Bucket}.ci.${Region}.myqcloud.com`;
  return { Bucket, Region, Key, Url: `${origin}/${Key}` };
}

function originOf(domain: string, bucket: string, region: string): string {
  const [, bucketname, appid] = bucket.match(/(.*)-(.*)/) as string[];
  const values: Record<string, string | undefined> = { bucket, bucketname, appid, region };
  const host = domain
    .replace(/\{(\w+)\}/g, (placeholder, name) => values[name.toLowerCase()] || placeholder)
    .replace(/\/$/, '');
  const origin = /^https?:/i.test(host) ? host : `https://${host}`;
  return check('Domain', origin, /^https?:\/\/[a-z\d]([a-z\d.-]*[a-z\d])?(:\d{1,5})?$/i, 'a host');
}
