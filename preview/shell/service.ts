/** Where the service is; the build writes it in. */
declare const SERVICE: string;

/** Switches this fault of the service on, or all off. */
export function setFault(fault?: object): Promise<unknown> {
  return fault ? call('PUT', 'fault', fault) : call('DELETE', 'fault');
}

/** Replaces the service's queues by so many. */
export function setQueues(count: number): Promise<unknown> {
  return call('PUT', 'queues', count);
}

interface Overview {
  readonly faults: readonly unknown[];
  readonly queues: number;
}

/** How it stands. */
export function readOverview(): Promise<Overview> {
  return call('GET', '') as Promise<Overview>;
}

async function call(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${SERVICE}/_emulator/${path}`.replace(/\/$/, ''), {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: HTTP ${response.status}`);
  return response.json();
}
