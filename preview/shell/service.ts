/** The service's address, which the build fills in. */
declare const SERVICE: string;

/** Shows the state of the service and how to control it. */
export const OVERVIEW = `${SERVICE}/_emulator`;

export interface Overview {
  readonly faults: readonly unknown[];
  readonly queues: number;
}

/** Sends a request to the service's control API, such as `PUT` to `/fault`. */
export async function control(method: string, path: string, body?: unknown): Promise<Overview> {
  const response = await fetch(OVERVIEW + path, { method, body: JSON.stringify(body) ?? null });
  if (!response.ok) throw new Error(`${method} ${path}: HTTP ${response.status}`);
  return response.json();
}
