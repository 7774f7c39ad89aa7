// Search over names, aliases, prose and pinyin, in every language at once.
import type { Catalog, Entry } from '../catalog/catalog.ts';
import { createMentions } from './search/prose.ts';
import { createRank, type Ranked } from './search/rank.ts';
import { fold, isHan, termsOf } from './search/terms.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Found {
  /** Set where one entry is clearly the best. */
  best: Entry | undefined;
  /** Candidates, best first, at most five; empty where nothing fits. */
  list: Entry[];
  /** Weak matches, for "did you mean"; empty where something fits. */
  guesses: Entry[];
  /** Of the first, from 0 to about 1.6. */
  score: number;
}

export interface Search {
  find: (text: string) => Found;
  /** Entries that unfinished text may lead to, best first. */
  complete: (text: string) => Entry[];
}

/**
 * Chosen on test/query/labelled-questions.json: nine questions of ten get one card, one such card of a hundred is wrong,
 * and nonsense stays below `listed`.
 */
const SCORE = { best: 0.7, listed: 0.55, guessed: 0.25 };
/** What the very name of a status scores. */
const EXACT = 1.6;
/** How far the best must be ahead of the second; one word alone, such as `ssl`, fits many codes a little. */
const LEAD = { oneWord: 1.3, words: 1.15 };
/** Behind this share of the best score, nothing is worth a row. */
const TAIL = 0.5;
/** Shorter Latin words are found inside of too many others. */
const MIN_MENTION = 4;
const MAX_LISTED = 5;
const MAX_GUESSES = 3;

export function createSearch(catalog: Catalog, vocabulary: Vocabulary): Search {
  const mentions = createMentions(catalog);
  const rank = createRank(catalog, vocabulary, mentions);
  const mentioned = (text: string): Entry[] => {
    const terms = termsOf(text);
    if (!terms.some((term) => term.length >= (isHan(term) ? 2 : MIN_MENTION))) return [];
    return [...catalog.entries.values()].filter((entry) => terms.every((term) => mentions(entry, term)));
  };
  const names = new Map<string, Entry>();
  for (const entry of catalog.entries.values())
    for (const name of entry.source === 'standard' ? [entry.status.name] : []) names.set(fold(name), entry);
  return {
    find: (text) => {
      const exact = names.get(fold(text).trim());
      if (exact) return { best: exact, list: [exact], guesses: [], score: EXACT };
      const ranked = rank(text, false);
      const mayBeBest = ({ source, status }: Entry): boolean =>
        (status.state !== 'unverified' && status.visibility !== 'constant') ||
        vocabulary.vendorsIn(text).includes(source);
      const found = judge(ranked, termsOf(text).length > 1 ? LEAD.words : LEAD.oneWord, mayBeBest);
      return found.list.length > 0 ? found : { ...found, guesses: guesses(ranked, mentioned(text)) };
    },
    complete: (text) => rank(text, true).map(({ entry }) => entry),
  };
}

/** `mayBeBest`: what has no source, or is never sent, is no answer by itself unless its vendor is named. */
function judge(ranked: readonly Ranked[], lead: number, mayBeBest: (entry: Entry) => boolean): Found {
  const [first, second] = ranked;
  const score = first?.score ?? 0;
  if (!first || score < SCORE.listed) return { best: undefined, list: [], guesses: [], score };
  const isClear = first.score >= SCORE.best && first.score >= lead * (second?.score ?? 0) && mayBeBest(first.entry);
  const list = ranked.slice(0, MAX_LISTED).filter(({ score }) => score >= TAIL * first.score);
  return { best: isClear ? first.entry : undefined, list: list.map(({ entry }) => entry), guesses: [], score };
}

/** What is nearly called so, and what is described so. */
function guesses(ranked: readonly Ranked[], mentioned: readonly Entry[]): Entry[] {
  const called = ranked.filter(({ score }) => score >= SCORE.guessed).map(({ entry }) => entry);
  return [...new Set([...called, ...mentioned])].slice(0, MAX_GUESSES);
}
