import { check } from './params.js';

/** Which bucket a call is for. May stand in the options of `docQueue` or in any call's parameters. */
export interface DocQueueTarget {
  /** The bucket with its APPID, such as `examplebucket-1250000000`. */
  Bucket?: string | undefined;
  /** The bucket's region, such as `ap-beijing`. */
  Region?: string | undefined;
}

/** Options of `docQueue`: defaults for every call on the client. */
export interface DocQueueOptions extends DocQueueTarget {
  /**
   * The host of the service, with the placeholders of the SDK's own `Domain` option (`{Bucket}`,
   * `{BucketName}`, `{AppId}`, `{Region}`). Default: `{Bucket}.ci.{Region}.myqcloud.com`. A leading
   * `https://` (the default) or `http://` is allowed, a port too.
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

/**
 * Checks what becomes part of an address, and builds it: no value can move a request, and its
 * signature, to another host or path.
 *
 * @throws DocQueueError `InvalidParameter`
 */
export function endpoint(options: DocQueueOptions, params: DocQueueTarget, Key: string): Endpoint {
  const Bucket = check(
    'Bucket',
    params.Bucket || options.Bucket,
    /^[a-z\d][a-z\d-]*-\d+$/,
    'like examplebucket-1250000000',
  );
  const Region = check(
    'Region',
    params.Region || options.Region,
    /^[a-z\d][a-z\d-]*$/,
    'like ap-beijing',
  );
  return { Bucket, Region, Key, Url: `${origin(options.Domain, Bucket, Region)}/${Key}` };
}

function origin(domain: unknown, bucket: string, region: string): string {
  const dash = bucket.lastIndexOf('-');
  const values: Record<string, string> = {
    bucket,
    region,
    bucketname: bucket.slice(0, dash),
    appid: bucket.slice(dash + 1),
  };
  const host = String(domain || '{Bucket}.ci.{Region}.myqcloud.com')
    .replace(
      /\{(bucket|bucketname|appid|region)\}/gi,
      (_, name) => values[name.toLowerCase()] as string,
    )
    .replace(/\/$/, '');
  return check(
    'Domain',
    /^https?:/i.test(host) ? host : `https://${host}`,
    /^https?:\/\/[a-z\d]([a-z\d.-]*[a-z\d])?(:\d{1,5})?$/i,
    'a host',
  );
}
