// The page's server: its files, what people do on it, and what changes, as server-sent events. On this machine only.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApi, type Stage } from './api.ts';
import { createFeed } from './feed.ts';
import { readPage } from './page-files.ts';
import { InputError } from './side.ts';

export interface PlaygroundServer {
  url: string;
  stop: () => Promise<void>;
}

export interface ServerOptions {
  host: string;
  /** The next free one is taken where it is in use. */
  port: number;
  /** What the page is about; it may still be starting. */
  stage: Promise<Stage>;
  onError: (error: unknown) => void;
}

/** Far more than anything the page sends. */
const MAX_BODY = 64 * 1024;
const REQUEST_MS = 15_000;
/** How many ports after the first are tried. */
const MAX_PORTS = 20;
const HEADERS = {
  'content-security-policy': "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** @throws Error with code EADDRINUSE where no port in a row is free */
export async function servePlayground({ host, port, stage, onError }: ServerOptions): Promise<PlaygroundServer> {
  const feed = createFeed(stage);
  const api = createApi(stage);
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    answer(request, response, { feed, api }).catch((error: unknown) => refuse(response, error, onError));
  });
  server.requestTimeout = REQUEST_MS;
  const taken = await listen(server, host, port);
  return {
    url: `http://${host}:${taken}`,
    stop: async () => {
      feed.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Handlers {
  feed: ReturnType<typeof createFeed>;
  api: ReturnType<typeof createApi>;
}

async function answer(request: IncomingMessage, response: ServerResponse, { feed, api }: Handlers): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (!isOwnHost(request)) return send(response, 403, { error: 'this page is for this machine only' });
  if (request.method === 'GET' && pathname === '/api/events') return feed.open(response, searchParams.get('person'));
  if (request.method === 'GET' || request.method === 'HEAD') {
    const page = (await api.page(pathname)) ?? (await readPage(pathname));
    if (!page) return send(response, 404, { error: 'there is nothing here' });
    return void response.writeHead(200, { 'content-type': page.type }).end(page.body);
  }
  if (request.method !== 'POST') return send(response, 405, { error: 'only GET and POST' });
  const result = await api.call(pathname, await readJson(request));
  if (result === undefined) return send(response, 404, { error: 'there is nothing here' });
  send(response, 200, result);
}

/** Another name for this address would let a page from elsewhere in. */
function isOwnHost({ headers }: IncomingMessage): boolean {
  return /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(headers.host ?? '');
}

/** Only JSON, which a page from elsewhere cannot send unasked. @throws InputError */
async function readJson(request: IncomingMessage): Promise<unknown> {
  if (!request.headers['content-type']?.startsWith('application/json')) throw new InputError('JSON is expected');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) throw new InputError(`more than ${MAX_BODY} bytes`);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString()) as unknown;
  } catch {
    throw new InputError('this is no JSON');
  }
}

/** The pretend platforms say in an error what a person cannot do, so every message is for the page. */
function refuse(response: ServerResponse, error: unknown, onError: (error: unknown) => void): void {
  if (!(error instanceof InputError)) onError(error);
  const message = error instanceof Error ? error.message : String(error);
  if (response.headersSent) response.end();
  else send(response, error instanceof InputError ? 400 : 500, { error: message });
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

async function listen(server: Server, host: string, first: number): Promise<number> {
  for (let port = first; ; port += 1) {
    try {
      server.listen(port, host);
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isTaken || port >= first + MAX_PORTS) throw error;
    }
  }
}
