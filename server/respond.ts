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
  outgoing.writeHead(status, headers).end(body);
}
