import { describe, expect, it } from 'vitest';
import { inlineCode, shorten } from '../src/index.ts';

describe('shorten', () => {
  it.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['网关超时', 3, '网关…'],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 2, '👩‍👩‍👧‍👦…'],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 2, '👩‍👩‍👧‍👦👩‍👩‍👧‍👦'],
    ['a b', 2, 'a…'],
    ['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
    ['', 3, ''],
  ])('%j to %i graphemes is %j', (text, limit, expected) => {
    expect(shorten(text, limit)).toBe(expected);
  });
});

describe('inlineCode', () => {
  it.each([
    ['a`b', "`a'b`"],
    ['a\nb\u0000c', '`a b c`'],
    ['\u202eabc', '`abc`'],
    ['', '` `'],
  ])('makes %j into %j', (text, expected) => {
    expect(inlineCode(text, 20)).toBe(expected);
  });
});
