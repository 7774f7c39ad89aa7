// How well each entry answers one reading of a question, from 0 to about 1.6.
import { alike } from './alike.ts';
import type { SearchIndex } from './phrase-index.ts';
import { isHan } from './terms.ts';

/** Shares of the question, chosen on test/query/labelled-questions.json (the part that is not held back). */
const WEIGHT = { bestPhrase: 1, allPhrases: 0.5 };
/** Of Han pairs, many only lie across two words. */
const UNKNOWN_WEIGHT = { latin: 5, han: 1.5 };

interface Sums {
  /** By phrase: how much of the question it holds, and how much of itself the question holds. */
  asked: Float64Array;
  covered: Float64Array;
  touched: Set<number>;
  /** By entry: how much of the question any of its phrases holds. */
  called: Float64Array;
  total: number;
  unknown: Unknown;
}

/** What a term weighs that nothing is called by. */
interface Unknown {
  latin: number;
  han: number;
}

export interface Scoring {
  unfinished?: boolean;
  unknown?: Unknown;
}

/** By the entry's place in the index; zero where nothing matches. */
export function scores(index: SearchIndex<unknown>, terms: readonly string[], scoring: Scoring = {}): Float64Array {
  const { unfinished = false, unknown = UNKNOWN_WEIGHT } = scoring;
  const sums: Sums = {
    unknown,
    asked: new Float64Array(index.phrases.length),
    covered: new Float64Array(index.phrases.length),
    touched: new Set(),
    called: new Float64Array(index.entries.length),
    total: 0,
  };
  terms.forEach((term, place) => {
    addTerm(sums, index, { text: term, unfinished: unfinished && place === terms.length - 1 });
  });
  const best = bestPhrases(sums, index);
  if (sums.total === 0) return best;
  return best.map(
    (phrase, entry) => WEIGHT.bestPhrase * phrase + (WEIGHT.allPhrases * (sums.called[entry] ?? 0)) / sums.total,
  );
}

/** How much a term tells. */
export function weightOf({ terms }: SearchIndex<unknown>, text: string, unknown: Unknown = UNKNOWN_WEIGHT): number {
  return terms.get(text)?.weight ?? unknown[isHan(text) ? 'han' : 'latin'];
}

function addTerm(
  sums: Sums,
  index: SearchIndex<unknown>,
  { text, unfinished }: { text: string; unfinished: boolean },
): void {
  const weight = weightOf(index, text, sums.unknown);
  const phrases = new Map<number, { similarity: number; weight: number }>();
  for (const { term, similarity } of alike(index, text, unfinished))
    for (const phrase of term.phrases)
      if (similarity > (phrases.get(phrase)?.similarity ?? 0)) phrases.set(phrase, { similarity, weight: term.weight });
  const entries = new Map<number, number>();
  for (const [phrase, found] of phrases) {
    const entry = index.phrases[phrase]?.entry ?? 0;
    add(sums.asked, phrase, weight * found.similarity);
    add(sums.covered, phrase, found.weight * found.similarity);
    sums.touched.add(phrase);
    entries.set(entry, Math.max(entries.get(entry) ?? 0, found.similarity));
  }
  for (const [entry, similarity] of entries) add(sums.called, entry, weight * similarity);
  sums.total += weight;
}

function add(sums: Float64Array, place: number, amount: number): void {
  sums[place] = (sums[place] ?? 0) + amount;
}

/** By entry, the harmonic mean of both shares for the phrase that fits best. */
function bestPhrases({ asked, covered, touched, total }: Sums, index: SearchIndex<unknown>): Float64Array {
  const best = new Float64Array(index.entries.length);
  for (const number of touched) {
    const phrase = index.phrases[number];
    if (!phrase) continue;
    const recall = Math.min(1, (asked[number] ?? 0) / total);
    const precision = Math.min(1, (covered[number] ?? 0) / phrase.weight);
    const mean = (2 * recall * precision) / (recall + precision);
    if (mean > (best[phrase.entry] ?? 0)) best[phrase.entry] = mean;
  }
  return best;
}
