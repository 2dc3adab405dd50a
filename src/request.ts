import { type DocQueueOptions, type DocQueueTarget, endpoint } from './endpoint.js';
import { invalidResponse, requestIdOf, serviceFailure } from './failure.js';
import { invalidParameter } from './params.js';
import { redactUnreadable } from './redact.js';
import { type DocQueueClient, type Operation, sdkRequest } from './sdk.js';
import { readXml, type XmlObject } from './xml.js';

/** What a call is made with. */
export interface Context {
  /** What was given to `docQueue`. */
  registered: DocQueueClient;
  options: DocQueueOptions;
  /** The object that the method was called on. */
  self: unknown;
}

/**
 * 调用结果，与 SDK 的 data 一致。
 * What every method gives, except `listAllDocProcessQueues`.
 */
export interface DocQueueResult<Response> {
  /**
   * HTTP 状态码。
   * HTTP status of the answer.
   */
  statusCode: number;
  /**
   * 响应头，名称均为小写。
   * Headers of the answer, names in lower case.
   */
  headers: Record<string, string>;
  /**
   * 请求 ID，联系腾讯云技术支持时需要提供。
   * The service's id of the request, which Tencent Cloud's support asks for. Empty when the answer has none.
   */
  RequestId: string;
  /**
   * 响应内容。
   * The content of the answer.
   */
  Response: Response;
}

/**
 * Makes one call.
 *
 * @param target the bucket and the region, if the call names them
 * @param read gives the answer's `Response` its shape; what it throws makes an `InvalidResponse`
 * @throws DocQueueError whatever goes wrong
 */
export async function request<Response extends { RequestId?: string }>(
  context: Context,
  target: DocQueueTarget,
  operation: Operation,
  read: (response: unknown) => Response,
): Promise<DocQueueResult<Response>> {
  const sent = Object.assign({}, operation, endpoint(context.options, target, operation.Key));
  const answer = await sdkRequest(clientOf(context), sent);
  const { statusCode, Body } = answer;
  const headers = answer.headers || {};
  const text = typeof Body === 'string' ? Body : '';
  let document: XmlObject;
  try {
    document = readXml(text);
    const [root] = Object.keys(document);
    if (root === 'Response') {
      const response = read(document[root]);
      const RequestId = requestIdOf(headers) || response.RequestId || '';
      return { statusCode, headers, RequestId, Response: response };
    }
    if (root !== 'Error') throw new Error(`the answer has no <Response> element, but <${root}>`);
  } catch (error) {
    const details = { request: sent, error: redactUnreadable(text) };
    throw invalidResponse((error as Error).message, { statusCode, headers }, details);
  }
  throw serviceFailure(document.Error, { statusCode, headers }, sent);
}

/**
 * The client that was registered, or the instance of a registered prototype. Another object that borrows the
 * method may have a `request` of its own, as `wx` has.
 */
function clientOf({ registered, self }: Context): DocQueueClient {
  if (Object.prototype.isPrototypeOf.call(registered, Object(self))) return self as DocQueueClient;
  if (Object(registered.constructor).prototype === registered) {
    throw invalidParameter(
      'docQueue was given COS.prototype, so its methods must be called on an instance: cos.describeDocProcessQueues()',
    );
  }
  return registered;
}
