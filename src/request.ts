import { type DocQueueOptions, type DocQueueTarget, endpoint } from './endpoint.js';
import { invalidResponse, requestIdOf, serviceFailure } from './failure.js';
import { redactUnreadable } from './redact.js';
import { type DocQueueClient, type Operation, sdkRequest } from './sdk.js';
import { readXml, type XmlObject } from './xml.js';

/** What a call is made with. */
export interface Context {
  client: DocQueueClient;
  options: DocQueueOptions;
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
  { client, options }: Context,
  target: DocQueueTarget,
  operation: Operation,
  read: (response: unknown) => Response,
): Promise<DocQueueResult<Response>> {
  const sent = Object.assign({}, operation, endpoint(options, target, operation.Key));
  const answer = await sdkRequest(client, sent);
  const { statusCode, Body = '' } = answer;
  const headers = answer.headers || {};
  let document: XmlObject;
  try {
    document = readXml(`${Body}`);
    const [root] = Object.keys(document);
    if (root === 'Response') {
      const response = read(document[root]);
      const RequestId = requestIdOf(headers) || response.RequestId || '';
      return { statusCode, headers, RequestId, Response: response };
    }
    if (root !== 'Error') throw new Error(`the answer has no <Response> element, but <${root}>`);
  } catch (error) {
    const details = { request: sent, error: redactUnreadable(`${Body}`) };
    throw invalidResponse((error as Error).message, { statusCode, headers }, details);
  }
  throw serviceFailure(document.Error, { statusCode, headers }, sent);
}
