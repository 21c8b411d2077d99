import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Express } from 'express';

/** A server on 127.0.0.1 and a free port. */
export interface LocalServer {
  /** Starts to listen and resolves to the origin, `http://127.0.0.1:<port>`. */
  start(): Promise<string>;
  /** Ends every connection and stops listening. */
  stop(): Promise<void>;
}

const originOf = (server: Server): string => {
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The server has no port');
  }
  return `http://127.0.0.1:${address.port}`;
};

/** Wraps an express app; every open socket is destroyed on `stop`, so that no test run hangs. */
export const createLocalServer = (app: Express): LocalServer => {
  const sockets = new Set<Socket>();
  const server = createServer(app);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });

  return {
    start: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(0, '127.0.0.1', () => resolve(originOf(server)));
      }),
    stop: () =>
      new Promise((resolve) => {
        sockets.forEach((socket) => socket.destroy());
        server.close(() => resolve());
      }),
  };
};
