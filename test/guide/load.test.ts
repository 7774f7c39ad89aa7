import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadGuide } from '../../src/guide/load.ts';
import { CatalogError } from '../../src/index.ts';
import { catalog, folders } from '../catalog/catalog-files.ts';

const original = readFileSync(new URL('decision.json', folders.data), 'utf8');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slash-http-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** `file › record › field` of every fault that a start with this file names. */
function places(text: string | undefined): string[] {
  if (text !== undefined) writeFileSync(join(folder, 'decision.json'), text);
  try {
    loadGuide(pathToFileURL(`${folder}/`), catalog);
  } catch (error) {
    if (error instanceof CatalogError) return error.faults.map((one) => `${one.file} › ${one.record} › ${one.field}`);
    throw error;
  }
  return [];
}

it.each([
  ['nothing where all is well', original, []],
  ['a missing file', undefined, ['data/decision.json ›  › ']],
  ['a file that is no JSON', '{', ['data/decision.json ›  › ']],
  [
    'values out of form, all at once',
    original.replace('"429"', '"4290"').replace('"Apache-2.0"', '""').replace('["read", "written"]', '["reading"]'),
    [
      'data/decision.json ›  › diagram.licence',
      'data/decision.json › caller › additions.0',
      'data/decision.json › method › next.0',
    ],
  ],
  ['steps that disagree with the diagram', original.replace('"405", ', ''), ['data/decision.json › caller › exits']],
])('a start names %s', (_, text, wanted) => {
  expect(places(text)).toEqual(wanted);
});
