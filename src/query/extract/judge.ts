// Weighs what stands around a number: is it a status code?
import {
  countAfterPhrase,
  type Ending,
  endingOf,
  isBeforeRequest,
  isCodeFrame,
  isCountedError,
  isInSentence,
  phraseAfter,
  signAfter,
} from './after.ts';
import { endOfWord, signBefore } from './before.ts';
import { countAfter, countBefore, uniqCount } from './count.ts';
import { shapeAround } from './formats.ts';
import { endsWithPhrase } from './phrases.ts';
import { HTTP_TALK, HTTP_TALK_STRICT, type Sign } from './words.ts';

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
  /** Only keys lead to another code in its line. */
  isLast: boolean;
}

export function refusal(end: number): Judgement {
  return { verdict: 'refuted', count: 1, isCounted: false, end, isLast: false };
}

/** How many characters to each side talk of HTTP is looked for in. */
const NEAR = 80;

/** What is known once the left side has not settled the matter. */
interface Evidence {
  before: Sign;
  after: Sign;
  ending: Ending['kind'];
  /** What follows the code, its ending and its count. */
  rest: string;
}

export function judge(candidate: Candidate): Judgement {
  const { code, left, right, end } = candidate;
  const shape = shapeAround(left, right);
  const uniq = candidate.isWholeLeft ? uniqCount(left) : undefined;
  const before = shape || code.length === 4 || isBeforeRequest(left, right) ? 'proof' : signOfLeft(candidate, uniq);
  const ending = endingOf(right);
  const rest = right.slice(ending.length);
  const isLast = shape?.isLast ?? false;
  if (isCodeFrame(left, right)) return refusal(end);
  // The numbers of a structured log mostly end here: their keys say what they are.
  if (before === 'contrary') {
    const isPhrased = phraseAfter(code, rest) === 'capitalised';
    return { ...refusal(end), verdict: isPhrased ? 'proven' : 'refuted', isLast };
  }
  const counted = countAfter(code, rest) ?? countAfterPhrase(code, rest);
  const isPlural = ending.kind === 'plural' || rest.startsWith(' errors');
  const count = counted?.count ?? uniq ?? countBefore(left, isPlural);
  const evidence = {
    before,
    ending: ending.kind,
    rest,
    after: before === 'proof' || (counted && !isCountedError(rest)) ? 'open' : signAfter(rest),
  } as const;
  const verdict = before === 'proof' ? 'proven' : weigh(candidate, evidence);
  const total = end + ending.length + (counted?.length ?? 0);
  return { verdict, count: count ?? 1, isCounted: count !== undefined, end: total, isLast };
}

function signOfLeft({ code, left }: Candidate, uniq: number | undefined): Sign {
  if (uniq !== undefined) return 'hint';
  const sign = signBefore(left);
  return sign !== 'proof' && isAfterPhrase(code, left) ? 'proof' : sign;
}

/** `Not Found (404)`, `Gateway Timeout: 504`. */
function isAfterPhrase(code: string, left: string): boolean {
  const end = endOfWord(left, left.length);
  return left.length - end <= 4 && endsWithPhrase(code, left.slice(Math.max(0, end - 48), end));
}

/** For numbers that what stands before them neither proves nor refutes. */
function weigh(candidate: Candidate, evidence: Evidence): Verdict {
  const { before, after, rest } = evidence;
  if (phraseAfter(candidate.code, rest) !== 'none') return 'proven';
  if (after === 'contrary' || candidate.isDecimal) return 'refuted';
  if (evidence.ending !== 'none') return weighEnding(candidate, evidence);
  const isError = isErrorCode(candidate.code);
  if (after === 'hint' && (isError || before === 'hint')) return 'proven';
  if (before === 'hint') return isError || after === 'open' ? 'likely' : 'possible';
  if (!isError || after === 'other') return 'possible';
  if (isArticle(candidate.left)) return 'likely';
  if (before === 'open' && !isRound(candidate.code) && isInSentence(rest)) return 'likely';
  return isTalkOfHttp(candidate) ? 'likely' : 'possible';
}

/** `502s` are errors unless they may be seconds; `502ing` is never anything else. */
function weighEnding(candidate: Candidate, { before, ending, after }: Evidence): Verdict {
  if (!isErrorCode(candidate.code)) return 'possible';
  if (ending === 'verb' || before === 'hint') return 'proven';
  const isTalk = after !== 'other' && isTalkOfHttp(candidate);
  if (/\b(?:in|after|for|up|every|within|the) $/i.test(candidate.left.slice(-8))) return isTalk ? 'likely' : 'possible';
  return isRound(candidate.code) && !isTalk ? 'possible' : 'proven';
}

const EDGE_ERROR =
  /(?:\berror(?: code)?|\bcloudflare(?:'s)?(?: error)?|\bcf(?: error)?)["']?[\s:]{1,3}["'(]{0,2}$|cf-error-code">$/i;
const EDGE_KEY = /(?:错误|错误码|错误代码|code["']?)[\s:=]{0,3}["'(]{0,2}$/i;
const EDGE_TALK = /cloudflare|\bcf\b|\bray[ -]?id/i;
/** MySQL's errors and the close codes of WebSocket have four digits as well. */
const OTHER_FOUR_DIGITS = /sql|maria|socket|\bws\b|\bclosed?\b/i;

/** Four digits are a code only as an error of Cloudflare: `Error 1020`, `error code: 1015`. */
export function isEdgeError({ left, right }: Candidate): boolean {
  const near = left.slice(-NEAR);
  if (OTHER_FOUR_DIGITS.test(near) || /^ \([A-Z0-9]{5}\)/.test(right)) return false;
  return EDGE_ERROR.test(near) || (EDGE_KEY.test(near) && EDGE_TALK.test(left + right));
}

/** Near talk of HTTP, an error code that nothing speaks against is one. */
function isTalkOfHttp({ code, left, right }: Candidate): boolean {
  // A path, a process id in brackets, or one of several numbers; a time of day may stand before a message.
  if (/\/\s?$|\[\s?$|(?<!:\d)\d\W{0,3}$/.test(left.slice(-6)) || right.startsWith('/')) return false;
  return (isRound(code) ? HTTP_TALK_STRICT : HTTP_TALK).test(`${left.slice(-NEAR)} ${right}`);
}

function isArticle(left: string): boolean {
  return /\b(?:a|an|another|this|that|these|those|more|some|any|no)\s["'`*]{0,2}$/i.test(left.slice(-12));
}

/** `400` and `500` are round amounts as well. */
export function isRound(code: string): boolean {
  return code.endsWith('00');
}

export function isErrorCode(code: string): boolean {
  return code.startsWith('4') || code.startsWith('5');
}
