// The repository's own trouble.json, read once for the tests about it.
import { readFileSync } from 'node:fs';
import { troubleFileSchema } from '../../src/trouble/schema.ts';

export const troubleText = readFileSync(new URL('../../data/trouble.json', import.meta.url), 'utf8');
export const troubleFile = troubleFileSchema.parse(JSON.parse(troubleText));
export const { trees } = troubleFile;
