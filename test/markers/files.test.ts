// The form of the marker files, field by field: the start reads them unparsed.
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { buildCatalog } from '../../src/catalog/catalog.ts';
import { readDataFiles } from '../../src/catalog/files.ts';
import { CatalogError } from '../../src/index.ts';
import { markerFaults } from '../../src/markers/faults.ts';
import { catalog, files } from '../catalog/catalog-files.ts';
import { copiedFolders } from '../catalog/copied-folders.ts';

const { path, start, folders } = copiedFolders();

interface MarkerJson {
  markers: Record<string, unknown>[];
}

function change(file: string, edit: (json: MarkerJson) => unknown): void {
  const json = JSON.parse(readFileSync(path(file), 'utf8'));
  edit(json);
  writeFileSync(path(file), JSON.stringify(json));
}

function faults(): string[] {
  const broken = readDataFiles(folders());
  return markerFaults(broken.markers, buildCatalog(broken)).map(({ file, record, field, problem }) =>
    [file, record, field, problem].filter(Boolean).join(' › '),
  );
}

it('has no fault', () => {
  expect(new CatalogError(markerFaults(files.markers, catalog)).faults).toEqual([]);
});

it('every fault is found, with its place', () => {
  change('data/markers/heroku.json', ({ markers }) => {
    Object.assign(markers[0] ?? {}, { references: [], condition: 'upstream.melted' });
    Object.assign(markers[1] ?? {}, { references: [{ document: 'nowhere' }], id: `H11${'x'.repeat(48)}` });
  });
  change('data/markers/nginx.json', (file) => Object.assign(file, { vendor: { name: 'x', names: [], hop: 'edge' } }));
  change('data/markers/squid.json', ({ markers }) => Object.assign(markers[0] ?? {}, { kind: 'rumour' }));
  const long = `H11${'x'.repeat(48)}`;
  expect(faults()).toEqual([
    'data/markers/heroku.json › H10 › has neither a reference nor a measurement',
    'data/markers/heroku.json › H10 › names the unknown condition upstream.melted',
    `data/markers/heroku.json › ${long} › cites the unknown document nowhere`,
    ...['en', 'zh-CN'].flatMap((locale) => [
      `locales/${locale}/markers/heroku.json › ${long} › has no words`,
      `locales/${locale}/markers/heroku.json › H11 › has words but is no marker`,
    ]),
    'data/markers/nginx.json › names its vendor a second time',
    'data/markers/squid.json › TCP_MISS › kind › Invalid option: expected one of "flag"|"line"|"detail"|"name"|"page"|"none"',
  ]);
});

it('a marker file without English words stops the start', () => {
  writeFileSync(path('data/markers/new.json'), '{}');
  expect(start).toThrow(/locales\/en\/markers\/new.json: is missing/);
});
