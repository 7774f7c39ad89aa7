// What each entry is called, term by term.
import SearchableMap from 'minisearch/SearchableMap';
import type { Catalog, Entry } from '../../catalog/catalog.ts';
import { createPinyin, type Pinyin, type Syllables } from './pinyin.ts';
import { fold, termsOf } from './terms.ts';

/** A name or an alias of one entry. */
export interface Phrase {
  entry: number;
  /** The sum of its terms' weights. */
  weight: number;
}

export interface Term {
  phrases: number[];
  /** Entries called so. */
  called: number;
  /** The rarer, the more it tells. */
  weight: number;
}

export interface SearchIndex<T = Entry> {
  entries: readonly T[];
  phrases: readonly Phrase[];
  terms: ReadonlyMap<string, Term>;
  /** Latin words that entries are called by, for misspelt and unfinished words. */
  words: SearchableMap<Term>;
  pinyin: Pinyin;
}

/** `phrasesOf`: everything that one of `entries` is called. */
export function buildIndex<T>(
  entries: readonly T[],
  phrasesOf: (entry: T) => string[],
  syllables: Syllables,
): SearchIndex<T> {
  const pinyin = createPinyin(syllables);
  const index = { entries, phrases: [] as Phrase[], terms: new Map<string, Term>(), words: new SearchableMap<Term>() };
  const contents: Term[][] = [];
  for (const [number, entry] of entries.entries()) {
    const phrases = distinctPhrases(phrasesOf(entry), pinyin);
    for (const terms of phrases) contents.push(addPhrase(index, number, terms));
  }
  for (const [text, term] of index.terms) {
    term.weight = Math.log(1 + entries.length / term.called);
    if (/^[a-z]/.test(text)) index.words.set(text, term);
  }
  for (const [number, terms] of contents.entries()) {
    const phrase = index.phrases[number];
    if (phrase) for (const term of terms) phrase.weight += term.weight;
  }
  return { ...index, pinyin };
}

function addPhrase(index: { phrases: Phrase[]; terms: Map<string, Term> }, entry: number, texts: string[]): Term[] {
  const terms = texts.map((text) => termAt(index.terms, text));
  for (const term of terms) {
    const last = term.phrases.at(-1);
    if (last === undefined || index.phrases[last]?.entry !== entry) term.called += 1;
    term.phrases.push(index.phrases.length);
  }
  index.phrases.push({ entry, weight: 0 });
  return terms;
}

function termAt(terms: Map<string, Term>, text: string): Term {
  const known = terms.get(text);
  if (known) return known;
  const term: Term = { phrases: [], called: 0, weight: 0 };
  terms.set(text, term);
  return term;
}

/** The terms of each phrase, as written and as spelled in pinyin. */
function distinctPhrases(phrases: readonly string[], pinyin: Pinyin): string[][] {
  const distinct = new Map<string, string[]>();
  for (const phrase of new Set(phrases.map(fold)))
    for (const terms of [termsOf(phrase), pinyin.termsOfPhrase(phrase), pinyin.initialsOf(phrase)])
      if (terms.length > 0) distinct.set(terms.join(' '), terms);
  return [...distinct.values()];
}

/** Everything an entry is called, in every language. */
export function phrasesOfEntry(catalog: Catalog, entry: Entry): string[] {
  const { status, code, source } = entry;
  const former = (status.former ?? []).flatMap(({ name }) => name ?? []);
  const localized = catalog.locales.flatMap((locale) => {
    const { name, aliases = [] } = catalog.prose(entry, locale);
    return name ? [name, ...aliases] : aliases;
  });
  const own = [status.name, ...former, ...localized];
  if (source !== 'standard') return own;
  const vendors = [...catalog.vendors.values()].flatMap(({ phrases }) => phrases[code] ?? []);
  return [...own, ...vendors];
}
