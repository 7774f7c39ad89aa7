// Every fault of the marker files, for the tests and `npm run generate -- --check`: the start reads them unparsed.
import { MAX_ASK_LENGTH } from '../card.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { type Fault, faultsOf } from '../catalog/faults.ts';
import { PARSING } from '../catalog/files.ts';
import type { MarkerFiles } from './load.ts';
import {
  type MarkerFile,
  type MarkerProseFile,
  type MarkerRecord,
  markerFileSchema,
  markerProseFileSchema,
} from './schema.ts';

export function markerFaults(files: MarkerFiles, catalog: Catalog): Fault[] {
  return [...files.facts].flatMap(([vendor, read]) => {
    const place = `data/markers/${vendor}.json`;
    const { facts, faults } = parsed(place, read);
    if (!facts) return faults;
    const prose = catalog.locales.flatMap((locale) => {
      const words = files.prose.get(locale)?.get(vendor);
      return proseFaults(`locales/${locale}/markers/${vendor}.json`, words, facts);
    });
    return [...fileFaults(vendor, facts, catalog), ...prose];
  });
}

function parsed(file: string, read: () => MarkerFile): { facts?: MarkerFile; faults: Fault[] } {
  try {
    const { data, error } = markerFileSchema.safeParse(read(), PARSING);
    return data ? { facts: data, faults: [] } : { faults: faultsOf(file, read(), error.issues) };
  } catch (error) {
    return { faults: [fault(file, '', (error as Error).message, 'Write valid JSON there')] };
  }
}

function fileFaults(vendor: string, { vendor: own, documents, markers }: MarkerFile, catalog: Catalog): Fault[] {
  const file = `data/markers/${vendor}.json`;
  const isKnown = catalog.vendors.has(vendor) || catalog.behaviour.software.has(vendor);
  const faults: Fault[] = [];
  if (isKnown && own) faults.push(fault(file, '', 'names its vendor a second time', 'Remove `vendor`'));
  if (!isKnown && !own) faults.push(fault(file, '', 'names no vendor', 'Write its `vendor`: name, names and hop'));
  const known = new Set([...documents.map(({ id }) => id), ...catalog.documents.keys()]);
  const ids = new Set<string>();
  for (const marker of markers) {
    const { id } = marker;
    if (ids.has(id)) faults.push(fault(file, id, 'stands twice', 'Keep one record of each'));
    ids.add(id);
    if (`${vendor}:${id}`.length > MAX_ASK_LENGTH)
      faults.push(fault(file, id, 'does not fit into a button', `Shorten the id: ${MAX_ASK_LENGTH} with the vendor's`));
    faults.push(...markerFaultsOf(file, marker, { known, catalog }));
  }
  return faults;
}

interface Known {
  known: ReadonlySet<string>;
  catalog: Catalog;
}

function markerFaultsOf(file: string, marker: MarkerRecord, { known, catalog }: Known): Fault[] {
  const { id, references, measured, condition } = marker;
  const faults = references
    .filter(({ document }) => !known.has(document))
    .map(({ document }) => fault(file, id, `cites the unknown document ${document}`, 'Add it to `documents`'));
  if (references.length === 0 && !measured)
    faults.push(fault(file, id, 'has neither a reference nor a measurement', 'Cite where it is documented'));
  if (condition !== undefined && !catalog.behaviour.conditions.has(condition))
    faults.push(fault(file, id, `names the unknown condition ${condition}`, 'Use one of data/conditions.json'));
  return faults;
}

function proseFaults(file: string, read: (() => MarkerProseFile) | undefined, { markers }: MarkerFile): Fault[] {
  if (!read) return [fault(file, '', 'is missing', 'Write what its markers mean')];
  const { data, error } = markerProseFileSchema.safeParse(read(), PARSING);
  if (!data) return faultsOf(file, read(), error.issues);
  const known = new Set(markers.map(({ id }) => id));
  const missing = [...known].filter((id) => !data.markers[id]);
  const surplus = Object.keys(data.markers).filter((id) => !known.has(id));
  const astray = Object.entries(data.markers).filter(
    ([, { checksOf }]) => checksOf !== undefined && !data.markers[checksOf]?.checks,
  );
  return [
    ...missing.map((id) => fault(file, id, 'has no words', 'Write its meaning')),
    ...surplus.map((id) => fault(file, id, 'has words but is no marker', 'Add the marker, or remove the words')),
    ...astray.map(([id]) => fault(file, id, 'points to checks that are not there', 'Name a marker that has checks')),
  ];
}

function fault(file: string, record: string, problem: string, remedy: string): Fault {
  return { file, record, field: '', problem, remedy };
}
