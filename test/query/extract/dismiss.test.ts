import { describe, expect, it } from 'vitest';
import { isBareCodes } from '../../../src/query/extract/bare.ts';
import { isDismissed } from '../../../src/query/extract/dismiss.ts';
import { judge } from '../../../src/query/extract/judge.ts';
import { LINKS, WORDS_AFTER, WORDS_BEFORE } from '../../../src/query/extract/words.ts';

const CODES = ['200', '204', '301', '400', '403', '404', '408', '417', '497', '502', '504', '508', '509'];
const BEFORE = [
  ...WORDS_BEFORE.keys(),
  ...LINKS.keys(),
  'gateway timeout',
  'request timeout',
  'https port',
  'is found',
];
const AFTER = [
  ...WORDS_AFTER.keys(),
  'rows',
  'Not Found',
  'bad gateway',
  'OK',
  'times',
  'total: 310',
  '/cart',
  '(12)',
  '',
];
const SOME_BEFORE = [
  '',
  'worker ',
  'got ',
  'the ',
  'code ',
  'http ',
  'in 3 ms, ',
  'Not Found, ',
  'http is ',
  '3 x ',
  '@port ',
  'GET /x, ',
];
const SOME_AFTER = [
  ' finished',
  ' GET /cart',
  ' != 200',
  ' https://x.example/',
  ' | const x',
  ' errors: 3',
  ' rows',
  ' Not Found',
  ' OK',
  's in',
  's Not Found',
  ': 310',
  '',
];

/** A number with what stands to its sides, as the whole of a line. */
function numberIn(left: string, code: string, right: string) {
  const text = `${left}${code}${right}`;
  const start = left.length;
  const candidate = { code, start, end: start + code.length, left, right, isWholeLeft: true, isDecimal: false };
  return { text, candidate, dismissed: isDismissed(text, { start: 0, end: text.length }, code, start) };
}

describe('the cheap refusal', () => {
  it.each([
    ['worker ', '204', ' finished job'],
    ['in 417 ms, ', '403', ' rows'],
    ['copied ', '200', ' bytes'],
    ['', '204', ' rows affected'],
  ])('dismisses the number of "%s%s%s"', (left, code, right) => {
    expect(numberIn(left, code, right).dismissed).toBe(true);
  });

  it('refuses nothing that the full judgement would accept, and judges the rest of its line alike', () => {
    const sides = [
      ...BEFORE.flatMap((word) => SOME_AFTER.map((right) => [`${word} `, right] as const)),
      ...SOME_BEFORE.flatMap((left) => AFTER.map((word) => [left, ` ${word}`] as const)),
    ];
    const numbers = sides.flatMap(([left, right]) => CODES.map((code) => numberIn(left, code, right)));
    const dismissed = numbers.filter((one) => one.dismissed);
    for (const { text, candidate } of dismissed) {
      const { verdict, isCounted, end, isLast } = judge(candidate);
      expect({ text, verdict, isCounted, end, isLast }).toEqual({
        text,
        verdict: 'refuted',
        isCounted: false,
        end: candidate.end,
        isLast: false,
      });
      expect({ text, isBare: isBareCodes(text, () => true) }).toEqual({ text, isBare: false });
    }
    expect(dismissed.length).toBeGreaterThan(numbers.length / 10);
  });
});
