// Faults in data files: all of them at once, each with the place and the remedy.
import type { z } from 'zod';

export interface Fault {
  /** Path of the file from the repository's root. */
  file: string;
  /** Which record: a code, an id, or an empty string for the file itself. */
  record: string;
  field: string;
  problem: string;
  remedy: string;
}

export class CatalogError extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const lines = faults.map(({ file, record, field, problem, remedy }) => {
      const place = [file, record, field].filter(Boolean).join(' › ');
      return `  ${place}: ${problem}. ${remedy}`;
    });
    super(`The data has ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}:\n${lines.join('\n')}`);
    this.name = 'CatalogError';
    this.faults = faults;
  }
}

type Issue = z.core.$ZodIssue;

const REMEDIES: Partial<Record<Issue['code'], (issue: Issue) => string>> = {
  unrecognized_keys: (issue) =>
    `Remove or correct ${issue.code === 'unrecognized_keys' ? issue.keys.map((key) => `"${key}"`).join(', ') : 'it'}; data/README.md lists the fields`,
  invalid_value: (issue) =>
    `Use one of ${issue.code === 'invalid_value' ? issue.values.join(', ') : 'the listed values'}`,
  invalid_type: (issue) =>
    issue.code === 'invalid_type' && issue.input === undefined
      ? `Add it as ${issue.expected}`
      : `Write it as ${issue.code === 'invalid_type' ? issue.expected : 'data/README.md says'}`,
  invalid_format: () => 'Write it in the form that data/README.md gives',
  too_big: () => 'Shorten it',
  too_small: () => 'Complete it, or leave the field out where it is optional',
};

/** A schema's issues as faults; `data` is the parsed file, from which records get their names. */
export function faultsOf(file: string, data: unknown, issues: readonly Issue[]): Fault[] {
  return issues.map((issue) => {
    const { record, rest } = recordOf(data, issue.path);
    return {
      file,
      record,
      field: rest.join('.'),
      problem: issue.message,
      remedy: REMEDIES[issue.code]?.(issue) ?? 'Correct it as data/README.md says',
    };
  });
}

function recordOf(data: unknown, path: readonly PropertyKey[]): { record: string; rest: PropertyKey[] } {
  const [list, key, ...rest] = path;
  if (list === undefined || key === undefined) return { record: '', rest: [...path] };
  const record = (data as Record<PropertyKey, Record<PropertyKey, unknown>>)[list]?.[key];
  const name =
    record && typeof record === 'object'
      ? ((record as { code?: unknown; id?: unknown }).code ?? (record as { id?: unknown }).id)
      : undefined;
  return typeof key === 'number' || list === 'statuses'
    ? { record: typeof name === 'string' ? name : String(key), rest }
    : { record: '', rest: [...path] };
}
