// The process. The environment is read here and nowhere else; what it starts is loaded behind the compile cache.
import { enableCompileCache } from 'node:module';
import { watchForStop } from './stop-signal.ts';

// A bot that outlives `npm start` would answer beside the next one.
const stop = watchForStop(process.env.npm_lifecycle_event === 'start');
enableCompileCache();
const [{ config }, { start }] = await Promise.all([import('dotenv'), import('./start.ts')]);
const { error } = config({ quiet: true });
await start(process.env, stop, error?.code);
