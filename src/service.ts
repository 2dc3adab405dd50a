/** Sends one request, and turns the response into a result. What it throws is a `Failure`. */
import { invalidParameter, invalidResponse, serviceFailure } from './errors.js';
import { assign, inspect } from './inspect.js';
import type { Target } from './params.js';
import { type SdkRequest, sendBySdk } from './sdk.js';
import type { DocQueueClient, DocQueueOptions, DocQueueResult } from './types.js';
import { readXml } from './xml.js';

/** A client with the options that it was registered with. */
export type Setup = { cos: DocQueueClient; options: DocQueueOptions };

/**
 * Sends a request, and reads the response.
 * @param read gives the response its shape; what it throws becomes an `InvalidResponse`
 */
export function send<Response extends { RequestId?: string }>(
  setup: Setup,
  target: Target,
  request: Omit<SdkRequest, 'Bucket' | 'Region' | 'Url'>,
  read: (response: unknown) => Response,
): Promise<DocQueueResult<Response>> {
  const { Bucket, Region } = target;
  const sdkRequest = assign({ Bucket, Region, Url: urlOf(setup, target, request.Key) }, request);
  return sendBySdk(setup.cos, sdkRequest, setup.options.Timeout).then((response) => {
    const { statusCode, headers, body } = response;
    const exchange = () => assign({ method: request.Method, url: sdkRequest.Url }, response);
    if (Math.floor(statusCode / 100) !== 2) throw serviceFailure(exchange(), body);
    try {
      const document = readXml(`${body}`);
      if (!document.Error) {
        const Response = read(document.Response);
        const RequestId = response.RequestId || Response.RequestId || '';
        return { statusCode, headers, RequestId, Response };
      }
    } catch (error) {
      throw invalidResponse((error as Error).message, exchange(), body);
    }
    throw serviceFailure(exchange(), body);
  });
}

/** The address of a call. Every part is checked: no value can move a request, and its signature, to another host. */
export function urlOf({ options }: Setup, { Bucket, Region }: Target, Key: string): string {
  if (!options.Domain) return `https://${Bucket}.ci.${Region}.myqcloud.com/${Key}`;
  const dash = Bucket.lastIndexOf('-');
  const origin = `${options.Domain}`
    .replace(/\{Bucket\}/gi, Bucket)
    .replace(/\{BucketName\}/gi, Bucket.slice(0, dash))
    .replace(/\{AppId\}/gi, Bucket.slice(dash + 1))
    .replace(/\{Region\}/gi, Region)
    .replace(/^(?!https?:)/i, 'https://')
    .replace(/\/$/, '');
  const isOrigin = /^https?:\/\/[a-z\d]([a-z\d.-]*[a-z\d])?(:\d{1,5})?$/i.test(origin);
  if (isOrigin) return `${origin}/${Key}`;
  throw invalidParameter(`Domain must be a host, not ${inspect(options.Domain)}`);
}
