// How much work a function does with texts: the characters of every text that is handed to what looks through it.

const STRING_METHODS = [
  'indexOf',
  'lastIndexOf',
  'includes',
  'split',
  'replace',
  'replaceAll',
  'match',
  'matchAll',
  'search',
] as const;
const TRIMS = ['trim', 'trimStart', 'trimEnd', 'normalize', 'toWellFormed', 'toLowerCase', 'toUpperCase'] as const;

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** Of one run; built-in methods of texts are watched meanwhile. */
export function countCharacters(work: () => unknown): number {
  let characters = 0;
  const restore: (() => void)[] = [];
  const watch = (owner: object, name: PropertyKey, cost: (self: unknown, args: unknown[]) => number): void => {
    const own = Reflect.get(owner, name) as Method;
    const watched: Method = function (...args) {
      characters += cost(this, args);
      return own.apply(this, args);
    };
    Object.defineProperty(owner, name, { value: watched, writable: true, configurable: true });
    restore.push(() => Object.defineProperty(owner, name, { value: own, writable: true, configurable: true }));
  };
  const lengthOf = (value: unknown): number => String(value).length;
  for (const name of [...STRING_METHODS, ...TRIMS]) watch(String.prototype, name, lengthOf);
  watch(String.prototype, 'slice', (self, [from, to]) => sliceLength(lengthOf(self), from, to));
  watch(String.prototype, 'charAt', () => 1);
  // Not `exec`: once that is another function, `replace` calls it for every match.
  watch(RegExp.prototype, 'test', (_, [text]) => lengthOf(text));
  watch(Intl.Segmenter.prototype, 'segment', (_, [text]) => lengthOf(text));
  watch(Array.prototype, 'join', (self) => (Array.isArray(self) ? self.length : 0));
  try {
    work();
  } finally {
    for (const undo of restore.reverse()) undo();
  }
  return characters;
}

function sliceLength(length: number, from: unknown, to: unknown): number {
  const index = (value: unknown, missing: number): number => {
    const number = value === undefined ? missing : Number(value);
    return Math.min(length, number < 0 ? Math.max(0, length + number) : number);
  };
  return Math.max(0, index(to, length) - index(from, 0));
}
