import { nodeServer } from '../node-server.ts';

export const rig = nodeServer({
  id: 'koa',
  name: 'Koa',
  names: ['koa', 'koa.js'],
  package: { from: 'npm', name: 'koa', version: '3.3.0', also: { 'koa-static': '5.0.0' } },
  program: 'koa-server.js',
  offers: ['files', 'ranges'],
});
