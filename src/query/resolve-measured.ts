// What was measured of a status: beside its meaning, and as a list → Match.
import { type Observed, type Software, sentBy } from '../behaviour/behaviour.ts';
import type { Catalog, Entry } from '../catalog/catalog.ts';
import type { ConditionKnowledge } from './condition-reading.ts';
import type { Match, ObservedPage } from './match.ts';
import { notOwn } from './not-own.ts';
import type { Query } from './query.ts';
import { PAGE_SIZE } from './resolve-list.ts';

/** A status that words name: what the software that is named beside it sends it for, or the condition that it names too. */
export function statusOfWords(text: string, entry: Entry, { catalog, vocabulary }: ConditionKnowledge): Match {
  const [named] = vocabulary.sourceNames.find(text);
  const match: Match = { kind: 'status', entry, remarks: [] };
  if (named) {
    const isOthers =
      catalog.vendors.has(named.id) && !catalog.entries.has(`${named.id}:${entry.code}`) && !entry.vendor;
    if (isOthers) match.remarks.push(notOwn(named.id, entry, catalog));
    return withObserved(match, { code: entry.code, source: named.id }, catalog);
  }
  const [condition] = vocabulary.conditionsCalled(text);
  if (condition) match.remarks.push({ type: 'condition', condition });
  return match;
}

/** With what was measured of the software that was named, where that may tell. */
export function withObserved(match: Match, asked: { code: string; source?: string }, { behaviour }: Catalog): Match {
  const software = asked.source === undefined ? undefined : behaviour.software.get(asked.source);
  const code = match.kind === 'status' ? match.entry.code : asked.code;
  if (!software || !isTelling(code)) return match;
  if (match.kind === 'variants') return { ...match, software };
  if (match.kind !== 'status') return match;
  // A number that software has for itself alone is nothing that could be seen.
  if (match.entry.status.visibility === 'constant') return match;
  // What was seen says more than that the meaning is the standard one.
  const remarks = match.remarks.filter((remark) => remark.type !== 'no-own-meaning' || isOwnDetail(remark));
  return { ...match, remarks: [{ type: 'observed', software, code }, ...remarks] };
}

type NoOwnMeaning = Extract<Extract<Match, { kind: 'status' }>['remarks'][number], { type: 'no-own-meaning' }>;

function isOwnDetail({ vendor, subStatuses, code }: NoOwnMeaning): boolean {
  return subStatuses.length > 0 || (vendor?.phrases[code]?.length ?? 0) > 0;
}

/** 200 is sent for everything else; that any other was never seen is worth saying. */
function isTelling(code: string): boolean {
  return /^[1-5]\d\d$/.test(code) && code !== '200';
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
