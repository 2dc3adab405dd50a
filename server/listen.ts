import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that is listening. */
export interface Listening {
  readonly url: string;
  /** Ends every connection, even one that is still waiting for a response. */
  close(): Promise<void>;
}

/** Listens on this machine only. Port 0 picks a free one; if a port is taken, it rejects with `EADDRINUSE`. */
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
