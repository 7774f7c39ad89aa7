import { expect, it } from 'vitest';
import { createAllowance } from '../adapters/allowance.ts';

function allowanceAt(start: number) {
  const clock = { now: start };
  return { clock, allowance: createAllowance(() => clock.now) };
}

it('allows twenty questions in ten seconds and refuses the next', () => {
  const { allowance } = allowanceAt(0);
  const answers = Array.from({ length: 21 }, () => allowance.allows('U1'));
  expect(answers.filter(Boolean)).toHaveLength(20);
  expect(answers.at(-1)).toBe(false);
});

it('allows again as soon as the oldest question is ten seconds old, whatever was refused meanwhile', () => {
  const { allowance, clock } = allowanceAt(1_000);
  for (let count = 0; count < 40; count += 1) allowance.allows('U1');
  clock.now += 9_999;
  expect(allowance.allows('U1')).toBe(false);
  clock.now += 1;
  expect(allowance.allows('U1')).toBe(true);
});

it('counts each person alone', () => {
  const { allowance } = allowanceAt(0);
  for (let count = 0; count < 25; count += 1) allowance.allows('U1');
  expect(allowance.allows('U2')).toBe(true);
});

it('forgets who has not asked for longest when very many people ask', () => {
  const { allowance } = allowanceAt(0);
  for (let count = 0; count < 20; count += 1) allowance.allows('idle');
  for (let count = 0; count < 10_000; count += 1) allowance.allows(`U${count}`);
  expect(allowance.allows('idle')).toBe(true);
});
