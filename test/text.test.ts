import { describe, expect, it } from 'vitest';
import { fitUnits, inlineCode, legible, shorten } from '../src/index.ts';

const ESC = '\u001b';
const FAMILY = '👩‍👩‍👧‍👦';

describe('legible', () => {
  it.each([
    [`${ESC}[31mred${ESC}[0m`, 'red'],
    [`${ESC}[2J${ESC}[1;1Hgone`, 'gone'],
    [`${ESC}]0;title\u0007502`, '502'],
    [`${ESC}]8;;https://e.example${ESC}\\502${ESC}]8;;${ESC}\\`, '502'],
    ['\u009b31mred', 'red'],
    [`${ESC}]0;no end`, ' ]0;no end'],
    [`${ESC}`, ' '],
    ['a\u0000b\u0007c\u0085d\u007fe', 'a b c d e'],
    ['a\tb\r\nc', 'a\tb\r\nc'],
    ['a\u2028b\u2029c', 'a\nb\nc'],
    ['a↵b', 'a\nb'],
    ['\u202e502\u202c \u2066x\u2069', ' 502   x '],
    ['\ud83d502\udc00', '\ufffd502\ufffd'],
    [FAMILY, FAMILY],
    ['502 网关', '502 网关'],
  ])('%j is read as %j', (text, expected) => {
    expect(legible(text)).toBe(expected);
  });
});

describe('shorten', () => {
  it.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['网关超时', 3, '网关…'],
    [FAMILY.repeat(3), 2, `${FAMILY}…`],
    [FAMILY.repeat(2), 2, FAMILY.repeat(2)],
    ['🇩🇪🇫🇷🇬🇧', 2, '🇩🇪…'],
    ['a b', 2, 'a…'],
    ['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
    ['', 3, ''],
  ])('%j to %i graphemes is %j', (text, limit, expected) => {
    expect(shorten(text, limit)).toBe(expected);
  });

  it('bounds the characters too, since one grapheme may have any number of marks', () => {
    expect(shorten(`zalgo${'\u0301'.repeat(1_000_000)}`, 60)).toBe('zalg…');
    expect(shorten(`e${'\u0301'.repeat(20)}`.repeat(60), 60).length).toBeLessThan(60 * 21);
  });
});

describe('fitUnits', () => {
  it.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['🇩🇪🇫🇷', 8, '🇩🇪🇫🇷'],
    ['🇩🇪🇫🇷', 7, '🇩🇪…'],
    ['🇩🇪🇫🇷🇬🇧', 8, '🇩🇪…'],
    // The tone belongs to the hand before it, also where the limit lies between its two units.
    ['abc👋🏽', 5, 'abc…'],
    ['abc👋🏽', 6, 'abc…'],
    ['abc👋🏽', 7, 'abc👋🏽'],
    [`ab${FAMILY}`, 5, 'ab…'],
    [FAMILY, 5, '…'],
    [`e${'\u0301'.repeat(99)}`, 10, '…'],
  ])('%j to %i units is %j', (text, limit, expected) => {
    expect(fitUnits(text, limit)).toBe(expected);
  });
});

describe('inlineCode', () => {
  it.each([
    ['a`b', "`a'b`"],
    ['a\nb\u0000c', '`a b c`'],
    ['\u202eabc', '`abc`'],
    ['\ud83d', '`\ufffd`'],
    ['', '` `'],
  ])('makes %j into %j', (text, expected) => {
    expect(inlineCode(text, 20)).toBe(expected);
  });
});
