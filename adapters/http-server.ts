// The one HTTP server of the process: health, readiness, and the platforms' own paths.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, Server as NetServer } from 'node:net';
import type { Logger } from 'pino';
import type { RunningAdapter } from './adapter.ts';
import { type Connections, trackConnections } from './connections.ts';
import { occasionalWarning } from './occasional-warning.ts';

export interface Platform {
  name: string;
  path: string | undefined;
  running: RunningAdapter;
}

export interface HttpServer {
  /** Where it listens, such as `http://127.0.0.1:3000`. */
  url: string;
  /** Takes no more connections; resolves when the requests in flight are answered, those whose body still comes too. */
  stop: () => Promise<void>;
}

export interface HttpAddress {
  host: string;
  port: number;
  limits?: HttpLimits;
}

export type HttpLimits = typeof LIMITS;

export const LIMITS = {
  /** Slack waits three seconds for an answer: what comes more slowly is nobody's request any more. */
  headerMs: 3_000,
  requestMs: 5_000,
  /** How often those are looked at, so how much later they may take effect. */
  checkMs: 500,
  /** Between two requests. */
  idleMs: 5_000,
  /** Without a byte in either direction while a request is answered; no answer takes so long. */
  silenceMs: 20_000,
  /** Slack and a balancer need a few dozen. Beyond this, a new one takes the place of one that only holds on to it. */
  connections: 400,
  /** For those that come all at once. Many systems allow 1,024 open files, which platforms need too. */
  moreConnections: 100,
  /** For a header that is on its way when the server stops. */
  stopHeaderMs: 1_000,
};

/** @throws Error with code EADDRINUSE and the like where it cannot listen. */
export async function serveHttp(
  { host, port, limits = LIMITS }: HttpAddress,
  platforms: () => readonly Platform[],
  log: Logger,
): Promise<HttpServer> {
  const server = createServer({
    headersTimeout: limits.headerMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: limits.checkMs,
    keepAliveTimeout: limits.idleMs,
  });
  server.timeout = limits.silenceMs;
  server.maxConnections = limits.connections + limits.moreConnections;
  const onCrowd = occasionalWarning(log, 'more connections than are needed; the oldest make room');
  const connections = trackConnections(server, { max: limits.connections, onCrowd });
  const onDrop = occasionalWarning(log, 'no more connections are taken');
  server.on('drop', () => onDrop());
  server.on('request', (request, response) => {
    try {
      route(request, response, platforms());
    } catch (error) {
      // A platform's receiver may throw on what it does not know; that must not end the process.
      log.warn({ err: error, path: pathOf(request) }, 'request refused');
      end(response, 404, 'not found');
    }
  });
  server.listen(port, host);
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  return { url: `http://${host}:${taken}`, stop: () => stopServer(server, connections, limits) };
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
  // A body that nobody reads is not waited for.
  if (hasBody(response.req)) response.shouldKeepAlive = false;
  if (!response.headersSent) response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Not the HTTP server's own `close`: that cuts answers which are written and not yet sent. */
async function stopServer(server: Server, connections: Connections, limits: HttpLimits): Promise<void> {
  const closed = once(server, 'close');
  NetServer.prototype.close.call(server);
  connections.end();
  const timers = [
    setTimeout(connections.cutHeaders, limits.stopHeaderMs),
    setTimeout(connections.cutSlow, limits.requestMs),
  ];
  await closed;
  for (const timer of timers) clearTimeout(timer);
}
