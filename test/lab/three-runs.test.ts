import { expect, it } from 'vitest';
import { agreed, tellingSeconds, withPost } from '../../lab/three-runs.ts';

const [bad, down] = [{ status: 502 }, { status: 503 }];

it('records one outcome where all runs agree', () => {
  expect(agreed([bad, { status: 502 }, bad])).toEqual(bad);
});

it('records different outcomes as unstable, in an order that does not depend on which came first', () => {
  const unstable = { unstable: [bad, down] };
  expect(agreed([down, bad, down])).toEqual(unstable);
  expect(agreed([bad, down, bad])).toEqual(unstable);
});

it('takes seconds that differ by two or by a fifth for the same, and records the middle', () => {
  expect(agreed([10, 12, 11].map((seconds) => ({ status: 504, seconds })))).toEqual({ status: 504, seconds: 11 });
  expect(agreed([3, 6, 3].map((seconds) => ({ status: 504, seconds })))).toHaveProperty('unstable');
  expect(agreed([{ status: 504 }, { status: 504, seconds: 2 }])).toHaveProperty('unstable');
});

it('records POST only where it differs from GET', () => {
  expect(withPost([bad, bad, bad], [bad, bad, bad])).toEqual(bad);
  expect(withPost([bad, bad, bad], [down, down, down])).toEqual({ status: 502, post: down });
});

it('takes a line about another backend for no difference, whichever method it came with', () => {
  const alone = { status: 200 };
  const withLine = { status: 200, log: { error: 'connect failed' } };
  expect(withPost([withLine, withLine, withLine], [alone, alone, alone])).toEqual(withLine);
  expect(withPost([alone, alone, alone], [withLine, withLine, withLine])).toEqual(withLine);
  const otherLine = { status: 200, log: { error: 'read failed' } };
  expect(withPost([withLine, withLine, withLine], [otherLine, otherLine, otherLine])).toHaveProperty('post');
});

it('does not call GET stable where POST is not', () => {
  expect(withPost([bad, bad, bad], [down, bad, down])).toEqual({ unstable: [bad, down] });
});

it.each([
  [0.4, 0, undefined],
  [3.02, 0, 3],
  [2.1, 2, undefined],
  [4.1, 1, 4],
  [9.9, 2, 10],
])('of %s seconds where time-outs explain %s it records %s', (seconds, expected, recorded) => {
  expect(tellingSeconds({ seconds }, expected)).toBe(recorded);
});
