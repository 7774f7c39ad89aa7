// Words that name a condition, and its id → Match.
import { everyOutcome, type Software } from '../behaviour/behaviour.ts';
import type { Condition, Outcome } from '../behaviour/schema.ts';
import type { Catalog } from '../catalog/catalog.ts';
import {
  type ConditionKnowledge,
  isMeant,
  isMeantBesideCodes,
  type Reading,
  readCondition,
  unseenOf,
} from './condition-reading.ts';
import type { ConditionFound } from './conditions.ts';
import type { ConditionMatch } from './match.ts';
import { replaceNames } from './names.ts';
import { documentedOf, observedOf } from './observed-of.ts';
import type { BesideCodes } from './parse.ts';
import type { Found } from './search.ts';
import { otherSize } from './signs/read-signs.ts';
import { sizeIn } from './signs/sizes.ts';

/** What is this near to the best may be meant as well. */
const AS_NEAR = 0.85;
const MAX_NEAR = 3;
const WORTH_A_GUESS = 0.3;
/** Nobody names a condition in more. */
const MAX_LENGTH = 120;

/** Undefined where the words are about a status rather than a condition. */
export function resolveCondition(
  text: string,
  statuses: () => Found,
  knowledge: ConditionKnowledge,
): ConditionMatch | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const reading = readCondition(text, knowledge);
  const [best] = reading.found;
  return best && isMeant(reading, statuses, knowledge) ? matchOf(reading, best, knowledge) : undefined;
}

/** Undefined where the words beside codes name no condition well enough to be what is asked. */
export function resolveBesideCodes(
  { text, codes }: BesideCodes,
  knowledge: ConditionKnowledge,
): ConditionMatch | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const reading = readCondition(text, knowledge, codes);
  const [best] = reading.found;
  if (!best || !isMeantBesideCodes(reading, codes, knowledge)) return undefined;
  const match = matchOf(reading, best, knowledge);
  const unseen = match.observed ? unseenOf(codes, match.observed) : [];
  // Of several, one was asked for.
  return unseen.length === codes.length ? { ...match, unseen } : match;
}

function matchOf(reading: Reading, best: ConditionFound, { catalog }: ConditionKnowledge): ConditionMatch {
  const id = reading.named?.id;
  const source = id === 'standard' ? undefined : id;
  const isObserved = ({ id: condition }: Condition): boolean =>
    source === undefined || observedOf(catalog, source, condition) !== undefined;
  const isTrouble = ({ id: condition }: Condition): boolean => {
    const observed = source === undefined ? undefined : observedOf(catalog, source, condition);
    return observed !== undefined && everyOutcome(observed.observation).some(isFailure);
  };
  const equal = asLikely(reading, best, catalog);
  // Who asks has trouble: a header of 10 KB that is taken well is not the one that is too large.
  const chosen = equal.find((one) => isTrouble(one)) ?? equal.find(isObserved) ?? best.condition;
  const near = equal.filter((one) => one !== chosen && isObserved(one)).slice(0, MAX_NEAR);
  return conditionMatch(catalog, { condition: chosen.id, ...(source ? { source } : {}) }, near);
}

/** What the words may mean as well as the best: what is found as well, and the other size where none is told. */
function asLikely({ found, rest }: Reading, best: ConditionFound, { behaviour }: Catalog): Condition[] {
  const nearly = found.filter(
    ({ score, isExact, told = 0 }) =>
      score >= AS_NEAR * best.score && isExact === best.isExact && told >= (best.told ?? 0),
  );
  const other = sizeIn(rest) === undefined ? behaviour.conditions.get(otherSize(best.condition.id) ?? '') : undefined;
  return [...new Set([...nearly.map(({ condition }) => condition), ...(other ? [other] : [])])];
}

function isFailure({ status, end }: Outcome): boolean {
  return status === null || status >= 400 || end !== undefined;
}

export function conditionMatch(
  catalog: Catalog,
  { condition: id, source }: { condition: string; source?: string },
  near: readonly Condition[] = [],
): ConditionMatch {
  const { behaviour } = catalog;
  const condition = behaviour.conditions.get(id) as Condition;
  const observed = source === undefined ? undefined : observedOf(catalog, source, id);
  const name = source && (catalog.vendors.get(source)?.name ?? behaviour.software.get(source)?.name);
  return {
    kind: 'condition',
    condition,
    near,
    ...(observed ? { observed } : {}),
    ...(!observed && source && name
      ? { unmeasured: { id: source, name, documented: documentedOf(catalog, source, id) } }
      : {}),
  };
}

/** The nearest conditions where nothing fits, of the software that is named. */
export function nearestConditions(
  text: string,
  { catalog, vocabulary, conditions }: ConditionKnowledge,
): { conditions?: readonly Condition[]; software?: Software } {
  const names = vocabulary.sourceNames.find(text);
  const software = names.map(({ id }) => catalog.behaviour.software.get(id)).find((one) => one !== undefined);
  const rest = replaceNames(text, names, () => ' ');
  const isShown = ({ id }: Condition): boolean =>
    software ? observedOf(catalog, software.id, id) !== undefined : catalog.behaviour.ofCondition(id).length > 0;
  const found = conditions.find(rest).filter(({ score, condition }) => score >= WORTH_A_GUESS && isShown(condition));
  const nearest = found.map(({ condition }) => condition).slice(0, MAX_NEAR);
  if (!software) return nearest.length > 0 ? { conditions: nearest } : {};
  const offered = nearest.length > 0 ? nearest : conditions.complete('').filter(isShown).slice(0, MAX_NEAR);
  return { conditions: offered, software };
}
