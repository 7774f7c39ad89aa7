// node:http alone: answers everything with 200, sends what /sends/<status> asks for.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';

const [port, tlsPort, certificate, key, , connections] = process.argv.slice(2);
const times = { headersTimeout: 1000, requestTimeout: 1500, connectionsCheckingInterval: 200 };

function handle(request, response) {
  const sends = /^\/sends\/(\d+)/.exec(request.url ?? '');
  if (request.url === '/throws') throw new Error('lab');
  if (request.url?.startsWith('/sleep?')) return void setTimeout(() => response.end('hello'), 4500);
  request.resume().once('end', () => {
    response.writeHead(sends ? Number(sends[1]) : 200, { 'content-type': 'text/plain', 'content-length': 5 });
    response.end('hello');
  });
}

const server = createServer(times, handle).listen(Number(port), '127.0.0.1');
if (connections) server.maxConnections = Number(connections);
createTlsServer({ ...times, cert: readFileSync(certificate), key: readFileSync(key) }, handle).listen(
  Number(tlsPort),
  '127.0.0.1',
);
