// Three outcomes become one, or are recorded as unstable.
import { isDeepStrictEqual } from 'node:util';
import type { Observation, Unstable } from './behaviour-file.ts';
import type { Outcome } from './outcome.ts';

export const runs = 3;

export function agreed(outcomes: Outcome[]): Outcome | Unstable {
  const different = outcomes.filter(
    (outcome, at) => outcomes.findIndex((other) => isDeepStrictEqual(other, outcome)) === at,
  );
  const [only] = different;
  if (only && different.length === 1) return only;
  // In an order of their own: the order in which they happened says nothing and would differ the next time.
  return { unstable: different.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))) };
}

/** POST is recorded where it differs from GET; where either is unstable both are. */
export function withPost(get: Outcome[], post: Outcome[]): Observation {
  const [first, second] = [agreed(get), agreed(post)];
  if ('unstable' in first || 'unstable' in second) {
    return post.length > 0 && !isDeepStrictEqual(first, second) ? agreed([...get, ...post]) : first;
  }
  return post.length === 0 || isDeepStrictEqual(first, second) ? first : { ...first, post: second };
}

/** Whole seconds where they say more than the time-outs: twice as long and more. */
export function tellingSeconds({ seconds }: { seconds: number }, expected: number): number | undefined {
  const whole = Math.round(seconds);
  return whole >= Math.max(2, 2 * expected + 1) ? whole : undefined;
}
