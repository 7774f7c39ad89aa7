// What was measured, as look-up tables: by software, by condition, by status.
import { FALLBACK_LOCALE } from '../locale.ts';
import { dividingConditions } from './dividing.ts';
import type { BehaviourFiles } from './load.ts';
import type { BehaviourFile, Condition, ConditionProse, Observation, Outcome } from './schema.ts';

export interface Software {
  id: string;
  name: string;
  /** Other ways to write it in a question, in lower case. */
  names: readonly string[];
  version: string;
  /** The month: `2026-11`. */
  measured: string;
  /** How many conditions it was put under. */
  count: number;
}

/** What one software did under one condition. */
export interface Observed {
  software: Software;
  condition: Condition;
  observation: Observation;
}

export interface Behaviour {
  conditions: ReadonlyMap<string, Condition>;
  software: ReadonlyMap<string, Software>;
  observed: (software: string, condition: string) => Observed | undefined;
  ofCondition: (condition: string) => readonly Observed[];
  ofSoftware: (software: string) => readonly Observed[];
  /** Where the status was sent to a client, by the software itself, or stands in its log. */
  ofStatus: (code: string) => readonly Observed[];
  /** The condition that divides software best over a status that proxies disagree about. */
  dividing: (code: string) => Condition | undefined;
  words: (condition: Condition, locale: string) => ConditionProse;
  /** In that language, where it has a name there. */
  softwareName: (software: Pick<Software, 'id' | 'name'>, locale: string) => string;
}

export function buildBehaviour(files: BehaviourFiles): Behaviour {
  const conditions = new Map(files.conditions.map((condition) => [condition.id, condition]));
  const software = new Map(
    [...files.software]
      .map(([id, file]) => [id, softwareOf(files, id, file)] as const)
      .sort(([a], [b]) => fame(a) - fame(b)),
  );
  const observed: Behaviour['observed'] = (id, conditionId) => {
    const [product, condition] = [software.get(id), conditions.get(conditionId)];
    const observation = files.software.get(id)?.observations[conditionId];
    return product && condition && observation ? { software: product, condition, observation } : undefined;
  };
  const all = (): Observed[] =>
    [...conditions.keys()].flatMap((condition) => [...software.keys()].flatMap((id) => observed(id, condition) ?? []));
  // Not at start: few questions need it.
  let byStatus: Map<string, Observed[]> | undefined;
  let dividing: Map<string, string> | undefined;
  const ofCondition: Behaviour['ofCondition'] = (condition) =>
    [...software.keys()].flatMap((id) => observed(id, condition) ?? []);
  return {
    conditions,
    software,
    observed,
    ofCondition,
    ofSoftware: (id) => [...conditions.keys()].flatMap((condition) => observed(id, condition) ?? []),
    ofStatus: (code) => {
      byStatus ??= groupByStatus(all());
      return byStatus.get(code) ?? [];
    },
    dividing: (code) => {
      dividing ??= dividingConditions(ofCondition);
      return conditions.get(dividing.get(code) ?? '');
    },
    words: (condition, locale) =>
      files.prose.get(locale)?.conditions[condition.id] ??
      (files.prose.get(FALLBACK_LOCALE)?.conditions[condition.id] as ConditionProse),
    softwareName: ({ id, name }, locale) => files.prose.get(locale)?.software?.[id]?.name ?? name,
  };
}

/** A line names a few: those that most people run. */
const WELL_KNOWN = ['nginx', 'apache', 'haproxy', 'caddy', 'varnish', 'squid', 'tomcat', 'node', 'express', 'gunicorn'];

function fame(id: string): number {
  const place = WELL_KNOWN.indexOf(id);
  return place === -1 ? WELL_KNOWN.length : place;
}

function softwareOf({ prose }: BehaviourFiles, id: string, file: BehaviourFile): Software {
  const { software, version, measured, observations } = file;
  const localNames = [...prose.values()].flatMap(({ software: called }) => {
    const { name = [], aliases = [] } = called?.[id] ?? {};
    // As questions are read.
    return [name, aliases].flat().map((one) => one.normalize('NFKC').toLowerCase());
  });
  const names = [...new Set([...software.names, ...localNames])];
  return { id, name: software.name, names, version, measured, count: Object.keys(observations).length };
}

function groupByStatus(all: readonly Observed[]): Map<string, Observed[]> {
  const groups = new Map<string, Observed[]>();
  for (const one of all)
    for (const code of new Set([...sentBy(one), ...loggedBy(one)]))
      groups.set(code, [...(groups.get(code) ?? []), one]);
  return groups;
}

/** One, or those between which it changed. */
export function outcomesOf(observation: Observation): readonly Outcome[] {
  return 'unstable' in observation ? observation.unstable : [observation];
}

/** With what a POST gets, where that is something else. */
export function everyOutcome(observation: Observation): readonly Outcome[] {
  const post = 'unstable' in observation ? undefined : observation.post;
  return post ? [...outcomesOf(observation), post] : outcomesOf(observation);
}

/** Statuses that a client got and the upstream had not sent. */
export function sentBy({ condition, observation }: Observed): string[] {
  return everyOutcome(observation).flatMap(({ status }) =>
    status === null || status === condition.sends ? [] : String(status),
  );
}

/** Whether clients got nothing but what the upstream had sent. */
export function isPassedOn({ condition, observation }: Observed): boolean {
  return everyOutcome(observation).every(({ status }) => status !== null && status === condition.sends);
}

/** Statuses in the log that no client got. */
export function loggedBy({ observation }: Observed): string[] {
  return everyOutcome(observation).flatMap(({ log }) => log?.status ?? []);
}
