import { nodeServer } from '../node-server.ts';
import { bodyLimitSet } from '../site.ts';

export const rig = nodeServer({
  id: 'hono',
  name: 'Hono',
  names: ['hono'],
  package: { from: 'npm', name: 'hono', version: '4.13.19', also: { '@hono/node-server': '2.1.9' } },
  program: 'hono-server.js',
  offers: ['files', 'ranges', 'body-limit', 'credentials'],
  settings: bodyLimitSet,
});
