// The words of the dataset that a question may hold: vendors, codes and their phrases.
import type { Catalog } from '../catalog/catalog.ts';

export interface Vocabulary {
  /** Matches any way to write a vendor, longest first, in normalised text. */
  vendorPattern: RegExp;
  vendorId: (name: string) => string | undefined;
  hasCode: (code: string) => boolean;
  /** Lower-case phrases that may stand beside a code without adding anything: its names in every language. */
  phrasesOf: (code: string) => readonly string[];
}

/** Ways to ask for the registered meaning alone. */
const STANDARD_NAMES = ['standard', 'iana', 'registered', 'official', '标准', '官方'];

export function createVocabulary(catalog: Catalog): Vocabulary {
  const ids = new Map<string, string>(STANDARD_NAMES.map((name) => [name, 'standard']));
  for (const vendor of catalog.vendors.values())
    for (const name of [vendor.id, vendor.name, ...vendor.names].flatMap(spellings)) ids.set(name, vendor.id);
  const phrases = new Map<string, readonly string[]>();
  const names = [...ids.keys()].sort((a, b) => b.length - a.length).map(bounded);
  return {
    vendorPattern: new RegExp(names.join('|'), 'g'),
    vendorId: (name) => ids.get(name),
    hasCode: (code) => catalog.byCode.has(code),
    phrasesOf: (code) => {
      const known = phrases.get(code) ?? phrasesOf(catalog, code);
      if (catalog.byCode.has(code)) phrases.set(code, known);
      return known;
    },
  };
}

/** Chinese is written with and without spaces around Latin words: `阿里云 alb`, `阿里云alb`. */
function spellings(name: string): string[] {
  const plain = name.toLowerCase();
  return [plain, plain.replace(/(?<=[\u3400-\u9fff]) | (?=[\u3400-\u9fff])/g, '')];
}

function bounded(name: string): string {
  const escaped = name.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  return /^[\x20-\x7e]+$/.test(name) ? `(?<![a-z0-9])${escaped}(?![a-z0-9])` : escaped;
}

function phrasesOf(catalog: Catalog, code: string): string[] {
  const phrases = new Set<string>();
  for (const entry of catalog.byCode.get(code) ?? []) {
    phrases.add(entry.status.name.toLowerCase());
    for (const { name } of entry.status.former ?? []) if (name) phrases.add(name.toLowerCase());
    for (const locale of catalog.locales) {
      const { name, aliases = [] } = catalog.prose(entry, locale);
      for (const phrase of [name, ...aliases]) if (phrase) phrases.add(phrase.toLowerCase());
    }
  }
  for (const vendor of catalog.vendors.values()) {
    for (const phrase of vendor.phrases[code] ?? []) phrases.add(phrase.toLowerCase());
  }
  return [...phrases].sort((a, b) => b.length - a.length);
}
