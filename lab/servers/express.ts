import { nodeServer } from '../node-server.ts';

export const rig = nodeServer({
  id: 'express',
  name: 'Express',
  names: ['express', 'express.js', 'expressjs'],
  package: { from: 'npm', name: 'express', version: '5.3.0' },
  program: 'express-server.js',
  offers: ['files', 'ranges', 'body-limit'],
});
