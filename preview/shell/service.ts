/** Where the service is; the build writes it in. */
declare const SERVICE: string;

/** What it can do, and how it stands. */
export const OVERVIEW = `${SERVICE}/_emulator`;

export interface Overview {
  readonly faults: readonly unknown[];
  readonly queues: number;
}

export function readOverview(): Promise<Overview> {
  return call('GET', '');
}

/** Switches this fault of the service on, or all off. */
export function setFault(fault?: object): Promise<Overview> {
  return fault ? call('PUT', '/fault', fault) : call('DELETE', '/fault');
}

/** Replaces the service's queues by so many. */
export async function setQueues(count: number): Promise<Overview> {
  await call('PUT', '/queues', count);
  return readOverview();
}

async function call(method: string, path: string, body?: unknown): Promise<Overview> {
  const response = await fetch(OVERVIEW + path, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: HTTP ${response.status}`);
  return response.json();
}
