// What the benchmarks measure: the repository's own dataset and core.
import { readFileSync } from 'node:fs';
import { buildCatalog } from '../../src/catalog/catalog.ts';
import { readDataFiles } from '../../src/catalog/files.ts';
import { createCore } from '../../src/core.ts';

export const root = new URL('../../', import.meta.url);
export const core = createCore();
export const catalog = buildCatalog(
  readDataFiles({ data: new URL('data/', root), locales: new URL('locales/', root) }),
);

export interface Labelled {
  question: string;
  expect: string[];
  language: string;
  held?: boolean;
}

export function labelledQuestions(): Labelled[] {
  return JSON.parse(readFileSync(new URL('test/query/labelled-questions.json', root), 'utf8'));
}
