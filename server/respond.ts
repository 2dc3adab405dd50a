import type { ServerResponse } from 'node:http';

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function jsonResponse(status: number, content: unknown): HttpResponse {
  const headers = { 'Content-Type': 'application/json' };
  return { status, headers, body: JSON.stringify(content, null, 2) };
}

export function respond(outgoing: ServerResponse, { status, headers, body }: HttpResponse): void {
  closeUnlessRead(outgoing);
  outgoing.writeHead(status, headers).end(body);
}

/** Closes the connection after a response to an unread body, which the client's next request would have to wait for. */
export function closeUnlessRead(outgoing: ServerResponse): void {
  const { headers, readableEnded } = outgoing.req;
  const hasBody = 'transfer-encoding' in headers || Number(headers['content-length']) > 0;
  if (hasBody && !readableEnded) outgoing.setHeader('Connection', 'close');
}
