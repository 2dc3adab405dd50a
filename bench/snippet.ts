/**
 * The two functions of the SDK's documentation page (436/107032), as people paste them: what this
 * package replaces. Only the parameters are added.
 */
import type { Any } from '../test/support/any';

export function describeDocProcessQueue(cos: Any, service: string, callback: Any) {
  const key = 'docqueue';
  cos.request(
    {
      Method: 'GET',
      Key: key,
      Url: `${service}/${key}`,
      Query: { pageNumber: '1', pageSize: '10' },
    },
    callback,
  );
}

export function updateProcessQueue(
  COS: Any,
  cos: Any,
  service: string,
  update: Any,
  callback: Any,
) {
  const key = `docqueue/${update.QueueID}`;
  const body = COS.util.json2xml({ Request: update });
  cos.request(
    {
      Method: 'PUT',
      Key: key,
      Url: `${service}/${key}`,
      Body: body,
      ContentType: 'application/xml',
      Headers: { 'Content-Type': 'application/xml' },
    },
    callback,
  );
}
