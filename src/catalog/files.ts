// Reads the data files and the prose, and checks the form of each.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { type BehaviourFiles, readBehaviour } from '../behaviour/load.ts';
import { FALLBACK_LOCALE } from '../locale.ts';
import { type MarkerFiles, readMarkers } from '../markers/load.ts';
import { CatalogError, type Fault, faultsOf } from './faults.ts';
import {
  type Document,
  documentsFileSchema,
  pinyinFileSchema,
  type StandardStatus,
  type StatusProseFile,
  standardFileSchema,
  statusProseFileSchema,
  traditionalFileSchema,
  type VendorFile,
  vendorFileSchema,
} from './schema.ts';

/** Compiling a schema that is used a few dozen times takes longer than it saves. */
export const PARSING = { reportInput: true, jitless: true };

export interface DataFiles {
  documents: Document[];
  standard: StandardStatus[];
  /** By vendor id, which is the file's name. */
  vendors: Map<string, VendorFile>;
  /** By locale, then by source: `standard` or a vendor id. */
  prose: Map<string, Map<string, StatusProseFile>>;
  /** Syllables of the Chinese names and aliases; empty until they are generated. */
  pinyin: Record<string, string>;
  /** Simplified characters by their traditional ones; empty until they are generated. */
  traditional: Map<string, string>;
  /** What was measured of real software. */
  behaviour: BehaviourFiles;
  /** What logs and APIs write instead of, or beside, a status. */
  markers: MarkerFiles;
}

export interface Folders {
  data: URL;
  locales: URL;
}

/**
 * Everything under `folders`, in memory.
 * @throws CatalogError naming every fault of every file: unreadable JSON, unknown fields, values out of their lists.
 */
export function readDataFiles(folders: Folders): DataFiles {
  const faults: Fault[] = [];
  const read = <T extends z.ZodType>(schema: T, base: URL, path: string): z.infer<T> | undefined => {
    const file = `${base.pathname.split('/').at(-2)}/${path}`;
    let json: unknown;
    try {
      json = JSON.parse(readFileSync(new URL(path, base), 'utf8'));
    } catch (error) {
      const remedy = 'Write valid JSON there; a missing file can be made with `npm run new:status`';
      faults.push({ file, record: '', field: '', problem: (error as Error).message, remedy });
      return undefined;
    }
    const result = schema.safeParse(json, PARSING);
    if (!result.success) faults.push(...faultsOf(file, json, result.error.issues));
    return result.data;
  };

  const documents = read(documentsFileSchema, folders.data, 'documents.json')?.documents ?? [];
  const standard = read(standardFileSchema, folders.data, 'standard.json')?.statuses ?? [];
  const vendors = new Map<string, VendorFile>();
  for (const name of jsonNames(new URL('vendors/', folders.data))) {
    const file = read(vendorFileSchema, folders.data, `vendors/${name}.json`);
    if (file) vendors.set(name, file);
  }
  const prose = new Map<string, Map<string, StatusProseFile>>();
  for (const locale of localeNames(folders.locales)) {
    const files = new Map<string, StatusProseFile>();
    for (const source of ['standard', ...vendors.keys()]) {
      const path = `${locale}/status/${source}.json`;
      // English must be whole; another language falls back to it record by record.
      if (locale !== FALLBACK_LOCALE && !existsSync(new URL(path, folders.locales))) continue;
      const file = read(statusProseFileSchema, folders.locales, path);
      if (file) files.set(source, file);
    }
    prose.set(locale, files);
  }
  const optional = <T extends z.ZodType>(schema: T, path: string): z.infer<T> | undefined =>
    existsSync(new URL(path, folders.data)) ? read(schema, folders.data, path) : undefined;
  const pinyin = optional(pinyinFileSchema, 'pinyin.json') ?? {};
  const characters = optional(traditionalFileSchema, 'traditional.json') ?? { traditional: '', simplified: '' };
  const behaviour = readBehaviour(folders, [...prose.keys()], faults);
  const markers = readMarkers(folders, [...prose.keys()], faults);
  if (faults.length > 0) throw new CatalogError(faults);
  const simplified = [...characters.simplified];
  const traditional = new Map([...characters.traditional].map((one, place) => [one, simplified[place] ?? one]));
  return { documents, standard, vendors, prose, pinyin, traditional, behaviour, markers };
}

/** The languages there are: one folder each. */
export function localeNames(locales: URL): string[] {
  return readdirSync(fileURLToPath(locales), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function jsonNames(folder: URL): string[] {
  return readdirSync(fileURLToPath(folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}

/**
 * A file of the folder `data`.
 * @param faultsIn what is wrong with it once its form is right
 * @throws CatalogError naming every fault of the file.
 */
export function readFacts<T extends z.ZodType>(
  data: URL,
  name: string,
  schema: T,
  faultsIn: (facts: z.infer<T>) => Omit<Fault, 'file'>[],
): z.infer<T> {
  const file = `data/${name}`;
  const json = readJson(new URL(name, data), file);
  const { data: facts, error } = schema.safeParse(json, PARSING);
  if (error) throw new CatalogError(faultsOf(file, json, error.issues));
  const faults = faultsIn(facts);
  if (faults.length > 0) throw new CatalogError(faults.map((fault) => ({ file, ...fault })));
  return facts;
}

function readJson(url: URL, file: string): unknown {
  try {
    return JSON.parse(readFileSync(url, 'utf8'));
  } catch (error) {
    const problem = (error as Error).message;
    throw new CatalogError([{ file, record: '', field: '', problem, remedy: 'Write valid JSON there' }]);
  }
}
