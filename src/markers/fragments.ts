// What markers are written as, found in a text word by word: the cost is the text's length, however many markers there
// are. Case and marks between words are compared afterwards, where they tell.

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

interface Word {
  text: string;
  start: number;
  end: number;
}

/** Words of a name or a path rather than of a sentence: `no-such-host.invalid`. */
const GLUED = /\w[-/.]\w/;
/** Marks and spaces between two words of one fragment. */
const MAX_GAP = 8;

export function createFragments<T>(written: Iterable<readonly [written: string, value: T]>): Fragments<T> {
  const root: Node<T> = { next: undefined, fragments: undefined };
  for (const [text, value] of written) add(root, text, value);
  return { find: (text) => find(root, text) };
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

function find<T>(root: Node<T>, text: string): FragmentFound<T>[] {
  const found: FragmentFound<T>[] = [];
  const words = wordsOf(text);
  for (let place = 0; place < words.length; place++) {
    const one = longestAt(root, text, words, place);
    if (!one) continue;
    found.push(one.found);
    place = one.last;
  }
  return found;
}

function longestAt<T>(root: Node<T>, text: string, words: readonly Word[], place: number) {
  let node: Node<T> | undefined = root;
  let best: { found: FragmentFound<T>; last: number } | undefined;
  for (let at = place; at < words.length; at++) {
    const word = words[at] as Word;
    if (at > place && word.start - (words[at - 1] as Word).end > MAX_GAP) break;
    node = node.next?.get(word.text);
    if (!node) break;
    const hits = node.fragments && hitsOf(node.fragments, text, words.slice(place, at + 1));
    if (hits && hits.length > 0) best = { found: { ...bounds(words[place] as Word, word), hits }, last: at };
  }
  return best;
}

function bounds(first: Word, last: Word): { start: number; end: number } {
  return { start: first.start, end: last.end };
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

/** In lower case. Every character of a script without spaces is a word; `5000ms` is two. */
function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  const pattern = /\d+(?=[A-Za-z])|\w+|\p{Lo}/gu;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const start = match.index;
    words.push({ text: match[0].toLowerCase(), start, end: start + match[0].length });
  }
  return words;
}
