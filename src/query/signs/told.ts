// Conditions that signs name, among those that words do.
import type { Catalog } from '../../catalog/catalog.ts';
import type { ConditionFound } from '../conditions.ts';
import { type NameFound, replaceNames } from '../names.ts';
import { sameWords } from '../same-words.ts';
import { ASKS_AUDIENCE } from '../words.ts';
import { readSigns } from './read-signs.ts';

/** What one sign adds, what two or more are worth, and what each of them adds. */
const SCORE = { lone: 0.2, several: 0.75, each: 0.15 };
const APP_SERVER = /gunicorn|uwsgi|php/;

/** By condition, how many signs name it. */
export function told(text: string, names: readonly NameFound[], catalog: Catalog): ReadonlyMap<string, number> {
  const asked = inRoles(text, names, catalog).replace(ASKS_AUDIENCE, (words) => (/behind/.test(words) ? words : ' '));
  return readSigns(sameWords(asked));
}

/** The software that answers, and what stands behind it, which words call the backend. */
function inRoles(text: string, names: readonly NameFound[], { behaviour }: Catalog): string {
  const isProxy = ({ id }: NameFound): boolean => behaviour.observed(id, 'upstream.refused') !== undefined;
  const hasProxy = names.some(isProxy);
  return replaceNames(text, names, (name) => {
    if (APP_SERVER.test(name)) return name;
    const named = names.find((one) => one.name === name);
    if (!named || !behaviour.software.has(named.id)) return ' ';
    if (isProxy(named)) return ' theproxy ';
    return hasProxy ? ' backend ' : ' theserver ';
  });
}

/** With what signs tell, which counts more than single words do. */
export function withTold(
  found: readonly ConditionFound[],
  signs: ReadonlyMap<string, number>,
  { behaviour }: Catalog,
): ConditionFound[] {
  const missing = [...signs.keys()]
    .filter((id) => !found.some(({ condition }) => condition.id === id))
    .flatMap((id) => behaviour.conditions.get(id) ?? [])
    .map((condition): ConditionFound => ({ condition, score: 0, isExact: false }));
  return [...found, ...missing]
    .map((one) => {
      const count = signs.get(one.condition.id);
      return count === undefined ? one : { ...one, told: count, score: scoreOfSigns(count, one.score) };
    })
    .sort((a, b) => Number(b.isExact) - Number(a.isExact) || b.score - a.score);
}

/** One sign alone tells little; two are as sure as a name. */
function scoreOfSigns(signs: number, words: number): number {
  return signs < 2 ? words + SCORE.lone : Math.max(words, SCORE.several + SCORE.each * (signs + words));
}
