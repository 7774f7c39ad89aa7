// Weighs what stands around a number: is it a status code?
import { type After, signAfter } from './extract-after.ts';
import { endOfWord, signBefore } from './extract-before.ts';
import { countBefore, uniqCount } from './extract-count.ts';
import { isStatusColumn } from './extract-formats.ts';
import { endsWithPhrase } from './extract-phrases.ts';
import { HTTP_TALK, HTTP_TALK_STRICT, type Sign } from './extract-words.ts';

export interface Candidate {
  code: string;
  start: number;
  end: number;
  /** The characters of its line before it and after it, as many as are read. */
  left: string;
  right: string;
  /** Whether `left` begins with the line. */
  isWholeLeft: boolean;
  /** A decimal follows that is no known sub-status: `502.7`. */
  isDecimal: boolean;
}

/** `proven` and `likely` are codes, `possible` only beside one of those: `500, 502 and 503 errors`. */
export type Verdict = 'proven' | 'likely' | 'possible' | 'refuted';

export interface Judgement {
  verdict: Verdict;
  count: number;
  /** The text says how often it occurred. */
  isCounted: boolean;
  /** Where the code ends, with its count. */
  end: number;
}

/** How many characters to each side the formats of logs are looked up in. */
const SHAPE_WINDOW = 80;

export function judge(candidate: Candidate): Judgement {
  const { code, left, right, isWholeLeft } = candidate;
  const after = signAfter(code, right);
  const uniq = isWholeLeft ? uniqCount(left) : undefined;
  const counted = after.count ?? uniq ?? countBefore(left, after.ending === 'plural');
  const verdict = isStatusColumn(left.slice(-SHAPE_WINDOW), right)
    ? 'proven'
    : weigh(candidate, uniq === undefined ? signBefore(left) : 'hint', after);
  const isCounted = counted !== undefined;
  return { verdict, count: counted ?? 1, isCounted, end: candidate.end + after.length };
}

function weigh(candidate: Candidate, before: Sign, after: After): Verdict {
  if (after.phrase === 'capitalised') return 'proven';
  if (before === 'contrary') return 'refuted';
  if (after.phrase === 'lower-case' || isAfterPhrase(candidate)) return 'proven';
  if (before === 'proof') return isMeasure(candidate.right) ? 'refuted' : 'proven';
  if (after.sign === 'contrary' || candidate.isDecimal) return 'refuted';
  if (after.ending !== '') return weighEnding(candidate, before, after);
  const isError = isErrorCode(candidate.code);
  if (after.sign === 'hint' && (isError || before === 'hint')) return 'proven';
  if (before === 'hint') return isError || after.sign === 'open' ? 'likely' : 'possible';
  if (isArticle(candidate.left) && isError && after.sign !== 'other') return 'likely';
  if (before === 'open' && after.isSentence && isError && !isRound(candidate.code)) return 'likely';
  return isTalkOfHttp(candidate, before, after) ? 'likely' : 'possible';
}

/** `502s` are errors unless they may be seconds; `502ing` is never anything else. */
function weighEnding(candidate: Candidate, before: Sign, after: After): Verdict {
  if (!isErrorCode(candidate.code)) return 'possible';
  if (after.ending === 'verb' || before === 'hint') return 'proven';
  if (/\b(?:in|after|for|up|every|within|the) $/i.test(candidate.left))
    return isTalkOfHttp(candidate, before, after) ? 'likely' : 'possible';
  return isRound(candidate.code) && !isTalkOfHttp(candidate, before, after) ? 'possible' : 'proven';
}

const EDGE_ERROR =
  /(?:\berror(?: code)?|\bcloudflare(?:'s)?(?: error)?|\bcf(?: error)?)["']?[\s:]{1,3}["'(]{0,2}$|cf-error-code">$/i;
const EDGE_KEY = /(?:错误|错误码|错误代码|code["']?)[\s:=]{0,3}["'(]{0,2}$/i;
const EDGE_TALK = /cloudflare|\bcf\b|\bray[ -]?id/i;
/** MySQL's errors and the close codes of WebSocket have four digits as well. */
const OTHER_FOUR_DIGITS = /sql|maria|socket|\bws\b|\bclosed?\b/i;

/** Four digits are a code only as an error of Cloudflare: `Error 1020`, `error code: 1015`. */
export function isEdgeError({ left, right }: Candidate): boolean {
  const near = left.slice(-SHAPE_WINDOW);
  if (OTHER_FOUR_DIGITS.test(near) || /^ \([A-Z0-9]{5}\)/.test(right)) return false;
  return EDGE_ERROR.test(near) || (EDGE_KEY.test(near) && EDGE_TALK.test(left + right));
}

/** Units that a status never has, whatever key it stands under. */
function isMeasure(right: string): boolean {
  return /^\s{0,2}(?:ms|µs|us|ns|secs?|seconds?|minutes?|bytes?|[kmgt]i?b|毫秒|秒|字节)(?![a-z=:_"'])/i.test(right);
}

/** `Not Found (404)`, `Gateway Timeout: 504`. */
function isAfterPhrase({ code, left }: Candidate): boolean {
  const end = endOfWord(left, left.length);
  return left.length - end <= 4 && endsWithPhrase(code, left.slice(Math.max(0, end - 48), end));
}

/** Near talk of HTTP, an error code that nothing speaks against is one. */
function isTalkOfHttp({ code, left, right }: Candidate, before: Sign, after: After): boolean {
  if (!isErrorCode(code) || before === 'contrary' || after.sign === 'other') return false;
  // A path, a process id in brackets, or one of several numbers; a time of day may stand before a message.
  if (/\/\s?$|\[\s?$|(?<!:\d)\d\W{0,3}$/.test(left) || right.startsWith('/')) return false;
  return (isRound(code) ? HTTP_TALK_STRICT : HTTP_TALK).test(`${left.slice(-SHAPE_WINDOW)} ${right}`);
}

function isArticle(left: string): boolean {
  return /\b(?:a|an|another|this|that|these|those|more|some|any|no)\s["'`*]{0,2}$/i.test(left);
}

/** `400` and `500` are round amounts as well. */
export function isRound(code: string): boolean {
  return code.endsWith('00');
}

export function isErrorCode(code: string): boolean {
  return code.startsWith('4') || code.startsWith('5');
}
