import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that listens. */
export interface Listening {
  readonly url: string;
  /** Ends every connection, also one that still waits for its response. */
  close(): Promise<void>;
}

/**
 * Listens on this machine only.
 *
 * @param port 0 takes a free one
 * @throws (rejects) with `EADDRINUSE` when the port is taken
 */
export async function listen(server: Server, port: number): Promise<Listening> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
