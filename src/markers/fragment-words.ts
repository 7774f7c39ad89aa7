// Where words begin and end, character by character: most texts hold many words and few that begin a marker.

export interface Word {
  /** In lower case. */
  text: string;
  start: number;
  end: number;
}

/** How many hashes of words there are; a power of two. */
export const HASHES = 1 << 15;

const ASCII = 128;
/** Letters in lower case, digits and `_`; all else is 0. */
const WORD_CHARACTERS = Uint8Array.from({ length: ASCII }, (_, code) => {
  const character = String.fromCharCode(code);
  return /\w/.test(character) ? character.toLowerCase().charCodeAt(0) : 0;
});
const NINE = 57;

/** The first place from `from` on where a word begins, or the text's length. */
export function nextWordStart(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code < ASCII ? WORD_CHARACTERS[code] !== 0 : isLetter(text, at)) return at;
    at++;
  }
  return at;
}

export function wordAt(text: string, start: number): Word {
  const { end } = firstWord(text, start);
  return { text: text.slice(start, end).toLowerCase(), start, end };
}

/** The end of the word that begins at `start`, and a hash of it. */
export function firstWord(text: string, start: number): { hash: number; end: number } {
  const first = text.charCodeAt(start);
  if (first >= ASCII)
    return { hash: first & (HASHES - 1), end: start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1) };
  let hash = 0;
  let end = start;
  let isNumber = true;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    const letter = code < ASCII ? (WORD_CHARACTERS[code] as number) : 0;
    if (letter === 0) break;
    // `_` does not end a number, as a letter does.
    if (isNumber && code > NINE) {
      if (end > start && letter >= 97) break;
      isNumber = false;
    }
    hash = (hash * 31 + letter) & (HASHES - 1);
  }
  return { hash, end };
}

/** Of a script that has no capitals. */
function isLetter(text: string, at: number): boolean {
  const code = text.codePointAt(at) ?? 0;
  return (code >= 0x4e00 && code <= 0x9fff) || /\p{Lo}/u.test(String.fromCodePoint(code));
}

/** A hash of two words. */
export function pairHash(first: number, second: number): number {
  return (first * 31 + second) & (HASHES - 1);
}
