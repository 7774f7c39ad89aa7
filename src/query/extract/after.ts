// What stands after a number: a reason phrase, a count, a unit, or the words of a sentence.
import { type Counted, countAfter } from './count.ts';
import { isPhrase, mayStartPhrase, startsWithPhrase } from './phrases.ts';
import { HAN_AFTER, isCounted, type Sign, WORDS_AFTER } from './words.ts';

/** `502s` and `502ing` make a word of the code; the plural may also mean seconds. */
export interface Ending {
  kind: 'none' | 'plural' | 'verb';
  length: number;
}

/** How many words after the number are read in search of what it counts: `500 new active users`. */
const WORDS_ON = 3;

const ENDING = /^['’]?(?:(s)|ing|e?d)(?![A-Za-z0-9_])/;
/** Marks between a code and its phrase: `(404) Not Found`, `404 - Not Found`, `502 "Bad Gateway"`, `500: …`. */
const PHRASE = /^[\s)\]"'`*_:,.(|>/\\[–—-]{0,6}([A-Za-z\u3400-\u9fff][A-Za-z'_ \u3400-\u9fff/-]{1,47})/;
/** A word that belongs to the number grammatically: nothing but spaces and mark-up lie between. */
const ATTACHED = /^[\s`*_~-]{0,4}/;

const NO_ENDING: Ending = { kind: 'none', length: 0 };

export function endingOf(right: string): Ending {
  const match = /^['’a-z]/.test(right) ? ENDING.exec(right) : null;
  return match ? { kind: match[1] ? 'plural' : 'verb', length: match[0].length } : NO_ENDING;
}

/** Whether the code's own reason phrase follows it, and how it is written. */
export function phraseAfter(code: string, right: string): 'none' | 'lower-case' | 'capitalised' {
  if (!mayStartPhrase(code, firstLetter(right, 0))) return 'none';
  const words = PHRASE.exec(right)?.[1];
  if (words === undefined || !startsWithPhrase(code, words)) return 'none';
  return /^[a-z]/.test(words) ? 'lower-case' : 'capitalised';
}

/** A count after the phrase: `502 Bad Gateway: 310`. */
export function countAfterPhrase(code: string, right: string): Counted | undefined {
  if (!mayStartPhrase(code, firstLetter(right, 0))) return undefined;
  const match = PHRASE.exec(right);
  // `Bad Gateway x 87`: the sign is a letter.
  const times = /\sx\s{0,3}$/.exec(match?.[1] ?? '')?.[0].length ?? 0;
  if (!match?.[1] || !isPhrase(code, match[1].slice(0, match[1].length - times))) return undefined;
  const end = match[0].length - times;
  const closed = end + (/[)\]]/.test(right.charAt(end)) ? 1 : 0);
  const counted = countAfter(code, right.slice(closed));
  return counted && { count: counted.count, length: closed + counted.length };
}

/** The first character after a number that may begin a phrase: most words are dismissed by it alone. */
export function firstLetter(text: string, from: number): string {
  for (let index = from; index <= from + 6; index++) {
    const code = text.charCodeAt(index);
    if (code > 0x3400 || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return text.charAt(index);
  }
  return '';
}

/** A sentence goes on: `502 on checkout`. */
export function isInSentence(right: string): boolean {
  return /^(?: [A-Za-z]| ?[\u3400-\u9fff])/.test(right);
}

/** `404 GET /nope`: the request stands after its status. */
export function isBeforeRequest(left: string, right: string): boolean {
  return (
    /(?:^|[^\d] |[\])])$/.test(left.slice(-2)) &&
    /^ (?:GET|POST|PUT|DELETE|HEAD|PATCH|OPTIONS) {1,3}(?:\/|https?:)/.test(right)
  );
}

/** A numbered line of source, as test runners print it: `> 404 | expect(status)`. */
export function isCodeFrame(left: string, right: string): boolean {
  return /^\s{0,12}>?\s{0,4}$/.test(left) && /^ {1,3}\|(?: {1,20}[a-z{}<(]| *$)/.test(right);
}

/** `500 错误 404 次`: what is counted is an error. */
export function isCountedError(right: string): boolean {
  return /^\s?(?:错误|报错|异常|超时)/.test(right);
}

/** The sign of the characters after the number; `right` ends with its line or well after the number. */
export function signAfter(right: string): Sign {
  if (/^\s(?:\/[A-Za-z]|https?:\/\/|[!=]==? \d{3}(?!\d))/.test(right)) return 'hint';
  const rest = right.slice(/^ [A-Za-z]/.test(right) ? 1 : (ATTACHED.exec(right)?.[0].length ?? 0));
  if (/^[a-z]{1,20}(?![\w.=-])/.test(rest)) return signOfEnglish(rest);
  if (/^[\u3400-\u9fff]/.test(rest)) return HAN_AFTER.find(([, pattern]) => pattern.test(rest))?.[0] ?? 'open';
  if (/^\d/.test(rest)) return 'other';
  // Another key of the line is no word: `502 bytes=157`.
  if (!/^[A-Za-zµ]/.test(rest) || /^[\w.-]{1,30}=/.test(rest)) return 'open';
  return signOfEnglish(rest);
}

function signOfEnglish(right: string): Sign {
  let start = 0;
  for (let index = 0; index < WORDS_ON; index++) {
    const word = wordAt(right, start);
    if (word === '') break;
    const sign = WORDS_AFTER.get(word);
    if (index === 0 && sign) return isAmount(right) ? 'contrary' : sign;
    if (sign) return sign === 'contrary' ? 'contrary' : 'other';
    if (isCounted(word)) return 'contrary';
    start += word.length + 1;
  }
  return 'other';
}

function wordAt(text: string, start: number): string {
  let end = start;
  while (isLetter(text.charCodeAt(end))) end++;
  return text.slice(start, end).toLowerCase().replace('’', "'");
}

/** A letter, `'`, `-`, `’` or `µ`. */
function isLetter(code: number): boolean {
  if (code >= 97) return code <= 122 || code === 0xb5 || code === 0x2019;
  return (code >= 65 && code <= 90) || code === 39 || code === 45;
}

/** `500 or more`, `200 to 300`, `500 in total`, `404 errors, 98 warnings`. */
function isAmount(right: string): boolean {
  return /^(?:or (?:more|less|so|fewer|higher|above|below)|to \d|in total|and (?:counting|above|up|over)|errors?,? (?:and )?\d)/i.test(
    right,
  );
}
