// The statuses that an answer about a condition leads to.
import { everyOutcome, type Observed } from '../behaviour/behaviour.ts';
import type { Catalog, Entry } from '../catalog/catalog.ts';
import type { ConditionMatch } from './match.ts';

/** Those of what was named, else of all that were measured, the one that most send first; errors only, where there are any. */
export function statusEntries(catalog: Catalog, { condition, observed, unmeasured }: ConditionMatch): Entry[] {
  const documented = (unmeasured?.documented ?? []).flatMap(({ record }) => record.statuses);
  if (documented.length > 0) return [...new Set(documented)].flatMap((code) => catalog.byCode.get(code)?.[0] ?? []);
  const rows = observed ? [observed] : catalog.behaviour.ofCondition(condition.id);
  const count = new Map<Entry, number>();
  for (const entry of rows.flatMap((row) => entriesOf(catalog, row))) count.set(entry, (count.get(entry) ?? 0) + 1);
  const entries = [...count].sort(([, a], [, b]) => b - a).map(([entry]) => entry);
  const errors = entries.filter(({ code }) => Number(code) >= 400);
  return errors.length > 0 ? errors : entries;
}

function entriesOf(catalog: Catalog, { software, observation }: Observed): Entry[] {
  const codes = everyOutcome(observation).flatMap(({ status, log }) => [status, log?.status].filter((one) => one));
  return [...new Set(codes.map(String))].flatMap(
    (code) => catalog.entries.get(`${software.id}:${code}`) ?? catalog.byCode.get(code)?.[0] ?? [],
  );
}
