import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeButton, encodeButton, MAX_BUTTON_ID_LENGTH, type Verb } from '../adapters/button-id.ts';
import { type Detail, MAX_ASK_LENGTH } from '../src/index.ts';

const verbs: Verb[] = ['show', 'share', 'delete', 'search'];
const details: Detail[] = ['compact', 'full'];
const buttons = fc.record({
  verb: fc.constantFrom(...verbs),
  owner: fc.stringMatching(/^[A-Z0-9]{0,20}$/),
  ask: fc.record({
    query: fc.string({ minLength: 1, maxLength: MAX_ASK_LENGTH }),
    detail: fc.constantFrom(...details),
    locale: fc.constantFrom('en', 'zh-CN'),
  }),
});

describe('a button id', () => {
  it('gives back the whole meaning, whatever the question holds', () => {
    fc.assert(
      fc.property(buttons, (button) => {
        expect(decodeButton(encodeButton(button))).toEqual(button);
      }),
    );
  });

  it('fits Discord’s limit for the longest question, the longest owner and the longest locale', () => {
    const ask = { query: 'x'.repeat(MAX_ASK_LENGTH), detail: 'compact', locale: 'zh-CN' } as const;
    expect(encodeButton({ verb: 'show', owner: '1'.repeat(20), ask }).length).toBeLessThanOrEqual(MAX_BUTTON_ID_LENGTH);
  });

  it('that would be too long is refused, not cut', () => {
    const ask = { query: 'x'.repeat(99), detail: 'compact', locale: 'zh-CN' } as const;
    expect(() => encodeButton({ verb: 'show', owner: '1', ask })).toThrow(RangeError);
  });

  it.each([
    '',
    'x',
    '0|sc|en|U1|502',
    '2|sc|en|U1|502',
    '1|?c|en|U1|502',
    '1|s?|en|U1|502',
    '1|sc||U1|502',
    '1|sc|en|U1',
  ])('%j is none of ours', (id) => {
    expect(decodeButton(id)).toBeUndefined();
  });
});
