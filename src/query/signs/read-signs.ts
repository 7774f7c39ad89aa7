// Text → the conditions that its signs name, and how many signs do.
import { tlsDirection } from '../tls-direction.ts';
import { SIGNS, type Sign } from './lexicon.ts';
import { RULES } from './rules.ts';
import { conditionsOfSettings } from './settings.ts';
import { sizeIn } from './sizes.ts';

/** The name of a setting tells more than the words around it. */
const BY_SETTING = 4;
const BY_DIRECTION = 3;

/** 10 KB, however it is counted. */
const SMALL = 11_000;

/**
 * Measured with a small size and with a large one. What is larger than the small one may fail where that did not: who
 * asks has trouble, so the large one is nearer.
 */
const SIZED = [
  ['upstream.header-10k', 'upstream.header-70k'],
  ['request.header-10k', 'request.header-100k'],
  ['request.uri-10k', 'request.uri-100k'],
] as const;

/** By condition. The text is in the words of `sameWords`. */
export function readSigns(text: string): Map<string, number> {
  const known = new Map<Sign, boolean>();
  const shows = (sign: Sign): boolean => {
    const seen = known.get(sign) ?? (SIGNS[sign].test(text) || (sign === 'large' && sizeIn(text) !== undefined));
    known.set(sign, seen);
    return seen;
  };
  const told = new Map<string, number>();
  for (const { condition, signs, without } of RULES)
    if (signs.length > (told.get(condition) ?? 0) && signs.every(shows) && !without.some(shows))
      told.set(condition, signs.length);
  for (const condition of conditionsOfSettings(text)) told.set(condition, BY_SETTING);
  const direction = tlsDirection(text);
  if (direction) told.set(direction, BY_DIRECTION);
  const size = sizeIn(text);
  if (size !== undefined) for (const condition of farther(size)) told.delete(condition);
  return told;
}

/** The other size of what was measured with two; undefined where there is one alone. */
export function otherSize(condition: string): string | undefined {
  for (const [small, large] of SIZED) {
    if (condition === small) return large;
    if (condition === large) return small;
  }
  return undefined;
}

/** Of the two sizes that were measured, those that a size is not near to. */
function farther(size: number): string[] {
  return SIZED.map(([small, large]) => (size <= SMALL ? large : small));
}
