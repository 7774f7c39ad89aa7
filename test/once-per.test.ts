import { describe, expect, it } from 'vitest';
import { oncePer } from '../adapters/once-per.ts';

describe('work done once per object', () => {
  const counting = () => {
    const seen: object[] = [];
    const work = oncePer((subject: { name: string }) => {
      seen.push(subject);
      return subject.name === '' ? undefined : [subject.name];
    });
    return { seen, work };
  };

  it.each(['502', ''])('gives the same result again, whatever it is', (name) => {
    const { seen, work } = counting();
    const subject = { name };
    expect(work(subject)).toBe(work(subject));
    expect(seen).toEqual([subject]);
  });

  it('is done anew for another object, even an equal one', () => {
    const { seen, work } = counting();
    expect(work({ name: '502' })).not.toBe(work({ name: '502' }));
    expect(seen).toHaveLength(2);
  });

  it('is done again where it failed', () => {
    let isBroken = true;
    const work = oncePer(() => {
      if (isBroken) throw new Error('broken');
      return 'done';
    });
    const subject = {};
    expect(() => work(subject)).toThrow('broken');
    isBroken = false;
    expect(work(subject)).toBe('done');
  });
});
