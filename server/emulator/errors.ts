import type { XmlFields } from './xml';

// 460/42867 and 436/53983 for CI; the 403s but AccessDenied in COS style, 436/7730.
// Neither table has a code for a wrong method or a body that is too large: those two are HTTP's own.
const STATUS = {
  InvalidArgument: 400,
  InvalidContent: 400,
  InvalidContentType: 400,
  MissingContent: 400,
  InvalidAuthorization: 401,
  MissingAuthorization: 401,
  SecretidNotExist: 401,
  SignatureExpired: 401,
  AccessDenied: 403,
  ExpiredToken: 403,
  InvalidAccessKeyId: 403,
  RequestTimeTooSkewed: 403,
  SignatureDoesNotMatch: 403,
  InvalidUrl: 404,
  QueueNotFound: 404,
  MethodNotAllowed: 405,
  EntityTooLarge: 413,
  InternalError: 500,
} as const;

/** A failure that the service reports in its response. */
export class ServiceError extends Error {
  readonly status: number;

  constructor(
    readonly code: keyof typeof STATUS,
    message: string,
    /** Further elements of the response, such as the time of the service. */
    readonly details: XmlFields = {},
  ) {
    super(message);
    this.status = STATUS[code];
  }
}
