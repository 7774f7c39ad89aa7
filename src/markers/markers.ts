// Markers as look-up tables. Nothing is parsed before the first question that needs it.
import type { Document, Hop } from '../catalog/schema.ts';
import { FALLBACK_LOCALE } from '../locale.ts';
import { createFragments, type FragmentFound, type Fragments } from './fragments.ts';
import type { MarkerFiles } from './load.ts';
import type { MarkerProse, MarkerRecord } from './schema.ts';

export interface MarkerVendor {
  id: string;
  name: string;
  /** Other ways to write it in a question, in lower case. */
  names: readonly string[];
  hop: Hop;
}

export interface Marker {
  /** `haproxy:SC`. */
  id: string;
  vendor: MarkerVendor;
  record: MarkerRecord;
  /** Of its file; those that everything shares are the catalogue's. */
  documents: readonly Document[];
}

export interface Markers {
  get: (id: string) => Marker | undefined;
  ofVendor: (vendor: string) => readonly Marker[];
  vendors: () => ReadonlyMap<string, MarkerVendor>;
  /** What a text holds of what markers are written as. */
  find: (text: string) => FragmentFound<Marker>[];
  words: (marker: Marker, locale: string) => Pick<MarkerProse, 'why' | 'meaning' | 'checks'>;
  vendorName: (vendor: MarkerVendor, locale: string) => string;
}

/** What is known of a vendor without its marker file. */
export type KnownVendor = (id: string) => MarkerVendor | undefined;

interface Built {
  vendors: Map<string, MarkerVendor>;
  markers: Map<string, Marker>;
  byVendor: Map<string, Marker[]>;
  fragments: Fragments<Marker>;
}

export function buildMarkers(files: MarkerFiles, known: KnownVendor): Markers {
  let built: Built | undefined;
  const use = (): Built => {
    built ??= build(files, known);
    return built;
  };
  const words: Markers['words'] = (marker, locale) => {
    const at = marker.id.indexOf(':');
    const [vendor, id] = [marker.id.slice(0, at), marker.id.slice(at + 1)];
    const inLocale = files.prose.get(locale)?.get(vendor)?.().markers;
    const prose = (inLocale?.[id] ? inLocale : files.prose.get(FALLBACK_LOCALE)?.get(vendor)?.().markers) ?? {};
    const { why, meaning = '', checks, checksOf } = prose[id] ?? {};
    const all = checks ?? (checksOf === undefined ? undefined : prose[checksOf]?.checks);
    return { meaning, ...(why ? { why } : {}), ...(all ? { checks: all } : {}) };
  };
  return {
    get: (id) => use().markers.get(id),
    ofVendor: (vendor) => use().byVendor.get(vendor) ?? [],
    vendors: () => use().vendors,
    find: (text) => use().fragments.find(text),
    words,
    vendorName: ({ id, name }, locale) => files.prose.get(locale)?.get(id)?.().vendor?.name ?? name,
  };
}

function build(files: MarkerFiles, known: KnownVendor): Built {
  const vendors = new Map<string, MarkerVendor>();
  const markers = new Map<string, Marker>();
  const byVendor = new Map<string, Marker[]>();
  for (const [id, read] of files.facts) {
    const { vendor: own, documents, markers: records } = read();
    const vendor = known(id) ?? { id, name: id, names: [], hop: 'gateway', ...own };
    vendors.set(id, vendor);
    const all = records.map((record): Marker => ({ id: `${id}:${record.id}`, vendor, record, documents }));
    byVendor.set(id, all);
    for (const marker of all) markers.set(marker.id, marker);
  }
  const written = [...markers.values()].flatMap((marker) =>
    marker.record.written.map((text) => [text, marker] as const),
  );
  return { vendors, markers, byVendor, fragments: createFragments(written) };
}
