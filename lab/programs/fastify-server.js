// Fastify with its own body limit and @fastify/static.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const [port, , , , modules] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const application = require('fastify')({
  logger: { file: 'access.log' },
  bodyLimit: 1000,
  requestTimeout: 1500,
  http: { headersTimeout: 1000, connectionsCheckingInterval: 200 },
});
application.register(require('@fastify/static'), { root: resolve('www') });
application.post('/app', async () => 'hello');
application.get('/sends/:status', (request, reply) => reply.code(Number(request.params.status)).send('hello'));
application.get('/throws', async () => {
  throw new Error('lab');
});
await application.listen({ port: Number(port), host: '127.0.0.1' });
