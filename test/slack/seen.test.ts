import { describe, expect, it } from 'vitest';
import { createSeen } from '../../adapters/slack/seen.ts';

describe('what has been seen', () => {
  let now = 0;
  const seen = () => createSeen({ now: () => now });

  it('is new once in ten minutes', () => {
    const { isNew } = seen();
    expect([isNew('a'), isNew('a'), isNew('b')]).toEqual([true, false, true]);
    now += 600_000;
    expect(isNew('a')).toBe(true);
  });

  it('can be forgotten', () => {
    const { isNew, forget } = seen();
    isNew('a');
    forget('a');
    expect(isNew('a')).toBe(true);
  });

  it('is bounded: the oldest goes first', () => {
    const { isNew } = seen();
    for (let index = 0; index < 10_001; index += 1) isNew(String(index));
    expect([isNew('10000'), isNew('0')]).toEqual([false, true]);
  });
});
