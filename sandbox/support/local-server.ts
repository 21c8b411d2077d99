import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The port is in use; the message says what to do. */
class PortTakenError extends Error {
  override readonly name = 'PortTakenError';

  constructor(port: number, options: ErrorOptions) {
    super(
      `Port ${port} of this machine is taken. Stop the program that holds it, or choose another port, ` +
        `for example: PORT=${port + 1} npm start`,
      options,
    );
  }
}

/** Not reachable from other machines. */
const LOOPBACK = '127.0.0.1';

/** A server on 127.0.0.1. */
export interface LocalServer {
  /**
   * Listens on the port, or on any free one, and resolves to the origin, `http://127.0.0.1:<port>`. Rejects with a
   * PortTakenError if that port is in use.
   */
  start(port?: number): Promise<string>;
  /** Closes all connections and stops listening. */
  stop(): Promise<void>;
}

/** Wraps an express app. `stop` closes every open connection, so that no test run hangs. */
export const createLocalServer = (app: RequestListener): LocalServer => {
  const server = createServer(app);
  return {
    start: (port = 0) =>
      new Promise((resolve, reject) => {
        server.once('error', (error: NodeJS.ErrnoException) => {
          reject(error.code === 'EADDRINUSE' ? new PortTakenError(port, { cause: error }) : error);
        });
        server.listen(port, LOOPBACK, () =>
          resolve(`http://${LOOPBACK}:${(server.address() as AddressInfo).port}`),
        );
      }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
