// The statuses that a client got with markers.
import type { Catalog, Entry } from '../../catalog/catalog.ts';
import type { Marker } from '../../markers/markers.ts';

/** The product's own meaning, else the first; the most usual first. */
export function markerEntries(catalog: Catalog, markers: readonly Marker[]): Entry[] {
  const entries = markers.flatMap(({ vendor, record }) =>
    [...(record.own ? [record.own] : []), ...record.statuses].flatMap(
      (code) => entryOf(catalog, vendor.id, code) ?? [],
    ),
  );
  return [...new Set(entries)];
}

export function entryOf(catalog: Catalog, vendor: string, code: string): Entry | undefined {
  return catalog.entries.get(`${vendor}:${code}`) ?? catalog.byCode.get(code)?.[0];
}
