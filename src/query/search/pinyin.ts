// Chinese written in Latin letters: `wangguan chaoshi`, `wangguanchaoshi` and `wgcs` all mean 网关超时.
import type { Catalog } from '../../catalog/catalog.ts';
import { fold, isHan, pairs, runsOf, termsOf } from './terms.ts';

/** Sets syllables apart from Latin words, which may be spelled the same. */
const MARK = '~';
/** Initials of fewer letters are more often an abbreviation of something else. */
const MIN_INITIALS = 4;
/** Letters of `zhuang`, the longest. */
const MAX_SYLLABLE = 6;

/** By Han run, its syllables separated by spaces. */
export type Syllables = Catalog['pinyin'];

export interface Pinyin {
  /** The terms of a Chinese phrase as somebody spells it in pinyin; none where it holds no Chinese. */
  termsOfPhrase: (phrase: string) => string[];
  /** First letters of a wholly Chinese phrase, as one term. */
  initialsOf: (phrase: string) => string[];
  /** A question taken as pinyin; none where its words are no syllables. The last one may be `unfinished`. */
  readings: (text: string, unfinished: boolean) => string[][];
}

export function createPinyin(syllables: Syllables): Pinyin {
  const whole = new Set([...syllables.values()].flatMap((spelled) => spelled.split(' ')));
  const begun = new Set([...whole].flatMap((syllable) => [...syllable].map((_, at) => syllable.slice(0, at + 1))));
  const spellings = (phrase: string): (string | string[])[] =>
    runsOf(fold(phrase)).map((run) => (isHan(run) ? (syllables.get(run)?.split(' ') ?? []) : run));
  return {
    termsOfPhrase: (phrase) => {
      const parts = spellings(phrase);
      if (parts.every((part) => typeof part === 'string') || parts.some(({ length }) => length === 0)) return [];
      return parts.flatMap((part) => (typeof part === 'string' ? termsOf(part) : marked(part)));
    },
    initialsOf: (phrase) => {
      const [only, ...others] = spellings(phrase);
      if (typeof only !== 'object' || others.length > 0 || only.length < MIN_INITIALS) return [];
      return [initials(only.map((syllable) => syllable.charAt(0)).join(''))];
    },
    readings: (text, unfinished) => {
      const words = runsOf(fold(text));
      const [only] = words;
      const spelled = spelledTerms(words, { whole, last: unfinished ? begun : whole });
      const short = words.length === 1 && only && /^[a-z]{4,8}$/.test(only) ? [[initials(only)]] : [];
      return [...(spelled ? [spelled] : []), ...short];
    },
  };
}

function marked(syllables: readonly string[]): string[] {
  return pairs(syllables).map((pair) => MARK + pair);
}

function initials(letters: string): string {
  return MARK + MARK + letters;
}

interface Known {
  whole: ReadonlySet<string>;
  /** What the text may end with: while somebody types, any beginning of a syllable. */
  last: ReadonlySet<string>;
}

/** Neighbouring words of syllables belong together: `wangguan chaoshi` is one run of four. */
function spelledTerms(words: readonly string[], { whole, last }: Known): string[] | undefined {
  const runs: string[][] = [[]];
  const terms: string[] = [];
  words.forEach((word, place) => {
    const known = { whole, last: place === words.length - 1 ? last : whole };
    const syllables = /^[a-z]{2,40}$/.test(word) ? split(word, known) : undefined;
    if (syllables) runs.at(-1)?.push(...syllables);
    else {
      terms.push(...termsOf(word));
      runs.push([]);
    }
  });
  // One syllable alone is more often an English word.
  const spelled = runs.filter(({ length }) => length > 1);
  return spelled.length > 0 ? [...terms, ...spelled.flatMap(marked)] : undefined;
}

/** The syllables of a word, the longest first; none where a rest would be left. */
function split(word: string, { whole, last }: Known): string[] | undefined {
  // From the end, so that no rest is split twice.
  const from: (string[] | undefined)[] = [];
  from[word.length] = [];
  for (let start = word.length - 1; start >= 0; start--)
    for (let end = Math.min(word.length, start + MAX_SYLLABLE); end > start && !from[start]; end--) {
      const rest = from[end];
      const syllables = end === word.length ? last : whole;
      if (rest && syllables.has(word.slice(start, end))) from[start] = [word.slice(start, end), ...rest];
    }
  return from[0];
}
