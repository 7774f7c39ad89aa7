// The one HTTP server of the process: health, readiness, and the platforms' own paths.

import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { RunningAdapter } from './adapter.ts';

export interface Platform {
  name: string;
  path: string | undefined;
  running: RunningAdapter;
}

export interface HttpServer {
  /** Where it listens, such as `http://127.0.0.1:3000`. */
  url: string;
  /** Takes no more connections; resolves when the requests in flight are answered. */
  stop: () => Promise<void>;
}

/** A request must be complete within this time, and its headers within a third of it. */
const REQUEST_TIMEOUT_MS = 15_000;

/** @throws Error with code EADDRINUSE and the like where it cannot listen. */
export async function serveHttp(
  address: { host: string; port: number },
  platforms: () => readonly Platform[],
  log: Logger,
): Promise<HttpServer> {
  const server = createServer((request, response) => {
    try {
      route(request, response, platforms());
    } catch (error) {
      // A platform's receiver may throw on what it does not know; that must not end the process.
      log.warn({ err: error, path: pathOf(request) }, 'request refused');
      end(response, 404, 'not found');
    }
  });
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.headersTimeout = REQUEST_TIMEOUT_MS / 3;
  server.listen(address.port, address.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://${address.host}:${port}`, stop: () => stopServer(server) };
}

function route(request: IncomingMessage, response: ServerResponse, platforms: readonly Platform[]): void {
  const path = pathOf(request);
  const platform = platforms.find(({ path: prefix, running }) => prefix && running.handle && path.startsWith(prefix));
  if (path === '/healthz') end(response, 200, 'ok');
  else if (path === '/readyz') readiness(response, platforms);
  else if (platform?.running.handle) platform.running.handle(request, response);
  else end(response, 404, 'not found');
}

function readiness(response: ServerResponse, platforms: readonly Platform[]): void {
  const states = Object.fromEntries(platforms.map(({ name, running }) => [name, running.isReady()]));
  const ready = platforms.length > 0 && Object.values(states).every(Boolean);
  response.writeHead(ready ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify(states));
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?')[0] ?? '/';
}

function end(response: ServerResponse, status: number, text: string): void {
  if (response.writableEnded) return;
  if (!response.headersSent) response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}

async function stopServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  await closed;
}
