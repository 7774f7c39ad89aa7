// What stands after a number: a reason phrase, a count, a unit, or the words of a sentence.
import { countAfter } from './extract-count.ts';
import { startsWithPhrase } from './extract-phrases.ts';
import { HAN_AFTER, NOT_COUNTED, type Sign, WORDS_AFTER } from './extract-words.ts';

export interface After {
  sign: Sign;
  /** The code's own reason phrase follows. */
  phrase: 'none' | 'lower-case' | 'capitalised';
  /** `502s`, `502ing`; the plural may also mean seconds. */
  ending: '' | 'plural' | 'verb';
  /** A sentence goes on: `502 on checkout`. */
  isSentence: boolean;
  count: number | undefined;
  /** How many characters the ending and the count take. */
  length: number;
}

/** How many words after the number are read in search of what it counts: `500 new active users`. */
const WORDS_ON = 3;

const ENDING = /^['’]?(?:(s)|ing|e?d)(?![A-Za-z0-9_])/;
/** Marks between a code and its phrase: `(404) Not Found`, `404 - Not Found`, `502 "Bad Gateway"`, `500: …`. */
const PHRASE = /^[\s)\]"'`*_:,.(|>/\\[–—-]{0,6}([A-Za-z\u3400-\u9fff][A-Za-z'_ \u3400-\u9fff/-]{1,47})/;
/** A word that belongs to the number grammatically: nothing but spaces and mark-up lie between. */
const ATTACHED = /^[\s`*_~-]{0,4}/;

/** The signs of the characters after the number; `right` ends with its line or well after the number. */
export function signAfter(code: string, right: string): After {
  const ending = ENDING.exec(right);
  const rest = ending ? right.slice(ending[0].length) : right;
  const counted = countAfter(code, rest);
  const length = right.length - rest.length + (counted?.length ?? 0);
  const after: After = {
    sign: 'open',
    phrase: phraseAfter(code, rest),
    ending: ending ? (ending[1] ? 'plural' : 'verb') : '',
    isSentence: !counted && /^ [A-Za-z]/.test(rest),
    count: counted?.count,
    length,
  };
  if (!counted) after.sign = signOfWords(rest);
  if (after.sign !== 'open') after.isSentence = false;
  return after;
}

function phraseAfter(code: string, right: string): After['phrase'] {
  const words = PHRASE.exec(right)?.[1];
  if (words === undefined || !startsWithPhrase(code, words)) return 'none';
  return /^[a-z]/.test(words) ? 'lower-case' : 'capitalised';
}

function signOfWords(right: string): Sign {
  const skipped = ATTACHED.exec(right)?.[0].length ?? 0;
  const rest = right.slice(skipped);
  if (/^[\u3400-\u9fff]/.test(rest)) return HAN_AFTER.find(([, pattern]) => pattern.test(rest))?.[0] ?? 'open';
  if (/^\d/.test(rest)) return 'other';
  if (/^\s(?:\/[A-Za-z]|https?:\/\/)/.test(right)) return 'hint';
  // Another key of the line is no word: `502 bytes=157`.
  if (!/^[A-Za-zµ]/.test(rest) || /^[\w.-]{1,30}=/.test(rest)) return 'open';
  return signOfEnglish(rest);
}

function signOfEnglish(right: string): Sign {
  const words = right.split(/[^A-Za-zµ'’-]/, WORDS_ON);
  for (const [index, raw] of words.entries()) {
    const word = raw.toLowerCase().replace('’', "'");
    if (word === '') break;
    const sign = WORDS_AFTER.get(word);
    if (index === 0 && sign) return isAmount(right) ? 'contrary' : sign;
    if (sign) return sign === 'contrary' ? 'contrary' : 'other';
    if (word.endsWith('s') && !NOT_COUNTED.test(word)) return 'contrary';
  }
  return 'other';
}

/** `500 or more`, `200 to 300`, `500 in total`. */
function isAmount(right: string): boolean {
  return /^(?:or (?:more|less|so|fewer|higher|above|below)|to \d|in total|and (?:counting|above|up|over))\b/i.test(
    right,
  );
}
