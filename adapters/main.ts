// The process. The environment is read here and nowhere else; what it starts is loaded behind the compile cache.
import { enableCompileCache } from 'node:module';

enableCompileCache();
const [{ config }, { start }] = await Promise.all([import('dotenv'), import('./start.ts')]);
config({ quiet: true });
await start(process.env);
