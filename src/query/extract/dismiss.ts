// The cheap refusal: most numbers of a log or a sentence count or name what the word beside them says.
import { firstLetter } from './after.ts';
import { mayStartCount } from './count.ts';
import type { Line } from './lines.ts';
import { mayEndPhrase, mayStartPhrase } from './phrases.ts';
import { isCounted, WORDS_AFTER, WORDS_BEFORE } from './words.ts';

const SPACE = 32;
const COMMA = 44;
const APOSTROPHES = "'’";
/** What may follow the word after a number. */
const WORD_ENDS = ' ,;:)\n';
const LONGEST_WORD = 20;

/**
 * Whether the word right before or right after a code of three digits refuses it, and nothing near may speak for it:
 * `worker 204 finished`, `in 417 ms, 403 rows`. `judge` would refuse it too, after ten times the work.
 */
export function isDismissed(text: string, line: Line, code: string, start: number): boolean {
  const end = start + code.length;
  const next = text.charAt(end);
  if (isLowerCase(next.charCodeAt(0)) || (next !== '' && APOSTROPHES.includes(next))) return false;
  if (next === ' ' && isUpperCase(text.charCodeAt(end + 1))) return false;
  if (mayStartPhrase(code, firstLetter(text, end))) return false;
  if (start === line.start) return isCountedAfter(text, end);
  if (text.charCodeAt(start - 1) !== SPACE) return false;
  const isAfterComma = text.charCodeAt(start - 2) === COMMA;
  const wordEnd = start - (isAfterComma ? 2 : 1);
  const wordStart = startOfWord(text, wordEnd);
  const isWhole = wordEnd - wordStart > 1 && (wordStart === line.start || text.charCodeAt(wordStart - 1) === SPACE);
  if (!isWhole || mayEndPhrase(code, text.charAt(wordEnd - 1))) return false;
  const sign = isAfterComma ? 'open' : WORDS_BEFORE.get(text.slice(wordStart, wordEnd));
  return sign === 'contrary' || (sign !== 'proof' && sign !== 'skip' && isCountedAfter(text, end));
}

function isCountedAfter(text: string, end: number): boolean {
  if (text.charCodeAt(end) !== SPACE || mayStartCount(text.charAt(end + 1))) return false;
  const word = text.slice(end + 1, endOfWord(text, end + 1));
  if (word === '' || !WORD_ENDS.includes(text.charAt(end + 1 + word.length))) return false;
  const sign = WORDS_AFTER.get(word);
  return sign === undefined ? isCounted(word) : sign === 'contrary';
}

function startOfWord(text: string, end: number): number {
  let start = end;
  while (end - start < LONGEST_WORD && isLowerCase(text.charCodeAt(start - 1))) start--;
  return start;
}

function endOfWord(text: string, start: number): number {
  let end = start;
  while (end - start < LONGEST_WORD && isLowerCase(text.charCodeAt(end))) end++;
  return end;
}

/** A method after the number: `404 GET /nope`. */
function isUpperCase(code: number): boolean {
  return code >= 65 && code <= 90;
}

function isLowerCase(code: number): boolean {
  return code >= 97 && code <= 122;
}
