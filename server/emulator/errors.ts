import { z } from 'zod';

// CI's codes are listed in 460/42867 and 436/53983, the 403s other than AccessDenied in COS's 436/7730. Neither
// has a code for a body that is too large.
const STATUS = {
  InvalidArgument: 400,
  InvalidContent: 400,
  InvalidContentType: 400,
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
} as const;

/** A failure that the response reports to the client. */
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
