// Hono on @hono/node-server with its own static files, body limit and basic authentication.
import { createRequire } from 'node:module';

const [port, , , , modules] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const { Hono } = require('hono');
const { basicAuth } = require('hono/basic-auth');
const { bodyLimit } = require('hono/body-limit');
const { serve } = require('@hono/node-server');
const { serveStatic } = require('@hono/node-server/serve-static');
const application = new Hono();
application.use('/private/*', basicAuth({ username: 'ann', password: 'secret' }));
application.post('/app', bodyLimit({ maxSize: 1000 }), async (context) => {
  await context.req.text();
  return context.text('hello');
});
application.get('/sends/:status', (context) => context.text('hello', Number(context.req.param('status'))));
application.get('/throws', () => {
  throw new Error('lab');
});
application.use('*', serveStatic({ root: 'www' }));
serve({
  fetch: application.fetch,
  port: Number(port),
  hostname: '127.0.0.1',
  serverOptions: { headersTimeout: 1000, requestTimeout: 1500, connectionsCheckingInterval: 200 },
});
