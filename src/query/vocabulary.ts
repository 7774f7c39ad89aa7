// The words of the dataset that a question may hold: vendors, codes and their phrases.
import type { Condition } from '../behaviour/schema.ts';
import { baseCode, type Catalog, type Entry } from '../catalog/catalog.ts';
import type { Marker } from '../markers/markers.ts';
import { createConditionNames } from './condition-names.ts';
import { askedMarkers, type MarkerQuestion } from './markers/asked-markers.ts';
import { messageMarkers } from './markers/message-markers.ts';
import { createProducts } from './markers/products.ts';
import { createNames, type Names, replaceNames } from './names.ts';
import { createSimplifier } from './simplified.ts';

export interface Vocabulary {
  /** Every way to write a vendor. */
  vendorNames: Names;
  /** Those, and every way to write software that was measured. */
  sourceNames: Names;
  isVendor: (source: string) => boolean;
  isCondition: (id: string) => boolean;
  /** Conditions that a text is a name of. */
  conditionsCalled: (text: string) => readonly Condition[];
  /** Markers that a question asks for; it is as it was typed. `isLast`: nothing else fits it. */
  markersAsked: (text: string, isLast?: boolean) => readonly Marker[];
  /** Whether a longer text, such as a line of a log, holds markers. */
  markersPasted: (text: string) => boolean;
  marker: (id: string) => Marker | undefined;
  /** Products that a text names, those that only markers know of included. */
  productsIn: (text: string) => ReadonlySet<string>;
  /** A text in lower case without their names. */
  withoutProducts: (text: string) => string;
  /** Vendors that a text names, in its order. */
  vendorsIn: (text: string) => string[];
  hasCode: (code: string) => boolean;
  hasMeaning: (source: string, code: string) => boolean;
  /** The vendor of a code that nobody else uses. */
  soleVendor: (code: string) => string | undefined;
  /** The only vendor whose name for the code stands in a text: `530 site frozen`. */
  calledSo: (code: string, text: string) => string | undefined;
  /** Whether a word stands in what is said of a code, in any language. */
  describes: (code: string, word: string) => boolean;
  /** Traditional Chinese as simplified. */
  simplified: (text: string) => string;
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
  const vendorNames = createNames(ids);
  const { software, conditions } = catalog.behaviour;
  const measured = [...software.values()].flatMap(({ id, name, names }) =>
    [id, name, ...names].flatMap(spellings).map((spelling) => [spelling, id] as const),
  );
  // A vendor's names go before those of what stands behind it.
  const sourceNames = createNames([...measured, ...ids]);
  const { markers } = catalog;
  const products = createProducts(markers);
  const question: MarkerQuestion = {
    markers,
    products: products.in,
    withoutNames: (text) => {
      const rest = products.without(text);
      return replaceNames(rest, sourceNames.find(rest), () => ' ');
    },
    isStatusName: (text) => statusNames(catalog).has(text.toLowerCase()),
    hasCode: (code) => catalog.byCode.has(code),
  };
  return {
    vendorNames,
    sourceNames,
    isVendor: (source) => source === 'standard' || catalog.vendors.has(source),
    isCondition: (id) => conditions.has(id),
    conditionsCalled: createConditionNames(catalog),
    markersAsked: (text, isLast) => askedMarkers(text, question, isLast),
    markersPasted: (text) => messageMarkers(text, { markers, products: products.in }).length > 0,
    marker: (id) => (catalog.entries.has(id) ? undefined : markers.get(id)),
    productsIn: products.in,
    withoutProducts: products.without,
    vendorsIn: (text) => [...new Set(vendorNames.find(text.toLowerCase()).map(({ id }) => id))],
    hasCode: (code) => catalog.byCode.has(code),
    hasMeaning: (source, code) => catalog.entries.has(`${source}:${code}`),
    soleVendor: (code) => {
      const [only, ...others] = catalog.byCode.get(code) ?? [];
      return others.length === 0 ? only?.vendor?.id : undefined;
    },
    calledSo: (code, text) => {
      const meanings = catalog.byCode.get(code) ?? [];
      if (meanings.length < 2) return undefined;
      const called = meanings.filter((entry) => isCalledSo(catalog, entry, text));
      return called.length === 1 ? called[0]?.source : undefined;
    },
    describes: (code, word) =>
      [code, baseCode(code)].some((one) =>
        (catalog.byCode.get(one) ?? []).some((entry) => isSaidOf(catalog, entry, word)),
      ),
    simplified: createSimplifier(catalog.traditional),
    phrasesOf: (code) => {
      const known = phrases.get(code) ?? phrasesOf(catalog, code);
      if (catalog.byCode.has(code)) phrases.set(code, known);
      return known;
    },
  };
}

/** Of registered statuses, in lower case. */
function statusNames(catalog: Catalog): Set<string> {
  const registered = [...catalog.entries.values()].filter(({ source }) => source === 'standard');
  const names = registered.flatMap(({ status }) => [
    status.name,
    ...(status.former ?? []).flatMap(({ name }) => name ?? []),
  ]);
  return new Set(names.map((name) => name.toLowerCase()));
}

/** By a name of more than one word, which no other question holds by chance. */
function isCalledSo(catalog: Catalog, entry: Entry, text: string): boolean {
  const local = catalog.locales.flatMap((locale) => catalog.prose(entry, locale).name ?? []);
  return [entry.status.name, ...local].some(
    (name) => /\S\s\S|\p{Script=Han}{3}/u.test(name) && text.includes(name.toLowerCase()),
  );
}

function isSaidOf(catalog: Catalog, entry: Entry, word: string): boolean {
  return catalog.locales.some((locale) => {
    const { name = '', summary, causes = [], checks = [], aliases = [] } = catalog.prose(entry, locale);
    const text = [entry.status.name, name, summary, ...causes, ...checks, ...aliases].join('\n').toLowerCase();
    return /[a-z]/.test(word) ? text.split(/[^\p{L}\p{N}]+/u).includes(word) : text.includes(word);
  });
}

/** Chinese is written with and without spaces around Latin words: `阿里云 alb`, `阿里云alb`. */
function spellings(name: string): string[] {
  const plain = name.toLowerCase();
  return [plain, plain.replace(/(?<=[\u3400-\u9fff]) | (?=[\u3400-\u9fff])/g, '')];
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
