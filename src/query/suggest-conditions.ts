// Conditions to offer while somebody types, of the software that is named or of all.
import { shorten } from '../text.ts';
import { replaceNames } from './names.ts';
import { formatQuery } from './query.ts';
import type { Knowledge } from './resolve.ts';
import type { Suggestion } from './suggest.ts';

/** What Discord takes, as of every suggestion. */
const MAX_LABEL = 100;
const MAX_OFFERED = 6;
/** Fewer letters fit nearly everything. */
const MIN_TYPED = 2;

export interface SuggestedConditions {
  offered: Suggestion[];
  /** Software that was measured is named. */
  isNamed: boolean;
}

export function suggestedConditions(
  { catalog, vocabulary, conditions }: Knowledge,
  typed: string,
  locale: string,
): SuggestedConditions {
  const { behaviour } = catalog;
  const names = vocabulary.sourceNames.find(typed);
  const software = names.map(({ id }) => behaviour.software.get(id)).find((one) => one !== undefined);
  const words = replaceNames(typed, names, () => ' ').trim();
  // A number begins a code.
  if (/\d/.test(words) || (!software && words.length < MIN_TYPED)) return { offered: [], isNamed: false };
  const fitting = conditions.complete(words).filter(({ id }) => !software || behaviour.observed(software.id, id));
  const offered = fitting.slice(0, MAX_OFFERED).map((condition): Suggestion => {
    const { name } = behaviour.words(condition, locale);
    return {
      query: formatQuery({ kind: 'condition', condition: condition.id, ...(software ? { source: software.id } : {}) }),
      label: shorten(software ? `${behaviour.softwareName(software, locale)} · ${name}` : name, MAX_LABEL),
    };
  });
  return { offered, isNamed: software !== undefined };
}
