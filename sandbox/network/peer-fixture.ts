import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A local server that records requests and answers by path. */
export interface TestPeer {
  readonly origin: string;
  readonly seen: readonly http.IncomingMessage[];
  readonly bodies: readonly string[];
  forget(): void;
  stop(): Promise<void>;
}

const extraHeaders: Readonly<Record<string, readonly [string, string]>> = {
  '/slow': ['x-sandbox-latency-ms', '9000'],
  '/dated': ['x-sandbox-date', 'Thu, 05 Nov 2026 11:00:00 GMT'],
  '/moved': ['location', 'https://elsewhere.example/'],
};
const statuses: Readonly<Record<string, number>> = { '/moved': 302, '/missing': 404 };

/** Starts a peer on a free port; it breaks the connection at `/broken`. */
export async function startTestPeer(): Promise<TestPeer> {
  const seen: http.IncomingMessage[] = [];
  const bodies: string[] = [];
  const server = http.createServer((request, response) => {
    seen.push(request);
    request.on('data', (chunk) => bodies.push(String(chunk)));
    request.on('end', () => answer(request, response));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    bodies,
    forget: () => {
      seen.length = 0;
      bodies.length = 0;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

function answer(request: http.IncomingMessage, response: http.ServerResponse): void {
  const path = request.url ?? '';
  if (path === '/broken') return void request.socket.destroy();
  const header = extraHeaders[path];
  if (header !== undefined) response.setHeader(...header);
  response.statusCode = statuses[path] ?? 200;
  response.end(JSON.stringify({ path }));
}
