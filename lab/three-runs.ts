// Three outcomes become one, or are recorded as unstable.
import { isDeepStrictEqual } from 'node:util';
import type { Observation, Unstable } from './behaviour-file.ts';
import type { Outcome } from './outcome.ts';

export const runs = 3;

export function agreed(outcomes: Outcome[]): Outcome | Unstable {
  const different = outcomes.filter((outcome, at) => outcomes.findIndex((other) => isSame(other, outcome)) === at);
  if (different.length === 1) return middle(outcomes);
  // In an order of their own: the order in which they happened says nothing and would differ the next time.
  return { unstable: different.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))) };
}

/** POST is recorded where it differs from GET; where either is unstable both are. */
export function withPost(get: Outcome[], post: Outcome[]): Observation {
  const [first, second] = [agreed(get), agreed(post)];
  if ('unstable' in first || 'unstable' in second) {
    return post.length > 0 && !isDeepStrictEqual(first, second) ? agreed([...get, ...post]) : first;
  }
  if (post.length === 0 || isSame(first, second)) return first;
  // Which of two backends comes first is left to chance, and with it the line about the other one.
  if (isSame(withoutError(first), withoutError(second)) && !(first.log?.error && second.log?.error))
    return first.log?.error ? first : second;
  return { ...first, post: second };
}

function withoutError({ log: { error: _, ...log } = {}, ...outcome }: Outcome): Outcome {
  return Object.keys(log).length > 0 ? { ...outcome, log } : outcome;
}

/** Seconds that differ by two, or by a fifth, are the same: attempts that repeat pause for random times. */
export function isSame(a: Outcome, b: Outcome): boolean {
  const { seconds: one = 0, ...rest } = a;
  const { seconds: other = 0, ...otherRest } = b;
  const bothTell = (one === 0) === (other === 0);
  return bothTell && Math.abs(one - other) <= Math.max(2, one / 5) && isDeepStrictEqual(rest, otherRest);
}

function middle(outcomes: Outcome[]): Outcome {
  const sorted = outcomes.toSorted((a, b) => (a.seconds ?? 0) - (b.seconds ?? 0));
  return sorted[Math.floor(sorted.length / 2)] ?? { status: null };
}

/** Whole seconds where they say more than the time-outs: twice as long and more. */
export function tellingSeconds({ seconds }: { seconds: number }, expected: number): number | undefined {
  const whole = Math.round(seconds);
  return whole >= Math.max(2, 2 * expected + 1) ? whole : undefined;
}
