// What markers are written as, found in a text word by word: the cost is the text's length, however many markers there
// are. Case and marks between words are compared afterwards, where they tell.
import { firstWord, HASHES, nextWordStart, pairHash, type Word, wordAt } from './fragment-words.ts';

export interface FragmentHit<T> {
  value: T;
  written: string;
  /** Letter for letter. */
  isSameCase: boolean;
}

export interface FragmentFound<T> {
  start: number;
  end: number;
  hits: readonly FragmentHit<T>[];
}

export interface Fragments<T> {
  /** In the order of the text, the longest at each place; none overlaps another. */
  find: (text: string) => FragmentFound<T>[];
}

interface Fragment<T> {
  value: T;
  written: string;
  /** How many characters stand before its first word. */
  lead: number;
  /** One word with marks that belong to it, such as `<NOSRV>` or `: busy`. */
  isMarked: boolean;
  /** Without spaces: `entity.too.large` is no sentence. */
  isToken: boolean;
  /** What stands between two words and no more: `curl (7)` is not `curl/7`. */
  gap: string | undefined;
}

interface Node<T> {
  next: Map<string, Node<T>> | undefined;
  fragments: Fragment<T>[] | undefined;
}

/** Words of a name or a path rather than of a sentence: `no-such-host.invalid`. */
const GLUED = /\w[-/.]\w/;
/** Marks and spaces between two words of one fragment. */
const MAX_GAP = 8;

export function createFragments<T>(written: Iterable<readonly [written: string, value: T]>): Fragments<T> {
  const root: Node<T> = { next: undefined, fragments: undefined };
  for (const [text, value] of written) add(root, text, value);
  const beginnings = beginningsOf(root);
  return { find: (text) => find(root, beginnings, text) };
}

/** By the hashes of words, which are cheaper than the words themselves. */
interface Beginnings {
  words: Uint8Array;
  pairs: Uint8Array;
}

const WHOLE = 2;
const BEGUN = 1;

function beginningsOf<T>(root: Node<T>): Beginnings {
  const [words, pairs] = [new Uint8Array(HASHES), new Uint8Array(HASHES)];
  for (const [word, { next, fragments }] of root.next ?? []) {
    const { hash } = firstWord(word, 0);
    words[hash] = fragments ? WHOLE : Math.max(words[hash] ?? 0, BEGUN);
    for (const second of next?.keys() ?? []) pairs[pairHash(hash, firstWord(second, 0).hash)] = 1;
  }
  return { words, pairs };
}

function add<T>(root: Node<T>, written: string, value: T): void {
  const words = wordsOf(written);
  const [first] = words;
  if (!first) return;
  let node = root;
  for (const { text } of words) {
    node.next ??= new Map();
    const next = node.next.get(text) ?? { next: undefined, fragments: undefined };
    node.next.set(text, next);
    node = next;
  }
  const isMarked = words.length === 1 && written.length > first.end - first.start;
  node.fragments ??= [];
  const second = words.length === 2 ? words[1] : undefined;
  const gap = second && bare(written.slice(first.end, second.start));
  node.fragments.push({ value, written, lead: first.start, isMarked, isToken: !/\s|\p{Lo}/u.test(written), gap });
}

function find<T>(root: Node<T>, { words, pairs }: Beginnings, text: string): FragmentFound<T>[] {
  const found: FragmentFound<T>[] = [];
  let at = nextWordStart(text, 0);
  while (at < text.length) {
    const { hash, end } = firstWord(text, at);
    const next = nextWordStart(text, end);
    const begun = words[hash];
    // Few words of a log begin a fragment: the others are not even cut out.
    const mayBegin = begun === WHOLE || (begun === BEGUN && pairs[pairHash(hash, firstWord(text, next).hash)] === 1);
    const one = mayBegin ? longestAt(root, text, at) : undefined;
    if (one) found.push(one);
    at = one ? nextWordStart(text, one.end) : next;
  }
  return found;
}

function longestAt<T>(root: Node<T>, text: string, start: number): FragmentFound<T> | undefined {
  let node: Node<T> | undefined = root;
  let best: FragmentFound<T> | undefined;
  const words: Word[] = [];
  for (let at = start; at < text.length; at = nextWordStart(text, at)) {
    const before = words.at(-1);
    if (before && at - before.end > MAX_GAP) break;
    const word = wordAt(text, at);
    node = node.next?.get(word.text);
    if (!node) break;
    words.push(word);
    const hits = node.fragments && hitsOf(node.fragments, text, words);
    if (hits && hits.length > 0) best = { start, end: word.end, hits };
    at = word.end;
  }
  return best;
}

/** Letter for letter, where any is; marks count where there is but one word. */
function hitsOf<T>(fragments: readonly Fragment<T>[], text: string, words: readonly Word[]): FragmentHit<T>[] {
  const [first, second] = words as [Word, Word?];
  const last = words.at(-1) as Word;
  const inside = text.slice(first.start, last.end);
  const hits = fragments.flatMap(({ value, written, lead, isMarked, isToken, gap }): FragmentHit<T>[] => {
    const start = first.start - lead;
    const whole = text.slice(Math.max(0, start), start + written.length);
    if (isMarked && whole.toLowerCase() !== written.toLowerCase()) return [];
    if (isToken && !written.toLowerCase().startsWith(unescaped(inside).toLowerCase(), lead)) return [];
    if (!isToken && GLUED.test(inside) && !GLUED.test(written)) return [];
    if (gap !== undefined && second && gap !== bare(text.slice(first.end, second.start))) return [];
    const isSameCase = whole === written || lettersOf(inside) === lettersOf(written);
    return [{ value, written, isSameCase }];
  });
  const same = hits.filter(({ isSameCase }) => isSameCase);
  return same.length > 0 ? same : hits;
}

/** JSON doubles the marks between the names of a PHP class. */
function unescaped(text: string): string {
  return text.includes('\\') ? text.replaceAll('\\\\', '\\') : text;
}

function bare(gap: string): string {
  return gap.replace(/\s+/g, ' ');
}

function lettersOf(text: string): string {
  return text.replace(/[^\w\p{Lo}]+/gu, '');
}

/** Every character of a script without spaces is a word; `5000ms` is two. */
function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (let at = nextWordStart(text, 0); at < text.length; at = nextWordStart(text, at)) {
    const word = wordAt(text, at);
    words.push(word);
    at = word.end;
  }
  return words;
}
