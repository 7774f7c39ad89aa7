// The whole dataset as look-up tables. Built once at start; nothing changes it afterwards.

import { type Behaviour, buildBehaviour } from '../behaviour/behaviour.ts';
import { buildMarkers, type Markers, type MarkerVendor } from '../markers/markers.ts';
import { CatalogError } from './faults.ts';
import type { DataFiles } from './files.ts';
import { linkFaults } from './link-faults.ts';
import type { Document, Hop, StandardStatus, StatusProse, VendorFile, VendorStatus } from './schema.ts';

export interface Vendor {
  id: string;
  name: string;
  /** Other ways to write it in a question, in lower case. */
  names: readonly string[];
  hop: Hop;
  emits: readonly string[];
  /** How it writes registered codes, where that differs. */
  phrases: Readonly<Record<string, readonly string[]>>;
  /** What its clients take a bare HTTP status for. */
  reads: Readonly<Record<string, string>>;
}

/** One meaning of one code. */
export interface Entry {
  /** `<source>:<code>`, such as `standard:502` or `iis:403.14`. */
  id: string;
  source: string;
  code: string;
  status: VendorStatus | StandardStatus;
  /** What the defining document says about caching, content and header fields; registered codes only. */
  semantics: StandardStatus | undefined;
  vendor: Vendor | undefined;
  /** The code before the dot: the same vendor's meaning, else the registered one. */
  parent: Entry | undefined;
  /** Own documents first, then those that everything shares. */
  documents: ReadonlyMap<string, Document>;
}

export interface Catalog {
  locales: readonly string[];
  entries: ReadonlyMap<string, Entry>;
  /** All meanings of a code: the registered one first, then those that other records refer to most. */
  byCode: ReadonlyMap<string, readonly Entry[]>;
  /** Sub-status meanings by the code before the dot. */
  subStatuses: ReadonlyMap<string, readonly Entry[]>;
  vendors: ReadonlyMap<string, Vendor>;
  documents: ReadonlyMap<string, Document>;
  prose: (entry: Entry, locale: string) => StatusProse;
  vendorName: (vendor: Vendor, locale: string) => string;
  vendorSummary: (vendor: Vendor, locale: string) => string;
  /** By a run of Chinese characters in a name or an alias, its syllables separated by spaces. */
  pinyin: ReadonlyMap<string, string>;
  /** Simplified characters by their traditional ones. */
  traditional: ReadonlyMap<string, string>;
  behaviour: Behaviour;
  markers: Markers;
}

/**
 * Joins records, prose and documents.
 * @throws CatalogError naming every reference, relation or prose that leads nowhere.
 */
export function buildCatalog(files: DataFiles): Catalog {
  const faults = linkFaults(files);
  if (faults.length > 0) throw new CatalogError(faults);
  const documents = new Map(files.documents.map((document) => [document.id, document]));
  const vendors = new Map([...files.vendors].map(([id, file]) => [id, vendorOf(files, id, file)]));
  const entries = new Map<string, Entry>();
  for (const status of files.standard) {
    add(entries, { source: 'standard', code: status.code, status, semantics: status, vendor: undefined, documents });
  }
  for (const [source, file] of files.vendors) {
    const own = new Map([...documents, ...file.documents.map((document) => [document.id, document] as const)]);
    for (const status of file.statuses) {
      const vendor = vendors.get(source);
      add(entries, { source, code: status.code, status, semantics: undefined, vendor, documents: own });
    }
  }
  const byCode = rankedByCode(entries);
  const behaviour = buildBehaviour(files.behaviour);
  const knownVendor = (id: string): MarkerVendor | undefined => vendors.get(id) ?? measuredVendor(files, id);
  return {
    locales: [...files.prose.keys()],
    entries,
    byCode,
    subStatuses: groupSubStatuses(byCode),
    vendors,
    documents,
    prose: (entry, locale) =>
      proseFile(files, locale, entry.source)?.statuses[entry.code] ??
      (proseFile(files, 'en', entry.source)?.statuses[entry.code] as StatusProse),
    vendorName: (vendor, locale) => vendorProse(files, locale, vendor.id)?.name ?? vendor.name,
    vendorSummary: (vendor, locale) => vendorProse(files, locale, vendor.id)?.summary ?? '',
    pinyin: new Map(Object.entries(files.pinyin)),
    traditional: files.traditional,
    behaviour,
    markers: buildMarkers(files.markers, knownVendor),
  };
}

/** The code before the dot: `403` for `403.14`, and the code itself where there is no dot. */
export function baseCode(code: string): string {
  return code.split('.')[0] ?? code;
}

/** 1 to 5 for codes that HTTP knows (RFC 9110 §15), else undefined. */
export function statusClass(code: string): 1 | 2 | 3 | 4 | 5 | undefined {
  const digit = /^([1-5])\d\d(?:\.\d+)?$/.exec(code)?.[1];
  return digit === undefined ? undefined : (Number(digit) as 1 | 2 | 3 | 4 | 5);
}

/** Software that only the lab knows. */
function measuredVendor(files: DataFiles, id: string): MarkerVendor | undefined {
  const software = files.behaviour.software.get(id)?.software;
  return (
    software && {
      id,
      name: software.name,
      names: software.names,
      hop: software.kind === 'server' ? 'origin' : 'gateway',
    }
  );
}

function vendorOf(files: DataFiles, id: string, file: VendorFile): Vendor {
  const { name, names, hop, emits = [], phrases = {}, reads = {} } = file.vendor;
  const lists = Object.entries(phrases).map(([code, phrase]) => [code, [phrase].flat()] as const);
  const localNames = [...files.prose.values()].flatMap((prose) => {
    const { name: local = [], aliases = [] } = prose.get(id)?.vendor ?? {};
    return [local, aliases].flat().map((one) => one.toLowerCase());
  });
  const distinct = [...new Set([...names, ...localNames])];
  return { id, name, names: distinct, hop, emits, phrases: Object.fromEntries(lists), reads };
}

function add(entries: Map<string, Entry>, entry: Omit<Entry, 'id' | 'parent'>): void {
  const id = `${entry.source}:${entry.code}`;
  const base = baseCode(entry.code);
  const parent =
    base === entry.code ? undefined : (entries.get(`${entry.source}:${base}`) ?? entries.get(`standard:${base}`));
  entries.set(id, { ...entry, id, parent });
}

function rankedByCode(entries: ReadonlyMap<string, Entry>): Map<string, Entry[]> {
  const references = new Map<string, number>();
  for (const { status } of entries.values())
    for (const id of status.related ?? []) references.set(id, (references.get(id) ?? 0) + 1);
  const byCode = new Map<string, Entry[]>();
  for (const entry of entries.values()) byCode.set(entry.code, [...(byCode.get(entry.code) ?? []), entry]);
  const rank = (entry: Entry): number =>
    (entry.source === 'standard' ? 1000 : 0) +
    (references.get(entry.id) ?? 0) -
    (entry.status.visibility === 'constant' ? 300 : 0) -
    (entry.status.state === 'unverified' ? 200 : 0);
  for (const meanings of byCode.values()) meanings.sort((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1));
  return byCode;
}

function groupSubStatuses(byCode: ReadonlyMap<string, readonly Entry[]>): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  const codes = [...byCode.keys()].filter((code) => code.includes('.'));
  codes.sort((a, b) => Number(a.split('.')[1]) - Number(b.split('.')[1]));
  for (const code of codes) {
    const base = baseCode(code);
    groups.set(base, [...(groups.get(base) ?? []), ...(byCode.get(code) ?? [])]);
  }
  return groups;
}

function proseFile(files: DataFiles, locale: string, source: string) {
  return files.prose.get(locale)?.get(source);
}

function vendorProse(files: DataFiles, locale: string, vendor: string) {
  return (proseFile(files, locale, vendor) ?? proseFile(files, 'en', vendor))?.vendor;
}
