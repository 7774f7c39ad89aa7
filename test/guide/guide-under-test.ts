// The repository's own decision.json, read once for the tests about it.
import { readFileSync } from 'node:fs';
import { decisionFileSchema } from '../../src/guide/schema.ts';

export const decisionFile = decisionFileSchema.parse(
  JSON.parse(readFileSync(new URL('../../data/decision.json', import.meta.url), 'utf8')),
);
export const { diagram, steps } = decisionFile;
