// Reads what was measured. The tests check the form of every field; at start it is only looked at, since thousands of
// observations take thirty times as long to parse as to read: docs/decisions/0011.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Fault } from '../catalog/faults.ts';
import type { Folders } from '../catalog/files.ts';
import { behaviourFaults } from './faults.ts';
import type { BehaviourFile, Condition, ConditionProseFile } from './schema.ts';

export interface BehaviourFiles {
  conditions: readonly Condition[];
  /** By software id, which is the file's name. */
  software: ReadonlyMap<string, BehaviourFile>;
  /** By locale. */
  prose: ReadonlyMap<string, ConditionProseFile>;
}

/** Pushes every fault that shows at a glance to `faults`. */
export function readBehaviour(folders: Folders, locales: readonly string[], faults: Fault[]): BehaviourFiles {
  const read = (base: URL, path: string): unknown => {
    try {
      return JSON.parse(readFileSync(new URL(path, base), 'utf8'));
    } catch (error) {
      const file = `${base.pathname.split('/').at(-2)}/${path}`;
      const remedy = 'Write valid JSON there, or bring the file back from the history';
      faults.push({ file, record: '', field: '', problem: (error as Error).message, remedy });
      return undefined;
    }
  };
  const list = read(folders.data, 'conditions.json') as { conditions?: Condition[] } | undefined;
  const software = new Map<string, BehaviourFile>();
  for (const name of fileNames(new URL('behaviour/', folders.data))) {
    const file = read(folders.data, `behaviour/${name}.json`);
    if (file) software.set(name, file as BehaviourFile);
  }
  const prose = new Map<string, ConditionProseFile>();
  for (const locale of locales) {
    const path = `${locale}/conditions.json`;
    if (!existsSync(new URL(path, folders.locales))) continue;
    const file = read(folders.locales, path) as ConditionProseFile | undefined;
    if (file) prose.set(locale, file);
  }
  const files: BehaviourFiles = { conditions: list?.conditions ?? [], software, prose };
  faults.push(...behaviourFaults(files));
  return files;
}

function fileNames(folder: URL): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}
