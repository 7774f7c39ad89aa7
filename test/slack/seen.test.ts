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

  it('has room for 200 events a second over ten minutes', () => {
    const { isNew } = seen();
    for (let index = 0; index < 120_000; index += 1) isNew(`event ${index}`);
    expect([isNew('event 0'), isNew('event 60000'), isNew('event 119999')]).toEqual([false, false, false]);
  });

  it('has that room at any time, however long it has been running', () => {
    const { isNew } = seen();
    for (let index = 0; index < 400_000; index += 1) {
      now += 5;
      isNew(`event ${index}`);
      if (index >= 119_999 && index % 9_973 === 0) expect(isNew(`event ${index - 119_998}`)).toBe(false);
    }
  });

  it('is bounded: the oldest goes first, and that is said once in ten minutes', () => {
    let said = 0;
    const { isNew } = createSeen(
      { now: () => now },
      {
        room: 100,
        onFull: () => {
          said += 1;
        },
      },
    );
    for (let index = 0; index < 200; index += 1) isNew(String(index));
    expect(said).toBe(0);
    for (let index = 200; index < 1_000; index += 1) isNew(String(index));
    expect([isNew('999'), isNew('900'), isNew('0'), said]).toEqual([false, false, true, 1]);
    now += 600_000;
    for (let index = 0; index < 1_000; index += 1) isNew(`later ${index}`);
    expect(said).toBe(2);
  });

  it('says nothing where what goes was old', () => {
    let said = 0;
    const onFull = () => {
      said += 1;
    };
    const { isNew } = createSeen({ now: () => now }, { room: 100, onFull });
    for (let index = 0; index < 10_000; index += 1) {
      now += 6_001;
      isNew(String(index));
    }
    expect(said).toBe(0);
  });
});
