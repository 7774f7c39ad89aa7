// How many steps a regular expression takes: a matcher that goes the way of V8's, and counts. It knows what ours are made of.

interface State {
  text: string;
  steps: number;
  flags: string;
}
/** Whether it matches from here on, given what follows. */
type Matcher = (state: State, at: number, then: (at: number) => boolean) => boolean;

/** Steps to find every match, or the first one without the flag `g`, as `replace`, `test` and the like do. */
export function countSteps({ source, flags }: RegExp, text: string): number {
  const match = parse(source, flags);
  const state: State = { text, steps: 0, flags };
  let at = 0;
  while (at <= text.length) {
    let end = -1;
    const isFound = match(state, at, (to) => {
      end = to;
      return true;
    });
    if (isFound && !flags.includes('g')) break;
    at = isFound && end > at ? end : at + 1;
  }
  return state.steps;
}

function parse(source: string, flags: string): Matcher {
  let at = 0;
  const peek = (): string => source[at] ?? '';
  const alternatives = (): Matcher => {
    const choices = [sequence()];
    while (peek() === '|') {
      at += 1;
      choices.push(sequence());
    }
    return (state, from, then) => choices.some((choice) => choice(state, from, then));
  };
  const sequence = (): Matcher => {
    const parts: Matcher[] = [];
    while (at < source.length && peek() !== '|' && peek() !== ')') parts.push(quantified(atom()));
    return (state, from, then) => follow(parts, state, from, then);
  };
  const atom = (): Matcher => {
    const [rest] = /^(?:\(\?<?[=!]|\(\?:|\(|\[(?:\\.|[^\]\\])*\]|\\[pPu]\{[^}]*\}|\\u[\da-fA-F]{4}|\\.|[^\\])/.exec(
      source.slice(at),
    ) ?? [''];
    at += rest.length;
    if (rest === '^' || rest === '$' || rest === '\\b') return edge(rest);
    if (!rest.startsWith('(')) return one(new RegExp(rest, flags.replace(/[gym]/g, '')));
    const inner = alternatives();
    at += 1;
    if (rest === '(' || rest === '(?:') return inner;
    return look(inner, { isBehind: rest.includes('<'), isWanted: rest.endsWith('=') });
  };
  const quantified = (part: Matcher): Matcher => {
    const [sign, count] = /^(?:[*+?]|\{(\d*,?\d*)\})\??/.exec(source.slice(at)) ?? [];
    if (!sign) return part;
    at += sign.length;
    const [least = '0', most = least] = (count ?? '').split(',');
    const bounds: Record<string, [number, number]> = { '*': [0, Infinity], '+': [1, Infinity], '?': [0, 1] };
    const [min, max] = bounds[sign[0] ?? ''] ?? [Number(least), most === '' ? Infinity : Number(most)];
    return repeated(part, min, max);
  };
  return alternatives();
}

function follow(parts: readonly Matcher[], state: State, at: number, then: (at: number) => boolean): boolean {
  const [first, ...rest] = parts;
  return first ? first(state, at, (to) => follow(rest, state, to, then)) : then(at);
}

function one(pattern: RegExp): Matcher {
  const known = new Map<string, boolean>();
  return (state, at, then) => {
    state.steps += 1;
    const point = state.text.codePointAt(at);
    if (point === undefined) return false;
    const char = /[uv]/.test(state.flags) ? String.fromCodePoint(point) : state.text.charAt(at);
    const fits = known.get(char) ?? pattern.test(char);
    known.set(char, fits);
    return fits && then(at + char.length);
  };
}

function edge(sign: string): Matcher {
  return (state, at, then) => {
    state.steps += 1;
    const { text, flags } = state;
    const isWord = (index: number): boolean => /\w/.test(text.charAt(index));
    if (sign === '\\b') return isWord(at - 1) !== isWord(at) && then(at);
    const beside = sign === '^' ? text.charAt(at - 1) : text.charAt(at);
    return (beside === '' || (flags.includes('m') && /[\n\r\u2028\u2029]/.test(beside))) && then(at);
  };
}

function look(inner: Matcher, { isBehind, isWanted }: { isBehind: boolean; isWanted: boolean }): Matcher {
  return (state, at, then) => {
    // Ours look back at one character only.
    const isThere = isBehind ? at > 0 && inner(state, at - 1, () => true) : inner(state, at, () => true);
    return isThere === isWanted && then(at);
  };
}

/** Greedy, without recursion where a repetition of one character is long. */
function repeated(part: Matcher, min: number, max: number): Matcher {
  return (state, from, then) => {
    const ends = [from];
    for (let at = from; ends.length <= max; ) {
      const before = at;
      const isThere = part(state, at, (to) => {
        at = to;
        return true;
      });
      if (!isThere || at === before) break;
      ends.push(at);
    }
    for (let count = ends.length - 1; count >= min; count -= 1) {
      state.steps += 1;
      if (then(ends[count] ?? from)) return true;
    }
    return false;
  };
}
