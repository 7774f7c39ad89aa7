// Express with its own body parser and static files.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

const [port, , , , modules] = process.argv.slice(2);
const express = createRequire(`${modules}/`)('express');
const application = express();
application.use(express.static('www'));
application.post('/app', express.text({ limit: '1kb' }), (_, response) => response.type('text').send('hello'));
application.get('/sends/:status', (request, response) =>
  response.status(Number(request.params.status)).type('text').send('hello'),
);
application.get('/throws', () => {
  throw new Error('lab');
});
createServer({ headersTimeout: 1000, requestTimeout: 1500, connectionsCheckingInterval: 200 }, application).listen(
  Number(port),
  '127.0.0.1',
);
