// @fastify/http-proxy with Fastify's own log. Parameters: modules, port, routes as JSON, access log.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [modules, port, routes, accessLog] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const fastify = require('fastify');
const proxy = require('@fastify/http-proxy');

// The id is the URL, so that every line of a request can be found by it.
const app = fastify({ logger: { file: accessLog }, genReqId: (request) => request.url, bodyLimit: 20_000_000 });
for (const { id, target, verified } of JSON.parse(readFileSync(routes, 'utf8'))) {
  const undici = { headersTimeout: 2000, bodyTimeout: 2000, connect: { timeout: 1000 } };
  if (verified) undici.tls = { rejectUnauthorized: true };
  app.register(proxy, { upstream: target, prefix: `/${id}`, rewritePrefix: `/${id}`, undici });
}
await app.listen({ port: Number(port), host: '127.0.0.1' });
