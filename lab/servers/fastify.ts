import { nodeServer } from '../node-server.ts';

export const rig = nodeServer({
  id: 'fastify',
  name: 'Fastify',
  names: ['fastify'],
  package: { from: 'npm', name: 'fastify', version: '5.12.8', also: { '@fastify/static': '10.1.11' } },
  accessLog: 'access.log',
  program: 'fastify-server.js',
  offers: ['files', 'ranges', 'body-limit'],
});
