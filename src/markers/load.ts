// Reads the marker files as bytes: parsing more than a megabyte at every start would cost more than all the rest, so it
// waits for the first question that needs it (docs/decisions/0012). Their form is checked by the tests and by
// `npm run generate -- --check`.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Fault } from '../catalog/faults.ts';
import type { Folders } from '../catalog/files.ts';
import { FALLBACK_LOCALE } from '../locale.ts';
import type { MarkerFile, MarkerProseFile } from './schema.ts';

export interface MarkerFiles {
  /** By vendor id, which is the file's name. */
  facts: ReadonlyMap<string, () => MarkerFile>;
  /** By locale, then by vendor. */
  prose: ReadonlyMap<string, ReadonlyMap<string, () => MarkerProseFile>>;
}

/** Pushes what shows without parsing to `faults`. */
export function readMarkers(folders: Folders, locales: readonly string[], faults: Fault[]): MarkerFiles {
  const facts = readFolder<MarkerFile>(new URL('markers/', folders.data));
  const prose = new Map(
    locales.map((locale) => [locale, readFolder<MarkerProseFile>(new URL(`${locale}/markers/`, folders.locales))]),
  );
  const english = prose.get(FALLBACK_LOCALE);
  for (const vendor of facts.keys())
    if (!english?.has(vendor))
      faults.push({
        file: `locales/${FALLBACK_LOCALE}/markers/${vendor}.json`,
        record: '',
        field: '',
        problem: 'is missing',
        remedy: `Write there what the markers of data/markers/${vendor}.json mean`,
      });
  return { facts, prose };
}

function readFolder<T>(folder: URL): Map<string, () => T> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  return new Map(names.map((name) => [name.slice(0, -'.json'.length), parsedOnce<T>(new URL(name, folder))]));
}

/** Read at once, parsed at the first call. */
function parsedOnce<T>(file: URL): () => T {
  let bytes: Buffer | undefined = readFileSync(file);
  let parsed: T | undefined;
  return () => {
    if (bytes) parsed = JSON.parse(bytes.toString('utf8')) as T;
    bytes = undefined;
    return parsed as T;
  };
}
