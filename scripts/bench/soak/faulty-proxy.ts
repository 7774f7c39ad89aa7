// Stands between the app and a pretend platform, and lets requests go wrong in one way after the other.
import { once } from 'node:events';
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * `after`: the platform carries out what is asked, and only its answer is lost.
 * Whatever the fault, the same request goes through when it is made again: a platform that is down for good cannot be
 * told from a bot that has lost an answer.
 */
export const FAULTS = ['429', '500', '503', 'html', 'hang', 'drop', 'drop after', 'hang after'] as const;
export type Fault = (typeof FAULTS)[number];

/** What a request is about, if it may fail so; it does so once. */
export type KeyOf = (path: string, body: string, fault: Fault) => string | undefined;

export interface FaultyProxy {
  /** Host and port. */
  address: string;
  /** From now on; undefined lets everything through. */
  setFault: (fault: Fault | undefined) => void;
  /** Where requests go. */
  setTarget: (url: string) => void;
  failed: () => number;
  close: () => Promise<void>;
}

const HANG_MS = 15_000;
/** Of those that may fail. */
const SHARE = 0.4;

export async function createFaultyProxy(keyOf: KeyOf): Promise<FaultyProxy> {
  let target = new URL('http://127.0.0.1');
  let fault: Fault | undefined;
  let failed = 0;
  const spent = new Set<string>();
  const server = createServer((request, response) => {
    void textOf(request).then((body) => {
      const key = fault && keyOf(request.url ?? '', body, fault);
      const isFailing = key !== undefined && !spent.has(key) && Math.random() < SHARE;
      if (key !== undefined) spent.add(key);
      if (isFailing) failed += 1;
      answer({ request, response, body, target }, isFailing ? fault : undefined);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    setFault: (next) => {
      fault = next;
      spent.clear();
    },
    setTarget: (url) => {
      target = new URL(url);
    },
    failed: () => failed,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  body: string;
  target: URL;
}

/** As Discord says it; Slack's clients read the header alone. */
const RATE_LIMITED = JSON.stringify({ message: 'You are being rate limited.', retry_after: 1, global: false });
const JSON_TYPE = { 'content-type': 'application/json' };

const FAILURES: Readonly<Record<Fault, (exchange: Exchange) => unknown>> = {
  '429': ({ response }) => response.writeHead(429, { ...JSON_TYPE, 'retry-after': '1' }).end(RATE_LIMITED),
  '500': ({ response }) => response.writeHead(500).end(),
  '503': ({ response }) => response.writeHead(503).end(),
  html: ({ response }) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>Down</p>'),
  hang: ({ response }) => hang(response),
  drop: ({ response }) => response.destroy(),
  'drop after': (exchange) => pass(exchange, () => exchange.response.destroy()),
  'hang after': (exchange) => pass(exchange, () => hang(exchange.response)),
};

function answer(exchange: Exchange, fault: Fault | undefined): void {
  const { response } = exchange;
  if (fault) FAILURES[fault](exchange);
  else pass(exchange, (from) => from.pipe(response.writeHead(from.statusCode ?? 500, from.headers)));
}

function hang(response: ServerResponse): void {
  const timer = setTimeout(() => response.destroy(), HANG_MS);
  response.once('close', () => clearTimeout(timer));
}

function pass({ request, response, body, target }: Exchange, then: (answer: IncomingMessage) => unknown): void {
  const { method, url, headers } = request;
  const options = { host: target.hostname, port: target.port, method, path: url, headers };
  forward(options, then)
    .on('error', () => response.destroy())
    .end(body);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
