import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** The port is in use: the message says what to do. */
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

/** Other machines cannot reach it. */
export const LOOPBACK = '127.0.0.1';

/** Starts to listen on this machine alone, and resolves to the port. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port, { cause: error }) : error);
    });
    server.listen(port, LOOPBACK, () => resolve((server.address() as AddressInfo).port));
  });
}

/** What ends a server and every connection to it. */
export function closer(server: Server): () => Promise<void> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  return () =>
    new Promise((resolve) => {
      sockets.forEach((socket) => socket.destroy());
      server.close(() => resolve());
    });
}
