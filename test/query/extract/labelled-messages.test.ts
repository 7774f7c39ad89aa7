// What is found in messages of all kinds, written before anybody looked at how they are read.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/query/extract.ts';
import { catalog } from '../../catalog/catalog-files.ts';

interface Labelled {
  text: string;
  /** How often each code occurs in it. */
  expect: Record<string, number>;
  /** Other answers that are right as well: a failed test's expected status may be left out. */
  alt?: Record<string, number>[];
  /** Counts are not compared. */
  loose?: boolean;
}

const file = new URL('./labelled-messages.jsonl', import.meta.url);
const messages = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Labelled);

function isRight({ text, expect: wanted, alt = [], loose }: Labelled): boolean {
  const found = extract(text, (code) => catalog.byCode.has(code)).codes;
  const isSame = (codes: Record<string, number>): boolean =>
    found.length === Object.keys(codes).length &&
    found.every(({ code, count }) => (loose ? code in codes : codes[code] === count));
  return [wanted, ...alt].some(isSame);
}

describe('the labelled messages', () => {
  it.each([
    ['with codes', (count: number) => count > 0, 0.92],
    ['without one', (count: number) => count === 0, 0.9],
  ])('%s are read right', (_, isPart, share) => {
    const part = messages.filter((one) => isPart(Object.keys(one.expect).length));
    const wrong = part.filter((one) => !isRight(one)).map(({ text }) => text);
    expect(part.length).toBeGreaterThan(400);
    expect(1 - wrong.length / part.length, wrong.join('\n\n')).toBeGreaterThanOrEqual(share);
  });
});
