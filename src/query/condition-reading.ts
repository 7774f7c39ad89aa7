// How a text may name a condition, and whether it is meant rather than a status.

import { everyOutcome, isPassedOn, type Observed } from '../behaviour/behaviour.ts';
import type { Condition } from '../behaviour/schema.ts';
import type { Catalog, Entry } from '../catalog/catalog.ts';
import type { ConditionFound, Conditions } from './conditions.ts';
import { type NameFound, replaceNames } from './names.ts';
import { observedOf } from './observed-of.ts';
import type { Found, Search } from './search.ts';
import { saysAppServer, saysBackend } from './signs/lexicon.ts';
import { told, withTold } from './signs/told.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface ConditionKnowledge {
  catalog: Catalog;
  vocabulary: Vocabulary;
  conditions: Conditions;
  search: Search;
}

export interface Reading {
  named: NameFound | undefined;
  names: readonly NameFound[];
  /** The text without the names of software. */
  rest: string;
  found: readonly ConditionFound[];
}

/** What the very name of a condition scores. */
const EXACT = 1.6;
/** How near words must be to a name of a condition where software is named beside them. */
const NEAR_ENOUGH = 0.62;
/** Where a condition is named so well, what it is called decides, however a status is called. */
const SURE = 1.05;
/** Where a code stands beside it that it does not lead to. */
const CERTAIN = 0.85;
/** How much better the name of a status must fit, since the same words mean another status at another proxy. */
const MORE_LIKELY = 1.3;
/** Where a vendor's own code is named so well, with what the vendor's name adds, it is meant. */
const OWN_SURE = 2;
/** What was not measured at the software that is named is hardly meant. */
const UNOBSERVED = 0.75;
/** What stands behind a web server is named for what it does itself. */
const BEHIND = 1.15;
/** So many signs are not there by chance. */
const MANY_SIGNS = 3;
/** An ingress controller answers much by itself, so what its proxy does elsewhere says little. */
const BUILT_ON = /ingress|k8s|kubernetes/;

/** With the name that leaves a condition's exact name, else with all names taken out. */
export function readCondition(
  text: string,
  { vocabulary, conditions, catalog }: ConditionKnowledge,
  codes: readonly string[] = [],
): Reading {
  const names = vocabulary.sourceNames.find(text);
  const called = readName(text, vocabulary, catalog);
  if (called) return called;
  const [first] = names;
  const signs = told(text, names, catalog);
  if (!first) return { named: first, names, rest: text, found: withTold([], signs, catalog) };
  const rest = replaceNames(text, names, () => ' ');
  const beside = withTold(findBeside(rest, codes, conditions), signs, catalog);
  const found = weighed(beside, (id) => answering(names, id, { text, catalog }));
  const best = found[0]?.condition.id ?? '';
  return { named: answering(names, best, { text, catalog }) ?? first, names, rest, found };
}

/** A code belongs to the words of those conditions alone in which the backend sends it. */
function findBeside(rest: string, codes: readonly string[], conditions: Conditions): ConditionFound[] {
  if (codes.length === 0) return conditions.find(rest);
  const bare = codes.reduce((text, code) => text.replaceAll(code, ' '), rest);
  const sends = ({ condition }: ConditionFound): boolean => codes.includes(String(condition.sends));
  return [...conditions.find(rest).filter(sends), ...conditions.find(bare).filter((one) => !sends(one))];
}

/** Of several that are named, one answers and others stand behind it: `nginx` where `tomcat` closes the connection. */
function answering(
  names: readonly NameFound[],
  condition: string,
  { text, catalog }: { text: string; catalog: Catalog },
): NameFound | undefined {
  const [first] = names;
  const together = catalog.behaviour
    .ofCondition(condition)
    .find(({ software }) => first && isCombined(software.id.split('-'), names, text));
  if (first && together) return { ...first, id: together.software.id };
  return names.find(({ id }) => observedOf(catalog, id, condition));
}

/** `php … nginx`: two parts of what was measured as one. */
function isCombined(parts: readonly string[], names: readonly NameFound[], text: string): boolean {
  const [front, behind] = parts;
  if (!behind || !names.some(({ id }) => id === front || id.startsWith(`${front}-`))) return false;
  return names.some(({ id }) => id === behind) || new RegExp(`(?<![a-z])${behind}(?![a-z])`).test(text);
}

/** Where the text is a name of a condition, with software before, in or after it. */
export function readName(text: string, { sourceNames, conditionsCalled }: Vocabulary, catalog: Catalog) {
  const names = sourceNames.every(text);
  const exact = (conditions: readonly Condition[]): ConditionFound[] =>
    conditions.map((condition) => ({ condition, score: EXACT, isExact: true }));
  for (const named of names) {
    const rest = replaceNames(text, [named], () => ' ');
    const found = exact(conditionsCalled(rest));
    // A name may fit what it was measured under as well: a broken chunk is the client's where there is no backend.
    const isFit = found.some(({ condition }) => observedOf(catalog, named.id, condition.id));
    if (isFit || (found.length > 0 && !catalog.behaviour.software.has(named.id))) return { named, names, rest, found };
  }
  const found = exact(conditionsCalled(text));
  const [first] = found;
  if (!first) return undefined;
  return { named: names.find(({ id }) => observedOf(catalog, id, first.condition.id)), names, rest: text, found };
}

function weighed(
  found: readonly ConditionFound[],
  sourceOf: (condition: string) => NameFound | undefined,
): ConditionFound[] {
  return found
    .map((one) => {
      const source = sourceOf(one.condition.id);
      if (!source) return { ...one, score: UNOBSERVED * one.score };
      return /^app\.(?!sends)/.test(one.condition.id) ? { ...one, score: BEHIND * one.score } : one;
    })
    .sort((a, b) => b.score - a.score);
}

/** Whether a condition is asked for, where a status may be too. */
export function isMeant(reading: Reading, statuses: () => Found, knowledge: ConditionKnowledge): boolean {
  const { named, names, rest, found } = reading;
  const [best] = found;
  if (!best) return false;
  // As cards are headed, which nobody else says.
  const isTitle = (): boolean => titlesOf(knowledge.catalog, best.condition).includes(rest.toLowerCase());
  // What a client does wrong has a status of its own; what a backend does has as many as there are proxies.
  if (!named) return isMeantAlone(best, rest, statuses) || (best.isExact && (!statuses().best || isTitle()));
  const isMeasured = knowledge.catalog.behaviour.software.has(named.id) && !BUILT_ON.test(named.name);
  if (!isMeasured) return best.isExact && !statuses().list.some(({ source }) => source === named.id);
  const observed = observedOf(knowledge.catalog, named.id, best.condition.id);
  if (best.isExact) {
    const own = knowledge.catalog.vendors.has(named.id) ? statuses().best : undefined;
    return own?.source !== named.id || !tells(own, observed);
  }
  if (knowledge.conditions.isStatusName(rest)) return false;
  const { list, score } = statuses();
  const [own] = list;
  const isForeign = names.some(({ id }) => !knowledge.catalog.behaviour.software.has(id) && id === own?.source);
  if (isForeign || (!observed && best.score < SURE && (best.told ?? 0) < MANY_SIGNS)) return false;
  const isTold = (best.told ?? 0) >= MANY_SIGNS;
  const isOwn = best.score < SURE || score >= OWN_SURE || (statuses().best === own && own && tells(own, observed));
  if (own?.source === named.id && isOwn && !isTold) return false;
  // What is only passed on is hardly asked about.
  if (observed && isPassedOn(observed) && statuses().best) return false;
  return (
    best.score >= SURE ||
    best.score >= Math.max(NEAR_ENOUGH, rivalOf(rest, knowledge.search) / likelier(best.condition))
  );
}

function titlesOf({ locales, behaviour }: Catalog, condition: Condition): string[] {
  return locales.map((locale) => behaviour.words(condition, locale).name.normalize('NFKC').toLowerCase());
}

function isMeantAlone({ isExact, condition, told = 0 }: ConditionFound, text: string, statuses: () => Found): boolean {
  const isBehind = /^(?:upstream|app)\./.test(condition.id);
  if (isExact) return isBehind;
  const isSaid =
    saysBackend(text) || /^app\.worker/.test(condition.id) || (condition.id.startsWith('app.') && saysAppServer(text));
  return isBehind && isSaid && told >= 2 && statuses().best?.vendor === undefined;
}

/**
 * Whether words beside codes are the question and the codes only in it: offered for an answer (`502 or 504`), expected
 * (`206 吗`), or no status at all (`chmod 600`).
 */
export function isMeantBesideCodes(
  { named, rest, found }: Reading,
  codes: readonly string[],
  { catalog, conditions }: ConditionKnowledge,
): boolean {
  const [best] = found;
  const observed = best && observedOf(catalog, named?.id ?? '', best.condition.id);
  if (!observed || BUILT_ON.test(named?.name ?? '') || conditions.isStatusName(rest)) return false;
  if (codes.length > 1 || unseenOf(codes, observed).length === 0) return best.score >= NEAR_ENOUGH;
  // Words alone fit much; the code that was typed says that something else is meant.
  return best.score >= CERTAIN && (best.isExact || (best.told ?? 0) > 1);
}

/** Codes that were not seen under a condition, neither sent by the software or the backend nor in a log. */
export function unseenOf(codes: readonly string[], { condition, observation }: Observed): string[] {
  const seen = everyOutcome(observation).flatMap(({ status, log }) => [String(status), log?.status]);
  return codes.filter((code) => !seen.includes(code) && code !== String(condition.sends));
}

/** Whether a vendor's own code is what was seen under the condition: nginx logs 499 for a client that left. */
function tells({ code, status }: Entry, observed: Observed | undefined): boolean {
  if (!observed) return true;
  const seen = everyOutcome(observed.observation).flatMap(({ status: sent, log }) => [String(sent), log?.status]);
  return [code, ...(status.wire ?? [])].some((one) => seen.includes(one));
}

/** What a client does wrong has a status of its own, so the card of that status answers as well. */
function likelier({ id }: Condition): number {
  return /^(?:upstream|app)\./.test(id) ? MORE_LIKELY : 1;
}

/** How well a registered status is named; another vendor's says nothing of this software. */
function rivalOf(rest: string, search: Search): number {
  const { list, score } = search.find(rest);
  return list[0]?.source === 'standard' ? score : 0;
}
