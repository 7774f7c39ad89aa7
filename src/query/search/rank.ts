// Which entries answer a question best: scores of its readings, and whose meaning is asked for.
import type { Catalog, Entry } from '../../catalog/catalog.ts';
import { popularity } from '../most-asked.ts';
import { replaceNames } from '../names.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { buildIndex, phrasesOfEntry, type SearchIndex } from './phrase-index.ts';
import type { Mentions } from './prose.ts';
import { scores, weightOf } from './score.ts';
import { fold, termsOf } from './terms.ts';

export interface Ranked {
  entry: Entry;
  /** 0 to about 1.6; twice that where the vendor is named. */
  score: number;
}

/** Entries that match at all, best first; `unfinished` text is still being typed. */
export type Rank = (text: string, unfinished: boolean) => Ranked[];

/** A vendor that is named counts for more, so do the registered codes that it sends; other vendors count for less. */
const NAMED = { same: 2, sent: 1.5, other: 0.6 };
/** Where none is named, the registered code is meant rather than a vendor's, and least of all a vendor's detail. */
const UNNAMED = { code: 0.88, detail: 0.7 };
const REGISTERED_BONUS = 0.06;
/** A few letters fit many codes equally well, so while typing it decides. */
const POPULARITY_BONUS = { asked: 0.05, typed: 0.3 };
/** Latin words that happen to be syllables mean themselves. */
const PINYIN = 0.9;
/** What it is worth when the prose mentions the whole question, and how many entries may gain by it. */
const PROSE = { bonus: 0.12, candidates: 12 };

export function createRank(catalog: Catalog, vocabulary: Vocabulary, mentions: Mentions): Rank {
  let built: { index: SearchIndex; representatives: Map<Entry, Entry> } | undefined;
  return (text, unfinished) => {
    // Not at start: it takes half as long as all the rest, and many processes are never asked in words.
    built ??= { index: indexOf(catalog), representatives: representativesOf(catalog) };
    const { index, representatives } = built;
    const { rest, named } = takeVendors(text, vocabulary);
    const senders = [...named].flatMap((id) => catalog.vendors.get(id) ?? []);
    const isSentBy = (code: string): boolean =>
      senders.some(({ emits, phrases }) => emits.includes(code) || code in phrases);
    const reading: Reading = { text, rest, named, isSentBy, unfinished };
    const values = readingScores(index, reading);
    const found = index.entries.map((entry, place) => ({
      entry,
      score: preferred(entry, values[place] ?? 0, reading),
    }));
    const matching = bestFirst(found.filter(({ score }) => score > 0));
    const terms = termsOf(text).map((term) => ({ term, weight: weightOf(index, term) }));
    const ranked = supported(matching, terms, mentions);
    return bestFirst(reading.named.size > 0 ? ranked : withRepresentatives(ranked, representatives));
  };
}

function indexOf(catalog: Catalog): SearchIndex {
  return buildIndex([...catalog.entries.values()], (entry) => phrasesOfEntry(catalog, entry), catalog.pinyin);
}

function bestFirst(ranked: readonly Ranked[]): Ranked[] {
  return ranked.toSorted((a, b) => b.score - a.score);
}

/** The best candidates anew, with what their prose mentions. */
function supported(ranked: readonly Ranked[], terms: { term: string; weight: number }[], mentions: Mentions): Ranked[] {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const candidates = ranked.slice(0, PROSE.candidates).map(({ entry, score }) => {
    const mentioned = terms.filter(({ term }) => mentions(entry, term)).reduce((sum, { weight }) => sum + weight, 0);
    return { entry, score: score + (PROSE.bonus * mentioned) / (total || 1) };
  });
  return [...candidates, ...ranked.slice(PROSE.candidates)];
}

function takeVendors(text: string, vocabulary: Vocabulary): { rest: string; named: Set<string> } {
  const folded = fold(text);
  const found = vocabulary.vendorNames.find(folded);
  return { rest: replaceNames(folded, found, () => ' '), named: new Set(found.map(({ id }) => id)) };
}

interface Reading {
  text: string;
  /** The text without the vendors that it names. */
  rest: string;
  named: ReadonlySet<string>;
  /** Whether one of those vendors sends a registered code itself. */
  isSentBy: (code: string) => boolean;
  unfinished: boolean;
}

/** The best of all readings: as it stands, as pinyin, and about a vendor. */
function readingScores(index: SearchIndex, { text, rest, named, isSentBy, unfinished }: Reading): Float64Array {
  const best = scores(index, termsOf(text, unfinished), { unfinished });
  const consider = (found: Float64Array, factor: (entry: Entry) => number): void =>
    index.entries.forEach((entry, place) => {
      best[place] = Math.max(best[place] ?? 0, (found[place] ?? 0) * factor(entry));
    });
  for (const terms of index.pinyin.readings(rest, unfinished))
    consider(scores(index, terms, { unfinished }), () => PINYIN);
  if (named.size > 0)
    consider(scores(index, termsOf(rest, unfinished), { unfinished }), ({ vendor, code }) => {
      if (vendor) return NAMED[named.has(vendor.id) ? 'same' : 'other'];
      return isSentBy(code) ? NAMED.sent : 1;
    });
  return best;
}

function preferred({ code, vendor }: Entry, score: number, { named, unfinished }: Reading): number {
  if (score === 0) return 0;
  const bonus = POPULARITY_BONUS[unfinished ? 'typed' : 'asked'] * popularity(code);
  if (!vendor) return score + REGISTERED_BONUS + bonus;
  if (named.has(vendor.id)) return score + bonus;
  return score * (code.length > 3 ? UNNAMED.detail : UNNAMED.code) + bonus;
}

/** Several vendors use 499 in one sense: the meaning that comes first stands for all of them. */
function withRepresentatives(ranked: readonly Ranked[], representatives: ReadonlyMap<Entry, Entry>): Ranked[] {
  const scoreOf = new Map(ranked.map(({ entry, score }) => [entry, score]));
  for (const { entry, score } of ranked) {
    const first = representatives.get(entry);
    if (first && first !== entry && (scoreOf.get(first) ?? 0) <= score) scoreOf.set(first, score + 0.01);
  }
  return [...scoreOf].map(([entry, score]) => ({ entry, score }));
}

/** For each entry the first meaning of its code with nearly the same name: two words in common, or all there are. */
function representativesOf(catalog: Catalog): Map<Entry, Entry> {
  const pairs = [...catalog.entries.values()].map((entry): [Entry, Entry] => {
    const words = new Set(termsOf(entry.status.name));
    const isSame = (other: Entry): boolean =>
      termsOf(other.status.name).filter((word) => words.has(word)).length >= Math.min(2, words.size);
    return [entry, catalog.byCode.get(entry.code)?.find(isSame) ?? entry];
  });
  return new Map(pairs);
}
