// data/behaviour/<software>.json: read, written with one line for an observation, compared.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from './outcome.ts';
import { isSame } from './three-runs.ts';

/** `default`: what comes without `setting`, where that could be measured too. */
export type Observation = (Outcome | Unstable) & { post?: Outcome; setting?: string; default?: Outcome | Unstable };

export type Unstable = { unstable: Outcome[] };

export type Behaviour = {
  software: { name: string; names: string[]; kind: string };
  version: string;
  package: { from: string; name: string; version: string };
  measured: string;
  observations: Record<string, Observation>;
};

const root = join(import.meta.dirname, '..', 'data');
const fileOf = (id: string) => join(root, 'behaviour', `${id}.json`);

export function readBehaviour(id: string): Behaviour | undefined {
  return existsSync(fileOf(id)) ? JSON.parse(readFileSync(fileOf(id), 'utf8')) : undefined;
}

export function knownConditions(): string[] {
  const list: { conditions: { id: string }[] } = JSON.parse(readFileSync(join(root, 'conditions.json'), 'utf8'));
  return list.conditions.map((condition) => condition.id);
}

/** The observations that were measured replace theirs; those of the other role stay. */
export function writeBehaviour(id: string, measured: Behaviour): void {
  const observations = { ...readBehaviour(id)?.observations, ...measured.observations };
  writeFileSync(fileOf(id), behaviourText({ ...measured, observations }, knownConditions()));
}

export function behaviourText(behaviour: Behaviour, order: string[]): string {
  const place = (id: string) => order.indexOf(id);
  const rows = Object.entries(behaviour.observations).sort(([a], [b]) => place(a) - place(b));
  const { observations: _, ...head } = behaviour;
  const lines = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${oneLine(value)},`);
  const observed = rows.map(([key, value]) => `    ${JSON.stringify(key)}: ${oneLine(value)}`);
  return `{\n${lines.join('\n')}\n  "observations": {\n${observed.join(',\n')}\n  }\n}\n`;
}

/** Of an outcome; fields of anything else keep their order. */
const fieldOrder =
  'status phrase end instead exited interim header log marker missing error asked seconds post setting default unstable'.split(
    ' ',
  );

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const place = (key: string) => fieldOrder.indexOf(key);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => place(a) - place(b));
  return fields.length === 0
    ? '{}'
    : `{ ${fields.map(([key, field]) => `${JSON.stringify(key)}: ${oneLine(field)}`).join(', ')} }`;
}

/** What differs, one line a condition; only conditions that were measured now are compared. */
export function differences(before: Behaviour | undefined, now: Behaviour): string[] {
  if (!before) return [`no file yet: ${Object.keys(now.observations).length} observations`];
  const version = before.version === now.version ? [] : [`version: ${before.version} → ${now.version}`];
  const rows = Object.entries(now.observations).flatMap(([id, observation]) => {
    const old = before.observations[id];
    return agree(old, observation) ? [] : [`${id}: ${oneLine(old ?? null)} → ${oneLine(observation)}`];
  });
  return [...version, ...rows];
}

/** What is recorded as unstable is met again when every outcome of now is among the recorded ones, however late. */
function agree(old: Observation | undefined, now: Observation): boolean {
  if (!old || old.setting !== now.setting) return false;
  const [before, after] = [outcomesOf(old), outcomesOf(now)];
  if ('unstable' in old) return after.every((one) => before.some((other) => isSame(untimed(other), untimed(one))));
  if ('unstable' in now || before.length !== after.length) return false;
  return before.every((one, at) => after.slice(at, at + 1).some((other) => isSame(one, other)));
}

/** GET, POST where it differs, what comes by default; or all that is unstable. */
function outcomesOf(observation: Observation): Outcome[] {
  const { setting: _, post, default: byDefault, ...own } = observation;
  return [own, post, byDefault].flatMap((one) => (one === undefined ? [] : 'unstable' in one ? one.unstable : [one]));
}

function untimed({ seconds: _, ...outcome }: Outcome): Outcome {
  return outcome;
}
