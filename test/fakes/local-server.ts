import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer, globalAgent } from 'node:https';
import { createServer as createRawServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A completely received request. */
export interface ReceivedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A server on 127.0.0.1 for one test. */
export interface LocalServer {
  readonly url: string;
  readonly requests: readonly ReceivedRequest[];
}

/** Answers a completely received request. */
export type Answer = (response: ServerResponse, request: ReceivedRequest) => void;

/** One of the certificates under test/tls. */
export type Certificate = 'this-host' | 'another-host' | 'expired';

const TLS_FOLDER = join(__dirname, '..', 'tls');
const open = new Map<Server, Set<Socket>>();

function pem(name: string): string {
  return readFileSync(join(TLS_FOLDER, name), 'utf8');
}

async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  open.set(server, sockets);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    // Broken connections are intended in these tests.
    socket.on('error', () => sockets.delete(socket));
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

function readThen(answer: Answer, requests: ReceivedRequest[]) {
  return (incoming: IncomingMessage, response: ServerResponse): void => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming;
      const request = { method, url, headers, body: Buffer.concat(chunks).toString('utf8') };
      requests.push(request);
      answer(response, request);
    });
  };
}

/** An answer with a status, a body and headers. */
export function reply(status: number, body = '', headers: Readonly<Record<string, string>> = {}): Answer {
  return (response) => {
    response.writeHead(status, headers).end(body);
  };
}

/** Starts an HTTP server. */
export async function serve(answer: Answer): Promise<LocalServer> {
  const requests: ReceivedRequest[] = [];
  const port = await listen(createHttpServer(readThen(answer, requests)));
  return { url: `http://127.0.0.1:${port}`, requests };
}

/** Starts an HTTPS server with one of the certificates under test/tls. */
export async function serveTls(certificate: Certificate, answer: Answer): Promise<LocalServer> {
  const requests: ReceivedRequest[] = [];
  const options = { key: pem('key.pem'), cert: pem(`${certificate}.cert.pem`) };
  const port = await listen(createHttpsServer(options, readThen(answer, requests)));
  return { url: `https://127.0.0.1:${port}`, requests };
}

/** Starts a server without a protocol and returns its port. */
export async function serveRaw(onConnection: (socket: Socket) => void): Promise<number> {
  return listen(createRawServer(onConnection));
}

/** What comes before the bytes that never end: a head, or a part of one. */
export const TRICKLES = [
  ['the body', 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 999999\r\n\r\n'],
  ['a body in chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffff\r\n'],
  ['the head', 'HTTP/1.1 200 OK\r\nX-Long: '],
] as const;

/** Starts a server that answers each request with a byte every 50 ms, for ever; `closed` once a connection is. */
export async function serveTrickle(
  before: string,
): Promise<{ readonly port: number; readonly closed: Promise<void> }> {
  let tell: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const port = await serveRaw((socket) => {
    let timer: NodeJS.Timeout | undefined;
    socket.once('data', () => {
      socket.write(before);
      timer = setInterval(() => socket.write(' '), 50);
    });
    socket.on('close', () => {
      clearInterval(timer);
      tell();
    });
  });
  return { port, closed };
}

/** Returns an unused port. */
export async function unusedPort(): Promise<number> {
  const port = await serveRaw(() => undefined);
  await closeServers();
  return port;
}

/** Makes this process trust one of the certificates under test/tls until `closeServers`. */
export function trust(certificate: Certificate): void {
  globalAgent.options.ca = pem(`${certificate}.cert.pem`);
}

/** Stops all servers with their connections, and withdraws all trust. */
export async function closeServers(): Promise<void> {
  delete globalAgent.options.ca;
  const servers = [...open];
  open.clear();
  await Promise.all(
    servers.map(async ([server, sockets]) => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    }),
  );
}
