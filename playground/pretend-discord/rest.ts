// The HTTP side of a pretend Discord: routes, authorization, rate limits, and faults on demand.
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Refusal, refuse } from './refusal.ts';

export interface Call {
  method: string;
  path: string;
  /** What the path's pattern caught. */
  parts: string[];
  body: unknown;
}

export interface Route {
  method: string;
  path: RegExp;
  /** Whether the bot's token is needed; a token in the path is a right of its own. */
  authorized: boolean;
  /** Undefined answers 204. */
  answer: (call: Call) => unknown;
}

/** An answer that goes wrong: `status` 0 cuts the connection. */
export interface Fault {
  /** What the method and path must hold, such as `POST /channels`. */
  match: string;
  status: number;
  /** With status 429: seconds, or whatever else shall stand there. */
  retryAfter?: number | string;
  times?: number;
  /** Instead of the headers and the body that Discord sends with such a status. */
  headers?: Record<string, string>;
  body?: string;
  /** The connection stays open: nothing is sent, or half an answer. */
  hangs?: 'head' | 'body';
  /** The request is carried out, and only its answer goes wrong. */
  carriedOut?: boolean;
}

export interface RestOptions {
  token: string;
  routes: readonly Route[];
  /** Requests that one bucket takes in a time. */
  rateLimit: { limit: number; windowMs: number };
  faults: Fault[];
  onRequest: (call: Call) => void;
  onRefusal: (call: Call, refusal: Refusal) => void;
}

export function createRest(options: RestOptions): Server {
  const buckets = new Map<string, { used: number; resetsAt: number }>();
  return createServer((request, response) => {
    void serve(request, response, { options, buckets }).catch((error: unknown) => {
      response.writeHead(500, JSON_TYPE).end(JSON.stringify({ message: String(error), code: 0 }));
    });
  });
}

interface Serving {
  options: RestOptions;
  buckets: Map<string, { used: number; resetsAt: number }>;
}

const JSON_TYPE = { 'content-type': 'application/json' };

async function serve(request: IncomingMessage, response: ServerResponse, { options, buckets }: Serving): Promise<void> {
  const call = await read(request);
  options.onRequest(call);
  const fault = faultFor(call, options.faults);
  if (fault?.carriedOut) carryOut(call, options.routes);
  if (fault) return fail(response, fault);
  const limits = take(call, options.rateLimit, buckets);
  if (limits.over) return tooMany(response, limits.headers, limits.resetAfter);
  try {
    const { route, parts } = routeOf(call, options.routes);
    if (route.authorized && request.headers.authorization !== `Bot ${options.token}`) refuse('unauthorized');
    const body = route.answer({ ...call, parts });
    if (body === undefined) response.writeHead(204, limits.headers).end();
    else response.writeHead(200, { ...JSON_TYPE, ...limits.headers }).end(JSON.stringify(body));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    options.onRefusal(call, error);
    const body = {
      message: error.message,
      code: error.code,
      ...(error.code === 50035
        ? { errors: { _errors: error.faults.map((message) => ({ code: 'INVALID', message })) } }
        : {}),
    };
    response.writeHead(error.status, { ...JSON_TYPE, ...limits.headers }).end(JSON.stringify(body));
  }
}

async function read(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '').replace(/^\/api\/v\d+/, '');
  const isJson = request.headers['content-type']?.startsWith('application/json');
  return { method: request.method ?? 'GET', path, parts: [], body: text && isJson ? JSON.parse(text) : undefined };
}

function routeOf({ method, path }: Call, routes: readonly Route[]): { route: Route; parts: string[] } {
  for (const route of routes) {
    const match = route.method === method ? route.path.exec(path) : null;
    if (match) return { route, parts: match.slice(1) };
  }
  return refuse('notFound');
}

function faultFor(call: Call, faults: Fault[]): Fault | undefined {
  const fault = faults.find(({ match, times = 1 }) => times > 0 && `${call.method} ${call.path}`.includes(match));
  if (fault) fault.times = (fault.times ?? 1) - 1;
  return fault;
}

function carryOut(call: Call, routes: readonly Route[]): void {
  const { route, parts } = routeOf(call, routes);
  route.answer({ ...call, parts });
}

function fail(response: ServerResponse, fault: Fault): void {
  const { status, retryAfter, headers, body, hangs } = fault;
  if (hangs === 'body') response.writeHead(status, JSON_TYPE).write('{"id":');
  else if (hangs) return;
  else if (status === 0) response.destroy();
  else if (headers || body !== undefined) response.writeHead(status, headers ?? JSON_TYPE).end(body);
  else if (status === 429) tooMany(response, {}, retryAfter ?? 0.05);
  else response.writeHead(status, JSON_TYPE).end(JSON.stringify({ message: `${status}: made to fail`, code: 0 }));
}

function tooMany(response: ServerResponse, headers: Record<string, string>, seconds: number | string): void {
  response
    .writeHead(429, { ...JSON_TYPE, ...headers, 'retry-after': String(seconds), 'x-ratelimit-scope': 'user' })
    .end(JSON.stringify({ message: 'You are being rate limited.', retry_after: seconds, global: false }));
}

/** A bucket is a route and the channel, server or webhook in it; first responses to interactions have none. */
function take({ method, path }: Call, { limit, windowMs }: RestOptions['rateLimit'], buckets: Serving['buckets']) {
  if (path.startsWith('/interactions/')) return { over: false, headers: {}, resetAfter: 0 };
  const [, kind = '', major = '', ...rest] = path.split('/');
  const owner = kind === 'webhooks' ? `${major}/${rest.shift()}` : major;
  const named = rest.map((part) => part.replace(/^\d+$/, ':id'));
  const key = [method, kind, owner, ...named].join('/');
  const now = Date.now();
  const known = buckets.get(key);
  const bucket = known && known.resetsAt > now ? known : { used: 0, resetsAt: now + windowMs };
  bucket.used += 1;
  buckets.set(key, bucket);
  const resetAfter = (bucket.resetsAt - now) / 1000;
  const headers = {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(Math.max(0, limit - bucket.used)),
    'x-ratelimit-reset-after': resetAfter.toFixed(3),
    'x-ratelimit-bucket': createHash('sha1')
      .update([method, kind, ...named].join('/'))
      .digest('hex'),
  };
  return { over: bucket.used > limit, headers, resetAfter };
}
