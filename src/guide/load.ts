// Reads the facts of the decision guide and checks them.
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import type { Catalog } from '../catalog/catalog.ts';
import { CatalogError, type Fault, faultsOf } from '../catalog/faults.ts';
import { PARSING } from '../catalog/files.ts';
import { guideFaults } from './guide-faults.ts';
import { type Diagram, decisionFileSchema, type Step } from './schema.ts';

export interface Guide {
  diagram: Diagram;
  /** By id, in the order of the walk. */
  steps: ReadonlyMap<string, Step>;
}

/**
 * The guide of decision.json in the folder `data`.
 * @throws CatalogError naming every fault of the file.
 */
export function loadGuide(data: URL, catalog: Catalog): Guide {
  const isRegistered = (code: string): boolean => catalog.entries.has(`standard:${code}`);
  const { diagram, steps } = readFacts(data, 'decision.json', decisionFileSchema, (file) =>
    guideFaults(file, isRegistered),
  );
  return { diagram, steps: new Map(steps.map((step) => [step.id, step])) };
}

/**
 * A file of the folder `data`.
 * @param faultsIn what is wrong with it once its form is right
 * @throws CatalogError naming every fault of the file.
 */
export function readFacts<T extends z.ZodType>(
  data: URL,
  name: string,
  schema: T,
  faultsIn: (facts: z.infer<T>) => Omit<Fault, 'file'>[],
): z.infer<T> {
  const file = `data/${name}`;
  const json = readJson(new URL(name, data), file);
  const { data: facts, error } = schema.safeParse(json, PARSING);
  if (error) throw new CatalogError(faultsOf(file, json, error.issues));
  const faults = faultsIn(facts);
  if (faults.length > 0) throw new CatalogError(faults.map((fault) => ({ file, ...fault })));
  return facts;
}

function readJson(url: URL, file: string): unknown {
  try {
    return JSON.parse(readFileSync(url, 'utf8'));
  } catch (error) {
    const problem = (error as Error).message;
    throw new CatalogError([{ file, record: '', field: '', problem, remedy: 'Write valid JSON there' }]);
  }
}
