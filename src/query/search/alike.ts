// Misspelt and unfinished words.
import type { SearchIndex, Term } from './phrase-index.ts';
import { isHan } from './terms.ts';

export interface Alike {
  term: Term;
  /** 1 is the same word. */
  similarity: number;
}

/** Below this length another word is meant more often than the beginning of a longer one. */
const MIN_PREFIX = 4;
const MIN_FUZZY = 4;
/** An edit tells more than the letters it concerns. */
const FUZZY = 0.8;
const LONE_HAN = 0.7;

/** What the index holds that a term may stand for. */
export function alike(index: SearchIndex<unknown>, text: string, unfinished: boolean): Alike[] {
  const term = index.terms.get(text);
  const found: Alike[] = term ? [{ term, similarity: 1 }] : [];
  if (isHan(text)) return text.length === 1 ? [...found, ...beginning(index, text)] : found;
  if (!/^[a-z]/.test(text)) return unfinished ? [...found, ...beginning(index, text)] : found;
  if (unfinished || text.length >= MIN_PREFIX) found.push(...longer(index, text, unfinished));
  // Aliases hold frequent misspellings, so a word that one entry alone is called by may be one.
  const isKnown = unfinished ? found.length > 0 : (term?.called ?? 0) > 1;
  if (text.length >= MIN_FUZZY && !isKnown) found.push(...misspelt(index, text));
  return found;
}

function longer({ words }: SearchIndex<unknown>, text: string, unfinished: boolean): Alike[] {
  return [...words.atPrefix(text)]
    .filter(([other]) => other !== text)
    .map(([other, term]) => ({
      term,
      similarity: unfinished ? 0.9 : Math.max(0.4, (0.95 * text.length) / other.length),
    }));
}

function misspelt({ words }: SearchIndex<unknown>, text: string): Alike[] {
  const found: Alike[] = [];
  for (const [other, [term, edits]] of words.fuzzyGet(text, text.length < 6 ? 1 : 2))
    if (edits > 0 && isMisspelling(text, other, edits))
      found.push({ term, similarity: FUZZY * (1 - edits / Math.max(text.length, other.length)) });
  return found;
}

/** Two edits of a short word make another word, unless letters changed places: `serivce`. */
function isMisspelling(text: string, other: string, edits: number): boolean {
  const sorted = (word: string): string => [...word].sort().join('');
  return other.length > 2 && (edits < 2 || text.length >= 8 || sorted(text) === sorted(other));
}

/** Terms of other scripts: few enough to go through. */
function beginning({ terms }: SearchIndex<unknown>, text: string): Alike[] {
  const found: Alike[] = [];
  for (const [other, term] of terms)
    if (other !== text && other.startsWith(text)) found.push({ term, similarity: LONE_HAN });
  return found;
}
