// The status codes that really are ones in a log, a stack trace, an alert or a chat message.
//
// How a number of three digits is judged, the cheapest and strongest evidence first:
// 1. the characters that touch it: `$404`, `app.js:404:12`, `404 MB` are none (extract-number);
// 2. the column of a known log format: there it is one (extract-formats, extract-w3c);
// 3. what stands before it: `HTTP`, `status=` prove it, `port`, `took` refute it (extract-before, extract-words);
// 4. what stands after it: `Bad Gateway` proves it, `rows` refutes it (extract-after, extract-phrases, extract-words);
// 5. where neither side decides: the talk near it (extract-judge), the numbers beside it (extract-chain), or that the
//    line holds nothing else (extract-bare).
import { isBareCodes } from './extract/bare.ts';
import { type Chain, createChain } from './extract/chain.ts';
import { countedPair } from './extract/count.ts';
import { isAfterKey, isAfterRequest, isAfterTimers, isPlainStatus } from './extract/formats.ts';
import { type Candidate, isEdgeError, judge } from './extract/judge.ts';
import { createLines, type Line, toPlainForms } from './extract/lines.ts';
import { createNumberPattern } from './extract/number.ts';
import { createTally, type Tally } from './extract/tally.ts';
import { type Columns, createColumns, w3cStatus } from './extract/w3c.ts';

export interface ExtractedCode {
  /** Such as `502`, `403.14`, or `1020` for a Cloudflare error. */
  code: string;
  count: number;
  /** The first line in which it stands, as it was written. */
  line: string;
}

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
  for (let found = numbers.exec(reading.plain); found; found = numbers.exec(reading.plain))
    numbers.lastIndex = read(reading, found[0], found.index);
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
function read(reading: Reading, number: string, start: number): number {
  const { plain, chain, tally } = reading;
  const end = start + number.length;
  if (start < reading.recordEnd && !isAfterKey(plain, start)) return end;
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
  const candidate = candidateAt(reading, number, start);
  if (!candidate) {
    reading.chain.close();
    return start + number.length;
  }
  const judgement = judge(candidate);
  if (judgement.verdict !== 'proven' && isBare(reading)) judgement.verdict = 'proven';
  reading.chain.add(candidate.code, start, judgement);
  if (judgement.isLast) reading.recordEnd = reading.line.end;
  return judgement.end;
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
  const pair = countedPair(text, isKnown);
  if (pair) tally.add(pair.code, pair.count, start);
  return pair !== undefined;
}

/** Undefined where the dataset does not have the number. */
function candidateAt({ plain, line, isKnown }: Reading, number: string, start: number): Candidate | undefined {
  const end = start + number.length;
  const code = number.length <= 4 || isKnown(number) ? number : number.slice(0, number.indexOf('.'));
  if (!isKnown(code)) return undefined;
  const from = Math.max(line.start, start - LEFT_WINDOW);
  const left = plain.slice(from, start);
  const right = plain.slice(end, Math.min(line.end, end + RIGHT_WINDOW));
  const candidate = { code, start, end, left, right, isWholeLeft: from === line.start, isDecimal: code !== number };
  return code.length === 4 && !isEdgeError(candidate) ? undefined : candidate;
}

function isBare(reading: Reading): boolean {
  const { plain, line, isKnown } = reading;
  reading.isBare ??= isBareCodes(plain.slice(line.start, line.end), isKnown);
  return reading.isBare;
}
