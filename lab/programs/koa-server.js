// Koa with koa-static; a limit for content is a matter of further packages.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

const [port, , , , modules] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const Koa = require('koa');
const application = new (Koa.default ?? Koa)();
application.silent = true;
application.use(require('koa-static')('www'));
application.use(async (context) => {
  const sends = /^\/sends\/(\d+)/.exec(context.path);
  if (context.path === '/throws') throw new Error('lab');
  if (sends) context.status = Number(sends[1]);
  else if (context.path !== '/app') return;
  else for await (const _ of context.req);
  context.body = 'hello';
});
createServer(
  { headersTimeout: 1000, requestTimeout: 1500, connectionsCheckingInterval: 200 },
  application.callback(),
).listen(Number(port), '127.0.0.1');
