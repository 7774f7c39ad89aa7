import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CatalogError } from '../../src/index.ts';
import { loadTrouble } from '../../src/trouble/load.ts';
import { catalog } from '../catalog/catalog-files.ts';
import { troubleText } from './trouble-under-test.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slash-http-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** `file › record › field` of every fault that a start with this file names. */
function places(text: string | undefined): string[] {
  if (text !== undefined) writeFileSync(join(folder, 'trouble.json'), text);
  try {
    loadTrouble(pathToFileURL(`${folder}/`), catalog);
  } catch (error) {
    if (error instanceof CatalogError) return error.faults.map((one) => `${one.file} › ${one.record} › ${one.field}`);
    throw error;
  }
  return [];
}

it.each([
  ['nothing where all is well', troubleText, []],
  ['a missing file', undefined, ['data/trouble.json ›  › ']],
  ['a file that is no JSON', '{', ['data/trouble.json ›  › ']],
  [
    'values out of form, all at once',
    troubleText.replace('"code": "502"', '"code": "500"').replace('"upstream.refused"', '"refused"'),
    ['data/trouble.json › 500 › code', 'data/trouble.json › 500 › ends.1.condition'],
  ],
  ['a question with one answer', oneAnswer(), ['data/trouble.json › 502 › steps.0.answers']],
  [
    'an answer to nowhere',
    troubleText.replace('"tls-port"', '"tls-door"'),
    ['data/trouble.json › 502/cut › answers', 'data/trouble.json › 502/tls-port › id'],
  ],
])('a start names %s', (_, text, wanted) => {
  expect(places(text)).toEqual(wanted);
});

function oneAnswer(): string {
  const file = JSON.parse(troubleText);
  file.trees[0].steps[0].answers.pop();
  return JSON.stringify(file);
}
