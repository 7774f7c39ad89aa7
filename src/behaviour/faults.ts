// What would make a card fail or claim something unmeasured: shallow, because it runs at every start.
import type { Fault } from '../catalog/faults.ts';
import { FALLBACK_LOCALE } from '../locale.ts';
import type { BehaviourFiles } from './load.ts';
import type { BehaviourFile, ConditionProse } from './schema.ts';

const MEASURE = (id: string): string => `Measure it again with \`npm run lab -- ${id}\`; these files are never edited`;

export function behaviourFaults({ conditions, software, prose }: BehaviourFiles): Fault[] {
  const known = new Set(conditions.map(({ id }) => id));
  return [
    ...[...software].flatMap(([id, file]) => fileFaults(id, file, known)),
    ...[...prose].flatMap(([locale, words]) => wordFaults(locale, words.conditions, known)),
    ...(prose.has(FALLBACK_LOCALE) ? [] : missingWords(known, 'has no words')),
  ];
}

function fileFaults(id: string, file: BehaviourFile, known: ReadonlySet<string>): Fault[] {
  const fault = (record: string, field: string, problem: string, remedy = MEASURE(id)): Fault => ({
    file: `data/behaviour/${id}.json`,
    record,
    field,
    problem,
    remedy,
  });
  if (typeof file.software?.name !== 'string' || !Array.isArray(file.software.names))
    return [fault('', 'software', 'has no name')];
  const faults: Fault[] = [];
  for (const field of ['version', 'measured'] as const)
    if (typeof file[field] !== 'string') faults.push(fault('', field, 'is missing'));
  for (const [condition, observation] of Object.entries(file.observations ?? {})) {
    if (!known.has(condition))
      faults.push(fault(condition, '', 'is no known condition', 'Add it to data/conditions.json, or correct the id'));
    const outcomes = 'unstable' in observation ? observation.unstable : [observation];
    for (const { status } of outcomes)
      if (status !== null && !Number.isInteger(status)) faults.push(fault(condition, 'status', 'is no number'));
  }
  return faults;
}

function wordFaults(
  locale: string,
  words: Readonly<Record<string, ConditionProse>> | undefined,
  known: ReadonlySet<string>,
): Fault[] {
  const faults: Fault[] = [];
  const fault = (record: string, field: string, problem: string, remedy: string): number =>
    faults.push({ file: `locales/${locale}/conditions.json`, record, field, problem, remedy });
  for (const [id, { name, summary, checks, aliases }] of Object.entries(words ?? {})) {
    if (!known.has(id))
      fault(id, '', 'has words but is no condition', 'Add it to data/conditions.json, or remove the words');
    if (typeof name !== 'string' || typeof summary !== 'string' || !Array.isArray(checks) || !Array.isArray(aliases))
      fault(id, '', 'lacks name, summary, checks or aliases', 'Write all four');
  }
  const missing = locale === FALLBACK_LOCALE ? [...known].filter((id) => !words?.[id]) : [];
  return [...faults, ...missingWords(new Set(missing), 'has no words')];
}

function missingWords(ids: ReadonlySet<string>, problem: string): Fault[] {
  const file = `locales/${FALLBACK_LOCALE}/conditions.json`;
  return [...ids].map((record) => ({ file, record, field: '', problem, remedy: 'Write its name, summary and checks' }));
}
