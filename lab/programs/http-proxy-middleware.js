// http-proxy-middleware in Express with morgan. Parameters: modules, port, routes as JSON, access log.
import { createWriteStream, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [modules, port, routes, accessLog] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const express = require('express');
const morgan = require('morgan');
const { createProxyMiddleware } = await import(require.resolve('http-proxy-middleware'));

const app = express();
app.use(morgan('combined', { stream: createWriteStream(accessLog, { flags: 'a' }) }));
for (const { id, target } of JSON.parse(readFileSync(routes, 'utf8'))) {
  app.use(createProxyMiddleware({ pathFilter: `/${id}/`, target, proxyTimeout: 2000 }));
}
app.listen(Number(port), '127.0.0.1');
