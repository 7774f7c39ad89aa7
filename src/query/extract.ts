// The status codes that really are ones in a log, a stack trace, an alert or a chat message.
//
// How a number of three digits is judged, the cheapest and strongest evidence first:
// 1. the characters that touch it: `$404`, `app.js:404:12`, `404 MB` are none (number.ts);
// 2. the column of a known log format: there it is one (formats.ts, w3c.ts);
// 3. the word beside it, where that alone refuses it: `worker 204`, `403 rows` (dismiss.ts);
// 4. what stands before it: `HTTP`, `status=` prove it, `port`, `took` refute it (before.ts, words.ts);
// 5. what stands after it: `Bad Gateway` proves it, `rows` refutes it (after.ts, phrases.ts, words.ts);
// 6. where neither side decides: the talk near it (judge.ts), the numbers beside it (chain.ts), or that the line holds
//    nothing else (bare.ts).
import { isBareCodes } from './extract/bare.ts';
import { type Chain, createChain } from './extract/chain.ts';
import { countedPair } from './extract/count.ts';
import { isDismissed } from './extract/dismiss.ts';
import { isAfterKey, isAfterRequest, isAfterTimers, isPlainStatus } from './extract/formats.ts';
import { haproxyStatus } from './extract/haproxy-line.ts';
import { type Candidate, isEdgeError, judge, refusal } from './extract/judge.ts';
import { createLines, type Line, toPlainForms } from './extract/lines.ts';
import { createNumberPattern, startOfNumber } from './extract/number.ts';
import { createTally, type ExtractedCode, type Tally } from './extract/tally.ts';
import { type Columns, createColumns, w3cStatus } from './extract/w3c.ts';

export interface Extraction {
  /** The most telling first. */
  codes: ExtractedCode[];
}

/** How many characters on each side of a number are read: that bounds the work for each, whatever the text. */
const LEFT_WINDOW = 400;
const RIGHT_WINDOW = 64;

/** Linear in the length of `text`. `isKnown` says whether the dataset has a code. */
export function extract(text: string, isKnown: (code: string) => boolean): Extraction {
  const reading = createReading(text, isKnown);
  const numbers = createNumberPattern();
  // `test` makes no array for each of the many numbers, most of which are soon dismissed.
  while (numbers.test(reading.plain)) numbers.lastIndex = read(reading, numbers.lastIndex);
  reading.chain.close();
  return { codes: reading.tally.ranked() };
}

interface Reading {
  plain: string;
  isKnown: (code: string) => boolean;
  lineAt: (position: number) => Line;
  columnsAt: (start: number) => Columns | undefined;
  tally: Tally;
  chain: Chain;
  /** The line of the number last judged, and whether it holds codes and nothing else, once that was asked. */
  line: Line;
  isBare: boolean | undefined;
  /** Where the line of an access log ends whose status was read. */
  recordEnd: number;
}

function createReading(text: string, isKnown: (code: string) => boolean): Reading {
  const plain = toPlainForms(text);
  const lineAt = createLines(plain);
  const tally = createTally(text, lineAt);
  return {
    plain,
    isKnown,
    lineAt,
    columnsAt: createColumns(plain),
    tally,
    chain: createChain(plain, tally.add),
    line: { start: 0, end: -1 },
    isBare: undefined,
    recordEnd: 0,
  };
}

/** Reads one number and returns where to go on. */
function read(reading: Reading, end: number): number {
  const { plain, chain, tally } = reading;
  const start = startOfNumber(plain, end);
  if (start < reading.recordEnd && !isAfterKey(plain, start)) return end;
  const number = plain.slice(start, end);
  if (number.length !== 3) return readNumber(reading, number, start);
  const isRecord = start >= reading.recordEnd && (isAfterRequest(plain, start) || isAfterTimers(plain, start));
  if (!isRecord && !isPlainStatus(plain, start, end)) return readNumber(reading, number, start);
  chain.close();
  if (reading.isKnown(number)) tally.add(number, 1, start);
  if (isRecord) reading.recordEnd = endOfLine(plain, end);
  return end;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

function readNumber(reading: Reading, number: string, start: number): number {
  if (start > reading.line.end && readWholeLine(reading, start)) return reading.line.end;
  const { plain, line, chain, isKnown } = reading;
  const end = start + number.length;
  const code = withSubStatus(reading, end, knownCode(number, isKnown));
  if (code === number && code.length === 3 && isDismissed(plain, line, code, start)) {
    chain.add(code, start, refusal(end));
    return end;
  }
  const candidate = code === undefined ? undefined : candidateAt(reading, code, start, end);
  if (!candidate || (candidate.code.length === 4 && !isEdgeError(candidate))) {
    chain.close();
    return end;
  }
  const judgement = judge(candidate);
  if (judgement.verdict !== 'proven' && isBare(reading)) judgement.verdict = 'proven';
  chain.add(candidate.code, start, judgement);
  if (judgement.isLast) reading.recordEnd = line.end;
  return judgement.end;
}

/** `sc-status=502 sc-substatus=3` is 502.3. */
function withSubStatus({ plain, isKnown }: Reading, end: number, code: string | undefined): string | undefined {
  if (code?.length !== 3 || !plain.startsWith('sc-substatus', end + 1)) return code;
  const sub = /^["' ,]?sc-substatus["']?[=:] ?["']?(\d{1,3})/.exec(plain.slice(end, end + 24))?.[1];
  return sub !== undefined && isKnown(`${code}.${sub}`) ? `${code}.${sub}` : code;
}

/** A number without a decimal that is no known sub-status; undefined where the dataset has neither. */
function knownCode(number: string, isKnown: (code: string) => boolean): string | undefined {
  if (isKnown(number)) return number;
  const whole = number.length > 4 ? number.slice(0, number.indexOf('.')) : number;
  return whole !== number && isKnown(whole) ? whole : undefined;
}

/** Begins a line, and reads it where its format says all: W3C logs and tables of two numbers. */
function readWholeLine(reading: Reading, start: number): boolean {
  const { plain, isKnown, tally } = reading;
  reading.chain.close();
  const line = reading.lineAt(start);
  reading.line = line;
  reading.isBare = undefined;
  const text = plain.slice(line.start, line.end);
  const status = w3cStatus(text, reading.columnsAt(line.start));
  if (status) {
    const subStatus = `${status.code}.${status.subStatus}`;
    if (status.subStatus !== '0' && isKnown(subStatus)) tally.add(subStatus, 1, start);
    else if (isKnown(status.code)) tally.add(status.code, 1, start);
    return true;
  }
  const own = start === line.start ? haproxyStatus(text) : undefined;
  if (own) tally.add(own, 1, start);
  if (own) return true;
  const pair = countedPair(text, isKnown);
  if (pair) tally.add(pair.code, pair.count, start);
  return pair !== undefined;
}

function candidateAt({ plain, line }: Reading, code: string, start: number, end: number): Candidate {
  const from = Math.max(line.start, start - LEFT_WINDOW);
  const left = plain.slice(from, start);
  const right = plain.slice(end, Math.min(line.end, end + RIGHT_WINDOW));
  return { code, start, end, left, right, isWholeLeft: from === line.start, isDecimal: code.length < end - start };
}

function isBare(reading: Reading): boolean {
  const { plain, line, isKnown } = reading;
  reading.isBare ??= isBareCodes(plain.slice(line.start, line.end), isKnown);
  return reading.isBare;
}
