import { type DocQueueOptions, type DocQueueTarget, type Endpoint, endpoint } from './endpoint.js';
import { isDocQueueError } from './errors.js';
import { failure, requestIdOf, toError } from './failure.js';
import { checkObject, invalidParameter } from './params.js';
import { readXml } from './xml.js';

/** The one thing that is needed of a client: an instance of the SDK's `COS`. */
export interface DocQueueClient {
  // biome-ignore lint/suspicious/noExplicitAny: no version of the SDK declares types
  request(params: any, callback: any): any;
}

/** Whom a call is made with. */
export interface Context {
  client: DocQueueClient;
  options: DocQueueOptions;
}

/** What an operation wants of the service, in the terms of `cos.request`. */
export interface Operation {
  Method: 'GET' | 'PUT';
  Key: string;
  Query?: Record<string, string>;
  Headers?: Record<string, string>;
  Body?: string;
}

/** What every method but the list of all queues gives. */
export interface DocQueueResult<Response> {
  /** HTTP status of the answer. */
  statusCode: number;
  /** Headers of the answer, names in lower case. */
  headers: Record<string, string>;
  /** The service's id of the request: Tencent Cloud's support asks for it. */
  RequestId: string;
  /** The answer itself. */
  Response: Response;
}

interface SdkData {
  statusCode: number;
  headers?: Record<string, string>;
  Body?: string;
}

/**
 * Makes one call through the client's own `request`, which signs it.
 *
 * @throws DocQueueError whatever goes wrong
 */
export async function request<Response>(
  context: Context,
  params: DocQueueTarget,
  read: (response: unknown) => Response,
  operation: () => Operation,
): Promise<DocQueueResult<Response>> {
  const sent = prepare(context, params, operation);
  const data = await send(context.client, sent).catch((reported) => {
    throw failure(reported, sent);
  });
  const { statusCode, headers = {}, Body = '' } = data;
  try {
    const { Response: response, Error: error } = readXml(Body);
    if (error) throw failure({ statusCode, headers, error }, sent);
    const RequestId = requestIdOf(headers, response);
    return { statusCode, headers, RequestId, Response: read(response) };
  } catch (error) {
    if (isDocQueueError(error)) throw error;
    const { message } = error as Error;
    throw toError(
      'response',
      'InvalidResponse',
      message,
      { statusCode, headers, error: Body },
      sent,
    );
  }
}

function prepare(
  { client, options }: Context,
  params: DocQueueTarget,
  operation: () => Operation,
): Operation & Endpoint {
  try {
    checkObject(params);
    const wanted = operation();
    const sent = Object.assign({ RawBody: true }, wanted, endpoint(options, params, wanted.Key));
    // SDK 1.1.1, which calls itself 1.1.0, writes the keys of Query in lower case, which the service
    // does not know. There they go in the address, outside the signature.
    if ((client.constructor as { version?: string }).version === '1.1.0') {
      const pairs = Object.entries(wanted.Query || {}).map((pair) =>
        pair.map(encodeURIComponent).join('='),
      );
      sent.Url = [sent.Url, pairs.join('&')].filter(Boolean).join('?');
      sent.Query = {};
    }
    return sent;
  } catch (error) {
    // What XML cannot hold is a wrong parameter too.
    throw isDocQueueError(error) ? error : invalidParameter((error as Error).message);
  }
}

declare function setTimeout(callback: () => void, milliseconds: number): unknown;
declare function clearTimeout(timer: unknown): void;

/**
 * The client's `request` as a promise that settles once, whatever the SDK does: call back twice,
 * throw, throw after it called back, or never call back.
 *
 * The last is what SDK 1.7.2 and 1.8.0 do (measured): they throw inside `wx.request`'s callback when
 * a failed answer is XML that they cannot parse, such as one cut inside a tag. The wait is for the
 * four tries of 1.8.0, each as long as `wx.request` may take, and as much again for the key.
 */
function send(
  client: DocQueueClient & { options?: { Timeout?: number } },
  sent: Operation & Endpoint,
): Promise<SdkData> {
  return new Promise((resolve, reject) => {
    const settle = (error: unknown, data?: SdkData) => {
      clearTimeout(timer);
      data && !error ? resolve(data) : reject(error);
    };
    const timer = setTimeout(
      () => settle({ error: 'timeout: the SDK did not call back' }),
      5 * (client.options?.Timeout || 60_000),
    );
    try {
      client.request(sent, settle);
    } catch (error) {
      // With checked parameters it is the app's getAuthorization that throws.
      const { message, errMsg } = Object(error);
      settle(typeof error === 'string' ? error : message || errMsg || 'getAuthorization threw');
    }
  });
}
