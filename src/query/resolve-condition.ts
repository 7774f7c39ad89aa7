// Questions about what real software does → Match.
import { type Observed, type Software, sentBy } from '../behaviour/behaviour.ts';
import type { Condition } from '../behaviour/schema.ts';
import type { Catalog, Entry } from '../catalog/catalog.ts';
import type { ConditionFound, Conditions } from './conditions.ts';
import type { ConditionMatch, Match, ObservedPage } from './match.ts';
import { type NameFound, replaceNames } from './names.ts';
import type { Query } from './query.ts';
import { PAGE_SIZE } from './resolve-list.ts';
import type { Found, Search } from './search.ts';
import type { Vocabulary } from './vocabulary.ts';

interface Knowledge {
  catalog: Catalog;
  vocabulary: Vocabulary;
  conditions: Conditions;
  search: Search;
}

/** How near words must be to a name of a condition where software is named beside them. */
const NEAR_ENOUGH = 0.62;
/** How much better the name of a status must fit, since the same words mean another status at another proxy. */
const MORE_LIKELY = 1.3;
/** What is this near to the best may be meant as well. */
const AS_NEAR = 0.85;
const MAX_NEAR = 3;
const WORTH_A_GUESS = 0.3;
/** Nobody names a condition in more. */
const MAX_LENGTH = 120;

interface Reading {
  named: NameFound | undefined;
  /** The text without the names of software. */
  rest: string;
  found: readonly ConditionFound[];
}

/** Undefined where the words are about a status rather than a condition. */
export function resolveCondition(text: string, statuses: Found, knowledge: Knowledge): ConditionMatch | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const { catalog, conditions } = knowledge;
  const reading = readText(text, knowledge);
  const [best] = reading.found;
  if (!best || conditions.isStatusName(reading.rest) || !isMeant(reading, statuses, knowledge)) return undefined;
  const source = reading.named?.id;
  const equal = reading.found.filter(({ score, isExact }) => score >= AS_NEAR * best.score && isExact === best.isExact);
  const chosen = equal.find(({ condition }) => source && catalog.behaviour.observed(source, condition.id)) ?? best;
  const near = equal.filter((one) => one !== chosen).slice(0, MAX_NEAR);
  const query = { condition: chosen.condition.id, ...(source && source !== 'standard' ? { source } : {}) };
  return conditionMatch(
    catalog,
    query,
    near.map(({ condition }) => condition),
  );
}

/** With the name that leaves a condition's exact name, else with all names taken out. */
function readText(text: string, { vocabulary, conditions }: Knowledge): Reading {
  const names = vocabulary.sourceNames.find(text);
  const whole = conditions.find(text);
  if (whole[0]?.isExact) return { named: undefined, rest: text, found: whole };
  for (const named of names) {
    const rest = replaceNames(text, [named], () => ' ');
    const found = conditions.find(rest);
    if (found[0]?.isExact) return { named, rest, found };
  }
  const [named] = names;
  const rest = replaceNames(text, names, () => ' ');
  return { named, rest, found: named ? conditions.find(rest) : whole };
}

/** Whether a condition is asked for, where a status may be too. */
function isMeant({ named, rest, found: [best] }: Reading, statuses: Found, { catalog, search }: Knowledge): boolean {
  if (!best) return false;
  const { best: status, list } = statuses;
  if (named && !catalog.behaviour.software.has(named.id))
    return best.isExact && !list.some(({ source }) => source === named.id);
  if (named && best.isExact) return true;
  if (named)
    return status?.source !== named.id && best.score >= Math.max(NEAR_ENOUGH, search.find(rest).score / MORE_LIKELY);
  // What a client does wrong has a status of its own; what a backend does has as many as there are proxies.
  const isAnswered = status !== undefined && !/^(?:upstream|app)\./.test(best.condition.id);
  return best.isExact && !isAnswered;
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
    ...(!observed && source && name ? { unmeasured: { id: source, name } } : {}),
  };
}

/** Its own, else that of the only software which it is a part of: `nginx` of nginx before PHP-FPM. */
function observedOf({ behaviour }: Catalog, source: string, condition: string): Observed | undefined {
  const own = behaviour.observed(source, condition);
  if (own) return own;
  const [only, ...others] = behaviour
    .ofCondition(condition)
    .filter(({ software }) => software.id.startsWith(`${source}-`));
  return others.length === 0 ? only : undefined;
}

/** A status that words name: what the software that is named beside it sends it for, or the condition that it names too. */
export function statusOfWords(text: string, entry: Entry, { catalog, vocabulary, conditions }: Knowledge): Match {
  const [named] = vocabulary.sourceNames.find(text);
  const match: Match = { kind: 'status', entry, remarks: [] };
  if (named) return withObserved(match, { code: entry.code, source: named.id }, catalog);
  const [best] = conditions.find(text);
  if (best?.isExact) match.remarks.push({ type: 'condition', condition: best.condition });
  return match;
}

/** With what was measured of the software that was named, where that may tell. */
export function withObserved(match: Match, asked: { code: string; source?: string }, { behaviour }: Catalog): Match {
  const software = asked.source === undefined ? undefined : behaviour.software.get(asked.source);
  const code = match.kind === 'status' ? match.entry.code : asked.code;
  if (!software || !isTelling(code, software, behaviour.ofStatus(code))) return match;
  if (match.kind === 'variants') return { ...match, software };
  if (match.kind !== 'status') return match;
  // What was seen says more than that the meaning is the standard one.
  const remarks = match.remarks.filter((remark) => remark.type !== 'no-own-meaning' || isOwnDetail(remark));
  return { ...match, remarks: [{ type: 'observed', software, code }, ...remarks] };
}

type NoOwnMeaning = Extract<Extract<Match, { kind: 'status' }>['remarks'][number], { type: 'no-own-meaning' }>;

function isOwnDetail({ vendor, subStatuses, code }: NoOwnMeaning): boolean {
  return subStatuses.length > 0 || (vendor?.phrases[code]?.length ?? 0) > 0;
}

/** A success is sent for everything else; an error that was never seen is worth saying. */
function isTelling(code: string, { id }: Software, observed: readonly Observed[]): boolean {
  return /^[45]\d\d$/.test(code) || (/^3\d\d$/.test(code) && observed.some(({ software }) => software.id === id));
}

/** The nearest conditions where nothing fits, of the software that is named. */
export function nearestConditions(
  text: string,
  { catalog, vocabulary, conditions }: Knowledge,
): { conditions?: readonly Condition[]; software?: Software } {
  const names = vocabulary.sourceNames.find(text);
  const software = names.map(({ id }) => catalog.behaviour.software.get(id)).find((one) => one !== undefined);
  const rest = replaceNames(text, names, () => ' ');
  const found = conditions.find(rest).filter(({ score }) => score >= WORTH_A_GUESS);
  const nearest = found.map(({ condition }) => condition).slice(0, MAX_NEAR);
  if (!software) return nearest.length > 0 ? { conditions: nearest } : {};
  const offered = nearest.length > 0 ? nearest : conditions.complete('').slice(0, MAX_NEAR);
  return { conditions: offered, software };
}

export function resolveMeasured({ code, source, page }: Extract<Query, { kind: 'measured' }>, catalog: Catalog): Match {
  const { behaviour } = catalog;
  const software = source === undefined ? undefined : behaviour.software.get(source);
  const rows = code ? behaviour.ofStatus(code).filter((one) => isListed(one, code, software)) : [];
  const list = paginate(software && !code ? behaviour.ofSoftware(software.id) : rows, page);
  return { kind: 'measured', list, ...(code ? { code } : {}), ...(software ? { software } : {}) };
}

/** Of all software, only what clients got; of one, also what only its log says. */
function isListed(one: Observed, code: string, software: Software | undefined): boolean {
  return software ? one.software.id === software.id : sentBy(one).includes(code);
}

function paginate(rows: readonly Observed[], page: number): ObservedPage {
  const groups = Map.groupBy(rows, ({ condition }) => condition.id);
  const pages = Math.max(1, Math.ceil(groups.size / PAGE_SIZE));
  const current = Math.min(Math.max(1, page), pages);
  const shown = [...groups.values()].slice((current - 1) * PAGE_SIZE, current * PAGE_SIZE);
  return { rows: shown.flat(), page: current, pages, total: groups.size };
}
