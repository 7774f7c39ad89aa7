// Names in a text, the longest first: the cost is the text's length, however many names there are.

export interface NameFound {
  /** What the name stands for. */
  id: string;
  name: string;
  start: number;
  end: number;
}

export interface Names {
  id: (name: string) => string | undefined;
  /** In the order of the text; none overlaps another. The text is in lower case. */
  find: (text: string) => NameFound[];
  /** With the shorter names that those begin with: `squid` of `squid proxy`. */
  every: (text: string) => NameFound[];
}

/** By first character, how long the names are that begin so, the longest first. */
type Lengths = ReadonlyMap<string, readonly number[]>;

const ASCII = /^[\x20-\x7e]+$/;

export function createNames(names: Iterable<readonly [name: string, id: string]>): Names {
  const ids = new Map(names);
  const lengths = lengthsOf(ids.keys());
  const at = (text: string, start: number, shorterThan = Number.POSITIVE_INFINITY): NameFound | undefined => {
    // Most characters begin no name at all.
    const candidates = lengths.get(text.charAt(start));
    if (!candidates) return undefined;
    for (const length of candidates) {
      if (length >= shorterThan) continue;
      const end = start + length;
      const name = text.slice(start, end);
      const id = name.length === length ? ids.get(name) : undefined;
      if (id !== undefined && isBounded(text, name, start)) return { id, name, start, end };
    }
    return undefined;
  };
  const find = (text: string): NameFound[] => {
    const found: NameFound[] = [];
    for (let start = 0; start < text.length; start++) {
      const one = at(text, start);
      if (!one) continue;
      found.push(one);
      start = one.end - 1;
    }
    return found;
  };
  return {
    id: (name) => ids.get(name),
    find,
    every: (text) =>
      find(text).flatMap((found) => {
        const all = [found];
        for (let one = at(text, found.start, found.name.length); one; one = at(text, one.start, one.name.length))
          all.push(one);
        return all;
      }),
  };
}

/** The text with every name replaced by what `stand` makes of it. */
export function replaceNames(text: string, found: readonly NameFound[], stand: (name: string) => string): string {
  let result = '';
  let from = 0;
  for (const { name, start, end } of found) {
    result += text.slice(from, start) + stand(name);
    from = end;
  }
  return result + text.slice(from);
}

function lengthsOf(names: Iterable<string>): Lengths {
  const lengths = new Map<string, number[]>();
  for (const name of names) {
    const known = lengths.get(name.charAt(0));
    if (!known) lengths.set(name.charAt(0), [name.length]);
    else if (!known.includes(name.length)) known.push(name.length);
  }
  for (const known of lengths.values()) known.sort((a, b) => b - a);
  return lengths;
}

/** A Latin name is a word of its own, but a code may touch it: `nginx502`, `499nginx`. Han has no such bounds. */
function isBounded(text: string, name: string, start: number): boolean {
  if (!ASCII.test(name)) return true;
  const end = start + name.length;
  if (isLetter(text, start - 1) || isLetter(text, end)) return false;
  const isFreeBefore = !isDigit(text, start - 1) || (isCode(text, start - 3) && !isDigit(text, start - 4));
  return isFreeBefore && (!isDigit(text, end) || (isCode(text, end) && !isDigit(text, end + 3)));
}

function isCode(text: string, start: number): boolean {
  return isDigit(text, start) && isDigit(text, start + 1) && isDigit(text, start + 2);
}

function isLetter(text: string, place: number): boolean {
  const character = text.charAt(place);
  return character >= 'a' && character <= 'z';
}

function isDigit(text: string, place: number): boolean {
  const character = text.charAt(place);
  return character >= '0' && character <= '9';
}
