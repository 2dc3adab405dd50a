import { z } from 'zod';

// 460/42867 and 436/53983 for CI; the 403s but AccessDenied in COS style, 436/7730.
// Neither table has a code for a body that is too large: that one is HTTP's own.
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
  EntityTooLarge: 413,
  InternalError: 500,
} as const;

/** A failure that the service reports in its response. */
export class ServiceError extends Error {
  readonly status: number;

  constructor(
    readonly code: keyof typeof STATUS,
    message: string,
  ) {
    super(message);
    this.status = STATUS[code];
  }
}

/** @throws ServiceError `InvalidArgument` */
export function validate<Value>(schema: z.ZodType<Value>, value: unknown): Value {
  const { data, error } = schema.safeParse(value);
  if (error) throw new ServiceError('InvalidArgument', z.prettifyError(error));
  return data;
}
